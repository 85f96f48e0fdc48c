"""The end of a lesson: exit slips now, later or never; planned and actual minutes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from lifeskills.core.session import SessionState

SlipsWhen = Literal["", "now", "later", "never"]


@dataclass(frozen=True, slots=True)
class SlipsChoice:
    """What was decided about the exit slips; ``faces`` are the numbers if they were counted."""

    when: SlipsWhen = ""
    faces: Mapping[str, int] | None = None

    @property
    def settled(self) -> bool:
        """True when nothing is to be asked any more."""
        return self.when in ("later", "never") or self.faces is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMinutes:
    """A step's minutes as planned when the lesson opened, and as they came to be."""

    title: str
    planned: int
    actual: float
    reason: str
    why: str = ""


def slips_step(state: SessionState) -> str:
    """The id of the step that collects exit slips, or "" where none was reached."""
    reached = {run.id for run in state.runs}
    return next((s.id for s in state.plan if s.tool == "slips" and s.id in reached), "")


def slips_so_far(state: SessionState, records: Mapping[str, Mapping[str, Any]]) -> SlipsChoice:
    """What was decided in the step itself; ``records`` are the tools' by step."""
    for step in state.plan:
        kept = records.get(step.id, {}) if step.tool == "slips" else {}
        if kept.get("faces"):
            return SlipsChoice("now", dict(kept["faces"]))
        if kept.get("when") in ("later", "never"):
            return SlipsChoice(kept["when"])
    return SlipsChoice()


def owes_slips(record: Mapping[str, Any]) -> bool:
    """True for a lesson that was closed with "later" and whose slips nobody has counted since."""
    return record.get("slips") is None and _slips_put_off(record) != ""


def with_slips(record: Mapping[str, Any], faces: Mapping[str, int] | None) -> dict[str, Any]:
    """The record with its slips counted, as if they had been at once; None: they never will be."""
    step = _slips_put_off(record)
    kept: dict[str, Any] = {"when": "never"}
    if faces is not None:
        kept = {"faces": dict(faces), "present": present_in(record)}
    tools = {**record.get("tools", {}), **({step: kept} if step else {})}
    return {**record, "tools": tools, "slips": dict(faces) if faces is not None else None}


def with_slips_of(record: dict[str, Any], kept: Mapping[str, Any] | None) -> dict[str, Any]:
    """A record that is made anew, with the slips that were counted since in its older self."""
    if kept is None or not owes_slips(record) or owes_slips(kept):
        return record
    return with_slips(record, kept.get("slips"))


def present_in(record: Mapping[str, Any]) -> int:
    """How many were there, by the roll or by the head count."""
    return len(record.get("present", ())) or sum(record.get("headcount", {}).values())


def _slips_put_off(record: Mapping[str, Any]) -> str:
    tools = record.get("tools", {})
    return next((step for step, kept in tools.items() if kept.get("when") == "later"), "")


def step_minutes(record: Mapping[str, Any]) -> tuple[StepMinutes, ...]:
    """The minutes of each step of a record."""
    return tuple(
        StepMinutes(
            title=str(step["title"]),
            planned=int(step["planned"]),
            actual=float(step["actual"] or 0),
            reason=str(step["reason"]),
            why=str(step.get("why", "")),
        )
        for step in record["minutes"]["steps"]
    )
