"""The packs of some folders, opened: which pack a course, an overlay or a guide is from.

``pack.toml`` is read at once, front matter at the first question, bodies when a page is opened;
everything read is kept. A broken file is a problem, never an exception.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from lifeskills.core.curriculum import RANKS, PackInfo
from lifeskills.core.errors import ContentError
from lifeskills.core.folders import PackFolder
from lifeskills.core.lesson import Page
from lifeskills.core.text import Sentence
from lifeskills.core.translate import PageSet
from lifeskills.packs.folder import open_pack
from lifeskills.packs.pack import Pack

if TYPE_CHECKING:
    from lifeskills.core.story import Story

Entry = tuple[Pack, Page]
"""A page's front matter with the pack that it is from."""


class Catalogue:
    """Opened packs by level and id; of two with one id the higher rank counts."""

    def __init__(self, folders: Sequence[PackFolder]) -> None:
        self.reported: list[ContentError] = []
        self.packs = self._open(folders)
        self._sets: dict[tuple[str, str], PageSet] = {}

    def _open(self, folders: Sequence[PackFolder]) -> tuple[Pack, ...]:
        found: dict[str, PackInfo] = {}
        for folder in sorted(folders, key=lambda one: RANKS.index(one.rank)):
            info, errors = open_pack(folder)
            self.reported += errors
            if info is None:
                continue
            if info.id in found:
                self.reported.append(_met_twice(info, found[info.id]))
            found[info.id] = info
        return tuple(
            Pack(one) for one in sorted(found.values(), key=lambda one: (one.level, one.id))
        )

    @property
    def problems(self) -> tuple[ContentError, ...]:
        """What is wrong with what was read so far; asking reads all front matter."""
        _ = self.bases, self.guides
        for pack in self.packs:
            pack.tables.read_all()
        return (*self.reported, *(error for pack in self.packs for error in pack.errors))

    @cached_property
    def bases(self) -> Mapping[str, Entry]:
        """The master of each course; of a course met twice the later pack's."""
        found: dict[str, Entry] = {}
        for pack in self.packs:
            for page in pack.fronts:
                if page.adapts or not page.master:
                    continue
                if page.course in found:
                    self.reported.append(_course_twice(page, pack, found[page.course][0]))
                found[page.course] = (pack, page)
        return found

    @cached_property
    def overlays(self) -> Mapping[str, tuple[Entry, ...]]:
        """The masters of the overlays of each course."""
        found: dict[str, list[Entry]] = {}
        for pack in self.packs:
            for page in pack.fronts:
                if page.adapts and page.master:
                    found.setdefault(page.adapts, []).append((pack, page))
        return {course: tuple(pages) for course, pages in found.items()}

    @cached_property
    def guides(self) -> Mapping[str, Entry]:
        """The masters of the guides."""
        return {
            page.course: (pack, page)
            for pack in self.packs
            for page in pack.guide_fronts
            if page.master
        }

    @cached_property
    def stories(self) -> Mapping[str, Mapping[str, Story]]:
        """Stories by id and language, the pack's master language first."""
        found: dict[str, dict[str, Story]] = {}
        for pack in self.packs:
            own = sorted(pack.stories, key=lambda one: pack.info.languages.index(one.language))
            for story in own:
                found.setdefault(story.id, {})[story.language] = story
        return found

    def front(self, entry: Entry) -> PageSet:
        """A page with its translations, front matter only."""
        pack, master = entry
        others = {
            page.language: page
            for page in (*pack.fronts, *pack.guide_fronts)
            if not page.master
            and (page.course, page.adapts, _room(page))
            == (master.course, master.adapts, _room(master))
        }
        return PageSet(
            master=master, translations=others, level=pack.info.level, version=pack.info.version
        )

    def whole(self, entry: Entry) -> PageSet:
        """A page with its translations and all their steps, read once."""
        pack, master = entry
        key = (pack.info.id, master.file)
        if key not in self._sets:
            own = self.front(entry)
            self._sets[key] = PageSet(
                master=pack.whole(own.master),
                translations={name: pack.whole(page) for name, page in own.translations.items()},
                level=own.level,
                version=own.version,
            )
        return self._sets[key]


def _room(page: Page) -> str:
    return page.file.partition("/")[0]


def _met_twice(info: PackInfo, before: PackInfo) -> ContentError:
    says = Sentence(
        "The pack “{id}” is there twice: that in {folder} counts.", id=info.id, folder=info.folder
    )
    mend = Sentence("Take one of the two away. The other lies in {folder}.", folder=before.folder)
    file = f"{info.folder}/pack.toml"
    return ContentError(says, file=file, line=1, rule="pack-twice", mend=mend)


def _course_twice(page: Page, pack: Pack, before: Pack) -> ContentError:
    says = Sentence(
        "The course “{course}” is in the pack “{before}” too; this one counts.",
        course=page.course,
        before=before.info.id,
    )
    mend = Sentence('To change a course write adapts = "{course}".', course=page.course)
    file = f"{pack.info.folder}/{page.file}"
    return ContentError(says, file=file, line=1, rule="course-twice", mend=mend)
