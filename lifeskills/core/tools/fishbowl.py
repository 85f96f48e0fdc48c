"""Fishbowl: turns of those who talk in the middle, and when to swap chairs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import MOST_PEOPLE
from lifeskills.core.tools.themes import Themes

SEATS = 6
"""Chairs in the bowl: six talk, the others observe in threes."""
TURN = Action(id="turn", title=Sentence("One more turn"), key="i")
SWAP = Action(id="swap", title=Sentence("Swap chairs"), key="s")
GO_ON = Action(id="go-on", title=Sentence("Swap chairs"))


@dataclass(frozen=True, slots=True)
class FishbowlState:
    """Turns and swaps so far, and the turns since the chairs were swapped last."""

    phases: Phases
    themes: Themes
    seats: int = SEATS
    turns: int = 0
    swaps: int = 0
    since: int = 0

    @property
    def due(self) -> bool:
        """True when everybody in the bowl could have spoken once."""
        return self.since >= self.seats


class Fishbowl:
    """Counts turns and swaps; says when everybody in the bowl could have spoken.

    The activity's option ``seats`` is the number of chairs; ``themes`` what observers listen for.
    """

    id = "fishbowl"

    def start(self, step: ToolStep, people: People) -> FishbowlState:
        """The first six sit; nobody has spoken."""
        seats = int(step.options.get("seats", SEATS))
        half = max(2, people.present // 2) if people.present else seats
        return FishbowlState(
            Phases.of(step), Themes.of(step.options, digits=True), min(seats, half)
        )

    def actions(self, state: FishbowlState) -> tuple[Action, ...]:
        """A turn, a swap; Space swaps when it is time."""
        on = (GO_ON,) if state.due else ()
        return (TURN, SWAP, *on, *state.themes.actions(), *state.phases.actions())

    def apply(self, state: FishbowlState, action: str, value: Any, at: float) -> FishbowlState:
        """The bowl after a key."""
        if action == TURN.id:
            return replace(state, turns=min(state.turns + 1, MOST_PEOPLE), since=state.since + 1)
        if action == SWAP.id or (action == GO_ON.id and state.due):
            return replace(state, swaps=min(state.swaps + 1, MOST_PEOPLE), since=0)
        return replace(
            state,
            phases=state.phases.apply(action, at),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: FishbowlState, at: float) -> ToolView:
        """Turns and swaps, and that it is time to swap."""
        clock = state.phases.clock(at)
        due = Sentence("{n} turns since the last swap: swap chairs", n=state.since)
        counts = ((TURNS, state.turns), (SWAPS, state.swaps)) if state.turns or state.swaps else ()
        return ToolView(
            headline=due if state.due else clock.phase,
            clock=clock,
            rows=state.themes.rows(),
            counts=counts,
            options=self.actions(state),
            done=clock.number == clock.of and clock.left <= 0,
        )

    def record(self, state: FishbowlState) -> Mapping[str, Any]:
        """Turns and swaps, and what was observed; nothing where nobody spoke."""
        if not (state.turns or state.swaps):
            return state.themes.record()
        return {"turns": state.turns, "swaps": state.swaps, **state.themes.record()}


TURNS = Sentence("Turns")
SWAPS = Sentence("Swaps")
