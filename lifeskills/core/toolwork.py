"""The tools of an open session: each replayed from the events of its step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lifeskills.core.lesson import Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import SessionState
from lifeskills.core.story import Story
from lifeskills.core.tool import Action, Activity, People, Tool, ToolStep, ToolView, replay


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolWork:
    """What tools need besides the events: the lesson's words, the tools, and who is there."""

    lesson: Lesson | None
    group: ClassGroup
    tools: Mapping[str, Tool]
    activities: Mapping[str, Activity]
    story: Story | None = None

    def view(self, state: SessionState, step: str, at: float) -> ToolView | None:
        """What a step's tool shows at ``at`` seconds, or None without one."""
        found = self._replayed(state, step)
        return found[0].view(found[1], state.working(at)) if found else None

    def actions(self, state: SessionState, step: str) -> tuple[Action, ...]:
        """What the teacher can do in a step's tool now."""
        found = self._replayed(state, step)
        return found[0].actions(found[1]) if found else ()

    def records(self, state: SessionState) -> dict[str, Mapping[str, Any]]:
        """The records of the tools of every step that was begun, by step id."""
        records: dict[str, Mapping[str, Any]] = {}
        for step in dict.fromkeys(run.id for run in state.runs):
            found = self._replayed(state, step)
            if found is not None:
                records[step] = found[0].record(found[1])
        return records

    def _replayed(self, state: SessionState, step_id: str) -> tuple[Tool, Any] | None:
        plan = next((step for step in state.plan if step.id == step_id), None)
        steps = self.lesson.steps if self.lesson else ()
        step = next((one for one in steps if one.id == step_id), None)
        tool = self.tools.get(plan.tool) if plan and plan.tool else None
        if plan is None or step is None or tool is None:
            return None
        start = ToolStep(
            step=step,
            activity=self.activities.get(step.kind),
            minutes=plan.minutes,
            story=self.story if plan.tool == "story" else None,
            begun=next(
                (run.begun - run.paused_before for run in state.runs if run.id == step_id), 0.0
            ),
        )
        people = People(
            present=state.present_count,
            groups=len(state.groups),
            rows=max((one.desk[0] for one in self.group.current if one.desk), default=0),
        )
        return tool, replay(tool, start, people, state.tools.get(step_id, ()))
