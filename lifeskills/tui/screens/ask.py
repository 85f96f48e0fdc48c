"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import as_typed
from lifeskills.tui.widgets.pick_list import Pick, PickList


@dataclass(frozen=True, slots=True)
class Option:
    """An answer: what is given back, and how it reads."""

    id: str
    words: Sentence


class AskScreen(BaseScreen[str | None]):
    """Gives the id of the answer, or None when the question is left with Esc."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("Choose"), id="choose", tooltip=_("Choose this answer")),
        Binding("escape", "leave", _("Back"), id="back", tooltip=_("Leave the question open")),
    ]
    help_text = HelpText(
        Sentence("A question"),
        (Sentence("Choose with the arrows and Enter, or with the number of the answer."),),
    )

    def __init__(
        self, question: Sentence, options: Sequence[Option], more: Sentence | None = None
    ) -> None:
        super().__init__()
        self.question = question
        self.options = tuple(options)
        self.more = more

    def body(self) -> Iterable[Widget]:
        """The question, what belongs to it, and the answers."""
        picks = [
            Pick(option.id, f"{number} {self.say(option.words)}")
            for number, option in enumerate(self.options, 1)
        ]
        more = Static(Content(self.say(self.more) if self.more else ""), classes="quiet")
        question = Static(Content(self.say(self.question)), classes="strong")
        yield Vertical(question, more, PickList(picks), id="ask")

    def fill(self) -> None:
        """The first answer has the focus."""
        picks = self.query_one(PickList)
        picks.styles.height = len(self.options)
        picks.focus()

    async def on_key(self, event: events.Key) -> None:
        """A digit takes the answer of that number."""
        char = as_typed(event.character or "")
        if char.isascii() and char.isdigit() and 1 <= int(char) <= len(self.options):
            event.stop()
            event.prevent_default()
            self.dismiss(self.options[int(char) - 1].id)

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Give the answer."""
        self.dismiss(event.pick.id)

    def action_pick(self) -> None:
        """Take the answer under the cursor."""
        self.query_one(PickList).pick_current()

    def action_leave(self) -> None:
        """Give no answer."""
        self.dismiss(None)
