"""What a lesson's record holds, in the words of the class record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def results_of(
    w: Mapping[str, str], record: Mapping[str, Any], titles: Mapping[str, str]
) -> list[str]:
    """What a record holds besides roll and minutes, a line each; ``titles`` are the steps'."""
    found: list[str] = []
    slips = record.get("slips")
    if isinstance(slips, Mapping) and slips:
        found.append(f"{w['slips']}{w['colon']}{_slips(w, {'faces': slips})[0]}")
    for step, values in (record.get("tools") or {}).items():
        counted = bool(slips) and values.get("faces") == slips  # stands above already
        said = "" if counted else w["comma"].join(_tool(w, values))
        if said:
            found.append(f"{titles.get(step, step)}{w['colon']}{said}")
    found += _notes(w, record.get("notes") or (), titles)
    turns = record.get("turns") or {}
    if turns.get("turns"):
        found.append(w["turns"].format(spoke=turns.get("spoke", 0), turns=turns["turns"]))
    found += _engaged(w, record)
    if record.get("cover"):
        found.append(w["cover"])
    return found


def _notes(
    w: Mapping[str, str], notes: Sequence[Mapping[str, Any]], titles: Mapping[str, str]
) -> list[str]:
    """What the teacher noted in the lesson, step by step."""
    said: dict[str, list[str]] = {}
    for note in notes:
        words_, times = w.get(f"note_{note['code']}", str(note["code"])), int(note["times"])
        more = f" ×{times}" if times > 1 else ""
        said.setdefault(str(note["step"]), []).append(words_ + more)
    return [
        f"{titles.get(step) or w['noted']}{w['colon']}{w['comma'].join(codes)}"
        for step, codes in said.items()
    ]


def _engaged(w: Mapping[str, str], record: Mapping[str, Any]) -> list[str]:
    """How much of the lesson was the learners' own, the plan's figures beside the measured."""
    kept = record.get("engaged") or {}
    planned, found = kept.get("planned"), kept.get("measured")
    if not planned or not found:
        return []
    return [
        w["engaged"].format(
            share=round(found["active_share"] * 100),
            planned=round(planned["active_share"] * 100),
            seconds=found["speaking_seconds"],
            of=planned["speaking_seconds"],
        )
    ]


def _tool(w: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """What a tool kept, in words, for the tools that we know."""
    said: list[str] = []
    if "found" in values:
        said.append(w["tool_found"].format(found=values["found"], of=values.get("of", "?")))
    if "first_try" in values:
        said.append(
            w["tool_first_try"].format(
                asked=values.get("asked", "?"), first_try=values["first_try"]
            )
        )
    for one in values.get("rounds", ()):
        if one.get("winner"):
            hands = counts(one.get("hands") or {})
            said.append(w["tool_winner"].format(winner=one["winner"], hands=hands or "–"))
    if "ideas" in values:
        said.append(w["tool_ideas"].format(n=values["ideas"]))
    if values.get("themes"):
        said.append(counts(values["themes"]))
    if "cards" in values:
        disputed = ", ".join(values.get("disputed") or ()) or "–"
        said.append(w["tool_cards"].format(n=values["cards"], disputed=disputed))
    if values.get("choices"):
        letters = "–".join(str(one.get("letter", "?")) for one in values["choices"])
        said.append(w["tool_story"].format(choices=letters))
    return [*said, *_slips(w, values)]


def _slips(w: Mapping[str, str], values: Mapping[str, Any]) -> list[str]:
    """Exit slips by face, or that they come later or never."""
    if values.get("faces"):
        return [w["comma"].join(f"{w.get(f'slip_{k}', k)} {n}" for k, n in values["faces"].items())]
    return [w[f"slips_{values['when']}"]] if values.get("when") in ("later", "never") else []


def counts(numbers: Mapping[str, Any]) -> str:
    """Names with their numbers, in one line."""
    return ", ".join(f"{name} {number}" for name, number in numbers.items())


def listed(lines: Sequence[str]) -> str:
    """Lines as a numbered list."""
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
