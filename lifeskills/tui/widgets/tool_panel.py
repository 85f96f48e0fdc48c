"""One of the three renderers of a tool's view: the panel under the words of the running step."""

from __future__ import annotations

from collections.abc import Iterator

from textual import getters
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, Row, ToolView
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.help import HelpText
from lifeskills.tui.prose import paragraphs, prose
from lifeskills.tui.widgets.clock_bar import clock_text
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph, wrapped

_QUIET = "$foreground 70%"
ROW_MARK = 2
"""Cells before a row: a tick on the one that was chosen."""
ARROW = 2
"""Lines that an arrow moves words by; a page is more."""
MOST_LINES = 16
"""Lines of the panel; what is longer scrolls above the keys, which always stand there."""


class ToolPanel(Vertical):
    """Draws any tool's view and finds the action a key means; numbers are typed on its last line.

    It holds no tool: what was typed for an action goes up as :class:`ToolPanel.Typed`.
    """

    DEFAULT_CSS = """
    ToolPanel { height: auto; max-height: 16; background: $surface; padding: 0 1; }
    ToolPanel VerticalScroll { height: auto; max-height: 15; scrollbar-size-vertical: 1; }
    ToolPanel Paragraphs { height: auto; }
    ToolPanel Input { height: 1; border: none; padding: 0; background: $panel; display: none; }
    ToolPanel Input.-asking { display: block; }
    """
    help_text = HelpText(
        Sentence("The tool of this step"),
        (
            Sentence("The letters and digits that work now stand in the panel."),
            Sentence("A number is typed and ended with Enter; Esc takes back the question."),
            Sentence("What is too long for the panel is read on with Page down and Page up."),
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
        yield Paragraphs(id="tool-keys")
        yield Input(id="tool-input", compact=True)

    def show(self, view: ToolView | None) -> None:
        """Show a view, or nothing without a tool."""
        before, self._view = self._view, view
        self.display = view is not None
        if view is None:
            return
        for name, drawn in (("#tool-text", self._body(view)), ("#tool-keys", self._keys(view))):
            text = self.query_one(name, Paragraphs)
            if text.paragraphs != drawn:
                text.show(drawn)
        self._make_room()
        if before is None or before.headline != view.headline:
            self.query_one(VerticalScroll).scroll_home(animate=False)

    def on_resize(self) -> None:
        """The keys take more lines where the panel is narrow."""
        self._make_room()

    def _make_room(self) -> None:
        keys = self.query_one("#tool-keys", Paragraphs).paragraphs
        taken = len(wrapped(keys, self.content_size.width)) if self.content_size.width else 1
        self.query_one(VerticalScroll).styles.max_height = MOST_LINES - taken

    def page(self, lines: int) -> bool:
        """Turn a page where the view is longer than the panel; False for a line or two, or where
        all can be read.
        """
        scroll = self.query_one(VerticalScroll)
        if abs(lines) <= ARROW or not self.display or scroll.max_scroll_y <= 0:
            return False
        scroll.scroll_relative(y=lines, animate=False)
        return True

    @property
    def text(self) -> str:
        """What can be read now."""
        shown = [one for text in self.query(Paragraphs) for one in text.paragraphs]
        return "\n".join(one.words.plain for one in shown)

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
        """The whole view, the keys below it."""
        return (*self._body(view), *self._keys(view))

    def _body(self, view: ToolView) -> tuple[Paragraph, ...]:
        return tuple(self._lines(view))

    def _keys(self, view: ToolView) -> tuple[Paragraph, ...]:
        labels = {self._words(row.label) for row in view.rows}
        keys = [one for one in view.options if one.key and self._words(one.title) not in labels]
        entries = Content("  ").join([self._key(one) for one in keys])
        return (Paragraph(entries, whole=True),) if keys else ()

    def _lines(self, view: ToolView) -> Iterator[Paragraph]:
        yield from self._head(view)
        if view.body:
            yield from paragraphs(self._words(view.body))
        for row in view.rows:
            yield Paragraph(self._row(row, view), ROW_MARK)
        if view.counts:
            counts = "  ".join(f"{self._words(name)} {number}" for name, number in view.counts)
            yield Paragraph(Content.styled(counts, "bold"))
        for title, words in view.teacher:
            yield Paragraph(Content.styled(self._words(title), "bold $primary"))
            yield from paragraphs(words)

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
        row_words = Content.assemble(*parts)
        return _clickable(row_words, key) if key else row_words

    def _key(self, action: Action) -> Content:
        words = Content.assemble((action.key, "bold $primary"), " ", self._words(action.title))
        return _clickable(words, action.key)

    def _words(self, words: Words) -> str:
        return self.app.say(words)


def _clickable(words: Content, key: str) -> Content:
    """Words that do, when they are clicked, what their key does."""
    return words.stylize(Style.from_meta({"@click": f"screen.press_option('{key}')"}))
