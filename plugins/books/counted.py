"""What the tools of a lesson counted, in words, for the tools that we know.

A school's own tool may keep other things under the same names: what has another shape than ours is
passed over, so that a record can always be printed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lifeskills.api import BookRequest

from .common import title
from .words import words

Words = Mapping[str, str]
Kept = Mapping[str, Any]


def tool_in_words(request: BookRequest, kept: Kept) -> list[str]:
    """One tool's record, a phrase for each thing it kept."""
    w = words(request.language)
    numbers = {name: one for name, one in kept.items() if isinstance(one, int)}
    said = _numbers(w, numbers)
    said += _votes(w, kept)
    for name, one in {**_map(kept, "counts"), **_map(kept, "words")}.items():
        said.append(f"{title(request, 'counted', name) or name}{w['colon']}{one}")
    if _map(kept, "themes"):
        said.append(counts_in_words(_map(kept, "themes")))
    said += _cards(w, kept)
    letters = [str(one.get("letter", "?")) for one in _list(kept, "choices")]
    if letters:
        said.append(w["tool_story"].format(choices="–".join(letters)))
    return [*said, *slips_in_words(w, kept)]


def _numbers(w: Words, numbers: Mapping[str, int]) -> list[str]:
    """Of found, relay, questions, tally and fishbowl; each tells itself by its first name."""
    asked = "tool_first_try" if "first_try" in numbers else "tool_questions"
    phrases = (
        ("found", "tool_found", ("found", "of")),
        ("asked", asked, ("asked", "first_try", "answered")),
        ("ideas", "tool_ideas", ()),
        ("turns", "tool_fishbowl", ("turns", "swaps")),
    )
    return [
        w[phrase].format(n=numbers[first], **{name: numbers.get(name, "?") for name in names})
        for first, phrase, names in phrases
        if first in numbers
    ]


def _votes(w: Words, kept: Kept) -> list[str]:
    """Rounds of a vote, of a debate, of each statement; then who spoke and the arguments."""
    said = [_round(w, one) for one in _list(kept, "rounds")]
    for statement in _list(kept, "statements"):
        rounds = [_round(w, one) for one in _list(statement, "rounds")]
        told = w["comma"].join(one for one in rounds if one)
        said.append(w["tool_statement"].format(n=statement.get("n", "?"), told=told or "–"))
    spoke = _map(kept, "spoke")
    if spoke:
        girls, boys = (spoke.get(sex, 0) for sex in ("girls", "boys"))
        said.append(w["tool_spoke"].format(girls=girls, boys=boys))
    arguments = _map(kept, "arguments")
    said += [
        f"{w[f'tool_{side}']}{w['colon']}{w['comma'].join(map(str, arguments[side]))}"
        for side in ("for", "against")
        if isinstance(arguments.get(side), list)
    ]
    return [one for one in said if one]


def _round(w: Words, one: Kept) -> str:
    hands = counts_in_words(_map(one, "hands"))
    if one.get("winner"):
        return w["tool_winner"].format(winner=one["winner"], hands=hands or "–")
    return hands


def _cards(w: Words, kept: Kept) -> list[str]:
    """Cards that were argued about or put wrong; what groups put first and last."""
    said: list[str] = []
    disputed, wrong = _map(kept, "disputed"), _map(kept, "wrong")
    if isinstance(kept.get("cards"), int):
        said.append(w["tool_cards"].format(n=kept["cards"], disputed=", ".join(disputed) or "–"))
    if wrong:
        said.append(w["tool_wrong"].format(cards=", ".join(wrong)))
    ends = [(end, _map(kept, end)) for end in ("first", "last")]
    return [*said, *(f"{w[f'tool_{end}']}{w['colon']}{_times(one)}" for end, one in ends if one)]


def slips_in_words(w: Words, kept: Kept) -> list[str]:
    """Exit slips by face, or that they come later or never."""
    faces = _map(kept, "faces")
    if faces:
        return [w["comma"].join(f"{w.get(f'slip_{face}', face)} {n}" for face, n in faces.items())]
    return [w[f"slips_{kept['when']}"]] if kept.get("when") in ("later", "never") else []


def counts_in_words(counts: Mapping[str, Any]) -> str:
    """``家 3, 钱 2``."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def _times(counts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} × {number}" for name, number in counts.items())


def _map(kept: Kept, name: str) -> Mapping[str, Any]:
    found = kept.get(name)
    return found if isinstance(found, Mapping) else {}


def _list(kept: Kept, name: str) -> list[Mapping[str, Any]]:
    found = kept.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []
