"""Front matter as msgspec Structs: unknown keys are errors.

A master file holds everything; a translation repeats only the words. The one-line docstrings
below are what ``docs/reference/lesson.md`` says about each file.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from lifeskills.core.setting import AGE_BANDS, AgeBand

Id = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]*$")]
ArticleId = Annotated[str, Meta(pattern=r"^[A-Z0-9]+(-[A-Za-z0-9]+)+$")]
Whole = Annotated[int, Meta(ge=0)]
Minutes = Annotated[int, Meta(ge=1)]
Band = AgeBand
Grade = Literal["A", "B", "C", "R"]
Rule = Literal["per_class", "per_group", "per_learner"]


class Front(Struct, forbid_unknown_fields=True, kw_only=True):
    """Front matter; a key that is not named here is an error."""


class Objective(Front):
    """``[[objectives]]``: what a learner can do afterwards (K know, A attitude, S skill)."""

    id: Id
    kind: Literal["K", "A", "S"]
    text: str


class Material(Front):
    """``[[materials]]``: something to bring, and the way that costs nothing."""

    id: Id
    item: str
    rule: Rule
    quantity: Whole
    free: str


class Printable(Front):
    """``[[printables]]``: a sheet that may be copied, never must."""

    id: Id
    title: str
    pages: Minutes
    copies: Rule


class Preparation(Front):
    """``[preparation]``: minutes and tasks before the lesson."""

    minutes: Whole
    tasks: tuple[str, ...] = ()


class LocalFact(Front):
    """``[[local_facts_needed]]``: what only this place knows; whom to ask."""

    id: Id
    ask: str
    whom: str = ""


class LessonFront(Front):
    """A lesson in its master language."""

    course: Id
    title: str
    aim: str
    module: str
    why_it_matters: str
    audiences: Annotated[list[str], Meta(min_length=1)]
    minutes: dict[str, Minutes]
    skills: Annotated[list[str], Meta(min_length=1, max_length=3)]
    slots: list[str]
    sensitivity: Annotated[int, Meta(ge=0, le=3)]
    key_messages: Annotated[list[str], Meta(max_length=3)]
    objectives: Annotated[list[Objective], Meta(min_length=1)]
    checked_on: dt.date
    sources: list[str]
    number: Annotated[int, Meta(ge=1)] | None = None
    sitting: bool = False
    bands: tuple[Band, ...] = AGE_BANDS
    prerequisites: tuple[str, ...] = ()
    pairs_with: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    materials: tuple[Material, ...] = ()
    printables: tuple[Printable, ...] = ()
    preparation: Preparation = field(default_factory=lambda: Preparation(minutes=0))
    local_facts_needed: tuple[LocalFact, ...] = ()
    episode: str = ""


class ObjectiveWords(Front):
    """``[[objectives]]`` of a translation."""

    id: Id
    text: str


class MaterialWords(Front):
    """``[[materials]]`` of a translation."""

    id: Id
    item: str
    free: str = ""


class PrintableWords(Front):
    """``[[printables]]`` of a translation."""

    id: Id
    title: str


class PreparationWords(Front):
    """``[preparation]`` of a translation."""

    tasks: tuple[str, ...] = ()


class LessonWords(Front):
    """A translation of a lesson: only the words."""

    course: Id
    title: str
    aim: str = ""
    why_it_matters: str = ""
    slots: tuple[str, ...] = ()
    key_messages: tuple[str, ...] = ()
    objectives: tuple[ObjectiveWords, ...] = ()
    materials: tuple[MaterialWords, ...] = ()
    printables: tuple[PrintableWords, ...] = ()
    preparation: PreparationWords = field(default_factory=PreparationWords)
    local_facts_needed: tuple[LocalFact, ...] = ()


class OverlayFront(Front):
    """A lesson file that adapts a course of another pack."""

    adapts: Id
    title: str = ""
    local_facts_needed: tuple[LocalFact, ...] = ()
    cards: tuple[str, ...] = ()
    checked_on: dt.date | None = None
    sources: tuple[str, ...] = ()


class OverlayWords(Front):
    """A translation of an overlay."""

    adapts: Id
    title: str = ""
    local_facts_needed: tuple[LocalFact, ...] = ()


class LawFront(Front, rename={"from_": "from"}):
    """A law file; keys of an article's heading override these."""

    law: Annotated[str, Meta(pattern=r"^[A-Z0-9]+$")]
    title: str
    place: str
    source: str
    from_: dt.date | None = None
    until: dt.date | None = None
    seen_on: dt.date | None = None
    review_by: dt.date | None = None


class LawWords(Front):
    """A translation of a law file."""

    law: str
    title: str


class CardFront(Front):
    """A legal card: a topic in plain words with the teacher's brief.

    ``asks`` are statements that may not be said yet: a guest is asked about them.
    """

    card: Id
    title: str
    articles: Annotated[list[ArticleId], Meta(min_length=1)]
    asks: tuple[ArticleId, ...] = ()
    review_by: dt.date | None = None


class CardWords(Front):
    """A translation of a card."""

    card: Id
    title: str


class GuideFront(Front):
    """A guide for adults, e.g. the disclosure card."""

    guide: Id
    title: str
    checked_on: dt.date
    pages: int = 0
    """The most A4 pages it may fill when printed; 0 for as many as it needs."""
    bands: tuple[Band, ...] = AGE_BANDS
    """The ages it speaks to; a guide for one of them is read and printed in the words for it."""


class GuideWords(Front):
    """A translation of a guide."""

    guide: Id
    title: str
    checked_on: dt.date | None = None
