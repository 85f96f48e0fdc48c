"""Found of total: which of the things to find were found; what is not yet found stays hidden."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import bullets, whole
from lifeskills.core.tools.sheet import Sheet
from lifeskills.core.tools.themes import Themes

HOW_MANY = Action(id="found", title=Sentence("Number found"), key="f", asks="count")
REVEAL = Action(id="reveal", title=Sentence("Show what was not found"), key="r")
ITEM = "item:"
HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class FoundState:
    """The things to find, those found, or only their number; ``of`` is the total."""

    phases: Phases
    sheet: Sheet
    themes: Themes
    items: tuple[str, ...]
    of: int
    found: frozenset[int] = frozenset()
    number: int | None = None
    revealed: bool = False

    @property
    def hidden(self) -> bool:
        """True while words of something not found are still hidden."""
        return not self.revealed and len(self.found) < len(self.items)

    @property
    def count(self) -> int:
        """How many were found."""
        return len(self.found) if self.number is None else self.number


class Found:
    """Counts what was found.

    The things to find are the list items of ``touch``. With the activity's option
    ``of = "present"`` it counts people instead: slips with a yes, learners who taught. What else
    is kept stands in the activity's ``sheet`` and ``themes``.
    """

    id = "found"

    def start(self, step: ToolStep, people: People) -> FoundState:
        """Nothing found yet."""
        people_counted = step.options.get("of") == "present"
        items = () if people_counted else bullets(step.step, "touch")
        return FoundState(
            Phases.of(step),
            Sheet.of(step.options),
            Themes.of(step.options),
            items,
            people.present if people_counted else len(items),
        )

    def actions(self, state: FoundState) -> tuple[Action, ...]:
        """A digit for each thing, or the number of all that were found; then the rest is shown."""
        items = tuple(
            Action(
                id=f"{ITEM}{number}",
                title=Sentence("Number {n} found", n=number),
                key=str(number) if number < 10 else "",
            )
            for number in range(1, len(state.items) + 1)
        )
        shows = (REVEAL,) if state.hidden else ()
        more = (*state.sheet.actions(), *state.themes.actions(), *state.phases.actions())
        return (*items, HOW_MANY, *shows, *more)

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
        if action == REVEAL.id:
            return replace(state, revealed=state.revealed or state.hidden)
        return replace(
            state,
            phases=state.phases.apply(action, at),
            sheet=state.sheet.apply(action, value),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: FoundState, at: float) -> ToolView:
        """The number found of the total; the words of a thing only once it is found or shown."""
        rows = tuple(
            Row(
                label=f"{number} {words if state.revealed or number in state.found else HIDDEN}",
                marked=number in state.found,
            )
            for number, words in enumerate(state.items, start=1)
        )
        return ToolView(
            headline=Sentence("{n} of {total}", n=state.count, total=state.of)
            if state.of
            else Sentence("Found: {n}", n=state.count),
            clock=state.phases.clock(at),
            rows=(*rows, *state.sheet.rows(), *state.themes.rows()),
            counts=state.sheet.shown(),
            options=self.actions(state),
            done=bool(state.of) and state.count >= state.of,
        )

    def record(self, state: FoundState) -> Mapping[str, Any]:
        """The number found, the total, the numbers of what was missed; the sheet, the themes."""
        more = {**state.sheet.record(), **state.themes.record()}
        if state.number is None and not state.found:
            return more
        kept: dict[str, Any] = {"found": state.count, "of": state.of, **more}
        if state.items and state.number is None:
            missed = sorted(set(range(1, len(state.items) + 1)) - state.found)
            kept["missed"] = missed
        return kept
