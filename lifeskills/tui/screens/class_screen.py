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
from lifeskills.tui.prose import paragraphs, prose
from lifeskills.tui.wall_words import tool_words
from lifeskills.tui.widgets.big_time import BigTime
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

TALL = 32


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
        """Title, task, board, tool, clock."""
        yield Static(id="step")
        with_words = [Static(id="how"), Paragraphs(id="task"), Static(id="tool"), Static(id="turn")]
        yield Vertical(Center(Static(id="board")), *with_words, id="middle")
        yield BigTime(id="left")
        yield Static(id="tip", classes="quiet")

    @property
    def tall(self) -> bool:
        """True where there is room for air and a larger clock."""
        return self.app.size.height >= TALL

    def show_view(self, view: ClassView) -> None:
        """Draw a view in the lesson's own language."""
        self.set_class(self.tall, "-tall")
        said = translator(view.language)
        waiting = {
            "roll": Sentence("Roll"),
            "idle": Sentence("We begin soon"),
            "closed": Sentence("The lesson is over"),
        }
        title = view.step or view.title
        if view.screen in waiting:
            title = "\n".join(line for line in (view.title, said(waiting[view.screen])) if line)
        self._put("step", plain(title))
        self._put("how", plain(view.how))
        task = self.query_one("#task", Paragraphs)
        task.display = bool(view.task)
        task.show(self._with_air(paragraphs(view.task)))
        self._put("board", prose(view.board))
        self._put("tool", tool_words(view.tool, said))
        names = [plain("  ".join(group)) for group in view.groups]
        self._put("turn", Content("\n").join([plain(view.turn, "bold"), *names]).rstrip())
        self._put("tip", plain(view.tip))
        clock = self.query_one(BigTime)
        clock.left = view.step_left
        clock.display = view.step_left is not None

    def _with_air(self, lines: list[Paragraph]) -> list[Paragraph]:
        """A blank line between any two where there is room for it."""
        lines = [line for line in lines if line.words.plain.strip()]
        if not self.tall or len(lines) * 4 > self.app.size.height:
            return lines
        return [one for line in lines for one in (line, Paragraph(Content("")))][:-1]

    def _put(self, id: str, words: Content) -> None:
        place = self.query_one(f"#{id}", Static)
        place.display = bool(words.plain.strip())
        place.update(words)
