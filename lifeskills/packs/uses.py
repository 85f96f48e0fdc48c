"""Which law each lesson uses: statements and values, its own and those of the cards it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lifeskills.core.folders import PackFolder
from lifeskills.core.law import Card
from lifeskills.core.lawbook import LawBook
from lifeskills.core.lesson import Page
from lifeskills.core.references import references
from lifeskills.packs.catalogue import Catalogue

Use = tuple[str, str]
"""(kind, id): ``("statement", "LPM-11")``, ``("card", …)`` or ``("value", …)``."""

_KINDS = {"law": "statement", "card": "card", "value": "value"}


def uses(folders: Sequence[PackFolder], law: LawBook) -> Mapping[str, frozenset[Use]]:
    """By course what its pages in every pack use. Every body is read once."""
    catalogue = Catalogue(folders)
    cards = {name: frozenset(_of_card(one)) for (name, _), one in law.cards.items()}
    found: dict[str, frozenset[Use]] = {}
    for course, base in catalogue.bases.items():
        entries = (base, *catalogue.overlays.get(course, ()))
        own = {use for entry in entries for use in _of_page(catalogue.whole(entry).master)}
        shown = {use for kind, name in own if kind == "card" for use in cards.get(name, ())}
        found[course] = frozenset(own | shown)
    return found


def _of_page(page: Page) -> Iterator[Use]:
    yield from (("card", card) for card in page.info.cards)
    for step in page.steps:
        for block in step.blocks:
            yield from _of_text(block.text)


def _of_card(card: Card) -> Iterator[Use]:
    yield from (("statement", article) for article in card.articles)
    for part in card.parts:
        yield from _of_text(part.text)


def _of_text(text: str) -> Iterator[Use]:
    for one in references(text):
        if one.kind in _KINDS:
            yield _KINDS[one.kind], one.id
