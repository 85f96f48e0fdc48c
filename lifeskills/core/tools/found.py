"""Found of total: which of the things to find were found; what is not yet found stays hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import bullets, whole

HOW_MANY = Action(id="found", title=Sentence("Number found"), key="f", asks="count")
ITEM = "item:"
PLACEHOLDER = "…"


@dataclass(frozen=True, slots=True)
class FoundState:
    """The things to find, those found, or only their number; ``of`` is the total."""

    phases: Phases
    items: tuple[str, ...]
    of: int
    people: bool = False
    found: frozenset[int] = frozenset()
    number: int | None = None

    @property
    def count(self) -> int:
        """How many were found."""
        return len(self.found) if self.number is None else self.number


class Found:
    """Counts what was found.

    The things to find are the list items of ``touch``. With the activity's option
    ``of = "present"`` it counts people instead: slips with a yes, pairs that spoke.
    """

    id = "found"

    def start(self, step: ToolStep, people: People) -> FoundState:
        """Nothing found yet."""
        if step.options.get("of") == "present":
            return FoundState(Phases.of(step), (), people.present, people=True)
        items = bullets(step.step, "touch")
        return FoundState(Phases.of(step), items, len(items))

    def actions(self, state: FoundState) -> tuple[Action, ...]:
        """A digit for each thing, or the number of all that were found."""
        items = tuple(
            Action(
                id=f"{ITEM}{number}",
                title=Sentence("Number {n} found", n=number),
                key=str(number) if number < 10 else "",
            )
            for number in range(1, len(state.items) + 1)
        )
        return (*items, HOW_MANY, *state.phases.actions())

    def apply(self, state: FoundState, action: str, value: Any, at: float) -> FoundState:
        """A thing's key finds it, and takes it back when pressed again."""
        if action == HOW_MANY.id:
            number = whole(value)
            if number is None or (state.of and number > state.of):
                return state
            return replace(state, number=number)
        if action.startswith(ITEM):
            number = whole(action.removeprefix(ITEM))
            if number is None or not 0 < number <= len(state.items):
                return state
            return replace(state, found=state.found ^ {number}, number=None)
        return replace(state, phases=state.phases.apply(action, at))

    def view(self, state: FoundState, at: float) -> ToolView:
        """The number found of the total; the words of a thing only once it is found."""
        rows = tuple(
            Row(
                label=f"{number} {words if number in state.found else PLACEHOLDER}",
                marked=number in state.found,
            )
            for number, words in enumerate(state.items, start=1)
        )
        return ToolView(
            headline=Sentence("{n} of {total}", n=state.count, total=state.of)
            if state.of
            else Sentence("Found: {n}", n=state.count),
            clock=state.phases.clock(at),
            rows=rows,
            options=self.actions(state),
            done=bool(state.of) and state.count >= state.of,
        )

    def record(self, state: FoundState) -> Mapping[str, Any]:
        """The number found, the total, and the numbers of what was missed."""
        if state.number is None and not state.found:
            return {}
        kept: dict[str, Any] = {"found": state.count, "of": state.of}
        if state.items and state.number is None:
            missed = sorted(set(range(1, len(state.items) + 1)) - state.found)
            kept["missed"] = missed
        return kept
