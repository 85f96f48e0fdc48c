"""What the tools of a lesson counted, in words, for the tools that we know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lifeskills.api import BookRequest

from .common import title
from .words import words


def tool_in_words(request: BookRequest, values: Mapping[str, Any]) -> list[str]:
    """One tool's record, a phrase for each thing it kept; what we do not know is left out."""
    w = words(request.language)
    said: list[str] = []
    if "found" in values:
        said.append(w["tool_found"].format(found=values["found"], of=values.get("of", "?")))
    if "first_try" in values:
        said.append(
            w["tool_first_try"].format(
                asked=values.get("asked", "?"), first_try=values["first_try"]
            )
        )
    elif "asked" in values:
        said.append(
            w["tool_questions"].format(asked=values["asked"], answered=values.get("answered", "?"))
        )
    said += _votes(w, values)
    if "ideas" in values:
        said.append(w["tool_ideas"].format(n=values["ideas"]))
    if "turns" in values:
        said.append(w["tool_fishbowl"].format(turns=values["turns"], swaps=values.get("swaps", 0)))
    for name, one in {**values.get("counts", {}), **values.get("words", {})}.items():
        said.append(f"{title(request, 'counted', name) or name}{w['colon']}{one}")
    if values.get("themes"):
        said.append(counts_in_words(values["themes"]))
    said += _cards(w, values)
    if values.get("choices"):
        letters = "–".join(str(one.get("letter", "?")) for one in values["choices"])
        said.append(w["tool_story"].format(choices=letters))
    return [*said, *slips_in_words(w, values)]


def _votes(w: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Rounds of a vote, of a debate, of each statement; then the arguments of a debate."""
    said = [_round(w, one) for one in values.get("rounds", ())]
    for statement in values.get("statements", ()):
        rounds = [_round(w, one) for one in statement.get("rounds", ())]
        told = w["comma"].join(one for one in rounds if one)
        said.append(w["tool_statement"].format(n=statement.get("n", "?"), told=told or "–"))
    if values.get("spoke"):
        said.append(w["tool_spoke"].format(**{"girls": 0, "boys": 0, **values["spoke"]}))
    arguments = values.get("arguments") or {}
    said += [
        f"{w[f'tool_{side}']}{w['colon']}{w['comma'].join(arguments[side])}"
        for side in ("for", "against")
        if arguments.get(side)
    ]
    return [one for one in said if one]


def _round(w: Mapping[str, str], one: Mapping[str, Any]) -> str:
    hands = counts_in_words(one.get("hands") or {})
    if one.get("winner"):
        return w["tool_winner"].format(winner=one["winner"], hands=hands or "–")
    return hands


def _cards(w: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Cards that were argued about or put wrong; what groups put first and last."""
    said: list[str] = []
    if "cards" in values:
        disputed = ", ".join(values.get("disputed") or ()) or "–"
        said.append(w["tool_cards"].format(n=values["cards"], disputed=disputed))
    if values.get("wrong"):
        said.append(w["tool_wrong"].format(cards=", ".join(values["wrong"])))
    ends = [end for end in ("first", "last") if values.get(end)]
    return [*said, *(f"{w[f'tool_{end}']}{w['colon']}{_times(values[end])}" for end in ends)]


def slips_in_words(w: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Exit slips by face, or that they come later or never."""
    if values.get("faces"):
        return [w["comma"].join(f"{w.get(f'slip_{k}', k)} {n}" for k, n in values["faces"].items())]
    return [w[f"slips_{values['when']}"]] if values.get("when") in ("later", "never") else []


def counts_in_words(counts: Mapping[str, Any]) -> str:
    """``家 3, 钱 2``."""
    return ", ".join(f"{name} {number}" for name, number in counts.items())


def _times(counts: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} × {number}" for name, number in counts.items())
