"""What a book is: a plan made from plain values, and templates that lay it out.

A plan function reads no file, clock or screen: everything it may use stands in the request.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from lifeskills.core.curriculum import Guide, Term
    from lifeskills.core.law import Card, HelpNumber, LocalContact, Provision
    from lifeskills.core.lesson import Lesson
    from lifeskills.core.people import ClassGroup
    from lifeskills.core.setting import Setting
    from lifeskills.core.story import Story
    from lifeskills.core.text import Text
    from lifeskills.core.tool import Activity
    from lifeskills.core.workdays import HolidayYear
    from lifeskills.core.yearsheet import YearSheet

PageSize = Literal["A4", "A5"]
NEEDS = ("audience", "place", "lang", "course", "story", "activity", "guide", "class", "on", "year")
"""Options that a book may ask for, named as the command line names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRequest:
    """Everything a plan may read. What the book did not ask for is empty.

    ``names`` maps learner ids to the names that may be printed; ``guides`` maps guide ids to guides
    fitted to the setting; ``law`` maps statement ids to the statements that may be said on ``day``
    in this place, and ``said`` to their words with the citation; ``cards`` maps card ids to cards
    with every reference in words. ``titles`` says what ids are called: its keys are such as
    ``audience:g7-9``, ``place:guizhou``, ``skill:empathy``, ``kind:card-sort``. ``start`` is when
    the lesson begins, if that is known. ``story`` is told for the setting; of a class, ``record``
    is then the lesson in which it was walked. ``year`` is the class's year, for a page about one,
    ``activity`` the kind whose sheets are asked for, ``guide`` the guide that is.
    """

    book: str
    language: str
    day: dt.date
    setting: Setting | None = None
    pathway: str = ""
    """Id of the one pathway that the lessons are of, if they are of one alone."""
    lessons: tuple[Lesson, ...] = ()
    group: ClassGroup | None = None
    record: Mapping[str, Any] | None = None
    story: Story | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    school: Mapping[str, Any] = field(default_factory=dict)
    guides: Mapping[str, Guide] = field(default_factory=dict)
    numbers: tuple[HelpNumber, ...] = ()
    contacts: tuple[LocalContact, ...] = ()
    law: Mapping[str, Provision] = field(default_factory=dict)
    said: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    asks: tuple[tuple[str, str], ...] = ()
    """What the cards leave open, for a guest to answer: each a topic and where it stands."""
    titles: Mapping[str, Text] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    """Words that pupils may not know, with what they mean."""
    start: dt.time | None = None
    year: YearSheet | None = None
    holidays: HolidayYear | None = None
    """Of the calendar year that a book is for."""
    activity: Activity | None = None
    guide: Guide | None = None
    packs: tuple[tuple[str, str], ...] = ()
    """Id and version of every pack that gave words, for the imprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPlan:
    """What to lay out: a template of the book's folder and the values it reads.

    ``pages`` is the most it may fill, 0 for as many as it needs: the type is made smaller until it
    fits. A plan whose context holds a ``sheet`` (see ``press.docx``) can become a ``.docx``.
    """

    template: str
    title: str
    page: PageSize = "A4"
    pages: int = 0
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """A book or a small print that a plugin gives.

    ``needs`` names the options without which it cannot be made; ``formats`` what it can become.
    ``plan`` raises PrintError for a request that cannot be printed.
    """

    id: str
    title: Text
    plan: Callable[[BookRequest], BookPlan]
    templates: Path
    needs: tuple[str, ...] = ()
    formats: tuple[str, ...] = ("pdf", "html")
