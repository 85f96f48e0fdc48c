"""The end of a lesson in at most four keys: exit slips now, later or never, then done."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import slips_so_far, slips_step
from lifeskills.core.text import Sentence
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.close_words import CLOSE_HELP, closing_lines
from lifeskills.tui.home_words import slips_to_count, what_next
from lifeskills.tui.lesson_keys import CLOSE_KEYS
from lifeskills.tui.lesson_notes import take_note
from lifeskills.tui.lesson_pages import BLANK, home_lines
from lifeskills.tui.widgets.ask_line import AskLine
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph

TALL = 32
"""Lines from which there is room for what pupils take home, and for the next lesson."""


class CloseScreen(BaseScreen[None]):
    """Planned and actual minutes, the slips, and Enter. Nothing about any pupil stands here."""

    AUTO_FOCUS = ""
    CSS_PATH = "close.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*CLOSE_KEYS]
    help_text = CLOSE_HELP

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.teaching = teaching
        self.group = teaching.group
        self.record: dict[str, Any] | None = None
        """The record once the lesson is closed."""
        self._asked = False
        self._kept = 0
        """Keys of this screen that undo can take back without leaving it."""

    def body(self) -> Iterable[Widget]:
        """Title, minutes and slips, a line for numbers."""
        yield Static("", id="close-title", classes="bar strong", markup=False)
        scroll = VerticalScroll(Paragraphs(id="close-text"), id="close")
        scroll.can_focus = False
        yield scroll
        yield AskLine()

    def fill(self) -> None:
        """Show how the lesson went."""
        info = self.teaching.lesson.info if self.teaching.lesson is not None else None
        title = f"{self.group.name}  {info.title}" if info is not None else self.group.name
        self.query_one("#close-title", Static).update(Content(self.say(title)))
        lines = closing_lines(self.teaching, self.record, self.say)
        shown = [Paragraph(line) for line in lines]
        if self.app.size.height >= TALL and self.teaching.lesson is not None:
            shown.append(BLANK)
            if self.record is None:
                shown += home_lines(self.teaching.lesson, self.say)
            else:
                shown += what_next(self.app, self.group, slips_to_count(self.app, self.group))
        self.query_one("#close-text", Paragraphs).show(shown)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Slips can be counted only where a step collected them, and until the lesson is closed."""
        if action in ("slips", "slips_now") and not slips_step(self.teaching.state):
            return False
        if action in ("slips", "slips_now", "note") and self.record is not None:
            return False
        return super().check_action(action, parameters)

    def action_slips_now(self) -> None:
        """Ask for the three numbers."""
        self.query_one(AskLine).ask(Sentence("Got it, partly, not yet: 30 12 5, then Enter"))

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Keep the three numbers, or say how they are written."""
        event.stop()
        self._slips("three", event.value)
        if not slips_so_far(self.teaching.state, self.teaching.tool_records()).settled:
            self.hint(Sentence("Three numbers with spaces between them: 30 12 5"))

    def action_slips(self, when: str) -> None:
        """Later, or never."""
        self._slips(when)

    def _slips(self, action: str, value: str | None = None) -> None:
        step = slips_step(self.teaching.state)
        if step and self.record is None:
            kept = self.app.attempt(lambda: self.teaching.tool_key(action, value, step=step))
            self._kept += kept is not None
            self.fill()

    def action_note(self) -> None:
        """Say in a word how the lesson went."""
        take_note(self.app, self.teaching, self._noted)

    def _noted(self) -> None:
        self._kept += 1
        self.fill()

    def action_undo(self) -> None:
        """Take back the last key: the closing, a key of this screen, or the way to it."""
        if self.record is None and not self._kept:
            if not self.teaching.state.step:  # Space ended the last step; F10 left it running
                self.app.attempt(self.teaching.undo)
            self.dismiss(None)
        elif self.app.attempt(self.teaching.undo) is not None:
            self._kept -= self.record is None
            self.record = None
            self.fill()

    def action_done(self) -> None:
        """Close; when closed, go home. Without a roll it asks once."""
        if self.record is not None:
            self.app.go_home()
        elif self.teaching.state.roll_done or self._asked:
            self._close()
        else:
            self._asked = True
            self.hint(
                Sentence("No roll was called: this lesson will not count. Enter closes it so.")
            )

    def _close(self) -> None:
        faces = slips_so_far(self.teaching.state, self.teaching.tool_records()).faces
        self.record = self.app.attempt(lambda: self.teaching.close(faces))
        self.fill()

    def action_leave(self) -> None:
        """Back to the lesson, or home when closed."""
        if self.record is not None:
            self.app.go_home()
        else:
            self.dismiss(None)
