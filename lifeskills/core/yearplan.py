"""A class's year plan: what it is made from, and what it says. ``yearlaying`` makes it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lifeskills.core.opening import DOUBLE
from lifeskills.core.workdays import Term, Workdays

WHOLE = 0
"""The part of a course that fits into one period."""
BOOSTER_MINUTES = 10
"""A booster takes so long of the first lesson of a term."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """When a class has its lessons.

    ``weekday`` is None where nobody has said; ``every`` is a lesson in so many weeks; ``first`` the
    day before which none is planned; ``periods`` how many periods the slot has in a row; ``starts``
    when it begins.
    """

    weekday: int | None
    slot: str = ""
    every: int = 1
    first: dt.date | None = None
    periods: int = 1
    starts: dt.time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A course of the pathway and how many periods it needs."""

    course: str
    title: str = ""
    periods: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A lesson that was taught: the course, its part (0 the whole) and the day."""

    course: str
    part: int
    day: dt.date
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A lesson moved by hand; ``part`` is the first part that is taught on that day."""

    course: str
    part: int
    day: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """Courses that a class has before its first internship; ``day`` is None until it is named."""

    courses: frozenset[str]
    day: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """What is taught of a course on one day: the whole (no parts), or these parts of ``of``."""

    course: str
    title: str = ""
    parts: tuple[int, ...] = ()
    of: int = 1

    @property
    def part(self) -> int:
        """The first part, or 0 for the whole."""
        return self.parts[0] if self.parts else WHOLE

    @property
    def goes_on(self) -> bool:
        """True if an earlier part of the course comes before it."""
        return self.part > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A piece on its day. ``moved`` says that somebody put it there by hand."""

    piece: Piece
    day: dt.date
    term: str = ""
    state: Literal["done", "planned"] = "planned"
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Booster:
    """Ten minutes at the beginning of a term: a question each from earlier courses."""

    term: str
    day: dt.date
    courses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlan:
    """A class's year as laid out on ``today``.

    ``open_days`` are the slots from today on, used or not; ``left_over`` did not fit;
    ``brought_forward`` are courses taught earlier than the pathway says because of the deadline,
    ``late`` those that miss it; ``lost_moves`` are moves to a day that is no longer free;
    ``unwritten`` are courses of the pathway that no pack has.
    """

    today: dt.date
    rhythm: Rhythm
    lessons: tuple[Placed, ...] = ()
    left_over: tuple[Piece, ...] = ()
    boosters: tuple[Booster, ...] = ()
    open_days: tuple[dt.date, ...] = ()
    terms: tuple[Term, ...] = ()
    deadline: Deadline | None = None
    brought_forward: tuple[str, ...] = ()
    late: tuple[str, ...] = ()
    lost_moves: tuple[Move, ...] = ()
    unwritten: tuple[str, ...] = ()

    @property
    def done(self) -> tuple[Placed, ...]:
        """What was taught, oldest first."""
        return tuple(one for one in self.lessons if one.state == "done")

    @property
    def planned(self) -> tuple[Placed, ...]:
        """What is to come, by day."""
        return tuple(one for one in self.lessons if one.state == "planned")

    @property
    def next(self) -> Placed | None:
        """The lesson that comes next, or None."""
        return next(iter(self.planned), None)

    @property
    def last(self) -> Placed | None:
        """The lesson that was taught last, or None."""
        return self.done[-1] if self.done else None

    def booster(self, day: dt.date) -> Booster | None:
        """The booster of a day, or None."""
        return next((one for one in self.boosters if one.day == day), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRequest:
    """Everything a plan is made from; the same request gives the same plan.

    What is ``asked_before`` the first lesson and ``asked_after`` the last takes none of its slots.
    """

    today: dt.date
    rhythm: Rhythm
    wanted: tuple[Wanted, ...]
    days: Workdays
    held: tuple[Held, ...] = ()
    moves: tuple[Move, ...] = ()
    dropped: frozenset[dt.date] = frozenset()
    deadline: Deadline | None = None
    unwritten: tuple[str, ...] = ()
    asked_before: tuple[Wanted, ...] = ()
    asked_after: tuple[Wanted, ...] = ()


def periods_needed(minutes: int, period: int) -> int:
    """Periods that a course of so many minutes takes: 60 fit into 45, 90 are two, 135 three."""
    return max(1, -(-(minutes - DOUBLE) // period))


def parts_left(held: Iterable[int], periods: int) -> tuple[int, ...] | None:
    """Parts of a course still to teach: (0,) for the whole, None when all of it was taught."""
    had = set(held)
    if WHOLE in had or (periods == 1 and had):
        return None
    if periods == 1:
        return (WHOLE,)
    return tuple(part for part in range(1, periods + 1) if part not in had) or None
