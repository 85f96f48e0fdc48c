"""F5: the teacher's own terminal as the class screen. It shows a ClassView and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.widget import Widget

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.language import _, translator
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.bell import BellWatch
from lifeskills.tui.help import HelpText
from lifeskills.tui.keymap import key_words
from lifeskills.tui.keys import as_typed, key_name
from lifeskills.tui.wall.panel import WallPanel


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

    def on_mount(self) -> None:
        """Show the view now and every second."""
        super().on_mount()
        self.set_interval(1, self.tick)

    def fill(self) -> None:
        """Show the view."""
        self.tick()

    def tick(self) -> None:
        """Show the view, and ring at one minute and at zero; a blank screen rings unseen."""
        view = self.view()
        if self._bell.rings(view.step_left):
            if self.app.second.blank:
                self.app.bell()
            else:
                self.app.ring(self)
        self.show_view(self.app.second.on_the_wall(view))

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
            event.prevent_default()
            action()
            self.tick()

    def action_leave(self) -> None:
        """Back to the teacher's screen."""
        self.dismiss(None)


class ClassScreen(WallScreen):
    """Task, board, tool and clock, large and with air."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f5,escape", "leave", _("Teacher's screen"), id="class-screen", tooltip=_("Back")),
        Binding(
            "pagedown,down",
            "turn_part",
            _("Page down"),
            id="page-down",
            show=False,
            tooltip=_("Show the next part of a long task"),
        ),
    ]
    help_text = HelpText(
        Sentence("Class screen"),
        (Sentence("What pupils may see, and nothing else. F5 goes back to your own screen."),),
    )

    def body(self) -> Iterable[Widget]:
        """The view."""
        yield WallPanel()

    def action_turn_part(self) -> None:
        """Show the next part of a task that is longer than the screen."""
        self.query_one(WallPanel).turn()

    def show_view(self, view: ClassView) -> None:
        """Draw a view in the lesson's own language; a blank one says which key ends it."""
        foot = key_words(self.app, "blank", "f12") if view.screen == "blank" else ""
        self.query_one(WallPanel).show(view, translator(view.language), foot)
