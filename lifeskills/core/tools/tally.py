"""Tally: how many ideas, and which themes came up; or which numbered cards were disputed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import MOST_PEOPLE, numbered, theme, whole

MOST_THEMES = 12
ONE_MORE = Action(id="one", title=Sentence("One more idea"), key="i")
HOW_MANY = Action(id="ideas", title=Sentence("Number of ideas"), key="k", asks="count")
THEME = Action(id="theme", title=Sentence("A theme, in a word or two"), key="t", asks="text")
CARD = Action(id="card", title=Sentence("Number of a disputed card"), key="c", asks="count")
AGAIN = "again:"


@dataclass(frozen=True, slots=True)
class TallyState:
    """Ideas counted, themes with how often they came, cards with how often they were disputed."""

    phases: Phases
    cards: tuple[str, ...] = ()
    ideas: int = 0
    themes: tuple[tuple[str, int], ...] = ()
    disputed: tuple[tuple[int, int], ...] = ()


class Tally:
    """Counts ideas and themes.

    With the activity's option ``count = "cards"`` it counts disputes on the numbered cards that
    stand in the task instead.
    """

    id = "tally"

    def start(self, step: ToolStep, people: People) -> TallyState:
        """Nothing counted."""
        del people  # ideas and cards are counted, not people
        cards = numbered(step.step, "task") if step.options.get("count") == "cards" else ()
        return TallyState(Phases.of(step), cards)

    def actions(self, state: TallyState) -> tuple[Action, ...]:
        """What can be counted now."""
        if state.cards:
            return (CARD, *state.phases.actions())
        again = tuple(
            Action(id=f"{AGAIN}{number}", title=words, key=str(number) if number < 10 else "")
            for number, (words, _) in enumerate(state.themes, start=1)
        )
        new = (THEME,) if len(state.themes) < MOST_THEMES else ()
        return (ONE_MORE, HOW_MANY, *new, *again, *state.phases.actions())

    def apply(self, state: TallyState, action: str, value: Any, at: float) -> TallyState:
        """The tally after a key."""
        if action == CARD.id:
            return _disputed(state, whole(value))
        if action == ONE_MORE.id and not state.cards:
            return replace(state, ideas=min(state.ideas + 1, MOST_PEOPLE))
        if action == HOW_MANY.id and not state.cards:
            number = whole(value)
            return state if number is None else replace(state, ideas=number)
        if action == THEME.id and not state.cards:
            return _with_theme(state, theme(value))
        if action.startswith(AGAIN):
            place = whole(action.removeprefix(AGAIN)) or 0
            known = state.themes[place - 1][0] if 0 < place <= len(state.themes) else ""
            return _with_theme(state, known)
        return replace(state, phases=state.phases.apply(action, at))

    def view(self, state: TallyState, at: float) -> ToolView:
        """Ideas and themes, or the cards that were disputed."""
        if state.cards:
            rows = tuple(
                Row(label=f"{number} {state.cards[number - 1]}", count=times, marked=True)
                for number, times in state.disputed
            )
            headline = Sentence(
                "Disputed: {n} of {total} cards", n=len(rows), total=len(state.cards)
            )
            counts: tuple[tuple[Sentence, int], ...] = ()
        else:
            rows = tuple(Row(label=words, count=times) for words, times in state.themes)
            headline = Sentence("Themes")
            counts = ((Sentence("Ideas"), state.ideas),)
        return ToolView(
            headline=headline,
            clock=state.phases.clock(at),
            rows=rows,
            counts=counts,
            options=self.actions(state),
        )

    def record(self, state: TallyState) -> Mapping[str, Any]:
        """Counts and themes, nothing when nothing was counted."""
        if state.cards:
            disputed = {str(number): times for number, times in state.disputed}
            return {"cards": len(state.cards), "disputed": disputed}
        kept: dict[str, Any] = {}
        if state.ideas:
            kept["ideas"] = state.ideas
        if state.themes:
            kept["themes"] = dict(state.themes)
        return kept


def _disputed(state: TallyState, number: int | None) -> TallyState:
    if number is None or not 0 < number <= len(state.cards):
        return state
    counted = dict(state.disputed)
    counted[number] = min(counted.get(number, 0) + 1, MOST_PEOPLE)
    return replace(state, disputed=tuple(sorted(counted.items())))


def _with_theme(state: TallyState, words: str) -> TallyState:
    counted = dict(state.themes)
    if not words or (words not in counted and len(counted) >= MOST_THEMES):
        return state
    counted[words] = min(counted.get(words, 0) + 1, MOST_PEOPLE)
    return replace(state, themes=tuple(counted.items()))
