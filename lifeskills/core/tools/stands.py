"""Stands: a statement, everybody takes a position; reasons are heard, and positions may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.ballot import Ballot, changes, compared
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import Option, bullets, named, options

GO_ON = "go-on"
ONCE_MORE = Sentence("Reasons heard: once more")
NEXT = Sentence("Next statement")
POSITIONS = (
    Option("A", Sentence("agree: stand up")),
    Option("B", Sentence("do not agree: stay seated")),
    Option("C", Sentence("not sure: a hand on the desk")),
)


@dataclass(frozen=True, slots=True)
class StandsState:
    """The statements, the rounds of those that are over, and the one or two of the running one."""

    phases: Phases
    statements: tuple[str, ...]
    blank: Ballot
    over: tuple[tuple[Ballot, ...], ...]
    now: tuple[Ballot, ...]

    @property
    def more(self) -> bool:
        """True while a statement is still to come."""
        return len(self.over) + 1 < len(self.statements)


class Stands:
    """Positions before and after the reasons, statement by statement.

    Statements are the list items of ``ask`` (without any, the teacher reads one out). Positions are
    the options in ``task``, else the activity's ``positions``, else standing, sitting, a hand on
    the desk.
    """

    id = "stands"

    def start(self, step: ToolStep, people: People) -> StandsState:
        """The first statement, nobody counted."""
        given = options(step.step) or named(step.options.get("positions", ())) or POSITIONS
        blank = Ballot(given, people.present)
        return StandsState(Phases.of(step), bullets(step.step, "ask") or ("",), blank, (), (blank,))

    def actions(self, state: StandsState) -> tuple[Action, ...]:
        """The positions; once more after the reasons; the next statement; the clock."""
        on: tuple[Action, ...] = ()
        if len(state.now) == 1:
            on = (Action(id=GO_ON, title=ONCE_MORE, key="v"),)
        elif state.more:
            on = (Action(id=GO_ON, title=NEXT, key="v"),)
        return (*state.now[-1].actions(), *on, *state.phases.actions())

    def apply(self, state: StandsState, action: str, value: Any, at: float) -> StandsState:
        """The positions after a key."""
        if action == GO_ON:
            if len(state.now) == 1:
                return replace(state, now=(*state.now, state.blank))
            if state.more:
                return replace(state, over=(*state.over, state.now), now=(state.blank,))
            return state
        ballot = state.now[-1].apply(action, value)
        return replace(state, now=(*state.now[:-1], ballot), phases=state.phases.apply(action, at))

    def view(self, state: StandsState, at: float) -> ToolView:
        """The statement and the positions; in the second round what they were before."""
        ballot, number = state.now[-1], len(state.over)
        again = len(state.now) > 1
        headline: Words = ONCE_MORE if again else ""
        if len(state.statements) > 1:
            place, total = number + 1, len(state.statements)
            headline = Sentence("Statement {n} of {total}", n=place, total=total)
            if again:
                headline = Sentence(
                    "Statement {n} of {total}, after the reasons", n=place, total=total
                )
        remark = ballot.remark()
        return ToolView(
            headline=remark or headline,
            body=state.statements[number],
            clock=state.phases.clock(at),
            rows=compared(state.now[0], ballot) if again else ballot.rows(),
            options=self.actions(state),
            done=any(one.chosen for one in state.now),
        )

    def record(self, state: StandsState) -> Mapping[str, Any]:
        """For each statement its number, its rounds, and the changes between them."""
        kept = [
            _kept(number, rounds)
            for number, rounds in enumerate((*state.over, state.now), start=1)
            if any(one.chosen or one.hands for one in rounds)
        ]
        return {"statements": kept} if kept else {}


def _kept(number: int, rounds: tuple[Ballot, ...]) -> dict[str, Any]:
    told = [one.record() for one in rounds if one.chosen or one.hands]
    moved = changes(rounds[0], rounds[-1]) if len(rounds) > 1 else {}
    return {"n": number, "rounds": told, **({"changes": moved} if moved else {})}
