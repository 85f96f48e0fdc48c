"""What Space does next and, when the lesson runs late, what could be left out."""

from __future__ import annotations

from textual import events, getters
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.keymap import key_words
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph, shortened

MARGIN = 2
"""Cells beside the lines."""
MOST_LINES = 2
"""Lines of an offer; the keys that answer it always stand in them."""


class OfferLine(Vertical):
    """One line above the keys; a second one while something is offered. It never acts."""

    DEFAULT_CSS = """
    OfferLine { height: auto; padding: 0 1; }
    OfferLine #offer { height: auto; max-height: 2; color: $warning; display: none; }
    OfferLine #offer.-some { display: block; }
    OfferLine #next { height: 1; color: $foreground 80%; }
    """
    app = getters.app(LifeskillsApp)

    def compose(self) -> ComposeResult:
        """The offer above, what Space does below."""
        yield Paragraphs(id="offer")
        yield Static("", id="next", markup=False)

    def show(self, space: Sentence, offer: Sentence | None) -> None:
        """Show both lines, or the one."""
        line = self.query_one(Paragraphs)
        line.set_class(offer is not None, "-some")
        if offer is not None:
            take = key_words(self.app, "offer", "f7")
            aside = key_words(self.app, "put-aside", "escape")
            answers = Sentence("{take} takes it, {aside} puts it aside.", take=take, aside=aside)
            keys = self.app.say(answers)
            wide = self.app.size.width - MARGIN
            words = shortened(self.app.say(offer), keys, wide, MOST_LINES)
            if line.paragraphs != (Paragraph(words),):
                line.show([Paragraph(words)])
        self.query_one("#next", Static).update(Content(self.app.say(space)), layout=False)

    async def on_click(self, event: events.Click) -> None:
        """A click on the offer takes it, one on the line below goes on."""
        event.stop()
        on_offer = isinstance(event.widget, Paragraphs)
        await self.screen.run_action("take_offer" if on_offer else "carry_on")

    @property
    def offer(self) -> str:
        """The offer that can be read now, or ""."""
        line = self.query_one(Paragraphs)
        return line.paragraphs[0].words.plain if line.has_class("-some") else ""
