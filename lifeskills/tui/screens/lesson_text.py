"""A lesson to read, as this class gets it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.lessons import BLOCK_TITLES
from lifeskills.core.lesson import Block, Lesson, Step
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.next_words import course_words
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

BLANK = Paragraph(Content(""))


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
        lesson = self.app.attempt(self._lesson)
        if lesson is not None:
            self.query_one("#title", Static).update(plain(course_words(lesson.info)))
            self.query_one("#words", Paragraphs).show(self._words(lesson))
        self.query_one("#text").focus()

    def action_teach(self) -> None:
        """Teach the lesson."""
        if self.group is not None:
            self.app.teach(self.group, self.course)

    def action_page_down(self) -> None:
        """One page further."""
        self.query_one("#text", VerticalScroll).scroll_page_down()

    def _lesson(self) -> Lesson:
        school = self.app.school
        if self.group is not None:
            return school.lesson(self.course, school.setting(self.group))
        settings = school.settings
        audience = school.library.info(self.course, school.language).audiences[0]
        place = settings.county or settings.province
        setting = school.plain_setting(audience, place=place, side=settings.side)
        return school.lesson(self.course, setting)

    def _words(self, lesson: Lesson) -> list[Paragraph]:
        info = lesson.info
        lines = [Paragraph(plain(info.aim)), BLANK]
        lines += [Paragraph(plain(f"- {message}"), 2) for message in info.key_messages]
        for step in lesson.steps:
            lines += [BLANK, *self._step(step)]
        return lines

    def _step(self, step: Step) -> Iterable[Paragraph]:
        minutes = self.say(Sentence("{minutes} min", minutes=step.minutes))
        yield Paragraph(plain(step.title, "bold $primary") + f"  {minutes}")
        for block in step.blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterable[Paragraph]:
        title = self.say(BLOCK_TITLES.get(block.kind, Sentence("Note")))
        yield Paragraph(Content.styled(f"  {title}", "$secondary"))
        yield from paragraphs(block.text, indent=4)
