"""What packs are and how many of them are one curriculum: kinds, order, near names."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from lifeskills.core.errors import ContentError, UnknownName
from lifeskills.core.text import NO_TEXT, Sentence, Text

if TYPE_CHECKING:
    from lifeskills.core.law import Card, DatedValue, HelpNumber, LocalContact, Place, Provision
    from lifeskills.core.lesson import CourseInfo, Page, Step
    from lifeskills.core.setting import Audience
    from lifeskills.core.story import Story
    from lifeskills.core.workdays import HolidayYear

Rank = Literal["shipped", "user", "school"]
RANKS: tuple[Rank, ...] = ("shipped", "user", "school")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInfo:
    """``pack.toml`` as read. ``languages``: master first; ``when``: where the pack applies."""

    id: str
    title: Text
    version: str
    kind: str
    languages: tuple[str, ...]
    when: Mapping[str, str] = field(default_factory=dict)
    rank: Rank = "shipped"
    after: tuple[str, ...] = ()
    licence: str = ""
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    folder: str = ""
    api: int = 1

    @property
    def master(self) -> str:
        """The language the pack is written in."""
        return self.languages[0]

    @property
    def level(self) -> int:
        """Its place in the order base → side → province → user → school."""
        if self.rank != "shipped":
            return 2 + RANKS.index(self.rank)
        if "province" in self.when or "place" in self.when:
            return 2
        return 1 if "side" in self.when else 0

    def applies(self, side: str, places: Collection[str]) -> bool:
        """True if the pack holds on this side and in these places (a place and all around it)."""
        return all(
            value == side if key == "side" else value in places for key, value in self.when.items()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One of the life skills."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A part of the course list. ``pupil_title`` is what pupils' books and screens call it."""

    id: str
    number: int
    title: Text
    pupil_title: Text = NO_TEXT
    courses: tuple[str, ...] = ()


def in_order(courses: Iterable[CourseInfo], modules: Iterable[Module]) -> tuple[CourseInfo, ...]:
    """Courses by number; those without one after them, as their modules list them, then by id."""
    listed = [course for one in sorted(modules, key=_number) for course in one.courses]
    place = {course: index for index, course in enumerate(listed)}

    def key(one: CourseInfo) -> tuple[bool, int, str]:
        without = one.number is None
        return (
            without,
            place.get(one.course, len(place)) if without else one.number or 0,
            one.course,
        )

    return tuple(sorted(courses, key=key))


