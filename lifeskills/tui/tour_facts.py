"""What a screen shows just now, as plain facts: what the two-minute lesson waits for and says."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import slips_so_far
from lifeskills.tui.widgets.offer_line import OfferLine


def facts(screen: Screen[Any]) -> dict[str, object]:
    """The screen's name and, while it shows an open session, what the session's state says."""
    found: dict[str, object] = {"screen": type(screen).__name__}
    teaching = getattr(screen, "teaching", None)
    if isinstance(teaching, Teaching):
        found |= _of(teaching)
        offers = screen.query(OfferLine)
        found["offered"] = any(line.offer for line in offers)
    return found


def planned_left(teaching: Teaching) -> int:
    """Whole minutes of the steps after the running one."""
    state = teaching.state
    return sum(step.minutes + state.added.get(step.id, 0) for step in state.remaining)


def _of(teaching: Teaching) -> dict[str, object]:
    state, at = teaching.state, teaching.at()
    records = teaching.tool_records()
    story = records.get(state.step, {})
    record = state.record or {}
    order = [step.id for step in state.plan]
    return {
        "learners": len(state.learners),
        "absent": len(state.absent),
        "roll_done": state.roll_done,
        "step": order.index(state.step) + 1 if state.step in order else 0,
        "grouped": bool(state.groups),
        "decisions": len(story.get("choices", ())),
        "replays": story.get("replays", 0),
        "behind": state.behind(at),
        "to_come": planned_left(teaching),
        "to_bell": round(state.bell_left(at) / 60),
        "slips": slips_so_far(state, records).when,
        "closed": state.record is not None,
        "counted": bool(record.get("counted")),
        "after_bell": state.last_at > state.minutes * 60,
    }
