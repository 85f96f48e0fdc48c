"""The law book: what may be said on a day in a place, through the three gates (design §4).

A legal statement passes at grade A or B, in force on the day and in the place; a dated value at C
only as "about …, as of …"; a number to call at A or B, 110, 119 and 120 always.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lifeskills.core import citations
from lifeskills.core.curriculum import unknown
from lifeskills.core.errors import UnknownName
from lifeskills.core.law import (
    Card,
    CardPart,
    DatedValue,
    HelpNumber,
    LocalContact,
    Place,
    Provision,
    Quiet,
)
from lifeskills.core.references import Resolved, resolve_text
from lifeskills.core.setting import NATION, Setting
from lifeskills.core.text import Sentence, Text

WORLD = "int"


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBook:
    """Statements, cards, values and numbers of all packs. ``cards`` by (id, language)."""

    provisions: Mapping[str, Provision] = field(default_factory=dict)
    cards: Mapping[tuple[str, str], Card] = field(default_factory=dict)
    values: Sequence[DatedValue] = ()
    numbers: Mapping[str, HelpNumber] = field(default_factory=dict)
    contacts: Sequence[LocalContact] = ()
    places: Mapping[str, Place] = field(default_factory=dict)

    def chain(self, place: str) -> tuple[str, ...]:
        """A place and all it lies in, nearest first, the nation and the world last."""
        found: list[str] = []
        while place and place not in found and place not in (NATION, WORLD):
            found.append(place)
            place = self.places[place].within if place in self.places else NATION
        return (*found, NATION, WORLD)

    def contacts_of(self, place: str) -> tuple[LocalContact, ...]:
        """The helpers and facts that a school of this place fills in, nearest first; each id once.

        Several provinces may ask for the same helper, each in its own words.
        """
        chain = self.chain(place)
        near: dict[str, LocalContact] = {}
        here = (one for one in self.contacts if one.place in chain)
        for one in sorted(here, key=lambda one: (chain.index(one.place), one.id)):
            near.setdefault(one.id, one)
        return tuple(near.values())

    def quiet_of(self, place: str) -> tuple[Quiet, ...]:
        """Who speaks less here, by course, in the order in which those courses come first."""
        known = (self.places[one] for one in self.chain(place) if one in self.places)
        return next((one.quiet for one in known if one.quiet), ())

    def provision(self, id: str) -> Provision:
        """A statement, whether it may be said or not. Raises UnknownName with near ids."""
        if id not in self.provisions:
            raise unknown("No pack has this statement.", id, self.provisions)
        return self.provisions[id]

    def statement(self, id: str, day: dt.date) -> Provision | None:
        """The statement, if it may be said on this day; None if it may not. Raises UnknownName."""
        one = self.provision(id)
        return one if one.printable and one.in_force(day) else None

    def asked_of(self, cards: Iterable[str], setting: Setting) -> tuple[tuple[str, str], ...]:
        """What the cards leave open here: topic and citation of each, never the statement."""
        language, chain = setting.language, self.chain(setting.place)
        known_cards = (self.cards.get((card, language)) for card in cards)
        named = [one for card in known_cards if card is not None for one in card.asks]
        known = (self.provisions[one] for one in dict.fromkeys(named) if one in self.provisions)
        return tuple(
            (one.heading.get(language), citations.citation(one, language))
            for one in known
            if one.place in chain and not one.printable
        )

    def question(self, ids: Sequence[str], language: str) -> str:
        """The sentence to paste to the labour bureau, asking if these still hold."""
        asked = [self.provisions[one] for one in ids if one in self.provisions]
        return citations.question(asked, language)

    def card(self, id: str, language: str) -> Card:
        """The card in a language, or in the one it has. Raises UnknownName."""
        if (id, language) in self.cards:
            return self.cards[id, language]
        for (name, _), card in self.cards.items():
            if name == id:
                return replace(card, shown_in=card.shown_in or card.language)
        raise UnknownName("No pack has this card.", subject=id)

    def values_of(self, id: str, setting: Setting) -> tuple[DatedValue, ...]:
        """The values in force on the day in the nearest place that has any, one for each tier."""
        for place in self.chain(setting.place):
            tiers: dict[str, DatedValue] = {}
            for one in self.values:
                if one.id != id or one.place != place or not _in_force(one, setting.day):
                    continue
                before = tiers.get(one.tier)
                if before is None or _since(one) > _since(before):
                    tiers[one.tier] = one
            if tiers:
                return tuple(tiers[tier] for tier in sorted(tiers))
        return ()

    def numbers_for(self, place: str) -> tuple[HelpNumber, ...]:
        """The numbers to call in a place; 110, 119, 120 first."""
        chain = self.chain(place)
        found = [one for one in self.numbers.values() if one.scope in chain]
        return tuple(sorted(found, key=lambda one: (not one.always, one.id)))

    def resolve(
        self, kind: str, id: str, setting: Setting, local: Mapping[str, str] | None = None
    ) -> Resolved | None:
        """Words for a reference in ``setting.language``; None if no pack knows it.

        ``local`` holds what the school filled in for its local helpers.
        """
        match kind:
            case "law":
                return self._law(id, setting)
            case "card":
                return self._card(id, setting, local or {})
            case "value":
                return self._value(id, setting)
            case "number":
                return self._number(id, setting, local or {})
        return None

    def _law(self, id: str, setting: Setting) -> Resolved | None:
        one = self.provisions.get(id)
        if one is None:
            return None
        language = setting.language
        if not one.printable:
            says = Sentence("The statement {id} is not verified: it is not said.", id=id)
            return _note(citations.UNSURE, id, language, says)
        if not one.in_force(setting.day):
            says = Sentence("The statement {id} is not in force on this day.", id=id)
            return _note(citations.NOT_NOW, id, language, says)
        if one.place not in self.chain(setting.place):
            says = Sentence("The statement {id} is in force elsewhere only.", id=id)
            return _note(citations.NOT_HERE, id, language, says)
        overdue = one.overdue(setting.day)
        notices = [_overdue(id)] if overdue else []
        if not one.text.has(language):
            language = one.text.languages[0]
            notices.append(_own_language(id))
        text = citations.cited(one, language, overdue=overdue)
        return Resolved(text=text, law=(id,), notices=tuple(notices))

    def _card(self, id: str, setting: Setting, local: Mapping[str, str]) -> Resolved | None:
        try:
            card = self.card(id, setting.language)
        except UnknownName:
            return None
        language = card.shown_in or setting.language
        place = replace(setting, language=language)
        basis = [
            self.provisions[article]
            for article in card.articles
            if self._law_holds(article, setting)
        ]
        if not basis:
            says = Sentence("No statement under the card {id} may be said here today.", id=id)
            return _note(citations.UNSURE, id, language, says)
        words = resolve_text(
            "\n\n".join(part.text for part in plain_parts(card, setting)),
            place,
            lambda kind, name, there: (
                None if kind == "card" else self.resolve(kind, name, there, local)
            ),
        )
        notices = [*words.notices, *([_own_language(id)] if card.shown_in else [])]
        late = card.review_by is not None and card.review_by < setting.day
        if late or any(one.overdue(setting.day) for one in basis):
            notices.append(_overdue(id))
        line = citations.basis(basis, language, day=setting.day)
        law = (*words.law, *(one.id for one in basis))
        return Resolved(
            text=f"{words.text}\n\n{line}", law=tuple(dict.fromkeys(law)), notices=tuple(notices)
        )

    def _law_holds(self, id: str, setting: Setting) -> bool:
        one = self.provisions.get(id)
        return (
            one is not None
            and one.printable
            and one.in_force(setting.day)
            and one.place in self.chain(setting.place)
        )

    def _value(self, id: str, setting: Setting) -> Resolved | None:
        found = self.values_of(id, setting)
        if found:
            text = citations.value_words(list(found), setting.language, day=setting.day)
            late = any(one.review_by is not None and one.review_by < setting.day for one in found)
            return Resolved(text=text, notices=(_overdue(id),) if late else ())
        titled = next((one for one in self.values if one.id == id), None)
        if titled is None:
            return None
        says = Sentence("No value “{id}” is known for this place: a blank stands for it.", id=id)
        text = citations.value_blank(titled.title, setting.language)
        return Resolved(text=text, notices=(says,))

    def _number(self, id: str, setting: Setting, local: Mapping[str, str]) -> Resolved | None:
        one = self.numbers.get(id)
        if one is not None and (one.always or one.scope in self.chain(setting.place)):
            notices = () if one.printable else (_blank(one.purpose.get(setting.language)),)
            return Resolved(
                text=citations.number_words(one, setting.language),
                spoken=one.call if one.printable else "",
                notices=notices,
            )
        named = [one for one in self.contacts_of(setting.place) if one.id == id]
        elsewhere = [one for one in self.contacts if one.id == id]
        contact = next(iter(named or elsewhere), None)
        if contact is None:
            return None
        value = local.get(id, "")
        notices = () if value else (_blank(contact.label.get(setting.language)),)
        return Resolved(
            text=citations.contact_words(contact, value, setting.language), notices=notices
        )


def plain_parts(card: Card, setting: Setting) -> tuple[CardPart, ...]:
    """A card's words for pupils in a setting: under 16 first in a mixed class, as in a step.

    Words for an audience (parents) are for it alone. Other adults without a band read what holds
    for all ages, else the 16-plus words.
    """
    plain = card.section("plain")
    own = tuple(part for part in plain if setting.audience in part.audiences)
    if own:
        return own
    parts = tuple(part for part in plain if not part.audiences)
    if setting.band == "mixed":
        order: tuple[str, ...] = ("under16", "16plus")
    elif setting.band is None:
        order = ("16plus", "under16")
    else:
        order = (setting.band,)
    for age in order:
        if any(age in part.ages for part in parts):
            return tuple(part for part in parts if not part.ages or age in part.ages)
    return tuple(part for part in parts if not part.ages)


def _in_force(one: DatedValue, day: dt.date) -> bool:
    return _since(one) <= day and (one.until is None or day <= one.until)


def _since(one: DatedValue) -> dt.date:
    return one.valid_from or dt.date.min


def _note(words: Text, id: str, language: str, says: Sentence) -> Resolved:
    note = citations.NOTE.get(language).format(says=words.get(language).format(id=id))
    return Resolved(text=note, notices=(says,))


def _overdue(id: str) -> Sentence:
    return Sentence("“{id}” should have been checked again: ask the labour bureau.", id=id)


def _own_language(id: str) -> Sentence:
    return Sentence("No current translation of “{id}”: it shows in its own language.", id=id)


def _blank(what: str) -> Sentence:
    return Sentence("“{what}” has no number yet: a blank stands for it.", what=what)
