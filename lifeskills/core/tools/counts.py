"""Counts: whatever an activity has its teacher count, and the themes that came up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.sheet import Sheet
from lifeskills.core.tools.themes import Themes


@dataclass(frozen=True, slots=True)
class CountsState:
    """The clock, the sheet and the themes."""

    phases: Phases
    sheet: Sheet
    themes: Themes


class Counts:
    """A counting sheet under a clock; what is on it stands in the activity's options.

    ``sheet`` lists what to count (or ``each``, a line for each group), ``themes`` says which words
    to collect.
    """

    id = "counts"

    def start(self, step: ToolStep, people: People) -> CountsState:
        """Nothing counted."""
        each = step.options.get("each")
        sheet = Sheet.for_groups(each, people) if each else Sheet.of(step.options)
        # Digits count themes again only where no line of the sheet has them.
        themes = Themes.of(step.options, digits=not sheet.series)
        return CountsState(Phases.of(step), sheet, themes)

    def actions(self, state: CountsState) -> tuple[Action, ...]:
        """The lines of the sheet, the themes, the clock."""
        return (*state.sheet.actions(), *state.themes.actions(), *state.phases.actions())

    def apply(self, state: CountsState, action: str, value: Any, at: float) -> CountsState:
        """The sheet after a key."""
        return replace(
            state,
            phases=state.phases.apply(action, at),
            sheet=state.sheet.apply(action, value),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: CountsState, at: float) -> ToolView:
        """The running phase, and what was counted so far."""
        clock = state.phases.clock(at)
        return ToolView(
            headline=clock.phase,
            clock=clock,
            rows=(*state.sheet.rows(), *state.themes.rows()),
            counts=state.sheet.shown(),
            options=self.actions(state),
            done=clock.number == clock.of and clock.left <= 0,
        )

    def record(self, state: CountsState) -> Mapping[str, Any]:
        """Counts, words and themes; nothing when nothing was counted."""
        return {**state.sheet.record(), **state.themes.record()}
