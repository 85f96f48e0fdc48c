"""A class's year: what was taught, what comes when, and moving it about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from lifeskills.classroom.years import Year
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.core.yearlines import YearRow
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.screen_keys import YEAR_KEYS
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import PickList
from lifeskills.tui.words import plain, visible
from lifeskills.tui.year_desk import YearDesk, may_fall_out, may_move
from lifeskills.tui.year_words import read_day, remark_paragraphs, rhythm_words, year_picks

CHOOSE = Sentence("Choose a lesson that is still to come.")


class YearScreen(BaseScreen[None]):
    """The year by weeks; nothing about any pupil, so it may be on the wall."""

    CSS_PATH = "year.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*YEAR_KEYS]
    help_text = HelpText(
        Sentence("Year plan"),
        (
            Sentence("Choose a lesson with the arrows up and down. Left and right move it."),
            Sentence("What comes after a moved lesson slides on; what was taught stays."),
            Sentence("The number in front is the week of the term."),
            Sentence(
                "Weekday, rhythm, terms and exam weeks are set with the command: "
                "lifeskills year --help"
            ),
        ),
    )

    def __init__(self, group: ClassGroup) -> None:
        super().__init__()
        self.group = group
        self.desk: YearDesk | None = None
        self._rows: dict[str, YearRow] = {}

    def body(self) -> Iterable[Widget]:
        """Class and rhythm, the year, a line for a day, and what has to be said."""
        words = f"{visible(self.group.name)}  {self.say(Sentence('Year plan'))}"
        title = Static(plain(words), id="year-title", classes="strong")
        yield Horizontal(title, Static(id="year-rhythm"), classes="bar")
        yield PickList(id="year")
        yield Input(id="year-day", compact=True)
        yield VerticalScroll(Paragraphs(id="year-remarks"), id="remarks", can_focus=False)

    def fill(self) -> None:
        """Read the year; the cursor is on the next lesson."""
        field = self.query_one(Input)
        field.placeholder = self.say(Sentence("A day, e.g. 12-03; then Enter"))
        field.display = False
        self.desk = self.app.attempt(lambda: YearDesk(self.app.school, self.group.id))
        picks = self.query_one(PickList)
        picks.focus()
        if self.desk is not None:
            self._changed(self.desk.year)
            following = self.desk.year.plan.next
            if following is not None:
                picks.go_to(f"{following.piece.course}.{following.piece.part}")

    def action_later(self) -> None:
        """To the next slot."""
        self._move(YearDesk.later)

    def action_earlier(self) -> None:
        """To the slot before."""
        self._move(YearDesk.earlier)

    def action_to_day(self) -> None:
        """Ask for a day."""
        if may_move(self.row):
            field = self.query_one(Input)
            field.value, field.display = "", True
            field.focus()
        else:
            self.hint(CHOOSE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Move the lesson to the day that was typed."""
        event.stop()
        day = read_day(event.value, self.app.school.clock.today())
        if day is None:
            self.hint(Sentence("A day is written like 12-03 or 2026-12-03."))
        elif self._move(lambda desk, row: desk.to(row, day)):
            self._close_field()

    def action_fall_out(self) -> None:
        """The slot of this line falls out, or after all does not."""
        desk, row = self.desk, self.row
        if desk is not None and row is not None and may_fall_out(row):
            self._changed(self.app.attempt(lambda: desk.fall_out(row)))
        else:
            self.hint(CHOOSE)

    def action_undo(self) -> None:
        """Take back the last change of this screen."""
        year = self.app.attempt(self.desk.undo) if self.desk else None
        if not self._changed(year):
            self.hint(Sentence("Nothing to take back."))

    def action_leave(self) -> None:
        """Out of the field, else back to home."""
        if self.query_one(Input).display:
            self._close_field()
        else:
            self.dismiss(None)

    @property
    def row(self) -> YearRow | None:
        """The line under the cursor."""
        pick = self.query_one(PickList).current
        return self._rows.get(pick.id) if pick else None

    def _move(self, job: Callable[[YearDesk, YearRow], Year | None]) -> bool:
        desk, row = self.desk, self.row
        if desk is None or row is None or not may_move(row):
            self.hint(CHOOSE)
            return False
        return self._changed(self.app.attempt(lambda: job(desk, row)))

    def _changed(self, year: Year | None) -> bool:
        if year is None:
            return False
        found = year_picks(self.app, year)
        self._rows = {name: row for name, (_, row) in found.items()}
        self.query_one(PickList).show([pick for pick, _ in found.values()])
        self.query_one("#year-rhythm", Static).update(plain(rhythm_words(self.app, year)))
        self.query_one(Paragraphs).show(remark_paragraphs(self.app, year))
        return True

    def _close_field(self) -> None:
        self.query_one(Input).display = False
        self.query_one(PickList).focus()
