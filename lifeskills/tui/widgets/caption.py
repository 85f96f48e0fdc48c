"""The caption of the two-minute lesson: a sentence, the keys that are pressed, how to go on."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual import getters
from textual.content import Content
from textual.widget import Widget

from lifeskills.core.text import Sentence, Words
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.keys import shown_key

HOW_TO_GO_ON = Sentence("Space goes on   Esc skips")


class Caption(Widget):
    """Two lines above a screen; keys light up as they are pressed."""

    # A screen that is built anew in another language keeps what belongs to the system.
    DEFAULT_CLASSES = "-textual-system"
    DEFAULT_CSS = """
    Caption { dock: top; height: 2; background: $secondary; color: $background; padding: 0 1; }
    """
    app = getters.app(LifeskillsApp)

    def __init__(self) -> None:
        super().__init__()
        self._words: Words = ""
        self._keys: Sequence[str] = ()
        self._pressed = 0
        self._count = ""

    def show(self, words: Words, *, keys: Sequence[str], pressed: int, count: str) -> None:
        """Show a sentence, its keys, how many of them were pressed, and which beat it is."""
        self._words, self._keys, self._pressed, self._count = words, keys, pressed, count
        self.refresh()

    @property
    def text(self) -> str:
        """What can be read now."""
        return self.render().plain

    def render(self) -> Content:
        """The sentence above; keys to the left below it, how to go on to the right."""
        right = f"{self._count}   {self.app.say(HOW_TO_GO_ON)}"
        keys = Content("")
        for number, key in enumerate(self._keys):
            style = "bold reverse" if number < self._pressed else "bold"
            shown = shown_key(key)
            name = self.app.say(shown) if isinstance(shown, Sentence) else shown
            keys += Content.styled(f" {name} ", style) + Content(" ")
        room = max(0, self.size.width - cell_len(right) - keys.cell_length)
        words = Content.styled(self.app.say(self._words), "bold")
        return words + Content("\n") + keys + Content(set_cell_size("", room)) + Content(right)
