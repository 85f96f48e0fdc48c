"""The text of a lesson beside a list, read once the cursor rests on it."""

from __future__ import annotations

from textual import getters
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.timer import Timer

from lifeskills.classroom.lessons import lesson_for
from lifeskills.core.people import ClassGroup
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.lesson_pages import lesson_text
from lifeskills.tui.widgets.paragraphs import Paragraphs

READ_AFTER = 0.2
"""Seconds for which the cursor rests on a lesson before its text is read."""


class LessonPreview(VerticalScroll, can_focus=False):
    """Narrow screens hide it, and then nothing is read."""

    DEFAULT_CSS = """
    LessonPreview { padding: 0 1; border-left: vkey $panel; scrollbar-size-vertical: 1; }
    """
    app = getters.app(LifeskillsApp)

    def __init__(self, group: ClassGroup | None, *, id: str) -> None:
        super().__init__(id=id)
        self._group = group
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        """The words."""
        yield Paragraphs(id="preview-text")

    def show_soon(self, course: str) -> None:
        """Show a lesson, unless another is asked for at once."""
        if self._soon is not None:
            self._soon.stop()
        if self.display:
            self._soon = self.set_timer(READ_AFTER, lambda: self._show(course))

    def _show(self, course: str) -> None:
        lesson = self.app.attempt(lambda: lesson_for(self.app.school, course, self._group))
        if lesson is not None:
            self.query_one(Paragraphs).show(lesson_text(lesson, self.app.say))
            self.scroll_home(animate=False)