def _number(module: Module) -> int:
    return module.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """Courses in a recommended order for an audience: a lesson ``every`` so many weeks.

    ``before_internship`` are the courses that are taught before the first internship;
    ``asked_before`` and ``asked_after`` the sittings that are held before the first course and
    after the last.
    """

    id: str
    title: Text
    audience: str
    courses: tuple[str, ...] = ()
    every: int = 1
    before_internship: tuple[str, ...] = ()
    asked_before: tuple[str, ...] = ()
    asked_after: tuple[str, ...] = ()
    minutes: int | None = None
    """How long each of its lessons is, cut to fit; None for the audience's own minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInfo:
    """A story as a list shows it; ``passages`` without the debrief."""

    id: str
    title: Text
    passages: int
    endings: int
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Guide:
    """A guide for adults in one language, every reference in words."""

    id: str
    title: str
    language: str
    steps: tuple[Step, ...]
    checked_on: dt.date | None = None
    titles: Text = NO_TEXT
    law: tuple[str, ...] = ()
    pages: int = 0
    """The most A4 pages it may fill when printed; 0 for as many as it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """A warning sign that a story's passages name by id; ``card`` is its law card or ""."""

    id: str
    title: Text
    card: str = ""
    says: Text = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody who helps in a story, named by id in its passages."""

    id: str
    title: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word that pupils may not know, and what it means in words that they do."""

    id: str
    word: Text
    says: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What all packs together know, for rules that look beyond one pack."""

    day: dt.date
    packs: Mapping[str, PackInfo] = field(default_factory=dict)
    courses: Mapping[str, CourseInfo] = field(default_factory=dict)
    pages: tuple[Page, ...] = ()
    audiences: Mapping[str, Audience] = field(default_factory=dict)
    skills: Mapping[str, Skill] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    provisions: Mapping[str, Provision] = field(default_factory=dict)
    cards: frozenset[str] = frozenset()
    values: frozenset[str] = frozenset()
    numbers: Mapping[str, HelpNumber] = field(default_factory=dict)
    contacts: frozenset[str] = frozenset()
    places: Mapping[str, Place] = field(default_factory=dict)
    stories: frozenset[str] = frozenset()
    signals: frozenset[str] = frozenset()
    helpers: frozenset[str] = frozenset()
    glossary: tuple[Term, ...] = ()
    everyday: frozenset[str] = frozenset()
    """Characters that pupils know though newspapers rarely print them."""
    activities: frozenset[str] = frozenset()
    """Kinds of activity that plugins registered; empty if none were asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackView:
    """One pack read in full: what a content rule is given.

    Files in origins are relative to the pack's folder; a rule names them in its errors.
    """

    info: PackInfo
    around: Around
    pages: tuple[Page, ...] = ()
    guides: tuple[Page, ...] = ()
    stories: tuple[Story, ...] = ()
    provisions: tuple[Provision, ...] = ()
    cards: tuple[Card, ...] = ()
    values: tuple[DatedValue, ...] = ()
    numbers: tuple[HelpNumber, ...] = ()
    contacts: tuple[LocalContact, ...] = ()
    law_pages: tuple[Page, ...] = ()
    """Law files and cards as pages: for rules about their words, with origins."""
    modules: tuple[Module, ...] = ()
    pathways: tuple[Pathway, ...] = ()
    places: tuple[Place, ...] = ()
    calendar: tuple[HolidayYear, ...] = ()
    signals: tuple[Signal, ...] = ()
    glossary: tuple[Term, ...] = ()
    lines: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Of each TOML file, on which line an id stands."""

    @property
    def bases(self) -> tuple[Page, ...]:
        """The pack's own courses, in its master language."""
        return tuple(page for page in self.pages if page.master and not page.adapts)

    @property
    def overlays(self) -> tuple[Page, ...]:
        """The pack's overlays, in its master language."""
        return tuple(page for page in self.pages if page.master and page.adapts)

    @property
    def prose(self) -> tuple[Page, ...]:
        """Everything with steps: lessons, overlays, guides, laws and cards in all languages."""
        return (*self.pages, *self.guides, *self.law_pages)

    def path(self, file: str) -> str:
        """The whole name of a file of this pack, for an error."""
        return f"{self.info.folder}/{file}" if self.info.folder else file

    def line(self, file: str, id: str) -> int:
        """The line of an id in one of the pack's TOML files; 1 if it is not there."""
        return self.lines.get(file, {}).get(id, 1)

    def master(self, page: Page) -> Page | None:
        """The master of a translation in this pack (the page itself if it is one)."""
        if page.master:
            return page
        pool = self.prose
        return next(
            (
                one
                for one in pool
                if one.master
                and (one.course, one.adapts) == (page.course, page.adapts)
                and one.file.split("/")[0] == page.file.split("/")[0]
            ),
            None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRule:
    """A rule of ``pack check``: its id, what it asks in one line, and how it looks."""

    id: str
    title: Text
    check: Callable[[PackView], Iterable[ContentError]]


def near(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three names that look like ``name``."""
    return tuple(difflib.get_close_matches(name, list(known), n=3, cutoff=0.5))


def unknown(what: str, name: str, known: Iterable[str]) -> UnknownName:
    """An error for a name that is not known, with near ones as its mend."""
    names = near(name, known)
    mend = Sentence("Did you mean: {names}?", names=", ".join(names)) if names else None
    return UnknownName(what, subject=name, mend=mend)
