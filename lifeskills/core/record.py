"""The record of a closed session: what the class file keeps (about 3 KB, ids only)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from lifeskills.core.engagement import engaged
from lifeskills.core.remarks import counted_notes
from lifeskills.core.session import SessionState

NOT_HELD = "not-held"
"""The code of the note that an opened lesson was not taught after all."""


def session_id(state: SessionState) -> str:
    """What a session's record is known by: day, class, and the seed it was opened with."""
    return f"{state.day}-{state.group}-{int(state.meta.get('seed', 0))}"


def record_of(
    state: SessionState,
    *,
    at: float,
    on: str,
    tools: Mapping[str, Mapping[str, Any]],
    slips: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """What is kept of a session that closes now.

    ``at`` is seconds on the session's clock, ``on`` the wall time; ``tools`` the records of the
    tools by step. ``counted`` says whether the roll was done: only then do the rules see it.
    Of a lesson from paper nobody took the minutes of each step: they are None. ``engaged`` is how
    much of the lesson was the learners' own, as planned and as measured.
    """
    return {
        "id": session_id(state),
        **_as_opened(state),
        "closed": on,
        "minutes": _minutes(state, at),
        "present": list(state.present) if state.roll_done else [],
        "marks": dict(state.marks),
        "headcount": dict(state.headcount),
        "counted": state.roll_done,
        "groups": state.group_shape,
        "engaged": engaged(state, at),
        "turns": {"spoke": len(set(state.turns)), "turns": len(state.turns)},
        **_for_this_term(state),
        "tools": {step: dict(values) for step, values in tools.items() if values},
        "choices": [dict(choice) for choice in state.choices],
        "slips": dict(slips) if slips is not None else None,
        "gaps": [dict(gap) for gap in state.gaps],
        "notes": counted_notes(state.notes),
        "held": all(note.get("code") != NOT_HELD for note in state.notes),
    }


def _as_opened(state: SessionState) -> dict[str, Any]:
    meta = state.meta
    return {
        "kind": state.kind,
        "class": state.group,
        "course": state.course,
        "part": meta.get("part", 0),
        "day": state.day,
        "opened": meta.get("on", ""),
        "packs": [list(pack) for pack in meta.get("packs", ())],
        "cover": bool(meta.get("cover", False)),
        "off_offer": bool(meta.get("off_offer", False)),
        "paper": bool(meta.get("paper", False)),
    }


def _for_this_term(state: SessionState) -> dict[str, Any]:
    """What fair groups and turns need until the term ends: who was drawn together, how often
    somebody was asked to speak (a pass is not told from a turn), whose group reported.
    """
    known = frozenset(state.learners)
    asked = Counter(one for one in (*state.turns, *state.passes) if one in known)
    drawn = [[[x for x in group if x in known] for group in groups] for groups in state.drawn]
    return {
        "drawn": [groups for groups in drawn if any(groups)],
        "asked": dict(sorted(asked.items())),
        "reported": [one for one in state.reported if one in known],
    }


def _minutes(state: SessionState, at: float) -> dict[str, Any]:
    used: dict[str, float] = {}
    reasons: dict[str, str] = {}
    why: dict[str, str] = {}
    for run in state.runs:
        used[run.id] = used.get(run.id, 0.0) + run.seconds
        reasons[run.id], why[run.id] = run.reason, run.why
    if state.step:
        used[state.step] = state.step_seconds(at)
        reasons[state.step] = "closed"
    paper = bool(state.meta.get("paper", False))
    first = state.meta.get("plan", ())
    planned = {str(step["id"]): int(step.get("minutes", 0)) for step in first}
    titles = {str(step["id"]): str(step.get("title", "")) for step in first}
    steps = [
        {
            "id": step,
            "title": titles[step],
            "planned": planned[step],
            "actual": None if paper else round(used.get(step, 0.0) / 60, 1),
            "reason": reasons.get(step, "") or ("done" if step in used else "not reached"),
            "why": why.get(step, ""),
        }
        for step in planned
    ]
    return {"planned": state.minutes, "actual": round(at / 60, 1), "steps": steps}


def record_on(
    records: Sequence[Mapping[str, Any]], day: str, course: str = ""
) -> Mapping[str, Any] | None:
    """The record of a day (of a course): a lesson before a roll, the latest first; or None."""
    wanted = [r for r in records if r.get("day") == day and course in ("", r.get("course"))]
    return max(wanted, key=lambda r: (r.get("kind") == "lesson", r.get("closed", "")), default=None)
