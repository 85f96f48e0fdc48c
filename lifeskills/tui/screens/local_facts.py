"""What only this school knows: helpers and local facts, filled in line by line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.localfacts import LocalLine, fill_in, local_lines
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.screen_keys import FACTS_KEYS
from lifeskills.tui.widgets.ask_line import AskLine
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import Pick, PickList
from lifeskills.tui.words import plain, visible
from lifeskills.tui.wrapping import Paragraph

BLANK = "________"


class LocalFactsScreen(BaseScreen[None]):
    """The facts that a lesson asks for, then the help list; Enter writes one down."""

    CSS_PATH = "local_facts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*FACTS_KEYS]
    help_text = HelpText(
        Sentence("What only this school knows"),
        (
            Sentence("Helpers and local facts stand in lessons, on the card and in print."),
            Sentence("Write down names, places and times of adults and offices, never a pupil's."),
            Sentence("What stays empty is printed as a line to write on; nothing is invented."),
        ),
    )

    def __init__(self, group: ClassGroup | None = None, courses: Iterable[str] = ()) -> None:
        super().__init__()
        self.group = group
        self.courses = tuple(courses)
        self.lines: dict[str, LocalLine] = {}
        self._before: list[tuple[str, str]] = []

    def body(self) -> Iterable[Widget]:
        """The lines, and what to ask for the one under the cursor."""
        yield Static(Content(self.say(self.help_text.title)), id="title", classes="bar strong")
        yield PickList(id="facts")
        yield Paragraphs(id="ask-whom")
        yield AskLine()

    def fill(self) -> None:
        """Show what is filled in."""
        school = self.app.school
        found = self.app.attempt(lambda: local_lines(school, self.group, self.courses)) or ()
        self.lines = {one.id: one for one in found}
        picks = self.query_one(PickList)
        picks.show([self._pick(one) for one in found])
        picks.focus()

    def on_pick_list_moved(self, event: PickList.Moved) -> None:
        """What to ask, and whom."""
        line = self.lines[event.pick.id]
        said = [Paragraph(plain(self.say(line.value), "bold"))] if line.value else []
        said.append(Paragraph(plain(self.say(line.ask))))
        if line.whom:
            words = self.say(Sentence("Ask: {whom}", whom=line.whom))
            said.append(Paragraph(plain(words, "$foreground 70%")))
        self.query_one("#ask-whom", Paragraphs).show(said)

    def on_pick_list_picked(self) -> None:
        """A click on the line under the cursor writes it down."""
        self.action_write()

    def action_write(self) -> None:
        """Type what the line says."""
        if self.query_one(PickList).current is not None:
            self.query_one(AskLine).ask(Sentence("Name, place and time, then Enter"))

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Write it down."""
        event.stop()
        self._keep(event.value)

    def action_empty(self) -> None:
        """Nothing is filled in any more."""
        self._keep("")

    def action_undo(self) -> None:
        """Take back the last line."""
        if self._before:
            name, value = self._before.pop()
            self.app.attempt(lambda: fill_in(self.app.school, name, value))
            self.fill()

    def action_leave(self) -> None:
        """Back to where it was opened."""
        self.dismiss(None)

    def _keep(self, value: str) -> None:
        pick = self.query_one(PickList).current
        if pick is None:
            return
        before = (pick.id, self.lines[pick.id].value)

        def kept() -> bool:
            fill_in(self.app.school, pick.id, value)
            return True

        if self.app.attempt(kept):
            self._before.append(before)
        self.fill()

    def _pick(self, line: LocalLine) -> Pick:
        return Pick(line.id, visible(self.say(line.label)), visible(line.value) or BLANK)
