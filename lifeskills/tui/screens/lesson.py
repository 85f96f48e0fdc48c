"""The lesson: what to say and do now, the plan, the clocks, the tool. Space alone carries it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.carry import CarryOn, carry_on
from lifeskills.core.offering import Offer, offers
from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, ToolView
from lifeskills.tui.help import HelpText
from lifeskills.tui.keymap import key_words
from lifeskills.tui.lesson_keys import LESSON_KEYS
from lifeskills.tui.lesson_moves import LessonMoves
from lifeskills.tui.lesson_words import LESSON_HELP, RESUME, lesson_title, pace_words, space_words
from lifeskills.tui.widgets.ask_line import AskLine
from lifeskills.tui.widgets.clock_bar import BellTimes, ClockBar, StepClock
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.offer_line import OfferLine
from lifeskills.tui.widgets.plan_list import PlanList, plan_rows
from lifeskills.tui.widgets.step_words import StepWords
from lifeskills.tui.widgets.tool_panel import ToolPanel


class LessonScreen(LessonMoves):
    """A lesson after its roll, until its last step; then the close screen takes over."""

    CSS_PATH = "lesson.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Screen has it
    help_text: ClassVar[HelpText] = LESSON_HELP
    BINDINGS: ClassVar[list[BindingType]] = [*LESSON_KEYS]

    def __init__(self, teaching: Teaching) -> None:
        super().__init__(teaching)
        self._view: ToolView | None = None
        self._offers: tuple[Offer, ...] = ()
        self._aside: frozenset[str] = frozenset()
        self._warned = ""
        self._spare = False
        """Whether the teacher asked what to do with minutes to spare."""

    def body(self) -> Iterable[Widget]:
        """Clock bar; plan and step clock beside words and tool; the line of offers."""
        yield ClockBar(lesson_title(self.teaching, self.say))
        left = Vertical(PlanList(), StepClock(), id="lesson-left")
        right = Vertical(StepWords(), ToolPanel(), id="lesson-right")
        yield Horizontal(left, right, id="lesson-body")
        yield OfferLine()
        yield AskLine()

    def draw(self) -> None:
        """Everything from the state: nothing is kept on the screen itself."""
        teaching, state, at = self.teaching, self.teaching.state, self.teaching.at()
        self._view = teaching.tool_view() if state.step else None
        self._offers = tuple(o for o in offers(state, at) if str(o.sentence) not in self._aside)
        late_or_asked = state.behind(at) > 0 or self._spare
        times = BellTimes(
            now=teaching.school.clock.now(),
            left=state.bell_left(at),
            paused=state.paused_at is not None,
        )
        self.query_one(ClockBar).show(times)
        self.query_one(KeyBar).rename("pause", RESUME if times.paused else None)
        self.query_one(PlanList).show(plan_rows(state))
        word, pace, late = pace_words(state, at)
        left = state.step_left(at) if state.step else None
        self.query_one(StepClock).show(left, word, pace, late=late)
        about = teaching.lesson.info.aim if teaching.lesson else ""
        self.query_one(StepWords).show(teaching.step_now(), instead=about)
        self.query_one(ToolPanel).show(self._view)
        offer = self._offers[0].sentence if self._offers and late_or_asked else None
        space = space_words(self._next(), key_words(self.app, "carry-on", "space"))
        self.query_one(OfferLine).show(space, offer)

    def _next(self) -> CarryOn:
        return carry_on(self.teaching.state, self._view)

    # -- the lesson --------------------------------------------------------------------------

    def action_carry_on(self) -> None:
        """Space: the next scene or phase, the next step, or the end."""
        coming = self._next()
        if coming.undecided and self._warned != self.teaching.state.step:
            self._warned = self.teaching.state.step
            self.say_undecided()
        elif coming.kind == "tool" and coming.action is not None:
            self._take(coming.action)
        elif self.teaching.state.step or coming.kind == "step":
            if self.keep(self.teaching.next_step) and coming.kind == "end":
                self.action_close()
        else:
            self.action_close()

    def action_take_offer(self) -> None:
        """Take the offer that stands on the screen; minutes to spare are shown first."""
        if not self._offers:
            self.hint(Sentence("Nothing to change: the plan ends at the bell."))
            return
        if not self.query_one(OfferLine).offer:
            self._spare = True
            self.draw()
            return
        plan, self._spare = self._offers[0].plan, False
        self.keep(lambda: self.teaching.change_plan(plan))

    def action_put_aside(self) -> None:
        """Put a question or the offer aside; it comes back when more minutes are lost."""
        panel = self.query_one(ToolPanel)
        if panel.asking:
            panel.stop_asking()
        elif self._offers:
            self._aside |= {str(self._offers[0].sentence)}
        self.draw()

    # -- tool and words ----------------------------------------------------------------------

    def press(self, key: str) -> bool:
        """A letter or digit of the running tool."""
        action = self.query_one(ToolPanel).action_for(key)
        if action is None:
            return False
        self._take(action)
        return True

    def _take(self, action: Action) -> None:
        if action.asks:
            self.query_one(ToolPanel).ask(action)
            return
        self.keep(lambda: self.teaching.tool_key(action.id, action.value))

    def on_tool_panel_typed(self, event: ToolPanel.Typed) -> None:
        """A number or word for an action."""
        self.keep(lambda: self.teaching.tool_key(event.action.id, event.value))

    def action_turn_words(self) -> None:
        """Teacher, task, board, notes."""
        self.query_one(StepWords).turn()

    def action_scroll(self, lines: int) -> None:
        """Read on or back; by pages first in the tool, where it holds more than it shows."""
        if not self.query_one(ToolPanel).page(lines):
            self.query_one(StepWords).scroll_lines(lines)
