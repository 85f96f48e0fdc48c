"""``lifeskills display``: a class screen in a terminal of its own. It listens, and draws."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.widget import Widget

from lifeskills.clock import SystemClock
from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.display.address import Address
from lifeskills.display.receiver import Receiver
from lifeskills.display.watch import Watch
from lifeskills.language import translator
from lifeskills.tui.bell import BellWatch
from lifeskills.tui.themes import DARK, LIGHT
from lifeskills.tui.wall.panel import WallPanel
from lifeskills.tui.wall_words import as_seen

TICK_SECONDS = 0.25
"""A clock that counts on by itself must not stand a second too long."""
BELL_SECONDS = 1.5
NOTES = {
    "waiting": Sentence("Waiting for the teacher's computer; the task goes on."),
    "off": Sentence("Teacher: press Ctrl+D in the lesson to show it here."),
}


class DisplayProgram(App[None], inherit_bindings=False):
    """One class screen. ``find`` says where the teacher's program listens, each time anew."""

    CSS = """
    Screen { background: $background; color: $foreground; }
    Screen.-bell, Screen.-bell * { background: $foreground; color: $background; }
    """
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c", "quit", show=False),
        Binding("ctrl+b", "turn_theme", show=False),
    ]

    def __init__(self, find: Callable[[], Address | None], *, language: str) -> None:
        super().__init__()
        self._clock = SystemClock()
        self._watch = Watch(language)
        self._bell = BellWatch()
        self._receiver = Receiver(find, self._heard, self._lost)
        self._drawn: object = None
        self._served_by = os.getppid()
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        self.title = "lifeskills"

    def compose(self) -> Iterable[Widget]:
        """The view and nothing else."""
        yield WallPanel()

    def on_mount(self) -> None:
        """Listen, and let the clocks run between one line and the next."""
        self.run_worker(self._receiver.listen())
        self.set_interval(TICK_SECONDS, self.draw)
        self.call_after_refresh(self.draw)

    def draw(self) -> None:
        """Show what may be shown now; nothing is drawn where nobody would see a difference."""
        if self.is_web and os.getppid() != self._served_by:
            self.exit()  # whoever served us to a browser is gone
        shown = self._watch.shown(self._clock.monotonic())
        view, say = shown.view, translator(shown.view.language)
        if self._bell.rings(view.step_left):
            self.screen.add_class("-bell")
            self.screen.set_timer(BELL_SECONDS, lambda: self.screen.remove_class("-bell"))
        seen = (shown.state, as_seen(view))
        if seen != self._drawn:
            self._drawn = seen
            note = NOTES.get(shown.state)
            self.query_one(WallPanel).show(view, say, say(note) if note is not None else "")

    def action_turn_theme(self) -> None:
        """Turn from dark to light and back."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def _heard(self, view: ClassView | None) -> None:
        self._watch.heard(view, self._clock.monotonic())
        self.draw()

    def _lost(self) -> None:
        self._watch.lost()
        self.draw()
