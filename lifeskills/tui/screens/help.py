"""F1: the help of what has the focus, with the keys that work there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText, KeyHelp, help_of, key_helps
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph


class HelpScreen(BaseScreen[None]):
    """Help over the screen it is about; any of Esc, Enter and F1 goes back."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", _("Back"), id="back", tooltip=_("Close the help")),
    ]
    help_text = HelpText(Sentence("Help"))

    def __init__(self, text: HelpText, keys: tuple[KeyHelp, ...]) -> None:
        super().__init__()
        self.text = text
        self.keys = keys

    @classmethod
    def of(cls, screen: Screen[Any]) -> Self:
        """Help for what has the focus on a screen, else for the screen itself."""
        focused = screen.focused or screen
        text = help_of(focused.ancestors_with_self) or HelpText(Sentence("Help"))
        return cls(text, key_helps(screen.active_bindings.values()))

    def body(self) -> Iterable[Widget]:
        """Title, the keys (in a lesson there is no time to read first), then paragraphs."""
        yield Static(Content(self.say(self.text.title)), classes="bar strong")
        yield VerticalScroll(Paragraphs(self._keys(), id="keys"), *self._paragraphs(), id="help")

    def fill(self) -> None:
        """Arrows scroll."""
        self.query_one("#help").focus()

    def _paragraphs(self) -> Iterable[Widget]:
        for line in self.text.lines:
            yield Paragraphs([Paragraph(Content(self.say(line)))])

    def _keys(self) -> list[Paragraph]:
        rows = [(self._names(one), one) for one in self.keys]
        wide = max((cell_len(names) for names, _one in rows), default=0)
        return [
            Paragraph(
                Content.assemble(
                    (names + " " * (wide - cell_len(names) + 2), "bold $primary"),
                    self.say(one.title),
                    ("  " + self.say(one.tooltip), "$foreground 70%"),
                ),
                wide + 2,
            )
            for names, one in rows
        ]

    def _names(self, one: KeyHelp) -> str:
        return " ".join(self.app.say_key(key) for key in one.keys)
