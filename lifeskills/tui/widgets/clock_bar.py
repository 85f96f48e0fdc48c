"""The clocks of a lesson: class, lesson and bell on one line; the step's own, three rows high."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Digits, Static

from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.words import visible


def clock_text(seconds: float) -> str:
    """Minutes and seconds; what runs over carries a plus."""
    whole = round(abs(seconds)) if seconds < 0 else int(seconds)
    over = "+" if seconds < 0 and whole else ""
    return f"{over}{whole // 60}:{whole % 60:02d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BellTimes:
    """What the bar shows: wall time, the bell's, and seconds until it (negative: after it)."""

    now: dt.datetime
    left: float
    paused: bool = False

    def sentences(self) -> Iterable[Sentence]:
        """The clock in words, the pause first."""
        if self.paused:
            yield Sentence("Paused")
        minutes = int(abs(self.left) // 60)
        if self.left <= 0:
            yield Sentence("{minutes} min after the bell", minutes=minutes)
            return
        bell = self.now + dt.timedelta(seconds=self.left)
        yield Sentence("bell {time}", time=f"{bell:%H:%M}")
        yield Sentence("{minutes} min left", minutes=minutes)


class ClockBar(Widget):
    """Class and lesson to the left, the time and the bell to the right."""

    DEFAULT_CSS = "ClockBar { height: 1; background: $panel; }"
    app = getters.app(LifeskillsApp)

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = visible(title)
        self._times: BellTimes | None = None

    def show(self, times: BellTimes) -> None:
        """Show these times."""
        self._times = times
        self.refresh()

    def render(self) -> Content:
        """The line: the title gives way, the clock does not."""
        right = ""
        if self._times is not None:
            words = [self.app.say(one) for one in self._times.sentences()]
            right = "  ".join([f"{self._times.now:%H:%M}", *words])
        room = max(0, self.size.width - cell_len(right) - 3)
        left = set_cell_size(self.title, room)
        paused = self._times is not None and self._times.paused
        return Content.assemble(
            " ", (left, "bold"), " ", (right, "bold $warning" if paused else "$primary")
        )


class StepClock(Vertical):
    """What is left of the running step, large enough for the last row."""

    DEFAULT_CSS = """
    StepClock { height: 5; }
    StepClock Digits { width: 100%; text-align: center; }
    StepClock .over { color: $warning; }
    StepClock Static { height: 1; text-align: center; }
    """
    app = getters.app(LifeskillsApp)

    def compose(self) -> ComposeResult:
        """A word, and the digits."""
        yield Static("", id="step-clock-word", markup=False)
        yield Digits("", id="step-clock-digits")
        yield Static("", id="step-clock-pace", markup=False)

    def show(
        self, left: float | None, word: Sentence, pace: Sentence | None, *, late: bool
    ) -> None:
        """Show the seconds left (None: no step runs), a word above and the pace below."""
        digits = self.query_one(Digits)
        digits.update("" if left is None else clock_text(left))
        digits.set_class(left is not None and left < 0, "over")
        self.query_one("#step-clock-word", Static).update(Content(self.app.say(word)), layout=False)
        line = self.query_one("#step-clock-pace", Static)
        words = self.app.say(pace) if pace is not None else ""
        line.update(Content(words), layout=False)  # of a fixed size: a key need not lay out all
        line.set_class(late, "over")
