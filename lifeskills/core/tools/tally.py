"""Tally: how many ideas, and which themes came up; or which numbered cards were disputed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import MOST_PEOPLE, numbered, whole
from lifeskills.core.tools.themes import ASKS, Themes

ONE_MORE = Action(id="one", title=Sentence("One more idea"), key="i")
HOW_MANY = Action(id="ideas", title=Sentence("Number of ideas"), key="k", asks="count")
CARD = Action(id="card", title=Sentence("Number of a disputed card"), key="c", asks="count")
WRONG = Action(id="wrong", title=Sentence("Number of a card put wrong"), key="w", asks="count")


@dataclass(frozen=True, slots=True)
class TallyState:
    """Ideas counted, themes with how often they came; or cards by number with how often."""

    phases: Phases
    themes: Themes
    cards: tuple[str, ...] = ()
    ideas: int = 0
    disputed: tuple[tuple[int, int], ...] = ()
    wrong: tuple[tuple[int, int], ...] = ()


class Tally:
    """Counts ideas and themes.

    With the activity's option ``count = "cards"`` it counts on the numbered cards that stand in the
    task instead: which were disputed, which were put wrong.
    """

    id = "tally"

    def start(self, step: ToolStep, people: People) -> TallyState:
        """Nothing counted."""
        del people  # ideas and cards are counted, not people
        cards = numbered(step.step, "task") if step.options.get("count") == "cards" else ()
        return TallyState(Phases.of(step), Themes() if cards else Themes(ASKS), cards)

    def actions(self, state: TallyState) -> tuple[Action, ...]:
        """What can be counted now."""
        counting = (CARD, WRONG) if state.cards else (ONE_MORE, HOW_MANY)
        return (*counting, *state.themes.actions(), *state.phases.actions())

    def apply(self, state: TallyState, action: str, value: Any, at: float) -> TallyState:
        """The tally after a key."""
        if action == CARD.id:
            return replace(state, disputed=_more(state, state.disputed, whole(value)))
        if action == WRONG.id:
            return replace(state, wrong=_more(state, state.wrong, whole(value)))
        if action == ONE_MORE.id and not state.cards:
            return replace(state, ideas=min(state.ideas + 1, MOST_PEOPLE))
        if action == HOW_MANY.id and not state.cards:
            number = whole(value)
            return state if number is None else replace(state, ideas=number)
        return replace(
            state,
            phases=state.phases.apply(action, at),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: TallyState, at: float) -> ToolView:
        """Ideas and themes, or the cards that were disputed or put wrong."""
        headline: Words = Sentence("Themes")
        rows = state.themes.rows()
        counts: tuple[tuple[Sentence, int], ...] = ((Sentence("Ideas"), state.ideas),)
        if state.cards:
            rows, counts = _card_rows(state), ()
            headline = Sentence(
                "Disputed: {n} of {total} cards", n=len(state.disputed), total=len(state.cards)
            )
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
            kept: dict[str, Any] = {"cards": len(state.cards), "disputed": _by_text(state.disputed)}
            return {**kept, "wrong": _by_text(state.wrong)} if state.wrong else kept
        return {**({"ideas": state.ideas} if state.ideas else {}), **state.themes.record()}


def _more(
    state: TallyState, counted: tuple[tuple[int, int], ...], number: int | None
) -> tuple[tuple[int, int], ...]:
    if number is None or not 0 < number <= len(state.cards):
        return counted
    times = dict(counted)
    times[number] = min(times.get(number, 0) + 1, MOST_PEOPLE)
    return tuple(sorted(times.items()))


def _card_rows(state: TallyState) -> tuple[Row, ...]:
    """Disputed cards are marked; one put wrong is looked at again, which is all its note says."""
    disputed, wrong = dict(state.disputed), dict(state.wrong)
    return tuple(
        Row(
            label=f"{number} {state.cards[number - 1]}",
            count=disputed.get(number),
            marked=number in disputed,
            note=Sentence("look again") if number in wrong else "",
        )
        for number in sorted({*disputed, *wrong})
    )


def _by_text(counted: tuple[tuple[int, int], ...]) -> dict[str, int]:
    return {str(number): times for number, times in counted}
