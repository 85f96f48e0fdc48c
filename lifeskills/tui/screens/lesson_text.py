"""A lesson to read, as this class gets it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.lessons import lesson_for
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.lesson_pages import lesson_text
from lifeskills.tui.next_words import course_words
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain


class LessonTextScreen(BaseScreen[None]):
    """The whole lesson, to scroll through; T teaches it."""

    CSS_PATH = "lesson_text.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t,ctrl+t", "teach", _("Teach"), id="teach", tooltip=_("Teach this lesson")),
        Binding("escape,enter", "dismiss", _("Back"), id="back", tooltip=_("Back to the list")),
        Binding(
            "space",
            "page_down",
            _("Page down"),
            id="page-down",
            tooltip=_("One page further"),
        ),
    ]
    help_text = HelpText(
        Sentence("The lesson"),
        (
            Sentence("The text as this class gets it: its age band, its place, its side."),
            Sentence("Arrows and Space scroll. T teaches the lesson."),
        ),
    )

    def __init__(self, course: str, group: ClassGroup | None) -> None:
        super().__init__()
        self.course = course
        self.group = group

    def body(self) -> Iterable[Widget]:
        """Title and text."""
        yield Static(id="title", classes="bar strong")
        yield VerticalScroll(Paragraphs(id="words"), id="text")

    def fill(self) -> None:
        """Look up the lesson for this class, or for the course's first audience."""
        lesson = self.app.attempt(lambda: lesson_for(self.app.school, self.course, self.group))
        if lesson is not None:
            self.query_one("#title", Static).update(plain(course_words(lesson.info)))
            self.query_one("#words", Paragraphs).show(lesson_text(lesson, self.say))
        self.query_one("#text").focus()

    def action_teach(self) -> None:
        """Teach the lesson."""
        if self.group is not None:
            self.app.teach(self.group, self.course)

    def action_page_down(self) -> None:
        """One page further."""
        self.query_one("#text", VerticalScroll).scroll_page_down()
