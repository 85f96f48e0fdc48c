"""The roll of a class, or the head count of an open group."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.initials import name_letters
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.session import SessionState
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.roll_words import found_words, roll_title
from lifeskills.tui.widgets.head_count import HeadCount
from lifeskills.tui.widgets.roll_grid import RollGrid


class RollScreen(BaseScreen[None]):
    """Each mark is saved before it is shown. Enter goes on to the lesson, or ends a roll alone.

    Opened again during a lesson, for a latecomer, Enter goes back to it.
    """

    CSS_PATH = "roll.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "undo", _("Undo"), id="undo", tooltip=_("Take back the last key")),
        Binding(
            "f10",
            "without",
            _("No roll"),
            id="without-roll",
            show=False,
            tooltip=_("Go on without a roll; the lesson then does not count"),
        ),
        Binding(
            "escape",
            "leave",
            _("Home"),
            id="back",
            show=False,
            tooltip=_("Back; what is marked is saved and stays open"),
        ),
    ]
    help_text = RollGrid.help_text

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.teaching = teaching
        self.group = teaching.group
        self.again = teaching.state.roll_done and teaching.state.kind == "lesson"

    def body(self) -> Iterable[Widget]:
        """A title with the count, the learners, and what was typed."""
        yield Static(id="title", classes="bar strong")
        if self.group.kind == "open":
            yield HeadCount(self.teaching.state.headcount)
        else:
            yield RollGrid(self.group.current, self.teaching.state.marks)
        yield Static(id="found")

    def fill(self) -> None:
        """The learners have the focus; readings of names are looked up after the first frame."""
        self.query_one("#roll, #head-count").focus()
        self.show_state(self.teaching.state)
        if self.group.kind != "open":
            self.call_after_refresh(self._read_names)

    def show_state(self, state: SessionState) -> None:
        """Show what the disk holds."""
        if self.group.kind != "open":
            self.query_one(RollGrid).marks = state.marks
        title = self.say(roll_title(self.group, state))
        self.query_one("#title", Static).update(Content(title))

    def on_roll_grid_marked(self, event: RollGrid.Marked) -> None:
        """Save the mark, then show it."""
        again = self.teaching.state.marks.get(event.learner.id) == event.mark
        self._keep(lambda: self.teaching.mark(event.learner, None if again else event.mark))

    def on_roll_grid_all_marked(self) -> None:
        """Everybody without a mark is absent."""
        self._keep(lambda: self.teaching.mark_all("absent"))

    def on_roll_grid_moved(self) -> None:
        """Say what was typed and whom it fits."""
        words = self.say(found_words(self.query_one(RollGrid).found))
        self.query_one("#found", Static).update(Content(words))

    def on_roll_grid_done(self) -> None:
        """The roll is complete."""
        if self.app.attempt(self.teaching.roll_done) is not None:
            self._go_on()

    def on_head_count_done(self, event: HeadCount.Done) -> None:
        """The head count is complete."""
        if self.app.attempt(lambda: self.teaching.headcount(event.counts)) is not None:
            self._go_on()

    def action_undo(self) -> None:
        """Take back the last key."""
        self._keep(self.teaching.undo)

    def action_without(self) -> None:
        """Go on to the lesson without a roll; a roll alone is only left."""
        if self.again or self.teaching.state.kind == "roll":
            self.action_leave()
        else:
            self.app.after_roll(self.teaching)

    def action_leave(self) -> None:
        """Back to the lesson, or home; the session stays open."""
        if self.again:
            self.dismiss(None)
            return
        self.teaching.leave()
        self.app.go_home()

    def _keep(self, act: Callable[[], object]) -> None:
        self.app.attempt(act)
        self.show_state(self.teaching.state)

    def _go_on(self) -> None:
        if self.again:
            self.dismiss(None)
        else:
            self.app.after_roll(self.teaching)

    def _read_names(self) -> None:
        self.query_one(RollGrid).letters = name_letters(self.group.current)
