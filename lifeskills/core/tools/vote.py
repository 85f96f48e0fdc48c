"""Vote: one key for the winning letter; hands may be counted, and are checked against the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, ToolStep, ToolView
from lifeskills.core.tools.ballot import Ballot
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import Option, options
from lifeskills.core.tools.themes import Themes

AGAIN = Action(id="again", title=Sentence("Vote again"), key="v")
MOST_ROUNDS = 20
PLAIN_LETTERS = "ABC"
"""Where a step names no options, three fingers still can be raised."""


@dataclass(frozen=True, slots=True)
class VoteState:
    """The running round and those before it."""

    ballot: Ballot
    before: tuple[Ballot, ...]
    phases: Phases
    themes: Themes


class Vote:
    """A vote on the options that stand in the step's task, as often as the teacher asks.

    Hands go up, or cards with letters. With the activity's option ``themes`` the reasons that were
    heard are kept, a word or two each.
    """

    id = "vote"

    def start(self, step: ToolStep, people: People) -> VoteState:
        """The first round, nobody counted."""
        found = options(step.step) or tuple(Option(letter, "") for letter in PLAIN_LETTERS)
        themes = Themes.of(step.options)
        return VoteState(Ballot(found, people.present), (), Phases.of(step), themes)

    def actions(self, state: VoteState) -> tuple[Action, ...]:
        """The letters, counting, a further round, reasons, the clock."""
        again = (AGAIN,) if state.ballot.chosen and len(state.before) < MOST_ROUNDS else ()
        reasons = state.themes.actions()
        return (*state.ballot.actions(), *again, *reasons, *state.phases.actions())

    def apply(self, state: VoteState, action: str, value: Any, at: float) -> VoteState:
        """The vote after a key."""
        if action == AGAIN.id:
            if not state.ballot.chosen or len(state.before) >= MOST_ROUNDS:
                return state
            fresh = Ballot(state.ballot.options, state.ballot.present)
            return replace(state, ballot=fresh, before=(*state.before, state.ballot))
        return replace(
            state,
            ballot=state.ballot.apply(action, value),
            phases=state.phases.apply(action, at),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: VoteState, at: float) -> ToolView:
        """The options with their hands, a mark on the one that won; the reasons below them."""
        rounds = len(state.before)
        return ToolView(
            headline=Sentence("Vote {number}", number=rounds + 1) if rounds else Sentence("Vote"),
            body=state.ballot.remark(),
            clock=state.phases.clock(at),
            rows=(*state.ballot.rows(), *state.themes.rows()),
            options=self.actions(state),
            done=bool(state.ballot.chosen),
        )

    def record(self, state: VoteState) -> Mapping[str, Any]:
        """Winner and hands of each round in which something was chosen or counted; reasons."""
        rounds = [*state.before, state.ballot]
        kept = [one.record() for one in rounds if one.chosen or one.hands]
        return {**({"rounds": kept} if kept else {}), **state.themes.record()}
