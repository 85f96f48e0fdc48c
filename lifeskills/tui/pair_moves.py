"""Behind F9 only: which two are kept apart or together in groups. Never a reason."""

from __future__ import annotations

from lifeskills.classroom.pairs import KEEP, keep_pair, kept
from lifeskills.core.people import ClassGroup, Learner, numbered
from lifeskills.core.text import Sentence
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.screens.ask import AskScreen, Option
from lifeskills.tui.screens.pick_learner import PickLearnerScreen

PAIR_OPTIONS = (
    Option("apart", Sentence("Keep them out of one group.")),
    Option("together", Sentence("Keep them in one group.")),
    Option("neither", Sentence("Neither any more.")),
)
NOW = {
    "apart": Sentence("Now: apart."),
    "together": Sentence("Now: together."),
    "": Sentence("Now: neither."),
}


class PairMoves(BaseScreen[None]):
    """Two pupils, then apart, together or neither."""

    group: ClassGroup

    def action_pair(self) -> None:
        """Ask for the first of two."""
        self._pair_with(None)

    def _pair_with(self, first: Learner | None) -> None:
        def picked(id: str | None) -> None:
            learner = self.group.learner(id or "")
            if learner is None or learner == first:
                return
            if first is None:
                self._pair_with(learner)
            else:
                self._ask_pair(first, learner)

        self.app.push_screen(PickLearnerScreen(self.group), picked)

    def _ask_pair(self, first: Learner, second: Learner) -> None:
        school, group = self.app.school, self.group
        question = Sentence(
            "{first} and {second} in groups?",
            first=numbered(first, "given"),
            second=numbered(second, "given"),
        )

        def answered(answer: str | None) -> None:
            if answer is None:
                return
            keep = KEEP.get(answer)
            numbers = first.number, second.number
            if self.app.attempt(lambda: keep_pair(school, group.id, *numbers, keep)):
                self.hint(Sentence("Kept; from the next groups on."))

        now = NOW[kept(school, group, first, second)]
        self.app.push_screen(AskScreen(question, PAIR_OPTIONS, now), answered)
