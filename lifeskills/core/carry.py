"""What Space does now: the tool's next scene or phase, then the next step, then the end.

One key carries a whole lesson; what it will do stands on the screen before it is pressed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from lifeskills.core.session import PlanStep, SessionState
from lifeskills.core.tool import Action, ToolView

CARRIES = ("go-on", "debrief", "next-phase", "reveal")
"""Ids of the tool actions that Space takes, in this order, before it leaves the step."""
DECIDES = "win:"
"""How the ids of those tool actions begin by which the class decides something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOn:
    """What Space does. ``action`` of the tool, or ``step`` to begin; neither: the end is reached.

    ``undecided`` says that the class has not voted yet in the step or round that would be left: a
    face says so once, and goes on at the second key.
    """

    kind: Literal["tool", "step", "end"]
    action: Action | None = None
    step: PlanStep | None = None
    undecided: bool = False


def carry_on(state: SessionState, view: ToolView | None) -> CarryOn:
    """What Space does in this state, with the running step's tool showing ``view``."""
    if state.step and view is not None:
        offered = {action.id: action for action in view.options}
        for name in CARRIES:
            if name in offered and not (name == "next-phase" and _last_phase(view)):
                # A round that a tool closes takes its decision with it; a phase leaves it open.
                undecided = name == "go-on" and _undecided(view)
                return CarryOn(kind="tool", action=offered[name], undecided=undecided)
    undecided = bool(state.step) and _undecided(view)
    remaining = state.remaining
    if remaining:
        return CarryOn(kind="step", step=remaining[0], undecided=undecided)
    return CarryOn(kind="end", undecided=undecided)


def _last_phase(view: ToolView) -> bool:
    return view.clock is None or view.clock.number >= view.clock.of


def _undecided(view: ToolView | None) -> bool:
    return view is not None and not view.done and decides(view.options)


def decides(options: Iterable[Action]) -> bool:
    """True if the class can decide something now."""
    return any(action.id.startswith(DECIDES) for action in options)
