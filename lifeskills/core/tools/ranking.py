"""Ranking: what each group put first and last, as tallies; no group is named."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import numbered, whole

PUT = "put:"
MOST_ITEMS = 9
"""Diamond nine: more could not be told by one digit."""
MOST_GROUPS = 60
AGAIN = Action(id="again", title=Sentence("This group once more"), key="b")


@dataclass(frozen=True, slots=True)
class RankingState:
    """What the groups that reported put first and last, by number; ``top`` waits for its last."""

    phases: Phases
    items: tuple[str, ...]
    groups: int = 0
    reported: tuple[tuple[int, int], ...] = ()
    top: int = 0

    def tally(self, end: int) -> dict[int, int]:
        """How many groups put each item first (``end`` 0) or last (1)."""
        ends = [one[end] for one in self.reported]
        return {number: ends.count(number) for number in sorted(set(ends))}


class Ranking:
    """Two digits a group: what it put first, then what it put last.

    The things to rank are the numbered lines of ``task``.
    """

    id = "ranking"

    def start(self, step: ToolStep, people: People) -> RankingState:
        """No group has reported."""
        items = numbered(step.step, "task")[:MOST_ITEMS]
        return RankingState(Phases.of(step), items, people.groups)

    def actions(self, state: RankingState) -> tuple[Action, ...]:
        """A digit an item; the first digit of a group can be taken back."""
        full = len(state.reported) >= MOST_GROUPS
        puts = tuple(
            Action(id=f"{PUT}{number}", title=f"{number} {words}", key=str(number))
            for number, words in enumerate(state.items, start=1)
            if number != state.top and not full
        )
        return (*puts, *((AGAIN,) if state.top else ()), *state.phases.actions())

    def apply(self, state: RankingState, action: str, value: Any, at: float) -> RankingState:
        """The tallies after a key."""
        del value
        if action == AGAIN.id:
            return replace(state, top=0)
        if action.startswith(PUT):
            number = whole(action.removeprefix(PUT)) or 0
            if not 0 < number <= len(state.items) or number == state.top:
                return state
            if len(state.reported) >= MOST_GROUPS:
                return state
            if not state.top:
                return replace(state, top=number)
            return replace(state, reported=(*state.reported, (state.top, number)), top=0)
        return replace(state, phases=state.phases.apply(action, at))

    def view(self, state: RankingState, at: float) -> ToolView:
        """Which group is to say what, and the tallies."""
        clock = state.phases.clock(at)
        group = len(state.reported) + 1
        if state.groups and group > state.groups and not state.top:
            headline = Sentence("All {n} groups have reported", n=state.groups)
        elif state.top:
            headline = Sentence("Group {n}: what stands last?", n=group)
        else:
            headline = Sentence("Group {n}: what stands first?", n=group)
        first, last = state.tally(0), state.tally(1)
        return ToolView(
            headline=headline,
            clock=clock,
            rows=tuple(
                Row(
                    label=f"{number} {words}",
                    note=_tallied(first.get(number, 0), last.get(number, 0)),
                    marked=number == state.top,
                )
                for number, words in enumerate(state.items, start=1)
            ),
            options=self.actions(state),
            done=clock.number == clock.of and clock.left <= 0,
        )

    def record(self, state: RankingState) -> Mapping[str, Any]:
        """Groups that reported, and how many put which item first and last."""
        if not state.reported:
            return {}
        return {
            "groups": len(state.reported),
            "first": {str(number): times for number, times in state.tally(0).items()},
            "last": {str(number): times for number, times in state.tally(1).items()},
        }


def _tallied(first: int, last: int) -> Sentence | str:
    if first and last:
        return Sentence("put first by {first}, last by {last}", first=first, last=last)
    if first:
        return Sentence("put first by {first}", first=first)
    return Sentence("put last by {last}", last=last) if last else ""
