"""Question box: questions collected and sorted, then asked; answered, or taken along."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import MOST_PEOPLE
from lifeskills.core.tools.sheet import Sheet
from lifeskills.core.tools.themes import Themes

ANSWERED = Action(id="answered", title=Sentence("Asked and answered"), key="a")
OPEN = Action(id="open", title=Sentence("Asked, the answer is still to come"), key="o")


@dataclass(frozen=True, slots=True)
class QuestionsState:
    """How many questions were answered and how many wait, and what else the activity counts."""

    phases: Phases
    sheet: Sheet
    themes: Themes
    answered: int = 0
    waiting: int = 0


class Questions:
    """One key a question. What else is kept stands in the activity's ``sheet`` and ``themes``."""

    id = "questions"

    def start(self, step: ToolStep, people: People) -> QuestionsState:
        """Nobody has asked yet."""
        del people  # questions are counted, not people
        sheet = Sheet.of(step.options)
        return QuestionsState(Phases.of(step), sheet, Themes.of(step.options, digits=True))

    def actions(self, state: QuestionsState) -> tuple[Action, ...]:
        """Answered or waiting, the sheet, the themes, the clock."""
        more = (*state.sheet.actions(), *state.themes.actions(), *state.phases.actions())
        return (ANSWERED, OPEN, *more)

    def apply(self, state: QuestionsState, action: str, value: Any, at: float) -> QuestionsState:
        """The box after a key."""
        if action == ANSWERED.id:
            return replace(state, answered=min(state.answered + 1, MOST_PEOPLE))
        if action == OPEN.id:
            return replace(state, waiting=min(state.waiting + 1, MOST_PEOPLE))
        return replace(
            state,
            phases=state.phases.apply(action, at),
            sheet=state.sheet.apply(action, value),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: QuestionsState, at: float) -> ToolView:
        """Questions asked, answered and waiting, and what else was noted."""
        clock = state.phases.clock(at)
        asked = state.answered + state.waiting
        counts: list[tuple[Words, int]] = []
        if asked:
            counts = [(Sentence("Questions asked"), asked), (Sentence("answered"), state.answered)]
        return ToolView(
            headline=clock.phase,
            clock=clock,
            rows=(*state.sheet.rows(), *state.themes.rows()),
            counts=(*counts, *state.sheet.shown()),
            options=self.actions(state),
            done=clock.number == clock.of and clock.left <= 0,
        )

    def record(self, state: QuestionsState) -> Mapping[str, Any]:
        """Asked, answered and waiting; the sheet; the themes."""
        asked = state.answered + state.waiting
        kept = {"asked": asked, "answered": state.answered} if asked else {}
        return {**kept, **state.sheet.record(), **state.themes.record()}
