"""Debate: lots for the sides, speeches of two minutes, questions, and a vote before and after."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.ballot import Ballot, changes, compared
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import Option, named
from lifeskills.core.tools.sheet import Line, Sheet
from lifeskills.core.tools.themes import Themes

SPEECH = 120.0
"""Seconds of a speech, at most: two minutes (two speeches a side)."""
SPEECHES = 4
BEST = 3
"""Arguments kept of each side."""
SIDES_KNOWN = 2
"""Lots are drawn in the first two stages: before the vote is over, or while groups prepare."""
FOR, AGAINST = Sentence("For"), Sentence("Against")
POSITIONS = (
    Option("A", FOR),
    Option("B", AGAINST),
    Option("C", Sentence("Not sure yet")),
)
LOT = Action(id="lot", title=Sentence("Draw lots for the sides"), key="l")
LOTS: Mapping[str, Sentence] = {
    "window": Sentence("Lots: the window side speaks for, the door side against."),
    "door": Sentence("Lots: the door side speaks for, the window side against."),
}
SPOKE = (
    Line("girls", Sentence("A girl spoke"), "g", private=True),
    Line("boys", Sentence("A boy spoke"), "y", private=True),
)


@dataclass(frozen=True, slots=True)
class DebateState:
    """The stages, the two ballots, the sides, the arguments, and how many girls and boys spoke."""

    phases: Phases
    before: Ballot
    after: Ballot
    pro: Themes
    con: Themes
    spoke: Sheet
    lot: str = ""

    @property
    def first(self) -> bool:
        """In the first stage, where the class votes before it has heard anything."""
        return self.phases.first == 0 and not self.last

    @property
    def last(self) -> bool:
        """In the last stage, where it votes again."""
        return self.phases.first == len(self.phases.names) - 1


class Debate:
    """A debate, stage by stage at the teacher's key: a speech that runs over is seen, not cut.

    The activity's phases are the stages; its option ``speeches`` says which of them (from 1) is
    two speeches a side. ``positions`` names the three positions. Sides go by lot, so that nobody is
    held to a view.
    """

    id = "debate"

    def start(self, step: ToolStep, people: People) -> DebateState:
        """The vote before."""
        ballot = Ballot(named(step.options.get("positions", ())) or POSITIONS, people.present)
        return DebateState(
            _stages(Phases.of(step), int(step.options.get("speeches", 0))),
            ballot,
            ballot,
            Themes(Sentence("An argument for"), "f", "for", digits=False, most=BEST),
            Themes(Sentence("An argument against"), "o", "against", digits=False, most=BEST),
            Sheet(SPOKE),
        )

    def actions(self, state: DebateState) -> tuple[Action, ...]:
        """The vote and the lots first; who spoke and what was said; the vote again."""
        clock = state.phases.actions()
        early = state.phases.first < SIDES_KNOWN and not state.last
        lots = (LOT,) if early and not state.lot else ()
        if state.first:
            return (*state.before.actions(), *lots, *clock)
        heard = (*state.pro.actions(), *state.con.actions())
        if state.last:
            return (*state.after.actions(), *heard, *clock)
        return (*heard, *state.spoke.actions(), *lots, *clock)

    def apply(self, state: DebateState, action: str, value: Any, at: float) -> DebateState:
        """The debate after a key."""
        if action not in {one.id for one in self.actions(state)}:
            return state
        if action == LOT.id:
            return replace(state, lot=_drawn(at))
        if state.first:
            state = replace(state, before=state.before.apply(action, value))
        elif state.last:
            state = replace(state, after=state.after.apply(action, value))
        return replace(
            state,
            phases=state.phases.apply(action, at),
            pro=state.pro.apply(action, value),
            con=state.con.apply(action, value),
            spoke=state.spoke.apply(action, value),
        )

    def view(self, state: DebateState, at: float) -> ToolView:
        """The stage; the votes only while the class votes, so that the first does not lead it."""
        clock = state.phases.clock(at)
        sides: Words = LOTS[state.lot] if state.lot and not state.last else ""
        if state.first:
            rows, remark = state.before.rows(), state.before.remark()
        elif state.last:
            rows, remark = compared(state.before, state.after), state.after.remark()
        else:
            rows, remark = _heard(state), ""
        return ToolView(
            headline=remark or clock.phase,
            body=sides,
            clock=clock,
            rows=rows,
            options=self.actions(state),
            done=bool(state.after.chosen) or not state.last,
        )

    def record(self, state: DebateState) -> Mapping[str, Any]:
        """The two votes and what changed, the arguments of each side, girls and boys who spoke."""
        kept: dict[str, Any] = {}
        rounds = [one.record() for one in (state.before, state.after) if one.chosen or one.hands]
        moved = changes(state.before, state.after)
        arguments = {
            side: list(dict(one.found))
            for side, one in (("for", state.pro), ("against", state.con))
            if one.found
        }
        if rounds:
            kept["rounds"] = rounds
        if moved:
            kept["changes"] = moved
        if arguments:
            kept["arguments"] = arguments
        spoke = dict(state.spoke.counts)
        return {**kept, "spoke": spoke} if spoke else kept


def _stages(phases: Phases, speeches: int) -> Phases:
    """The phases, with that of the speeches (from 1) taken apart; each waits for its key."""
    place = speeches - 1
    if not 0 <= place < len(phases.names):
        return replace(phases, by_hand=True)
    whole = phases.seconds[place]
    each = min(SPEECH, whole / SPEECHES)
    names: tuple[Words, ...] = tuple(
        Sentence("{side}, speech {n}", side=side, n=number)
        for number in (1, 2)
        for side in (FOR, AGAINST)
    )
    after = list(phases.seconds[place + 1 :])
    if after:
        after[0] += whole - SPEECHES * each
    return replace(
        phases,
        names=(*phases.names[:place], *names, *phases.names[place + 1 :]),
        seconds=(*phases.seconds[:place], *[each] * SPEECHES, *after),
        by_hand=True,
    )


def _drawn(at: float) -> str:
    """A lot from the tenth of a second in which the key was pressed: chance, and yet replayed."""
    tenths = round(at * 10) if math.isfinite(at) and abs(at) < 1e9 else 0
    return "window" if tenths % 2 else "door"


def _heard(state: DebateState) -> tuple[Row, ...]:
    sides = ((FOR, state.pro), (AGAINST, state.con))
    return tuple(Row(label=words, note=side) for side, one in sides for words, _ in one.found)
