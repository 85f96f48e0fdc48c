"""One line that asks for a number or a few words above the keys, and is gone again."""

from __future__ import annotations

from typing import ClassVar

from textual import getters
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.app import LifeskillsApp


class AskLine(Input):
    """Hidden until :meth:`ask`; what was typed goes up as :class:`AskLine.Typed`."""

    DEFAULT_CSS = """
    AskLine { height: 1; border: none; padding: 0 1; background: $panel; display: none; }
    AskLine.-asking { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "stop_asking",
            _("Back"),
            id="stop-asking",
            show=False,
            tooltip=_("Type nothing after all"),
        ),
    ]
    app = getters.app(LifeskillsApp)

    class Typed(Message):
        """Something was typed and ended with Enter."""

        def __init__(self, value: str) -> None:
            super().__init__()
            self.value = value

    def __init__(self) -> None:
        super().__init__(id="ask-line", compact=True)

    def ask(self, words: Sentence) -> None:
        """Show the line with what to type."""
        self.value = ""
        self.placeholder = self.app.say(words)
        self.add_class("-asking")
        self.focus()

    def action_stop_asking(self) -> None:
        """Hide it; keys are the screen's again."""
        self.remove_class("-asking")
        self.screen.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand up what was typed; an empty line only goes away."""
        event.stop()
        self.action_stop_asking()
        if event.value.strip():
            self.post_message(self.Typed(event.value.strip()))
