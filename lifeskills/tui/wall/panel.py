"""A ClassView, drawn large and with air: on the teacher's terminal, in a second, in a browser."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.containers import Center, Vertical
from textual.content import Content
from textual.widgets import Static

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.language import Translator
from lifeskills.tui.wall_words import Folded, folded
from lifeskills.tui.widgets.big_time import BigTime
from lifeskills.tui.words import plain

TALL = 32
TALL_CLOCK = 5
"""Lines more that the clock takes where the screen is tall."""
NARROW = 60
"""Below so many cells (letters made larger) the words go to the edge."""
TURN_SECONDS = 8.0
"""How long each part of a task stands that is longer than the screen."""
WAITING = {
    "roll": Sentence("Roll"),
    "idle": Sentence("We begin soon"),
    "closed": Sentence("The lesson is over"),
}


class WallPanel(Vertical):
    """Title, board, task and tool, clock, a quiet line. What does not fit is shown part by part."""

    DEFAULT_CSS = """
    WallPanel {
        padding: 1 2;
        #step { text-align: center; text-style: bold; color: $primary; margin-bottom: 1; }
        #how { text-align: center; color: $secondary; margin-bottom: 1; }
        #middle { height: 1fr; align: center top; overflow: hidden; }
        #middle Center { height: auto; }
        #board {
            width: auto; max-width: 100%; border: heavy $secondary; padding: 0 3;
            text-style: bold; text-align: center; margin-bottom: 1;
        }
        #words { margin: 0 4; }
        #part { text-align: right; color: $secondary; margin: 0 4; }
        #left { height: 5; margin-top: 1; }
        #foot { text-align: center; color: $foreground 70%; }
    }
    WallPanel.-tall #left { height: 10; }
    WallPanel.-narrow { padding: 0 1; #words { margin: 0; } #part { margin: 0; } }
    WallPanel #left.-small { height: 1; }
    WallPanel.-idle { #middle { align: center middle; } #words { text-align: center; } }
    WallPanel.-blank { background: #000000; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view = ClassView()
        self._say: Translator = str
        self._foot = ""
        self._part = 0
        self._parts: list[Content] = []

    def compose(self) -> Iterable[Static | Vertical | BigTime]:
        """Title, board, task and tool, clock."""
        yield Static(id="step")
        yield Static(id="how")
        yield Vertical(Center(Static(id="board")), Static(id="words"), id="middle")
        yield Static(id="part")
        yield BigTime(id="left")
        yield Static(id="foot")

    def on_mount(self) -> None:
        """Show one part after the other."""
        self.set_interval(TURN_SECONDS, self.turn)

    def on_resize(self, _event: events.Resize) -> None:
        """Fold the words for the new size."""
        self.show(self._view, self._say, self._foot)

    def show(self, view: ClassView, say: Translator, foot: str = "") -> None:
        """Draw a view, its own words said by ``say``; ``foot`` is the quiet line."""
        self._view, self._say, self._foot = view, say, foot
        width, height = self.size
        if not width:
            return
        self.set_class(height >= TALL, "-tall")
        self.set_class(width < NARROW, "-narrow")
        self.set_class(view.screen in WAITING, "-idle")
        self.set_class(view.screen == "blank", "-blank")
        self._put("foot", plain(foot))
        title = self._title()
        self._put("step", plain(title))
        self._put("how", plain(view.how))
        page = folded(view, say, width - self._around(), self._room(title))
        self._put("board", page.board)
        if page.parts != self._parts:
            self._part, self._parts = 0, page.parts
        self._show_part()
        self._show_clock(page)

    def turn(self) -> None:
        """Show the next part, after the last the first again."""
        if len(self._parts) > 1:
            self._part = (self._part + 1) % len(self._parts)
            self._show_part()

    def _show_part(self) -> None:
        many = len(self._parts) > 1
        self._put("words", self._parts[self._part] if self._parts else Content(""))
        self._put("part", plain(f"{self._part + 1} / {len(self._parts)}" if many else ""))

    def _show_clock(self, page: Folded) -> None:
        clock, left = self.query_one(BigTime), self._view.step_left
        clock.left = left
        clock.display = left is not None
        clock.set_class(page.small_clock, "-small")

    def _title(self) -> str:
        view = self._view
        if view.screen in WAITING:
            return "\n".join(filter(None, (view.title, self._say(WAITING[view.screen]))))
        return view.step or view.title

    def _around(self) -> int:
        """Cells beside the words, to both sides together."""
        return 2 if self.has_class("-narrow") else 4

    def _room(self, title: str) -> int:
        """Lines between the title and the end of the clock."""
        edge = 0 if self.has_class("-narrow") else 2
        above = edge + title.count("\n") + 2 + 2 * bool(self._view.how) + bool(self._foot)
        return self.size.height - above - (TALL_CLOCK if self.has_class("-tall") else 0)

    def _put(self, id: str, words: Content) -> None:
        place = self.query_one(f"#{id}", Static)
        place.display = bool(words.plain.strip())
        place.update(words)
