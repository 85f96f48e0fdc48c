"""What a lesson's record holds, in the words of the class record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lifeskills.api import BookRequest

from .counted import slips_in_words, tool_in_words
from .words import words


def results_of(
    request: BookRequest, record: Mapping[str, Any], titles: Mapping[str, str]
) -> list[str]:
    """What a record holds besides roll and minutes, a line each; ``titles`` are the steps'."""
    w, found = words(request.language), list[str]()
    slips = record.get("slips")
    if isinstance(slips, Mapping) and slips:
        found.append(f"{w['slips']}{w['colon']}{slips_in_words(w, {'faces': slips})[0]}")
    for step, values in (record.get("tools") or {}).items():
        counted = bool(slips) and values.get("faces") == slips  # stands above already
        said = "" if counted else w["comma"].join(tool_in_words(request, values))
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


def listed(lines: Sequence[str]) -> str:
    """Lines as a numbered list."""
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
