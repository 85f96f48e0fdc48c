"""The events of a session: a closed list. Learner ids stand in them, never names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["lesson", "roll"]
Mark = Literal["absent", "late", "excused", "left-early"]
EndReason = Literal["done", "skipped", "cut", "back", "closed"]

MARKS: tuple[Mark, ...] = ("absent", "late", "excused", "left-early")
AWAY: frozenset[str] = frozenset({"absent", "excused"})
"""Marks of somebody who is not in the room; late and left-early count as present (design §7)."""

EVENT_KINDS = (
    "opened",
    "marked",
    "roll_done",
    "headcount",
    "step_begun",
    "step_ended",
    "paused",
    "resumed",
    "minutes_added",
    "plan_changed",
    "grouped",
    "turn",
    "tool",
    "chose",
    "noted",
    "gap",
    "closed",
    "reopened",
    "undone",
)
NOT_UNDONE = frozenset({"opened", "closed", "reopened", "gap", "undone"})
"""Kinds that undo steps over: they are facts about the session, not keys a teacher regrets."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``seq`` counts from 1; ``at`` is whole or part seconds on the
    session's clock; ``on`` the wall time as ISO 8601 with offset; ``data`` plain JSON values.
    """

    seq: int
    kind: str
    at: float
    on: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a file."""
        return {
            "seq": self.seq,
            "kind": self.kind,
            "at": self.at,
            "on": self.on,
            "data": dict(self.data),
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Event:
        """Read back what :meth:`as_dict` wrote; raises KeyError or TypeError on other shapes."""
        return cls(
            int(raw["seq"]),
            str(raw["kind"]),
            float(raw["at"]),
            str(raw["on"]),
            dict(raw["data"]),
        )
