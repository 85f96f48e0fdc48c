"""Learners and classes. What is kept of a learner is listed here and nowhere else."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from lifeskills.core.setting import AgeBand

Sex = Literal["girl", "boy", ""]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A pupil. ``id`` is random and means nothing; ``number`` is the class number (学号), 1–999.

    ``desk`` is (row, column) from 1 at the front left, or None. ``grade`` is the school year,
    1–12, and kept only in a class of several grades; else 0.
    """

    id: str
    number: int
    name: str = ""
    given: str = ""
    sex: Sex = ""
    desk: tuple[int, int] | None = None
    school_id: str = ""
    left: bool = False
    grade: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassGroup:
    """A class with a roster (``class``) or a group that forms each evening (``open``).

    ``id`` is the ASCII file id (``c-8f3k``); ``name`` is as the school writes it, e.g. 8(3).
    The first of ``audiences`` is the youngest; the lesson is theirs.
    """

    id: str
    name: str
    kind: Literal["class", "open"] = "class"
    audiences: tuple[str, ...] = ()
    band: AgeBand | None = None
    learners: tuple[Learner, ...] = ()
    pathway: str = ""
    weekday: int | None = None
    """The weekday of its lesson, 0 = Monday, when it has one."""
    slot: str = ""
    """What the timetable calls that period, e.g. 班会."""

    def learner(self, id: str) -> Learner | None:
        """The learner with this id, or None."""
        return next((learner for learner in self.learners if learner.id == id), None)

    @property
    def current(self) -> tuple[Learner, ...]:
        """Learners who have not left, by class number."""
        return tuple(
            sorted(
                (one for one in self.learners if not one.left),
                key=lambda one: one.number,
            )
        )


def shown_names(group: ClassGroup, how: str) -> dict[str, str]:
    """Learner id to what may stand on a wall: ``how`` is given, number or none.

    Two of one given name are told apart by their class numbers.
    """
    if how == "none":
        return {one.id: "" for one in group.learners}
    if how == "number":
        return {one.id: str(one.number) for one in group.learners}
    names = {one.id: one.given or one.name for one in group.learners}
    often = Counter(names[one.id] for one in group.current)
    return {
        one.id: f"{names[one.id]} {one.number}".strip()
        if often[names[one.id]] > 1 or not names[one.id]
        else names[one.id]
        for one in group.learners
    }


def numbered(learner: Learner, how: str) -> str:
    """Class number and, where given names are shown, the name: for reading out."""
    name = learner.given or learner.name if how == "given" else ""
    return f"{learner.number} {name}".rstrip()


def mixed_grades(group: ClassGroup) -> bool:
    """True for a class of several grades: by its learners' grades, else by its audiences."""
    grades = {one.grade for one in group.current} - {0}
    return len(grades) > 1 or len(group.audiences) > 1
