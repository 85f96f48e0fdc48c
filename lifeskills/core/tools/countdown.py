"""Countdown: the step's minutes, phase by phase."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases


class Countdown:
    """The clock of a step; the tool of every activity that needs no counting."""

    id = "countdown"

    def start(self, step: ToolStep, people: People) -> Phases:
        """The first phase, begun with the step."""
        del people  # a clock needs nobody
        return Phases.of(step)

    def actions(self, state: Phases) -> tuple[Action, ...]:
        """Next phase, stop, run on."""
        return state.actions()

    def apply(self, state: Phases, action: str, value: Any, at: float) -> Phases:
        """The phases after a key."""
        del value
        return state.apply(action, at)

    def view(self, state: Phases, at: float) -> ToolView:
        """The running phase and its seconds."""
        clock = state.clock(at)
        return ToolView(
            headline=clock.phase,
            clock=clock,
            options=state.actions(),
            done=clock.number == clock.of and clock.left <= 0,
        )

    def record(self, state: Phases) -> Mapping[str, Any]:
        """Nothing: planned and actual minutes are kept by the session."""
        del state
        return {}
