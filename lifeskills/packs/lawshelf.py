"""Laws and cards of all packs, read when they are first cited: who cites three reads three.

A shipped file is named after its law or card. What a school or a user adds may have any name and
is read in full, since it counts for more. Who walks through a shelf reads all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

from lifeskills.core.law import Card, Provision
from lifeskills.packs import lawfiles
from lifeskills.packs.pack import Pack

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Shelf(Mapping[K, V]):
    """A mapping that is read file by file. ``name_of`` a key is the name of its file."""

    def __init__(self, read: Callable[[str], Mapping[K, V]], name_of: Callable[[K], str]) -> None:
        self._read, self._name_of = read, name_of
        self._known: dict[K, V] = {}
        self._names: set[str] = set()
        self._whole = False

    def __getitem__(self, key: K) -> V:
        """What stands under a key; raises KeyError where no pack has it."""
        name = self._name_of(key)
        if key not in self._known and not self._whole and name not in self._names:
            self._names.add(name)
            self._known.update(self._read(name))
        if key not in self._known:
            self._read_all()
        return self._known[key]

    def __iter__(self) -> Iterator[K]:
        """Every key, in the order of the packs and files."""
        self._read_all()
        return iter(self._known)

    def __len__(self) -> int:
        """How many there are."""
        self._read_all()
        return len(self._known)

    def _read_all(self) -> None:
        if not self._whole:
            self._known, self._whole = dict(self._read("")), True


def law_shelf(packs: Sequence[Pack]) -> Shelf[str, Provision]:
    """Statements by id; a later pack's takes the place of an earlier one's."""

    def read(name: str) -> Mapping[str, Provision]:
        pages = [page for pack in packs for page in pack.laws_named(_wanted(pack, name))]
        return {one.id: one for one in lawfiles.provisions(pages)}

    return Shelf(read, lambda key: key.partition("-")[0])


def card_shelf(packs: Sequence[Pack]) -> Shelf[tuple[str, str], Card]:
    """Cards by id and language."""

    def read(name: str) -> Mapping[tuple[str, str], Card]:
        pages = [page for pack in packs for page in pack.cards_named(_wanted(pack, name))]
        return {(one.id, one.language): one for one in lawfiles.cards(pages)}

    return Shelf(read, lambda key: key[0])


def _wanted(pack: Pack, name: str) -> str:
    return name if pack.info.rank == "shipped" else ""
