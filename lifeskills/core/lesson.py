"""What a lesson is made of: courses as packs hold them, lessons as a class gets them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from lifeskills.core.setting import AGE_BANDS, AgeBand, Setting
from lifeskills.core.text import NO_TEXT, Sentence, Text

Phase = Literal["open", "try", "reflect", "explain", "use", "close"]
Need = Literal["must", "should", "could"]
Shape = Literal["pairs", "fours", "eights", "groups", "class", "alone", "standing"]

PHASES: tuple[Phase, ...] = ("open", "try", "reflect", "explain", "use", "close")
NEEDS: tuple[Need, ...] = ("must", "should", "could")
SHAPES: tuple[Shape, ...] = (
    "pairs",
    "fours",
    "eights",
    "groups",
    "class",
    "alone",
    "standing",
)
SPOKEN_BLOCKS = ("say", "ask", "home")
"""Blocks that are said aloud: a number to call stands there without what it is for."""
BLOCK_KINDS = (
    "say",
    "do",
    "task",
    "ask",
    "touch",
    "board",
    "note",
    "opt-out",
    "care",
    "student",
    "slip",
    "home",
    "record",
)
STEP_MARKS = ("drop", "replace", "break", "stop", "class-meeting", "told")
SLOT_BLOCKS = ("opening", "local", "case", "help")
"""Blocks that a side's overlay replaces in every course open to learners."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where words stand: pack id, file (relative to the pack's folder) and line from 1."""

    pack: str
    file: str
    line: int

    def __str__(self) -> str:
        return f"{self.pack}/{self.file}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of prose in a step. ``text`` is CommonMark; conditions that are empty always hold."""

    kind: str
    text: str
    origin: Origin
    id: str = ""
    slot: bool = False
    ages: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    sizes: tuple[str, ...] = ()
    read: str = ""
    language: str = ""
    """The language the words are in when it is not the one asked for (a missing translation)."""
    stale: dt.date | None = None
    """The day the base changed under this text, when it did: compare before use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a lesson. ``minutes`` and ``least`` are whole minutes, least ≤ minutes."""

    id: str
    title: str
    kind: str
    origin: Origin
    phase: Phase = "try"
    minutes: int = 0
    least: int = 0
    shape: Shape = "class"
    needs: Need = "should"
    serves: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    talk_home: bool = False
    marks: frozenset[str] = frozenset()
    of: str = ""
    before: str = ""
    after: str = ""
    blocks: tuple[Block, ...] = ()
    written: frozenset[str] = frozenset()
    """Names of the keys on the heading (``kind`` too): an overlay inherits the others."""

    def of_kind(self, *kinds: str) -> tuple[Block, ...]:
        """The step's blocks of these kinds, in order."""
        return tuple(block for block in self.blocks if block.kind in kinds)


@dataclass(frozen=True, slots=True)
class Objective:
    """What a learner can do afterwards; ``kind`` is K (know), A (attitude) or S (skill)."""

    id: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Material:
    """Something to bring; ``rule``: per_class, per_group, per_learner; ``free`` costs nothing."""

    id: str
    item: str
    rule: str
    quantity: int
    free: str


@dataclass(frozen=True, slots=True)
class Printable:
    """A sheet that may be copied: ``pages`` each, ``copies`` per_class, per_group, per_learner."""

    id: str
    title: str
    pages: int
    copies: str


@dataclass(frozen=True, slots=True)
class LocalFact:
    """Something only this place knows: what to ask, and whom."""

    id: str
    ask: str
    whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseInfo:
    """Front matter of a course in one language: enough to list, plan and search it.

    A ``sitting`` asks and does not teach: it lies before or after a pathway, never inside one, and
    stands in no book.
    """

    course: str
    title: str
    aim: str
    number: int | None = None
    sitting: bool = False
    module: str = ""
    why_it_matters: str = ""
    audiences: tuple[str, ...] = ()
    bands: tuple[AgeBand, ...] = AGE_BANDS
    minutes: tuple[tuple[str, int], ...] = ()
    prerequisites: tuple[str, ...] = ()
    pairs_with: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    objectives: tuple[Objective, ...] = ()
    key_messages: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    sensitivity: int = 0
    materials: tuple[Material, ...] = ()
    preparation_minutes: int = 0
    preparation: tuple[str, ...] = ()
    local_facts: tuple[LocalFact, ...] = ()
    printables: tuple[Printable, ...] = ()
    episode: str = ""
    checked_on: dt.date | None = None
    sources: tuple[str, ...] = ()
    pages: int = 0
    """Of a guide: the most A4 pages it may fill, 0 for as many as it needs."""

    def offered_to(self, audiences: Collection[str], band: AgeBand | None) -> bool:
        """True if the course is written for one of the audiences and for the age band."""
        fits = not audiences or bool(set(audiences) & set(self.audiences))
        return fits and (band is None or band in self.bands)

    def minutes_for(self, audience: str) -> int:
        """Whole minutes for an audience; the first audience's if it is not named."""
        return dict(self.minutes).get(audience) or (self.minutes[0][1] if self.minutes else 45)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A lesson file of one pack in one language: front matter and steps as written.

    The base, a translation, an overlay and an overlay's translation are all pages; ``adapts`` is
    empty for a base. ``info`` of an overlay or translation holds only what that file says.
    """

    course: str
    language: str
    pack: str
    file: str
    info: CourseInfo
    steps: tuple[Step, ...]
    adapts: str = ""
    master: bool = True
    lines: Mapping[str, int] = field(default_factory=dict, hash=False)
    """On which line a front-matter key (``aim``, ``objectives.o1``) stands, from 1."""

    def line(self, key: str) -> int:
        """The line of a front-matter key; 1 if it is not there."""
        return self.lines.get(key, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """A course fitted to a Setting: the one thing that faces, books and sessions read.

    Every reference is already text. ``packs`` are those that gave words, in order, with version.
    ``law`` holds the ids of statements used. ``notices`` are one-line warnings for the ready check.
    """

    info: CourseInfo
    setting: Setting
    steps: tuple[Step, ...]
    packs: tuple[tuple[str, str], ...] = ()
    law: tuple[str, ...] = ()
    notices: tuple[Sentence, ...] = ()
    titles: Text = NO_TEXT

    @property
    def course(self) -> str:
        """The course id."""
        return self.info.course

    @property
    def minutes(self) -> int:
        """What the course asks for this audience."""
        return self.info.minutes_for(self.setting.audience)


def periods(steps: Sequence[Step]) -> tuple[tuple[Step, ...], ...]:
    """The steps of each period: split after each step marked ``.break``; one if none is."""
    found: list[list[Step]] = [[]]
    for step in steps:
        found[-1].append(step)
        if "break" in step.marks:
            found.append([])
    return tuple(tuple(period) for period in found if period)
