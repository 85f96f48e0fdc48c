"""Legal statements, cards, dated values and numbers to call: in force on a day, in a place.

Three kinds, three gates (design §4): a *statement* prints at grade A or B; a *dated value* prints
at C only as "about …, as of …"; a *number to call* at A or B with what it is for, C or R as a blank
to be checked, and 110, 119 and 120 always.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from lifeskills.core.setting import NATION
from lifeskills.core.text import NO_TEXT, Text

Grade = Literal["A", "B", "C", "R"]
GRADES: tuple[Grade, ...] = ("A", "B", "C", "R")
PRINTABLE: frozenset[str] = frozenset({"A", "B"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One legal statement in our own words, with the article it rests on.

    ``place`` is ``cn``, a province id or ``int``. Dates that are not known are None.
    """

    id: str
    law: str
    law_title: Text
    heading: Text
    text: Text
    place: str
    grade: Grade
    source: str
    seen_on: dt.date | None = None
    valid_from: dt.date | None = None
    until: dt.date | None = None
    review_by: dt.date | None = None
    pack: str = ""
    label: str = ""
    """How the article is cited, where the id does not say it."""

    @property
    def printable(self) -> bool:
        """True at grade A or B where source, the day it was seen and its first day are known.

        What the fact sheet does not know is left out, and the statement is then not said (design
        §4). An ``until`` that is left out is no gap: the statement holds until further notice.
        """
        known = bool(self.source) and self.seen_on is not None and self.valid_from is not None
        return self.grade in PRINTABLE and known

    @property
    def article(self) -> str:
        """The article part of the id: ``LPM-11`` → ``11``; "" where no number was seen (x1, x2)."""
        article = self.label or self.id.partition("-")[2]
        return "" if article.startswith("x") else article

    def in_force(self, day: dt.date) -> bool:
        """True if nothing known says that it is not in force on ``day``."""
        after = self.valid_from is None or self.valid_from <= day
        return after and (self.until is None or day <= self.until)

    def overdue(self, day: dt.date) -> bool:
        """True when it should have been checked again before ``day``."""
        return self.review_by is not None and self.review_by < day


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPart:
    """A part of a card in one language: ``kind`` is a block kind, conditions as in a block."""

    section: str
    kind: str
    text: str
    ages: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A topic in plain words with the teacher's brief, in one language.

    Sections: plain (for pupils), say, dont, questions, whom.
    """

    id: str
    title: str
    language: str
    articles: tuple[str, ...]
    parts: tuple[CardPart, ...]
    asks: tuple[str, ...] = ()
    """Statements that may not be said yet: somebody who knows is asked about them."""
    review_by: dt.date | None = None
    pack: str = ""
    shown_in: str = ""
    """The language of the words when they are not in ``language`` (no current translation)."""

    def section(self, name: str, age: str = "") -> tuple[CardPart, ...]:
        """The parts of a section that hold for an age (under16, 16plus, or "" for all)."""
        return tuple(
            part
            for part in self.parts
            if part.section == name and (not part.ages or not age or age in part.ages)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedValue:
    """An amount of a place and tier from a day on, e.g. a minimum wage in 元/月."""

    id: str
    title: Text
    place: str
    tier: str
    amount: str
    unit: Text
    grade: Grade
    source: str
    seen_on: dt.date | None = None
    valid_from: dt.date | None = None
    until: dt.date | None = None
    review_by: dt.date | None = None
    pack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpNumber:
    """A number to call and what for; ``always`` for 110, 119 and 120."""

    id: str
    call: str
    purpose: Text
    scope: str
    grade: Grade
    source: str
    seen_on: dt.date | None = None
    always: bool = False
    pack: str = ""

    @property
    def printable(self) -> bool:
        """True when it prints with what it is for; otherwise a blank to be checked is printed."""
        return self.always or self.grade in PRINTABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalContact:
    """A helper of this place that only the school can name: never invented, printed as a blank.

    Or a ``fact`` of this place, which stands on no help list. ``whom`` says who knows it.
    """

    id: str
    label: Text
    ask: Text
    whom: Text = NO_TEXT
    place: str = ""
    fact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiet:
    """Who speaks less in this place, why, and what a teacher does about it in one course.

    It orders courses in a year and stands among a teacher's notes; no rule about a learner sees it.
    """

    course: str
    who: Text
    why: Text
    do: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A province or county. ``within`` is the id of the place it lies in (``cn`` for provinces)."""

    id: str
    title: Text
    side: str
    iso: str = ""
    within: str = NATION
    quiet: tuple[Quiet, ...] = ()
