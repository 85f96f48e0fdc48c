"""Many packs as one library: lessons fitted to a setting, law, places, stories and guides.

``pack.toml`` is read at once, front matter and tables at the first list, bodies when a lesson is
opened; everything read is kept. A broken file is a problem, never an exception. What only an
opened lesson needs is loaded with it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, TypeVar

from lifeskills.core.curriculum import (
    Guide,
    Helper,
    Module,
    PackInfo,
    Pathway,
    Signal,
    Skill,
    StoryInfo,
    Term,
    in_order,
    unknown,
)
from lifeskills.core.errors import ContentError
from lifeskills.core.folders import PackFolder
from lifeskills.core.lesson import CourseInfo, Lesson
from lifeskills.core.setting import Audience, Setting
from lifeskills.core.text import Text
from lifeskills.core.translate import PageSet
from lifeskills.packs.catalogue import Catalogue, Entry

if TYPE_CHECKING:
    from lifeskills.core.law import LocalContact, Place
    from lifeskills.core.lawbook import LawBook
    from lifeskills.core.references import Resolved
    from lifeskills.core.story import Story
    from lifeskills.core.workdays import HolidayYear

__all__ = ["Library", "PackFolder"]

_COURSE = Text(zh="第{number}课《{title}》", en="Lesson {number}, “{title}”")
_COURSE_BARE = Text(zh="《{title}》", en="“{title}”")


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


class Library:
    """All packs of some folders. What is not there raises UnknownName with near names."""

    def __init__(self, folders: Sequence[PackFolder]) -> None:
        self._catalogue = Catalogue(folders)
        self.packs: tuple[PackInfo, ...] = tuple(pack.info for pack in self._catalogue.packs)

    @property
    def problems(self) -> tuple[ContentError, ...]:
        """What is wrong with what was read so far; asking reads all front matter and the law."""
        _ = len(self.law.provisions), len(self.law.cards)
        return self._catalogue.problems

    @cached_property
    def audiences(self) -> Mapping[str, Audience]:
        """Audiences by id, in the order of the packs."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.audiences)

    @cached_property
    def skills(self) -> Mapping[str, Skill]:
        """Life skills by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.skills)

    @cached_property
    def modules(self) -> Mapping[str, Module]:
        """Modules by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.modules)

    @cached_property
    def pathways(self) -> Mapping[str, Pathway]:
        """Pathways by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.pathways)

    @cached_property
    def calendar(self) -> Mapping[int, HolidayYear]:
        """Holidays by year; of a year that several packs have the last one's."""
        found = (one for pack in self._catalogue.packs for one in pack.tables.calendar)
        return MappingProxyType({one.year: one for one in found})

    @cached_property
    def glossary(self) -> Mapping[str, Term]:
        """Words that pupils may not know, by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.glossary)

    @cached_property
    def signals(self) -> Mapping[str, Signal]:
        """Warning signs of stories by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.signals)

    @cached_property
    def helpers(self) -> Mapping[str, Helper]:
        """Helpers of stories by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.helpers)

    @cached_property
    def places(self) -> Mapping[str, Place]:
        """Provinces and counties by id."""
        return _by_id(one for pack in self._catalogue.packs for one in pack.tables.places)

    @cached_property
    def law(self) -> LawBook:
        """Statements, cards, values and numbers of all packs."""
        from lifeskills.core.bulletin import amend
        from lifeskills.core.lawbook import LawBook
        from lifeskills.packs.lawshelf import card_shelf, law_shelf

        contacts = tuple(one for pack in self._catalogue.packs for one in pack.tables.contacts)
        numbers = [one for pack in self._catalogue.packs for one in pack.tables.numbers]
        told = [one for pack in self._catalogue.packs for one in pack.tables.bulletins]
        book = LawBook(
            provisions=law_shelf(self._catalogue.packs),
            cards=card_shelf(self._catalogue.packs),
            values=tuple(one for pack in self._catalogue.packs for one in pack.tables.values),
            numbers={one.id: one for one in numbers},
            contacts=contacts,
            places=self.places,
        )
        return amend(book, told)

    def courses(self, language: str = "zh") -> tuple[CourseInfo, ...]:
        """All courses in a language, by number; those without one last, as modules list them."""
        infos = [self._front(course).in_language(language).info for course in self._catalogue.bases]
        return in_order(infos, self.modules.values())

    def info(self, course: str, language: str = "zh") -> CourseInfo:
        """A course's front matter. Raises UnknownName."""
        return self._front(course).in_language(language).info

    def titles(self, course: str) -> Text:
        """A course's title in every language it has. Raises UnknownName."""
        from lifeskills.core.adapt import titles

        return titles((self._front(course),))

    def languages(self, course: str) -> tuple[str, ...]:
        """The languages a course has, master first. Raises UnknownName."""
        own = self._front(course)
        return (own.master.language, *own.translations)

    def packs_of(self, course: str) -> tuple[str, ...]:
        """The pack a course is from and those that adapt it. Raises UnknownName."""
        own = self._front(course)
        layers = [pack.info for pack, _ in self._catalogue.overlays.get(course, ())]
        layers.sort(key=lambda one: (one.level, one.id))
        return tuple(dict.fromkeys((own.master.pack, *(one.id for one in layers))))

    def lesson(
        self, course: str, setting: Setting, *, local: Mapping[str, str] | None = None
    ) -> Lesson:
        """The course fitted to a setting. ``local``: what the school filled in, by contact id.

        Raises UnknownName.
        """
        from lifeskills.core.adapt import adapt

        base = self._catalogue.whole(self._entry(course))
        around = self.law.chain(setting.place)
        layers = [
            self._catalogue.whole(entry)
            for entry in self._catalogue.overlays.get(course, ())
            if entry[0].info.applies(setting.side, around)
        ]
        lesson = adapt(base, layers, setting, resolve=self.resolver(local))
        versions = {info.id: info.version for info in self.packs}
        lawful = dict.fromkeys(self.law.provisions[one].pack for one in lesson.law)
        cited = tuple((pack, versions[pack]) for pack in lawful if pack in versions)
        return replace(lesson, packs=tuple(dict.fromkeys((*lesson.packs, *cited))))

    def resolver(
        self, local: Mapping[str, str] | None = None
    ) -> Callable[[str, str, Setting], Resolved | None]:
        """Puts references into words; courses by their number and title, the rest by the law."""
        from lifeskills.core.references import Resolved

        def resolve(kind: str, id: str, setting: Setting) -> Resolved | None:
            if kind != "course":
                return self.law.resolve(kind, id, setting, local)
            if id not in self._catalogue.bases:
                return None
            info = self.info(id, setting.language)
            form = _COURSE_BARE if info.number is None else _COURSE
            words = form.get(setting.language).format(number=info.number, title=info.title)
            return Resolved(text=words)

        return resolve

    def place(self, id: str) -> Place:
        """A province or county. Raises UnknownName."""
        if id not in self.places:
            raise unknown("No pack knows this place.", id, self.places)
        return self.places[id]

    def contacts(self, place: str) -> tuple[LocalContact, ...]:
        """The local helpers that a school of this place names, nearest first; no facts."""
        return tuple(one for one in self.law.contacts_of(place) if not one.fact)

    def stories(self) -> tuple[StoryInfo, ...]:
        """All stories, by id."""
        return tuple(
            StoryInfo(
                id=name,
                title=Text.from_map({one.language: one.title for one in told.values()}),
                passages=len(next(iter(told.values())).passages),
                endings=len(next(iter(told.values())).endings),
                languages=tuple(told),
            )
            for name, told in sorted(self._catalogue.stories.items())
        )

    def story(self, id: str, language: str = "zh") -> Story:
        """A story in a language, or in the one it has. Raises UnknownName."""
        if id not in self._catalogue.stories:
            raise unknown("No pack has this story.", id, self._catalogue.stories)
        told = self._catalogue.stories[id]
        return told.get(language) or next(iter(told.values()))

    def guides(self, language: str, side: str = "", place: str = "") -> Mapping[str, str]:
        """Titles of the guides by id; with a place only those that hold there."""
        chain = self.law.chain(place) if place else ()
        return {
            name: self._catalogue.front((pack, page)).in_language(language).info.title
            for name, (pack, page) in self._catalogue.guides.items()
            if not place or pack.info.applies(side, chain)
        }

    def guide(
        self,
        id: str,
        language: str = "zh",
        setting: Setting | None = None,
        *,
        local: Mapping[str, str] | None = None,
    ) -> Guide:
        """A guide in words, for the age that it has if it has only one. Raises UnknownName."""
        if id not in self._catalogue.guides:
            raise unknown("No pack has this guide.", id, self._catalogue.guides)
        from lifeskills.core.adapt import adapt

        pages = self._catalogue.whole(self._catalogue.guides[id])
        day = pages.master.info.checked_on or dt.date(1970, 1, 1)
        there = setting or Setting.anywhere(language, day)
        if len(pages.master.info.bands) == 1:
            there = replace(there, band=pages.master.info.bands[0])
        lesson = adapt(pages, (), there, resolve=self.resolver(local))
        return Guide(
            id=id,
            title=lesson.info.title,
            language=language,
            steps=lesson.steps,
            checked_on=lesson.info.checked_on,
            titles=lesson.titles,
            law=lesson.law,
            pages=lesson.info.pages,
        )

    def search(self, text: str, language: str = "zh") -> tuple[CourseInfo, ...]:
        """Courses by number, or whose words hold the text; titles before aims and messages."""
        from lifeskills.packs.searching import search

        return search(self, text, language)

    def _entry(self, course: str) -> Entry:
        if course not in self._catalogue.bases:
            raise unknown("No pack has this course.", course, self._catalogue.bases)
        return self._catalogue.bases[course]

    def _front(self, course: str) -> PageSet:
        return self._catalogue.front(self._entry(course))


def _by_id(found: Iterable[T]) -> Mapping[str, T]:
    """By id; a later pack's entry takes the place of an earlier one's."""
    return MappingProxyType({one.id: one for one in found})
