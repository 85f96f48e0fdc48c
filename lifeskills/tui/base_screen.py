"""What every screen does alike: words, the key line, and keys typed through an input method."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual import events, getters
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from lifeskills.core.text import Sentence, Words
from lifeskills.language import _
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import IDEOGRAPHIC_SPACE, SWITCH_TO_ENGLISH, as_typed, is_chinese, key_name
from lifeskills.tui.messages import ChineseTyped
from lifeskills.tui.widgets.key_bar import KeyBar

Result = TypeVar("Result")

TABS: tuple[Binding, ...] = (
    Binding(
        "tab",
        "app.focus_next",
        _("Next part"),
        id="next-part",
        show=False,
        tooltip=_("Go to the next part of the screen"),
    ),
    Binding(
        "shift+tab",
        "app.focus_previous",
        _("Part before"),
        id="part-before",
        show=False,
        tooltip=_("Go to the part of the screen before this one"),
    ),
)
"""For screens with more than one part that takes keys."""


class BaseScreen(Screen[Result], inherit_bindings=False):
    """A screen: give :meth:`body`; the key line stands below it.

    A key typed in full width does what the key does; Chinese where a key was expected makes the
    key line say how to switch the input method.
    """

    app = getters.app(LifeskillsApp)
    help_text: ClassVar[HelpText]
    built = False
    """False until there is something to act on: a key typed ahead then does nothing."""

    def body(self) -> Iterable[Widget]:
        """The widgets above the key line."""
        return ()

    def compose(self) -> ComposeResult:
        """The body and the key line."""
        yield from self.body()
        yield KeyBar()

    def fill(self) -> None:
        """Put words, values and the focus where they belong; called again in another language."""

    def on_mount(self) -> None:
        """Fill the screen."""
        self._filled()

    async def say_anew(self) -> None:
        """Build the screen again, in the language that the app speaks now."""
        self.built = False
        await self.recompose()
        self._filled()

    def _filled(self) -> None:
        self.fill()
        self.built = True
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No key of the screen works before the screen is there."""
        del action, parameters
        return self.built

    def say(self, words: Words) -> str:
        """Words in the language of the screen."""
        return self.app.say(words)

    def hint(self, words: Sentence) -> None:
        """Say something in the key line for some seconds."""
        self.query_one(KeyBar).hint(words)

    async def on_key(self, event: events.Key) -> None:
        """Run the binding that a full-width or capital letter stands for."""
        char = event.character
        if not char:
            return
        if is_chinese(char):
            event.stop()
            self.hint(SWITCH_TO_ENGLISH)
            return
        typed_into = getattr(self.focused, "insert_text_at_cursor", None)
        if typed_into is not None and char == IDEOGRAPHIC_SPACE:
            event.stop()  # Textual's field knows no such space, and numbers stand between spaces
            typed_into(" ")
            return
        name = key_name(as_typed(char))
        if name == event.key:
            return
        active = self.active_bindings.get(name)
        if active is not None and active.enabled:
            event.stop()
            await self.app.run_action(active.binding.action, active.node)

    def on_paste(self, event: events.Paste) -> None:
        """Some terminals paste what an input method commits."""
        if any(is_chinese(char) for char in event.text):
            event.stop()
            self.hint(SWITCH_TO_ENGLISH)

    def on_chinese_typed(self, event: ChineseTyped) -> None:
        """A widget was sent Chinese where it expected a key."""
        event.stop()
        self.hint(SWITCH_TO_ENGLISH)
