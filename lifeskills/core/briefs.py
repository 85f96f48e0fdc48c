"""What the law book gives a printed book: statements and cards that may be said, in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lifeskills.core.law import Card
from lifeskills.core.lawbook import LawBook
from lifeskills.core.references import Resolve, resolve_text
from lifeskills.core.setting import Setting


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
        said = [replace(one, text=plain.text, ages=()) for one in card.section("plain")[:1]]
        others = [
            replace(part, text=resolve_text(part.text, setting, resolve).text)
            for part in card.parts
            if part.section != "plain"
        ]
        found[name] = replace(card, parts=(*said, *others))
    return found
