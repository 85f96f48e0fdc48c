"""F8: what to say and whom to call when a child tells something. It stores nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.disclosure import DisclosureCard, disclosure_card
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph


class DisclosureScreen(BaseScreen[None]):
    """The card, to scroll through. Not even that it was opened is kept."""

    CSS_PATH = "disclosure.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "dismiss", _("Back"), id="back", tooltip=_("Close the card")),
        Binding(
            "space",
            "page_down",
            _("Page down"),
            id="page-down",
            tooltip=_("One page further"),
        ),
    ]
    help_text = HelpText(
        Sentence("When a child tells you something"),
        (
            Sentence("What to say, what not to promise, whom to call."),
            Sentence("Nothing is kept: not even that this card was opened."),
        ),
    )

    def __init__(self, group: ClassGroup | None = None) -> None:
        super().__init__()
        self.group = group

    def body(self) -> Iterable[Widget]:
        """Title and card."""
        yield Static(id="title", classes="bar strong")
        yield VerticalScroll(Paragraphs(id="words"), id="card")

    def fill(self) -> None:
        """Look up the card in the language of the screen."""
        card = self.app.attempt(lambda: disclosure_card(self.app.school, self.group))
        if card is not None:
            self.query_one("#title", Static).update(plain(card.title))
            self.query_one("#words", Paragraphs).show(self._words(card))
        self.query_one("#card").focus()

    def action_page_down(self) -> None:
        """One page further."""
        self.query_one("#card", VerticalScroll).scroll_page_down()

    def _words(self, card: DisclosureCard) -> list[Paragraph]:
        lines: list[Paragraph] = []
        for title, words in card.parts:
            lines += [Paragraph(plain(title, "bold $primary")), *paragraphs(words, indent=2)]
            lines.append(Paragraph(Content("")))
        lines.append(Paragraph(plain(self.say(Sentence("Numbers to call")), "bold $primary")))
        for call, what in card.numbers:
            lines.append(Paragraph(plain(f"  {call:<8}{self.app.say(what)}"), 10))
        for label, value in card.contacts:
            lines.append(Paragraph(plain(f"  {value or '________'}  {self.app.say(label)}"), 4))
        return lines
