"""F5: the teacher's own terminal as the class screen. It shows a ClassView and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.language import _, translator
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.bell import BellWatch
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import as_typed, key_name
from lifeskills.tui.wall_words import wall_page
from lifeskills.tui.widgets.big_time import BigTime
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain

TALL = 32
TALL_CLOCK = 5
"""Lines more that the clock takes where the screen is tall."""
AROUND = 4
"""Cells beside the view, to both sides together; half as many lines above and below it."""


class WallScreen(BaseScreen[None]):
    """A screen for everybody's eyes: asks for a ClassView every second, has no key line.

    ``keys`` go on working behind it: Textual key name to what it does ({"space": next_step}).
    """

    def __init__(
        self,
        view: Callable[[], ClassView],
        keys: Mapping[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        self.view = view
        self.keys = keys or {}
        self._bell = BellWatch()

    def compose(self) -> Iterable[Widget]:
        """No key line: nothing but the view."""
        yield from self.body()

    def fill(self) -> None:
        """Show the view now and every second."""
        self.tick()
        self.set_interval(1, self.tick)

    def tick(self) -> None:
        """Show the view, and ring at one minute and at zero."""
        view = self.view()
        if self._bell.rings(view.step_left):
            self.app.ring(self)
        self.show_view(view)

    def show_view(self, view: ClassView) -> None:
        """Draw a view."""
        raise NotImplementedError

    def hint(self, words: Sentence) -> None:
        """Nothing is said on the wall."""

    async def on_key(self, event: events.Key) -> None:
        """Keys of the lesson that go on working behind the wall."""
        name = key_name(as_typed(event.character)) if event.character else event.key
        action = self.keys.get(event.key) or self.keys.get(name)
        if action is not None:
            event.stop()
            action()
            self.tick()
            return
        await super().on_key(event)

    def action_leave(self) -> None:
        """Back to the teacher's screen."""
        self.dismiss(None)


class ClassScreen(WallScreen):
    """Task, board, tool and clock, large and with air."""

    CSS_PATH = "class_screen.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,escape", "leave", _("Teacher's screen"), id="class-screen", tooltip=_("Back")),
    ]
    help_text = HelpText(
        Sentence("Class screen"),
        (Sentence("What pupils may see, and nothing else. F5 goes back to your own screen."),),
    )

    def body(self) -> Iterable[Widget]:
        """Title, board, task and tool, clock."""
        yield Static(id="step")
        with_words = [Static(id="how"), Paragraphs(id="words"), Static(id="turn")]
        yield Vertical(Center(Static(id="board")), *with_words, id="middle")
        yield BigTime(id="left")
        yield Static(id="tip", classes="quiet")

    def show_view(self, view: ClassView) -> None:
        """Draw a view in the lesson's own language."""
        self.set_class(self.app.size.height >= TALL, "-tall")
        said = translator(view.language)
        waiting = {
            "roll": Sentence("Roll"),
            "idle": Sentence("We begin soon"),
            "closed": Sentence("The lesson is over"),
        }
        title = view.step or view.title
        if view.screen in waiting:
            title = "\n".join(filter(None, (view.title, said(waiting[view.screen]))))
        self._put("step", plain(title))
        self._put("how", plain(view.how))
        page = wall_page(view, said, self.app.size.width - AROUND, self._room(view, title))
        self._put("board", page.board)
        words = self.query_one("#words", Paragraphs)
        words.display = bool(page.words)
        words.show(page.words)
        names = [plain("  ".join(group)) for group in view.groups]
        self._put("turn", Content("\n").join([plain(view.turn, "bold"), *names]).rstrip())
        self._put("tip", plain(view.tip))
        clock = self.query_one(BigTime)
        clock.left = view.step_left
        clock.display = view.step_left is not None
        clock.set_class(page.small_clock, "-small")

    def _room(self, view: ClassView, title: str) -> int:
        """Lines between the title and the end of the clock."""
        turn = len(view.groups) + 2 * bool(view.turn)
        used = AROUND // 2 + title.count("\n") + 2 + 2 * bool(view.how) + turn + bool(view.tip)
        return self.app.size.height - used - (TALL_CLOCK if self.has_class("-tall") else 0)

    def _put(self, id: str, words: Content) -> None:
        place = self.query_one(f"#{id}", Static)
        place.display = bool(words.plain.strip())
        place.update(words)
