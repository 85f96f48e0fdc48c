"""One opened pack: front matter first, bodies when somebody asks, everything kept once read.

The readers of bodies, law and stories are loaded with the first of them: a list needs none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from lifeskills.core.curriculum import PackInfo
from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import Page
from lifeskills.packs.folder import (
    CARDS,
    GUIDES,
    LAWS,
    LESSONS,
    STORIES,
    PackFile,
    pack_files,
    unreadable,
)
from lifeskills.packs.fronts import Leaf, read_front
from lifeskills.packs.tables import Tables

if TYPE_CHECKING:
    from lifeskills.core.story import Story
    from lifeskills.packs.lawfiles import CardPage, LawPage

T = TypeVar("T")


class Pack:
    """A pack that could be opened. ``errors`` grows as more of it is read."""

    def __init__(self, info: PackInfo) -> None:
        self.info = info
        self.errors: list[ContentError] = []
        self._files: dict[str, PackFile] = {}
        self._read: dict[str, Page | None] = {}
        self._rooms: dict[str, tuple[PackFile, ...]] = {}
        self._laws: dict[str, LawPage | None] = {}
        self._cards: dict[str, CardPage | None] = {}

    @cached_property
    def tables(self) -> Tables:
        """The TOML files."""
        return Tables(self.info, self.errors)

    @cached_property
    def fronts(self) -> tuple[Page, ...]:
        """The lesson files' front matter, as pages without steps."""
        return tuple(self._fronts(LESSONS))

    @cached_property
    def guide_fronts(self) -> tuple[Page, ...]:
        """The guides' front matter, as pages without steps."""
        return tuple(self._fronts(GUIDES))

    @property
    def laws(self) -> tuple[LawPage, ...]:
        """The law files."""
        return self.laws_named("")

    @property
    def cards(self) -> tuple[CardPage, ...]:
        """The cards."""
        return self.cards_named("")

    def laws_named(self, name: str) -> tuple[LawPage, ...]:
        """The law files of a name, e.g. ``LPM``, in every language; "" for all."""
        from lifeskills.packs.lawfiles import read_law

        return self._named(LAWS, name, read_law, self._laws)

    def cards_named(self, name: str) -> tuple[CardPage, ...]:
        """The cards of a name in every language; "" for all."""
        from lifeskills.packs.lawfiles import read_card

        return self._named(CARDS, name, read_card, self._cards)

    @cached_property
    def stories(self) -> tuple[Story, ...]:
        """The stories."""
        from lifeskills.packs.twee import read_story

        return tuple(self._all(STORIES, read_story))

    def whole(self, front: Page) -> Page:
        """The page with its steps; what could not be read is left out and reported."""
        if front.file not in self._read:
            from lifeskills.packs.pages import read_page

            file = self._files[front.file]
            guide = front.file.startswith(GUIDES)
            page = self._one(file, lambda raw, leaf: read_page(raw, leaf, guide=guide))
            self._read[front.file] = page
        return self._read[front.file] or front

    def _fronts(self, room: str) -> Iterator[Page]:
        for file in self._listed(room):
            self._files[file.leaf.path] = file
            page = self._one(file, lambda raw, leaf: read_front(raw, leaf, guide=room == GUIDES))
            if page is not None:
                yield page

    def _all(
        self, room: str, read: Callable[[bytes, Leaf], tuple[T | None, list[ContentError]]]
    ) -> Iterator[T]:
        for file in self._listed(room):
            found = self._one(file, read)
            if found is not None:
                yield found

    def _named(
        self,
        room: str,
        name: str,
        read: Callable[[bytes, Leaf], tuple[T | None, list[ContentError]]],
        kept: dict[str, T | None],
    ) -> tuple[T, ...]:
        """Files of a room by name; each is read once and ``kept``."""
        if room not in self._rooms:
            self._rooms[room] = tuple(self._listed(room))
        wanted = [file for file in self._rooms[room] if name in ("", file.name)]
        for file in wanted:
            if file.leaf.path not in kept:
                kept[file.leaf.path] = self._one(file, read)
        found = (kept[file.leaf.path] for file in wanted)
        return tuple(one for one in found if one is not None)

    def _listed(self, room: str) -> Iterator[PackFile]:
        for file in pack_files(self.info, room):
            if isinstance(file, ContentError):
                self.errors.append(file)
            else:
                yield file

    def _one(
        self, file: PackFile, read: Callable[[bytes, Leaf], tuple[T | None, list[ContentError]]]
    ) -> T | None:
        try:
            raw = file.read()
        except OSError:
            self.errors.append(unreadable(file.path, file.path.name))
            return None
        found, errors = read(raw, file.leaf)
        known = {(one.line, str(one)) for one in self.errors if one.file == file.leaf.file}
        self.errors += [one for one in errors if (one.line, str(one)) not in known]
        return found
