"""F9: what adults owe pupils who are slipping away. Never for a wall, never in a lesson."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.following import FollowUp, duty_done, follow_up, silence, worry
from lifeskills.classroom.guidance import guidance
from lifeskills.core.concern import SILENCE_CODES, WORRY_CODES, Concern
from lifeskills.core.followwords import DUTY_NAMES, RELOOK_DAYS, SILENCE_WORDS, WORRY_WORDS
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.follow_words import (
    FOLLOW_HELP,
    FOLLOW_KEYS,
    about_lines,
    learner_words,
)
from lifeskills.tui.pair_moves import PairMoves
from lifeskills.tui.screens.ask import AskScreen, Option
from lifeskills.tui.widgets.concern_panel import ConcernPanel
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import Pick, PickList
from lifeskills.tui.wrapping import Paragraph


class FollowUpScreen(PairMoves):
    """Concerns in seat order as sentences, what is owed and by when; everything by codes."""

    CSS_PATH = "follow_up.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Screen has it
    BINDINGS: ClassVar[list[BindingType]] = [*FOLLOW_KEYS]
    help_text = FOLLOW_HELP

    def __init__(self, group: ClassGroup) -> None:
        super().__init__()
        self.group = group
        self.found: FollowUp | None = None

    def body(self) -> Iterable[Widget]:
        """What holds for all, the learners, and the sentences of the one under the cursor."""
        yield Static("", id="follow-title", classes="bar strong", markup=False)
        yield Paragraphs(id="follow-about")
        yield PickList(id="follow-list")
        yield ConcernPanel(partial(guidance, self.app.school, self.group), id="follow-body")

    def fill(self) -> None:
        """Judge anew and show."""
        title = self.say(Sentence("{name}: follow-up", name=self.group.name))
        self.query_one("#follow-title", Static).update(Content(title))
        self.found = self.app.attempt(lambda: follow_up(self.app.school, self.group))
        if self.found is None:
            return
        lines = [Paragraph(line) for line in about_lines(self.found, self.say)]
        about = self.query_one("#follow-about", Paragraphs)
        about.display = bool(lines)
        about.show(lines)
        picks = self.query_one(PickList)
        picks.show([self._pick(one) for one in self.found.every])
        picks.styles.height = max(1, len(picks.picks))
        picks.focus()
        self.on_pick_list_moved()

    def _pick(self, concern: Concern) -> Pick:
        learners = self.found.learners if self.found is not None else {}
        also = self.say(Sentence("also")) if concern.also else ""
        return Pick(concern.learner, learner_words(learners.get(concern.learner), self.say), also)

    def on_pick_list_moved(self) -> None:
        """Show the sentences of the learner under the cursor, and how the first duty is done."""
        self.query_one(ConcernPanel).show(self._current())

    def action_choose(self, by: int) -> None:
        """Another duty of this learner, with the words that say how."""
        self.query_one(ConcernPanel).choose(by)

    def action_read(self, by: int) -> None:
        """Read on or back in the guide."""
        self.query_one(ConcernPanel).read(by)

    def _current(self) -> Concern | None:
        pick = self.query_one(PickList).current
        return self.found.of(pick.id) if self.found and pick else None

    def action_done(self) -> None:
        """Ask which duty was done, and keep it."""
        concern = self._current()
        owed = [duty for duty in concern.duties if duty.done_on is None] if concern else []
        if concern is None or not owed:
            return
        options = [Option(duty.kind, DUTY_NAMES[duty.kind]) for duty in owed]
        keep = partial(duty_done, self.app.school, self.group, concern.learner)
        self._ask(Sentence("What was done?"), options, keep)

    def action_silence(self) -> None:
        """Ask why and until when, and put the findings aside."""
        concern = self._current()
        if concern is None:
            return
        days = [Option(str(n), Sentence("Look again in {days} days", days=n)) for n in RELOOK_DAYS]

        def until(code: str) -> None:
            def keep(chosen: str) -> None:
                look = self.app.school.clock.today() + dt.timedelta(days=int(chosen))
                for one in concern.findings:
                    silence(self.app.school, self.group, concern.learner, one, code, look)

            self._ask(Sentence("Until when?"), days, keep)

        codes = [Option(code, SILENCE_WORDS[code]) for code in SILENCE_CODES]
        self._ask(concern.findings[0].sentence, codes, until)

    def action_worry(self) -> None:
        """Ask whom it is about and what was seen, by a code."""
        from lifeskills.tui.screens.pick_learner import PickLearnerScreen

        def chosen(learner: str | None) -> None:
            if learner is not None:
                keep = partial(worry, self.app.school, self.group, learner)
                codes = [Option(code, WORRY_WORDS[code]) for code in WORRY_CODES]
                self._ask(Sentence("What did you see?"), codes, keep)

        self.app.push_screen(PickLearnerScreen(self.group), chosen)

    def _ask(
        self, question: Sentence, options: list[Option], keep: Callable[[str], object]
    ) -> None:
        def answered(answer: str | None) -> None:
            if answer is not None:
                self.app.attempt(lambda: keep(answer))
                self.fill()

        self.app.push_screen(AskScreen(question, options), answered)

    def action_leave(self) -> None:
        """Back to home."""
        self.app.go_home()
