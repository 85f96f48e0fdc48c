"""One line that asks for a number or a few words above the keys, and is gone again."""

from __future__ import annotations

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp


class AskLine(Vertical):
    """Hidden until :meth:`ask`; what was typed goes up as :class:`AskLine.Typed`, Esc drops it."""

    DEFAULT_CSS = """
    AskLine { height: 1; display: none; }
    AskLine.-asking { display: block; }
    AskLine Input { height: 1; border: none; padding: 0 1; background: $panel; }
    """
    app = getters.app(LifeskillsApp)

    class Typed(Message):
        """Something was typed and ended with Enter."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def compose(self) -> ComposeResult:
        """The field."""
        yield Input(id="ask-line", compact=True)

    def ask(self, words: Sentence) -> None:
        """Show the line with what to type."""
        field = self.query_one(Input)
        field.value, field.placeholder = "", self.app.say(words)
        self.add_class("-asking")
        field.focus()

    def stop_asking(self) -> None:
        """Hide it; keys are the screen's again."""
        self.remove_class("-asking")
        self.screen.set_focus(None)

    def on_key(self, event: events.Key) -> None:
        """Esc: nothing is typed after all."""
        if event.key == "escape":
            event.stop()
            self.stop_asking()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand up what was typed; an empty line only goes away."""
        event.stop()
        self.stop_asking()
        if event.value.strip():
            self.post_message(self.Typed(event.value.strip()))
