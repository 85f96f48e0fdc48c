"""What the law book gives a printed book and a story: statements and cards that may be said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lifeskills.core.curriculum import Signal
from lifeskills.core.law import Card, CardPart
from lifeskills.core.lawbook import LawBook
from lifeskills.core.references import Resolve, resolve_text
from lifeskills.core.setting import Setting
from lifeskills.core.story import PassageCard, Story


def statements_said(law: LawBook, setting: Setting) -> dict[str, str]:
    """Every statement that may be said there on that day, worded with its citation, by id."""
    said: dict[str, str] = {}
    for name in law.provisions:
        words = law.resolve("law", name, setting)
        if words is not None and words.law:
            said[name] = words.text
    return said


def cards_said(
    law: LawBook, ids: Iterable[str], setting: Setting, resolve: Resolve
) -> dict[str, Card]:
    """These cards with every reference in words, the plain part as pupils of this age read it.

    A card under which no statement may be said is left out.
    """
    found: dict[str, Card] = {}
    for name in dict.fromkeys(ids):
        plain = law.resolve("card", name, setting)
        if plain is None or not plain.law:
            continue
        card = law.card(name, setting.language)
        said = [
            replace(one, text=plain.text, ages=(), audiences=())
            for one in card.section("plain")[:1]
        ]
        others = [
            replace(part, text=resolve_text(part.text, setting, resolve).text)
            for part in card.parts
            if part.section != "plain"
        ]
        found[name] = replace(card, parts=(*said, *others))
    return found


def told(
    story: Story,
    signals: Mapping[str, Signal],
    law: LawBook,
    setting: Setting,
    resolve: Resolve,
) -> Story:
    """A story as it is told in a setting: with the cards of its passages, resolved.

    A passage's cards are those that it names and those of its signals.
    """
    passages = []
    for one in story.passages:
        signalled = [signals[name].card for name in one.signals if name in signals]
        ids = dict.fromkeys(name for name in (*one.cards, *signalled) if name)
        passages.append(replace(one, cards=tuple(ids)))
    wanted = [name for one in passages for name in one.cards]
    cards = cards_said(law, wanted, setting, resolve)
    return replace(
        story,
        passages=tuple(passages),
        cards={name: _passage_card(card) for name, card in cards.items()},
    )


_ITEM = re.compile(r"(?m)^- +(.+)$")
BRIEF = ("say", "dont", "questions", "whom")
"""Sections of a card that are the teacher's."""


def _passage_card(card: Card) -> PassageCard:
    said = card.section("plain")[0].text if card.section("plain") else ""
    plain, _, basis = said.rpartition("\n\n")  # the citation is the last paragraph
    parts = ((name, card.section(name)) for name in BRIEF)
    return PassageCard(
        id=card.id,
        title=card.title,
        plain=plain,
        basis=basis,
        review_by=card.review_by.isoformat() if card.review_by else "",
        brief=tuple((name, _brief_text(found)) for name, found in parts if found),
    )


def _brief_text(parts: Sequence[CardPart]) -> str:
    """The parts of a section; each likely question with what a good answer touches beside it."""
    asked = [_ITEM.findall(part.text) for part in parts if part.kind == "ask"]
    touch = [_ITEM.findall(part.text) for part in parts if part.kind == "touch"]
    if len(parts) == 2 and asked and touch and len(asked[0]) == len(touch[0]):
        pairs = zip(asked[0], touch[0], strict=True)
        return "\n".join(f"- **{question}** {answer}" for question, answer in pairs)
    return "\n\n".join(part.text for part in parts)
