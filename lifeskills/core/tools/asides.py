"""Beside a story: the law card of a passage, and what learners would advise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from lifeskills.core.story import PassageCard
from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, ToolView

BACK = Action(id="go-on", title=Sentence("Back to the story"), key="g")
"""The id is that of going on, so that Space leads back."""
ADVISE = Action(id="advise", title=Sentence("What would you advise?"), key="v")
HEARD = Action(id="heard", title=Sentence("One more advice heard"), key="y")
CARD = "card:"
"""How the ids of the actions that show a card begin."""
CARD_KEY = "k"
BRIEF_WORDS: Mapping[str, Sentence] = {
    "say": Sentence("You could say"),
    "dont": Sentence("Do not say"),
    "questions": Sentence("They may ask"),
    "whom": Sentence("Not sure? Ask"),
}
ADVISING = "advise"


@dataclass(frozen=True, slots=True)
class Aside:
    """What is shown instead of the passage: nothing, the advice, or the card with this id.

    ``heard`` counts advice, nobody's name; ``shown`` are the cards that were shown.
    """

    now: str = ""
    heard: int = 0
    shown: tuple[str, ...] = ()

    def actions(self, cards: tuple[PassageCard, ...], *, advise: bool) -> tuple[Action, ...]:
        """The cards of the passage one after the other, the question, and the way back."""
        found = self._next_card(cards)
        card = (found,) if found is not None else ()
        if self.now == ADVISING:
            return (BACK, HEARD, *card)
        if self.now:
            return (BACK, *card)
        return (*card, *((ADVISE,) if advise else ()))

    def _next_card(self, cards: tuple[PassageCard, ...]) -> Action | None:
        ids = [one.id for one in cards]
        after = ids.index(self.now) + 1 if self.now in ids else 0
        if after >= len(cards):
            return None
        one = cards[after]
        title = Sentence("Card: {title}", title=one.title)
        return Action(id=f"{CARD}{one.id}", title=title, key=CARD_KEY)

    def apply(self, action: str) -> Aside:
        """The aside after one of its keys."""
        if action == BACK.id:
            return replace(self, now="")
        if action == ADVISE.id:
            return replace(self, now=ADVISING)
        if action == HEARD.id:
            return replace(self, heard=self.heard + 1)
        if action.startswith(CARD):
            card = action.removeprefix(CARD)
            return replace(self, now=card, shown=tuple(dict.fromkeys((*self.shown, card))))
        return self

    def view(self, cards: tuple[PassageCard, ...], who: str, *, small: bool) -> ToolView:
        """The card or the question; plain words for all, the brief for the teacher alone."""
        card = next((one for one in cards if one.id == self.now), None)
        if card is not None:
            rests = Sentence("It rests on")
            if card.review_by:
                rests = Sentence("It rests on (to be checked again by {day})", day=card.review_by)
            basis: tuple[Words, str] = (rests, card.basis)
            brief = ((BRIEF_WORDS[name], words) for name, words in card.brief)
            return ToolView(headline=card.title, body=card.plain, teacher=(basis, *brief))
        how = Sentence(
            "In pairs, one minute: what would you say to {who}? One sentence, as a friend.", who=who
        )
        if small:
            how = Sentence(
                "Round the circle: what would you say to {who}? One sentence, as a friend.", who=who
            )
        counts = ((Sentence("Advice heard"), self.heard),) if self.heard else ()
        return ToolView(
            headline=Sentence("What would you advise {who}?", who=who), body=how, counts=counts
        )
