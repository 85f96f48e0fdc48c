"""The exit slips of a lesson that was closed with "later": three numbers, or never."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.widget import Widget
from textual.widgets import Input, Static

from lifeskills.classroom.slips import OwedSlips, count_slips
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.core.tools.slips import faces_of, too_many
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.days import near_day_words
from lifeskills.tui.help import HelpText
from lifeskills.tui.next_words import course_title
from lifeskills.tui.screen_keys import SLIPS_KEYS
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain, visible
from lifeskills.tui.wrapping import Paragraph


class SlipsScreen(BaseScreen[None]):
    """Which lesson's slips, and a line for the numbers; nothing about any pupil."""

    CSS_PATH = "slips.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*SLIPS_KEYS]
    help_text = HelpText(
        Sentence("Exit slips"),
        (
            Sentence("Sort the slips into three piles, count them, and type three numbers."),
            Sentence("They go into the class record, as if they had been counted in the lesson."),
        ),
    )

    def __init__(self, group: ClassGroup, owed: OwedSlips) -> None:
        super().__init__()
        self.group = group
        self.owed = owed
        self._doubted = ""

    def body(self) -> Iterable[Widget]:
        """Class and lesson, the question, the field."""
        yield Static(plain(visible(self.group.name)), id="slips-title", classes="bar strong")
        yield Paragraphs(id="slips-about")
        yield Input(id="slips-numbers", compact=True)

    def fill(self) -> None:
        """Say which lesson it was; the field has the focus."""
        day = near_day_words(self.owed.day, self.app.school.clock.today())
        title = course_title(self.app, self.owed.course)
        asked = Sentence("Exit slips: three numbers – got it, partly, not yet.")
        lines = [plain(title, "bold"), plain(self.say(day)), plain(""), plain(self.say(asked))]
        self.query_one(Paragraphs).show([Paragraph(line) for line in lines])
        field = self.query_one(Input)
        field.placeholder = self.say(Sentence("Got it, partly, not yet: 30 12 5, then Enter"))
        field.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Write the numbers down; more slips than people are asked about once."""
        event.stop()
        faces = faces_of(event.value)
        if faces is None:
            self.hint(Sentence("Three numbers with spaces between them: 30 12 5"))
            return
        doubt = too_many(sum(faces.values()), self.owed.present)
        if doubt is not None and self._doubted != event.value:
            self._doubted = event.value
            self.hint(doubt)
            return
        self._write(faces)

    def action_never(self) -> None:
        """They will not be counted: nobody asks again."""
        self._write(None)

    def _write(self, faces: Mapping[str, int] | None) -> None:
        def kept() -> bool:
            count_slips(self.app.school, self.group, self.owed.session, faces)
            return True

        if self.app.attempt(kept):
            self.app.go_home(Sentence("Written into the class record."))

    def action_leave(self) -> None:
        """Back to home; they are still to be counted."""
        self.app.go_home()
