"""F4: a clock as large as the screen; it needs no projector."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.help import HelpText
from lifeskills.tui.screens.class_screen import WallScreen
from lifeskills.tui.widgets.big_time import BigTime, clock_words
from lifeskills.tui.words import plain


class BigClock(WallScreen):
    """The step's time, its title, and the minutes to the bell."""

    CSS_PATH = "big_clock.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f4,escape", "leave", _("Teacher's screen"), id="big-clock", tooltip=_("Back")),
    ]
    help_text = HelpText(
        Sentence("Large clock"),
        (
            Sentence(
                "The time left of this step. It turns light and rings at one minute and zero."
            ),
            Sentence("F4 goes back to your own screen."),
        ),
    )

    def body(self) -> Iterable[Widget]:
        """Title, clock, bell."""
        yield Static(id="step")
        yield BigTime()
        yield Static(id="bell")

    def show_view(self, view: ClassView) -> None:
        """Draw the clock of a view."""
        self.query_one("#step", Static).update(plain(view.step or view.title))
        clock = self.query_one(BigTime)
        clock.left = view.bell_left if view.step_left is None else view.step_left
        words = ""
        if view.bell_left is not None and view.step_left is not None:
            bell = Sentence("{time} to the bell", time=clock_words(view.bell_left))
            words = self.say(bell)
        if view.paused:
            words = f"{self.say(Sentence('Paused'))}   {words}"
        self.query_one("#bell", Static).update(plain(words))
