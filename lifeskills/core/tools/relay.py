"""Relay: questions go from row to row; nobody is out, and a first try counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import bullets

Answer = Literal["first", "later", "skipped"]
FIRST = Action(id="first", title=Sentence("Right at the first try"), key="y")
LATER = Action(id="later", title=Sentence("Right with help"), key="h")
SKIP = Action(id="skipped", title=Sentence("Leave this one out"), key="s")
SHOW = Action(id="show", title=Sentence("Show the answer"), key="a")
BACK = Action(id="back", title=Sentence("Back to the one before"), key="b")
GO_ON = "go-on"
"""Space shows the answer, then asks the next question; what nobody judged is left out."""
_ANSWERS: Mapping[str, Answer] = {"first": "first", "later": "later", "skipped": "skipped"}


@dataclass(frozen=True, slots=True)
class RelayState:
    """The questions with their answers, what became of those asked, and whether one is shown."""

    phases: Phases
    questions: tuple[tuple[str, str], ...]
    given: tuple[Answer, ...] = ()
    shown: bool = False

    @property
    def first_try(self) -> int:
        """Questions answered right at the first try."""
        return self.given.count("first")

    @property
    def done(self) -> bool:
        """True when every question was asked."""
        return len(self.given) >= len(self.questions)


class Relay:
    """The quiz: questions from ``ask``, answers from ``touch`` in the same order."""

    id = "relay"

    def start(self, step: ToolStep, people: People) -> RelayState:
        """The first question, its answer hidden."""
        del people  # rows answer together; nobody is counted out
        asked, answers = bullets(step.step, "ask"), bullets(step.step, "touch")
        padded = (*answers, *("" for _ in range(len(asked) - len(answers))))
        return RelayState(Phases.of(step), tuple(zip(asked, padded, strict=False)))

    def actions(self, state: RelayState) -> tuple[Action, ...]:
        """One key a question; the answer can be shown first."""
        back = (BACK,) if state.given else ()
        if state.done:
            return (*back, *state.phases.actions())
        show = (SHOW,) if _hidden(state) else ()
        title = SHOW.title if show else Sentence("Next question")
        on = Action(id=GO_ON, title=title)
        return (FIRST, LATER, SKIP, *show, *back, on, *state.phases.actions())

    def apply(self, state: RelayState, action: str, value: Any, at: float) -> RelayState:
        """The relay after a key."""
        del value
        if action == GO_ON and not state.done:
            action = SHOW.id if _hidden(state) else SKIP.id
        if action in _ANSWERS:
            if state.done:
                return state
            return replace(state, given=(*state.given, _ANSWERS[action]), shown=False)
        if action == BACK.id:
            return replace(state, given=state.given[:-1], shown=False)
        if action == SHOW.id and not state.done:
            return replace(state, shown=True)
        return replace(state, phases=state.phases.apply(action, at))

    def view(self, state: RelayState, at: float) -> ToolView:
        """The question, its answer once shown, and how many were right at the first try."""
        number = len(state.given)
        rows: tuple[Row, ...] = ()
        body = ""
        if not state.done:
            body, answer = state.questions[number]
            rows = (Row(label=answer, marked=True),) if state.shown and answer else ()
        return ToolView(
            headline=Sentence("All questions are done")
            if state.done
            else Sentence("Question {n} of {total}", n=number + 1, total=len(state.questions)),
            body=body,
            clock=state.phases.clock(at),
            rows=rows,
            counts=((Sentence("Right at the first try"), state.first_try),),
            options=self.actions(state),
            done=state.done,
        )

    def record(self, state: RelayState) -> Mapping[str, Any]:
        """Right at the first try, of those asked; and which questions needed help, by number."""
        if not state.given:
            return {}
        helped = [number for number, one in enumerate(state.given, 1) if one == "later"]
        asked = len(state.given) - state.given.count("skipped")
        return {"first_try": state.first_try, "asked": asked, "with_help": helped}


def _hidden(state: RelayState) -> bool:
    """True while the running question has an answer that is not shown."""
    return not state.shown and bool(state.questions[len(state.given)][1])
