"""The roll of an open group: how many came, by sex and age band; no names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import set_cell_size
from textual import events, getters
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from lifeskills.core.headcount import AGES, FIELDS, SEXES
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import as_typed, is_chinese, key_name
from lifeskills.tui.messages import ChineseTyped

MOST = 999
_LABEL, _CELL = 16, 16


class HeadCount(Widget, can_focus=True):
    """Six numbers; digits go into the one under the cursor."""

    class Done(Message):
        """The numbers are complete."""

        def __init__(self, counts: Mapping[str, int]) -> None:
            super().__init__()
            self.counts = dict(counts)

    DEFAULT_CSS = "HeadCount { height: auto; padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", _("Done"), id="done", tooltip=_("The numbers are complete")),
        Binding(
            "tab,space",
            "step(1)",
            _("Next"),
            id="next-number",
            tooltip=_("Go to the next number"),
        ),
        Binding(
            "shift+tab",
            "step(-1)",
            _("Number before"),
            id="number-before",
            show=False,
            tooltip=_("Go to the number before"),
        ),
        *(
            Binding(
                key,
                f"step({by})",
                _("Move"),
                id=f"count-{key}",
                show=False,
                tooltip=_("Go from number to number"),
            )
            for key, by in (("left", -1), ("right", 1), ("up", -2), ("down", 2))
        ),
        Binding(
            "plus,equals_sign", "add(1)", _("One more"), id="one-more", tooltip=_("One more came")
        ),
        Binding("minus", "add(-1)", _("One fewer"), id="one-fewer", tooltip=_("One fewer")),
        Binding(
            "backspace",
            "rub_out",
            _("Rub out"),
            id="rub-out",
            show=False,
            tooltip=_("Take away the last digit"),
        ),
    ]
    app = getters.app(LifeskillsApp)
    help_text = HelpText(
        Sentence("Head count"),
        (
            Sentence("This group has no list of names: only how many came is kept."),
            Sentence("Type a number, go to the next with Tab or Space, and press Enter when done."),
        ),
    )
    cursor: reactive[int] = reactive(0)
    counts: reactive[Mapping[str, int]] = reactive(dict)

    def __init__(self, counts: Mapping[str, int]) -> None:
        super().__init__(id="head-count")
        self.set_reactive(HeadCount.counts, dict(counts))
        self._fresh = True

    @property
    def total(self) -> int:
        """How many came in all."""
        return sum(self.counts.values())

    def render(self) -> Content:
        """A table: ages down, sexes across."""
        head = " " * _LABEL + "".join(
            set_cell_size(self.app.say(title), _CELL) for title in SEXES.values()
        )
        lines = [Content(head).stylize("$foreground 70%")]
        for age, title in AGES.items():
            line = Content(set_cell_size(self.app.say(title), _LABEL))
            for sex in SEXES:
                field = f"{sex} {age}"
                style = "reverse bold" if field == FIELDS[self.cursor] else ""
                line += Content.styled(f" {self.counts.get(field, 0):>3} ", style)
                line += Content(" " * (_CELL - 5))
            lines += [Content(""), line]
        words = Sentence("{count} people in all", count=self.total)
        return Content("\n").join([*lines, Content(""), Content(self.app.say(words))])

    async def on_key(self, event: events.Key) -> None:
        """Work the keys in the order in which they came."""
        char = as_typed(event.character or "")
        if char and is_chinese(char):
            event.stop()
            self.post_message(ChineseTyped())
        elif len(char) == 1 and char.isascii() and char.isdigit():
            event.stop()
            self.digit(char)
        else:
            name = key_name(char) if char.isprintable() and char else event.key
            active = self.screen.active_bindings.get(name)
            if active is not None and active.node is self:
                event.stop()
                await self.run_action(active.binding.action)

    def digit(self, char: str) -> None:
        """Put one more digit to the number; the first one begins it anew."""
        before = 0 if self._fresh else self.counts.get(FIELDS[self.cursor], 0)
        self._put(int(f"{before}{char}"))
        self._fresh = False

    def action_step(self, by: int) -> None:
        """Go to another number."""
        self.cursor = (self.cursor + by) % len(FIELDS)
        self._fresh = True

    def action_add(self, by: int) -> None:
        """One more or one fewer."""
        self._put(self.counts.get(FIELDS[self.cursor], 0) + by)
        self._fresh = True

    def action_rub_out(self) -> None:
        """Take away the last digit."""
        self._put(self.counts.get(FIELDS[self.cursor], 0) // 10)
        self._fresh = False

    def action_done(self) -> None:
        """The numbers are complete."""
        self.post_message(self.Done({name: n for name, n in self.counts.items() if n}))

    def _put(self, count: int) -> None:
        self.counts = {**self.counts, FIELDS[self.cursor]: max(0, min(MOST, count))}
