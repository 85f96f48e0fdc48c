"""A list to pick from: classes, lessons, answers. Drawn by lines, so that hundreds cost nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from lifeskills.language import _


@dataclass(frozen=True, slots=True)
class Pick:
    """A line of the list: words to the left, a remark to the right.

    Where both are too long the remark keeps up to half of the line.
    """

    id: str
    words: str
    remark: str = ""


class PickList(Widget, can_focus=True):
    """Arrows move, Enter picks, a click does both. Words are shown as they are, never as markup."""

    class Moved(Message):
        """Another line is under the cursor."""

        def __init__(self, pick: Pick) -> None:
            super().__init__()
            self.pick = pick

    class Picked(Message):
        """A line was picked."""

        def __init__(self, pick: Pick) -> None:
            super().__init__()
            self.pick = pick

    COMPONENT_CLASSES: ClassVar[set[str]] = {"pick--cursor", "pick--remark"}
    DEFAULT_CSS = """
    PickList { height: 1fr; }
    PickList .pick--cursor { background: $panel; color: $foreground; text-style: bold; }
    PickList:focus .pick--cursor { background: $primary; color: $background; }
    PickList .pick--remark { color: $foreground 70%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                key,
                f"move({by})",
                _("Move"),
                id=f"pick-{key}",
                show=False,
                tooltip=_("Go from line to line"),
            )
            for key, by in (("up", -1), ("down", 1), ("pageup", -10), ("pagedown", 10))
        ),
        Binding("home", "jump(0)", _("First"), id="first", show=False, tooltip=_("The first one")),
        Binding("end", "jump(-1)", _("Last"), id="last", show=False, tooltip=_("The last one")),
    ]
    cursor: reactive[int] = reactive(0)
    picks: reactive[tuple[Pick, ...]] = reactive(())

    def __init__(self, picks: Sequence[Pick] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.set_reactive(PickList.picks, tuple(picks))

    @property
    def current(self) -> Pick | None:
        """The line under the cursor."""
        return self.picks[self.cursor] if self.cursor < len(self.picks) else None

    def show(self, picks: Sequence[Pick]) -> None:
        """Show other lines; the cursor stays on the same id where it is still there."""
        before = self.current
        self.picks = tuple(picks)
        ids = [pick.id for pick in self.picks]
        self.cursor = ids.index(before.id) if before and before.id in ids else 0
        self._moved()

    def go_to(self, id: str) -> None:
        """Put the cursor on the line of this id."""
        for index, pick in enumerate(self.picks):
            if pick.id == id:
                self.cursor = index
                self._moved()

    def render_line(self, y: int) -> Strip:
        """One line."""
        index = y + self._first
        if index >= len(self.picks):
            return Strip.blank(self.size.width, self.rich_style)
        pick = self.picks[index]
        style = self.rich_style
        here = index == self.cursor
        if here:
            style += self.get_component_rich_style("pick--cursor", partial=True)
        remark = None if here else self.get_component_rich_style("pick--remark", partial=True)
        width = max(0, self.size.width - 2)
        right = _shortened(pick.remark, max(width - cell_len(pick.words) - 2, width // 2))
        room = width - cell_len(right) - (2 if right else 0)
        left = set_cell_size(_shortened(pick.words, room), width - cell_len(right))
        return Strip(
            [Segment(" "), Segment(left), Segment(right, remark), Segment(" ")]
        ).apply_style(style)

    def action_move(self, by: int) -> None:
        """Go up or down; one step goes round at the ends."""
        if not self.picks:
            return
        to = self.cursor + by
        last = len(self.picks) - 1
        self.cursor = to % len(self.picks) if abs(by) == 1 else max(0, min(last, to))
        self._moved()

    def action_jump(self, to: int) -> None:
        """Go to the first or the last."""
        if self.picks:
            self.cursor = to % len(self.picks)
            self._moved()

    def pick_current(self) -> None:
        """Pick the line under the cursor."""
        if self.current is not None:
            self.post_message(self.Picked(self.current))

    def on_click(self, event: events.Click) -> None:
        """A click goes to the line; on the line under the cursor it picks."""
        index = event.y + self._first
        if index >= len(self.picks):
            return
        if index == self.cursor:
            self.pick_current()
        self.cursor = index
        self._moved()

    @property
    def _first(self) -> int:
        height = max(1, self.size.height)
        return max(0, min(self.cursor - height // 2, len(self.picks) - height))

    def _moved(self) -> None:
        if self.current is not None:
            self.post_message(self.Moved(self.current))


def _shortened(words: str, room: int) -> str:
    """``words`` in at most ``room`` cells, the end given up for an ellipsis."""
    if cell_len(words) <= room:
        return words
    return set_cell_size(words, max(0, room - 1)).rstrip() + "…"
