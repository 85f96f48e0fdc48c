"""The ready check: at most three lines, and on with Enter."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.forecast import forecast
from lifeskills.classroom.planning import ReadyLine, not_offered, ready
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.lesson import CourseInfo, Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.lesson_pages import plan_lines
from lifeskills.tui.next_words import course_words
from lifeskills.tui.ready_keys import READY_HELP, READY_KEYS, ready_words
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph


class ReadyScreen(BaseScreen[None]):
    """What is not ready is said in a line each; the lesson goes on anyway.

    A course that is not offered to the class says why and asks once more.
    """

    CSS_PATH = "ready.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*READY_KEYS]
    help_text = READY_HELP

    def __init__(
        self,
        group: ClassGroup,
        course: str,
        part: int = 0,
        *,
        minutes: int = 0,
        cover: bool = False,
    ) -> None:
        super().__init__()
        self.minutes = minutes
        """Minutes that were asked for; 0 takes the period's."""
        self.group = group
        self.course = course
        self.part = part
        self.cover = cover
        self.why: Sentence | None = None

    def body(self) -> Iterable[Widget]:
        """The lesson, and what is not ready."""
        yield Static(id="title", classes="bar strong")
        yield VerticalScroll(
            *(Paragraphs(id=part) for part in ("lesson", "lines", "plan")),
            id="ready",
            can_focus=False,
        )

    def fill(self) -> None:
        """Look up the lesson for this class."""
        school = self.app.school
        lesson = self.app.attempt(lambda: school.lesson(self.course, school.setting(self.group)))
        if lesson is None:
            return
        self.why = not_offered(school, self.group, self.course)
        title = f"{self.group.name}  {course_words(lesson.info)}"
        self.query_one("#title", Static).update(plain(title))
        self.query_one("#lesson", Paragraphs).show(self._about(lesson))
        lines = () if self.cover else ready(school, self.group, lesson)
        self.query_one("#lines", Paragraphs).show(self._lines(lines))
        taken = forecast(school, self.group, lesson, self.part, self.minutes or None).minutes
        plan = school.plan(lesson, self.part, taken)
        self.query_one("#plan", Paragraphs).show(plan_lines(plan, lesson.info, self.say))

    def action_go_on(self) -> None:
        """Call the roll; first ask once more when the course is not offered to this class."""
        if self.why is None:
            self._begin(off_offer=False)
            return
        from lifeskills.tui.screens.ask import AskScreen, Option

        options = (
            Option("back", Sentence("Go back")),
            Option("teach", Sentence("Teach it all the same; the record says so")),
        )
        self.app.push_screen(AskScreen(self.why, options), self._answered)

    def action_minutes(self, minutes: int) -> None:
        """Take the whole period, a class meeting or the heart of the lesson."""
        self.minutes = minutes
        self.fill()

    def action_scroll(self, lines: int) -> None:
        """Read on or back."""
        self.query_one("#ready").scroll_relative(y=lines, animate=False)

    def action_local_facts(self) -> None:
        """Fill in helpers and what this lesson asks for; then look again."""
        from lifeskills.tui.screens.local_facts import LocalFactsScreen

        self.app.push_screen(LocalFactsScreen(self.group, [self.course]), lambda _none: self.fill())

    def action_leave(self) -> None:
        """Back without teaching."""
        self.app.go_home()

    def _answered(self, answer: str | None) -> None:
        if answer == "teach":
            self._begin(off_offer=True)

    def _begin(self, *, off_offer: bool) -> None:
        begin = partial(
            Teaching.begin,
            self.app.school,
            self.group,
            self.course,
            part=self.part,
            minutes=self.minutes or None,
            cover=self.cover,
            off_offer=off_offer,
        )
        teaching = self.app.attempt(begin)
        if teaching is not None:
            self.app.show_roll(teaching)

    def _about(self, lesson: Lesson) -> list[Paragraph]:
        info: CourseInfo = lesson.info
        ahead = forecast(self.app.school, self.group, lesson, self.part, self.minutes or None)
        lines = [plain(info.aim)]
        lines += [plain(self.say(one), "$foreground 70%") for one in ahead.sentences()]
        if info.materials:
            items = " / ".join(one.item for one in info.materials)
            lines += [Content(""), plain(self.say(Sentence("Bring: {items}", items=items)))]
        return [Paragraph(line) for line in lines]

    def _lines(self, lines: Iterable[ReadyLine]) -> list[Paragraph]:
        said = [plain(f"! {ready_words(line, self.app)}", "$warning") for line in lines]
        if self.why is not None:
            said.insert(0, plain(f"! {self.say(self.why)}", "bold $error"))
        if not said:
            said = [plain(self.say(Sentence("Everything is ready.")), "$success")]
        return [Paragraph(line, 2) for line in said[:3]]
