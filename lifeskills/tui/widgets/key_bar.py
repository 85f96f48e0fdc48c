"""The last line of every screen: the keys that work now, or a hint for a moment."""

from __future__ import annotations

from typing import Any

from textual import events, getters
from textual.binding import ActiveBinding
from textual.content import Content
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp

HINT_SECONDS = 5.0
SHOW_AGAIN = Sentence("Blank! Show")
"""Beside the key that blanks the class screens, as long as they are blank."""
TYPING = (("enter", Sentence("Put it in")), ("escape", Sentence("Leave it")))
"""What works beside letters and digits while something is typed."""
_GAP = 2


class KeyBar(Widget):
    """The keys of what has the focus, then of the screen, then F1; what does not fit is left out.

    A click on a key does what the key does. Textual's own footer makes a widget of each key and
    cannot change language; this is one line of text.
    """

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $foreground; }
    KeyBar.-hint { background: $warning; color: $background; text-style: bold; }
    """
    app = getters.app(LifeskillsApp)

    def __init__(self) -> None:
        super().__init__()
        self._hint = ""
        self._timer: Timer | None = None
        self._titles: dict[str, Sentence] = {}
        self._spans: list[tuple[int, int, ActiveBinding]] = []

    def on_mount(self) -> None:
        """Follow the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def hint(self, words: Sentence) -> None:
        """Show a sentence in the place of the keys for some seconds."""
        self._hint = self.app.say(words)
        self.add_class("-hint")
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(HINT_SECONDS, self.clear_hint)
        self.refresh()

    def clear_hint(self) -> None:
        """Show the keys again."""
        self._hint = ""
        self.remove_class("-hint")
        self.refresh()

    def rename(self, id: str, title: Sentence | None) -> None:
        """Call a key something else while it does something else; None: its own name again."""
        if self._titles.get(id) != title:
            kept = {name: words for name, words in self._titles.items() if name != id}
            self._titles = {**kept, id: title} if title is not None else kept
            self.refresh()

    @property
    def words(self) -> str:
        """What stands on the line now."""
        return str(self.render())

    def render(self) -> Content:
        """The line."""
        if self._hint:
            return Content(f" {self._hint}")
        self._spans = []
        if self._asking:
            return self._typing()
        shown = sorted(self._shown(), key=lambda one: not self._is_blank(one))
        last = [active for active in shown if active.binding.id == "help"]
        first = [active for active in shown if active not in last]
        room = self.size.width - sum(self._entry(one).cell_length + _GAP for one in last)
        line = Content(" ")
        for active in [*first, *last]:
            entry = self._entry(active)
            if active in first and line.cell_length + entry.cell_length > room:
                continue
            start = line.cell_length
            line += entry
            self._spans.append((start, line.cell_length, active))
            line += Content(" " * _GAP)
        return line

    async def on_click(self, event: events.Click) -> None:
        """Do what the key under the pointer does; on a hint, show the keys again."""
        if self._hint:
            self.clear_hint()
            return
        for start, end, active in self._spans:
            if start <= event.x < end:
                await self.app.run_action(active.binding.action, active.node)
                return

    @property
    def _asking(self) -> bool:
        """True while a line for a number has the focus, of a tool or of the screen."""
        typed = self.screen.focused
        asks = (typed, typed.parent) if isinstance(typed, Input) else ()
        return any(isinstance(one, Widget) and one.has_class("-asking") for one in asks)

    def _typing(self) -> Content:
        entries = [
            Content.assemble((self.app.say_key(key), "bold $primary"), " ", self.app.say(words))
            for key, words in TYPING
        ]
        return Content(" ") + Content(" " * _GAP).join(entries)

    def _shown(self) -> list[ActiveBinding]:
        seen: set[str] = set()
        found = []
        for active in sorted(self.screen.active_bindings.values(), key=_place):
            binding = active.binding
            show = binding.show or self._is_blank(active)
            if show and binding.id and binding.id not in seen and active.enabled:
                seen.add(binding.id)
                found.append(active)
        return found

    def _entry(self, active: ActiveBinding) -> Content:
        binding = active.binding
        name = binding.key_display or self.app.say_key(binding.key)
        if self._is_blank(active):
            words = self.app.say(SHOW_AGAIN)
            return Content.assemble((f" {name} {words} ", "bold $background on $warning"))
        title = self.app.say(self._titles.get(binding.id or "", binding.description))
        return Content.assemble((name, "bold $primary"), " ", title)

    def _is_blank(self, active: ActiveBinding) -> bool:
        return active.binding.id == "blank" and self.app.second.blank

    def _bindings_changed(self, _screen: Screen[Any]) -> None:
        self.refresh()


def _place(active: ActiveBinding) -> tuple[int, int]:
    """Where a key stands in the line: a changed one where the usual one stood."""
    ids = [binding.id for _key, binding in active.node._bindings]  # noqa: SLF001 - Textual's own
    outward = len(active.node.ancestors)
    return -outward, ids.index(active.binding.id) if active.binding.id in ids else 0
