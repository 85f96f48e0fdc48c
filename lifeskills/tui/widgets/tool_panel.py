"""One of the three renderers of a tool's view: the panel under the words of the running step."""

from __future__ import annotations

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Input

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, Row, ToolView, Words
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.help import HelpText
from lifeskills.tui.prose import paragraphs, prose
from lifeskills.tui.widgets.clock_bar import clock_text
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph

_QUIET = "$foreground 70%"
ROW_MARK = 2
"""Cells before a row: a tick on the one that was chosen."""


class ToolPanel(Vertical):
    """Draws any tool's view and finds the action a key means; numbers are typed on its last line.

    It holds no tool: what was typed for an action goes up as :class:`ToolPanel.Typed`.
    """

    DEFAULT_CSS = """
    ToolPanel { height: auto; max-height: 16; background: $surface; padding: 0 1; }
    ToolPanel VerticalScroll { height: auto; max-height: 15; scrollbar-size-vertical: 1; }
    ToolPanel #tool-text { height: auto; }
    ToolPanel Input { height: 1; border: none; padding: 0; background: $panel; display: none; }
    ToolPanel Input.-asking { display: block; }
    """
    help_text = HelpText(
        Sentence("The tool of this step"),
        (
            Sentence("The letters and digits that work now stand in the panel."),
            Sentence("A number is typed and ended with Enter; Esc takes back the question."),
        ),
    )
    app = getters.app(LifeskillsApp)

    class Typed(Message):
        """A number or word was typed for an action."""

        def __init__(self, action: Action, value: str) -> None:
            super().__init__()
            self.action = action
            self.value = value

    def __init__(self) -> None:
        super().__init__()
        self._view: ToolView | None = None
        self._asking: Action | None = None

    def compose(self) -> ComposeResult:
        """The view, and the line for a number."""
        scroll = VerticalScroll(Paragraphs(id="tool-text"))
        scroll.can_focus = False
        yield scroll
        yield Input(id="tool-input", compact=True)

    def show(self, view: ToolView | None) -> None:
        """Show a view, or nothing without a tool."""
        self._view = view
        self.display = view is not None
        if view is not None:
            drawn, text = self.drawn(view), self.query_one(Paragraphs)
            if text.paragraphs != drawn:
                text.show(drawn)

    @property
    def text(self) -> str:
        """What can be read now."""
        return "\n".join(one.words.plain for one in self.query_one(Paragraphs).paragraphs)

    def action_for(self, key: str) -> Action | None:
        """The action that a letter or digit means now."""
        options = self._view.options if self._view is not None else ()
        return next((one for one in options if one.key and one.key == key), None)

    def ask(self, action: Action) -> None:
        """Ask for the action's number or word."""
        field = self.query_one(Input)
        self._asking = action
        field.value = ""
        field.placeholder = self._words(action.title)
        field.add_class("-asking")
        field.focus()

    @property
    def asking(self) -> bool:
        """True while a number or word is being typed."""
        return self._asking is not None

    def stop_asking(self) -> None:
        """Take back the question."""
        self._asking = None
        self.query_one(Input).remove_class("-asking")
        self.screen.set_focus(None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand up what was typed; an empty line takes the question back."""
        event.stop()
        action = self._asking
        self.stop_asking()
        if action is not None and event.value.strip():
            self.post_message(self.Typed(action, event.value.strip()))

    # -- drawing -----------------------------------------------------------------------------

    def drawn(self, view: ToolView) -> tuple[Paragraph, ...]:
        """The whole view."""
        return tuple(self._lines(view))

    def _lines(self, view: ToolView) -> Iterator[Paragraph]:
        yield from self._head(view)
        if view.body:
            yield from paragraphs(self._words(view.body))
        labels = {self._words(row.label) for row in view.rows}
        for row in view.rows:
            yield Paragraph(self._row(row, view), ROW_MARK)
        if view.counts:
            counts = "  ".join(f"{self._words(name)} {number}" for name, number in view.counts)
            yield Paragraph(Content.styled(counts, "bold"))
        keys = [one for one in view.options if one.key and self._words(one.title) not in labels]
        if keys:
            yield Paragraph(Content("  ").join([self._key(action) for action in keys]))

    def _head(self, view: ToolView) -> Iterator[Paragraph]:
        headline = self._words(view.headline)
        parts = [Content.styled(headline, "bold")] if headline else []
        clock = view.clock
        if clock is not None and clock.of > 1:
            phase = self._words(clock.phase)
            named = f"{phase} " if phase != headline else ""
            where = f"{clock.number}/{clock.of} {named}{clock_text(clock.left)}"
            parts.append(Content.styled(where, "$secondary"))
        if parts:
            yield Paragraph(Content("  ").join(parts))

    def _row(self, row: Row, view: ToolView) -> Content:
        label = self._words(row.label)
        key = next((a.key for a in view.options if a.key and self._words(a.title) == label), "")
        shown = prose(label)
        if row.marked:
            shown = shown.stylize("bold $success")
        parts: list[Content | tuple[str, str]] = [("✓ " if row.marked else "  ", "bold $success")]
        if key and label[:1].lower() == key:
            shown = shown.stylize("bold $primary underline", 0, 1)
        elif key:
            parts.append((f"{key} ", "bold $primary"))
        parts.append(shown)
        if row.count is not None:
            parts.append((f"  {row.count}", "bold"))
        if row.note:
            parts.append((f"  {self._words(row.note)}", _QUIET))
        return Content.assemble(*parts)

    def _key(self, action: Action) -> Content:
        return Content.assemble((action.key, "bold $primary"), " ", self._words(action.title))

    def _words(self, words: Words) -> str:
        return self.app.say(words)
