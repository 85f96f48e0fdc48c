"""The roll: a class of 60 on one screen, drawn by lines, worked by number, letters or arrows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events, getters
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from lifeskills.core.finding import Found, Letters, type_key
from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import as_typed, is_chinese, key_name
from lifeskills.tui.messages import ChineseTyped
from lifeskills.tui.widgets.cells import LEAST_CELL, Columns, roll_cell
from lifeskills.tui.widgets.roll_keys import ROLL_KEYS, SHORT_MARKS


class RollGrid(Widget, can_focus=True):
    """Learners in columns with the class numbers they have; everyone is present until marked.

    Letters and digits only find. Keys are worked in order here, not through the app's queue:
    ``17`` and Space typed ahead must mean number 17.
    """

    class Marked(Message):
        """A learner was given a mark (or, given it twice, lost it again)."""

        def __init__(self, learner: Learner, mark: str) -> None:
            super().__init__()
            self.learner = learner
            self.mark = mark

    class AllMarked(Message):
        """Everybody without a mark is absent."""

    class Moved(Message):
        """The cursor is on another learner, or something else was typed."""

    class Done(Message):
        """The teacher says that the roll is complete."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "roll--cursor",
        "roll--match",
        "roll--number",
        "roll--away",
        "roll--partly",
    }
    DEFAULT_CSS = """
    RollGrid { height: 1fr; }
    RollGrid .roll--cursor { background: $primary; color: $background; text-style: bold; }
    RollGrid .roll--match { text-style: underline; color: $secondary; }
    RollGrid .roll--number { color: $foreground 70%; }
    RollGrid .roll--away { color: $error; text-style: bold; }
    RollGrid .roll--partly { color: $warning; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*ROLL_KEYS]
    app = getters.app(LifeskillsApp)
    help_text = HelpText(
        Sentence("Roll"),
        (
            Sentence("Everyone is present until you mark them."),
            Sentence(
                "Find: type the class number, or the first pinyin letters of the name. "
                "If the letters fit several, Tab goes to the next. Arrows and the mouse work too."
            ),
            Sentence(
                "Mark: Space absent, - late, = excused, \\ left early. "
                "The same key again takes the mark away. F2 takes back the last key."
            ),
            Sentence("Each mark is on the disk before you see it. Enter when done."),
        ),
    )
    cursor: reactive[int] = reactive(0)
    marks: reactive[Mapping[str, str]] = reactive(dict)

    def __init__(self, learners: Sequence[Learner], marks: Mapping[str, str]) -> None:
        super().__init__(id="roll")
        self.learners = tuple(learners)
        self.letters: Mapping[str, Letters] = {}
        self.found = Found()
        self.set_reactive(RollGrid.marks, marks)

    @property
    def current(self) -> Learner | None:
        """The learner under the cursor."""
        return self.learners[self.cursor] if self.learners else None

    @property
    def columns(self) -> Columns:
        """How the learners lie on the widget now."""
        return Columns.fitting(len(self.learners), self.size.width, self.size.height, LEAST_CELL)

    def go_to(self, learner_id: str) -> None:
        """Put the cursor on a learner."""
        for index, one in enumerate(self.learners):
            if one.id == learner_id:
                self.cursor = index
        self.post_message(self.Moved())

    # -- drawing -----------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One line: the learners of this row, column by column."""
        columns = self.columns
        strips = []
        for index in columns.row(y, self.cursor):
            one = self.learners[index]
            style = self.rich_style
            if index == self.cursor:
                style += self.get_component_rich_style("roll--cursor", partial=True)
            elif not self.found.typed.isdigit() and one.id in self.found.matches:
                style += self.get_component_rich_style("roll--match", partial=True)
            strips.append(self._cell(one, columns.width, index == self.cursor).apply_style(style))
        return Strip.join(strips).extend_cell_length(self.size.width, self.rich_style)

    def _cell(self, one: Learner, width: int, bare: bool) -> Strip:
        mark = self.marks.get(one.id, "")
        number = self.get_component_rich_style("roll--number", partial=True)
        marked = self.get_component_rich_style(
            "roll--away" if mark in ("absent", "excused") else "roll--partly", partial=True
        )
        return roll_cell(
            self.app.say(SHORT_MARKS[mark]) if mark else "",
            one.number,
            one.name or one.given,
            width,
            number_style=None if bare else number,
            mark_style=None if bare else marked,
        )

    # -- keys --------------------------------------------------------------------------------

    async def on_key(self, event: events.Key) -> None:
        """Work the keys in the order in which they came."""
        char = as_typed(event.character or "")
        if char and is_chinese(char):
            event.stop()
            self.post_message(ChineseTyped())
        elif len(char) == 1 and char.isascii() and char.isalnum():
            event.stop()
            self.find(char)
        else:
            # Of a printable character the name of its ASCII form counts, of others the key's own.
            name = key_name(char) if char.isprintable() and char else event.key
            active = self.screen.active_bindings.get(name)
            if active is not None and active.node is self:
                event.stop()
                await self.run_action(active.binding.action)

    def on_paste(self, event: events.Paste) -> None:
        """Some terminals paste what an input method commits: digits find, Chinese does not."""
        event.stop()
        for char in map(as_typed, event.text):
            if is_chinese(char):
                self.post_message(ChineseTyped())
                return
            if char.isascii() and char.isalnum():
                self.find(char)

    def find(self, key: str) -> None:
        """Take one more letter or digit."""
        self.found = type_key(self.found, key, self.learners, self.letters)
        if self.found.learner:
            self.go_to(self.found.learner)
        else:
            self.post_message(self.Moved())
        self.refresh()

    def action_mark(self, mark: str) -> None:
        """Mark the learner under the cursor."""
        if self.current is not None:
            self.post_message(self.Marked(self.current, mark))
        self._forget()

    def action_mark_all(self) -> None:
        """Mark everybody who has no mark yet."""
        self.post_message(self.AllMarked())
        self._forget()

    def action_next_match(self, by: int) -> None:
        """Go to the next learner whom the letters fit."""
        self.found = self.found.next(by)
        if self.found.learner:
            self.go_to(self.found.learner)

    def action_move(self, by: int) -> None:
        """Go up or down, and round at the ends."""
        self._forget()
        if self.learners:
            self.cursor = (self.cursor + by) % len(self.learners)

    def action_move_column(self, by: int) -> None:
        """Go to the column beside."""
        self._forget()
        if self.learners:
            self.cursor = self.columns.beside(self.cursor, by)

    def action_jump(self, to: int) -> None:
        """Go to the first or the last."""
        self._forget()
        if self.learners:
            self.cursor = to % len(self.learners)

    def action_forget(self) -> None:
        """Forget what was typed."""
        self._forget()

    def action_done(self) -> None:
        """The roll is complete."""
        self.post_message(self.Done())

    def on_click(self, event: events.Click) -> None:
        """A click marks as absent; with the right button goes through the other marks."""
        index = self.columns.at(event.x, event.y, self.cursor)
        if index is None:
            return
        self._forget()
        self.cursor = index
        one = self.learners[index]
        if event.button == 1:
            self.post_message(self.Marked(one, "absent"))
            return
        order = ("late", "excused", "left-early")
        now = self.marks.get(one.id, "")
        step = order.index(now) + 1 if now in order else 0
        self.post_message(self.Marked(one, order[step] if step < len(order) else now))

    def _forget(self) -> None:
        self.found = Found()
        self.post_message(self.Moved())
        self.refresh()
