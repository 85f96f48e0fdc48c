"""A session found open: it goes on by itself, or one question is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input

from lifeskills.classroom.planning import FoundOpen
from lifeskills.classroom.settling import settle
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.people import ClassGroup
from lifeskills.core.resuming import AfterBell, Ask, Counted, Outcome, on_reopening
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import Pick, PickList
from lifeskills.tui.wrapping import Paragraph


class FoundOpenScreen(BaseScreen[None]):
    """Within two hours and before its bell a lesson simply goes on; the minutes are counted."""

    CSS_PATH = "found_open.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("Choose"), id="choose", tooltip=_("Choose this answer")),
        Binding("escape", "leave", _("Back"), id="back", tooltip=_("Leave the lesson open")),
    ]
    help_text = HelpText(
        Sentence("A lesson found open"),
        (
            Sentence("The program stopped before this lesson was closed. Nothing of it is lost."),
            Sentence("After its bell it is not resumed: say how it ended, and it is closed."),
        ),
    )

    def __init__(self, group: ClassGroup, found: FoundOpen) -> None:
        super().__init__()
        self.group = group
        self.found = found

    def body(self) -> Iterable[Widget]:
        """The question and its answers."""
        question = Paragraphs(id="found-question")
        yield Vertical(question, PickList(), Input("0", compact=True), id="found")

    def fill(self) -> None:
        """Ask, or go on at once."""
        how = self._how()
        picks, field = self.query_one(PickList), self.query_one(Input)
        field.display = isinstance(how, Ask)
        picks.display = isinstance(how, AfterBell)
        if isinstance(how, Counted):
            self.call_after_refresh(self._go_on, how.minutes, "clock")
            return
        words = f"{self.group.name}: {self.say(how.sentence)}"
        self.query_one(Paragraphs).show([Paragraph(Content.styled(words, "bold"))])
        if isinstance(how, Ask):
            field.value = str(round(how.propose))
            field.focus()
            return
        picks.show(self._answers())
        step = self.found.state.current
        picks.go_to(f"stopped:{step.id}" if step is not None else "finished")
        picks.focus()

    def _how(self) -> Counted | Ask | AfterBell:
        state, now = self.found.state, self.app.school.clock.now()
        if state.kind == "roll":
            return Counted(0)
        return on_reopening(state, now)

    def _answers(self) -> list[Pick]:
        stops = [
            Pick(f"stopped:{step.id}", self.say(Sentence("Stopped at “{step}”", step=step.title)))
            for step in self.found.state.plan
        ]
        return [
            Pick("finished", self.say(Sentence("Finished as planned"))),
            *stops,
            Pick("not-held", self.say(Sentence("Not held after all"))),
        ]

    # -- answers -----------------------------------------------------------------------------

    def action_pick(self) -> None:
        """Take the answer under the cursor."""
        self.query_one(PickList).pick_current()

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Close the lesson as it ended."""
        event.stop()
        outcome, _colon, step = event.pick.id.partition(":")
        teaching = self._resumed()
        if teaching is None:
            return
        closed = self.app.attempt(lambda: settle(teaching, cast("Outcome", outcome), step=step))
        if closed is not None:
            self.app.go_home(Sentence("Closed and saved."))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on with the minutes that the teacher counts."""
        event.stop()
        minutes = event.value.strip()
        if minutes.isdecimal() and int(minutes) <= 600:
            self._go_on(float(int(minutes)), "teacher")
        else:
            self.hint(Sentence("A number of minutes, 0 to 600."))

    def _go_on(self, minutes: float, decided_by: str) -> None:
        teaching = self._resumed()
        if teaching is None:
            self.app.go_home()
            return
        if minutes:
            self.app.attempt(lambda: teaching.settle_gap(minutes, decided_by=decided_by))
        if teaching.state.roll_done or teaching.state.runs:
            self.app.after_roll(teaching)
        else:
            self.app.show_roll(teaching)

    def _resumed(self) -> Teaching | None:
        return self.app.attempt(lambda: Teaching.resume(self.app.school, self.group))

    def action_leave(self) -> None:
        """Leave it open."""
        self.app.go_home()
