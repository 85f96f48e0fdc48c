"""A ClassView, drawn large and with air: on the teacher's terminal, in a second, in a browser."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual import events
from textual.containers import Center, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Static

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Say, Sentence
from lifeskills.tui.wall_words import Folded, folded
from lifeskills.tui.widgets.big_time import BigTime
from lifeskills.tui.words import plain

TALL = 32
TALL_CLOCK = 5
"""Lines more that the clock takes where the screen is tall."""
SHORT = 20
"""Below so many lines the name of whose turn it is stands among the words."""
TURN, TALL_TURN = 2, 4
"""Lines of the name of whose turn it is with the air around it; the second on a tall screen."""
NARROW = 60
"""Below so many cells (letters made larger) the words go to the edge."""
TURN_SECONDS = 15.0
"""How long each part of a task stands that is longer than the screen: about as long as a class
reads ten lines, and no longer, since some wait for the next."""
WAITING = {
    "roll": Sentence("Roll"),
    "idle": Sentence("We begin soon"),
    "closed": Sentence("The lesson is over"),
}


class WallPanel(Vertical):
    """Title, whose turn, board, task and tool, clock, a quiet line.

    What does not fit is shown part by part.
    """

    DEFAULT_CSS = """
    WallPanel {
        padding: 1 2;
        #step { text-align: center; text-style: bold; color: $primary; margin-bottom: 1; }
        #how { text-align: center; color: $secondary; margin-bottom: 1; }
        #turn {
            text-align: center; text-style: bold; background: $primary; color: $background;
            margin-bottom: 1;
        }
        #middle { height: 1fr; align: center top; overflow: hidden; }
        #middle Center { height: auto; }
        #board {
            width: auto; max-width: 100%; border: heavy $secondary; padding: 0 3;
            text-style: bold; text-align: center; margin-bottom: 1;
        }
        #words { padding: 0 4; }
        #part { text-align: right; color: $secondary; padding: 0 4; }
        #left { height: 5; margin-top: 1; }
        #foot { text-align: center; color: $foreground 70%; }
    }
    WallPanel.-tall #turn { padding: 1 0; }
    WallPanel.-tall #left { height: 10; }
    WallPanel.-narrow { padding: 0 1; #words { padding: 0; } #part { padding: 0; } }
    WallPanel #left.-small { height: 1; }
    WallPanel.-idle { #middle { align: center middle; } #words { text-align: center; } }
    WallPanel.-blank { background: #000000; #foot { color: #9a9a9a; } }
    """

    def __init__(self) -> None:
        super().__init__()
        self._view = ClassView()
        self._say: Say = str
        self._foot = ""
        self._part = 0
        self._parts: list[Content] = []
        self._told: tuple[object, ...] = ()
        self._timer: Timer | None = None
        self._drawn: dict[str, object] = {}

    def compose(self) -> Iterable[Static | Vertical | BigTime]:
        """Title, board, task and tool, clock."""
        yield Static(id="step")
        yield Static(id="how")
        yield Static(id="turn")
        yield Vertical(Center(Static(id="board")), Static(id="words"), id="middle")
        yield Static(id="part")
        yield BigTime(id="left")
        yield Static(id="foot")

    def on_mount(self) -> None:
        """Show one part after the other."""
        self._timer = self.set_interval(TURN_SECONDS, self.turn)

    def on_resize(self, _event: events.Resize) -> None:
        """Fold the words for the new size."""
        self.show(self._view, self._say, self._foot)

    def show(self, view: ClassView, say: Say, foot: str = "") -> None:
        """Draw a view, its own words said by ``say``; ``foot`` is the quiet line."""
        foot = foot or (say(Sentence("Paused")) if view.paused else "")
        self._view, self._say, self._foot = view, say, foot
        width, height = self.outer_size
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
        above = view.screen == "step" and height >= SHORT
        self._put("turn", plain(view.turn if above else ""))
        page = folded(
            replace(view, turn="") if above else view,
            say,
            width - self._around(),
            self._room(title),
        )
        self._put("board", page.board)
        self._parts = page.parts
        if self._told != _told(view):
            self._told, self._part = _told(view), 0
            self._from_now()
        self._part = min(self._part, max(0, len(page.parts) - 1))
        self._show_part()
        self._show_clock(page)

    def turn(self) -> None:
        """Show the next part, after the last the first again; each stands its whole time."""
        if len(self._parts) > 1:
            self._part = (self._part + 1) % len(self._parts)
            self._show_part()
            self._from_now()

    def _from_now(self) -> None:
        if self._timer is not None:
            self._timer.reset()

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
        if self._view.turn and self.outer_size.height >= SHORT:
            above += TALL_TURN if self.has_class("-tall") else TURN
        return self.outer_size.height - above - (TALL_CLOCK if self.has_class("-tall") else 0)

    def _put(self, id: str, words: Content) -> None:
        if self._drawn.get(id) == (words.plain, words.spans):
            return  # an update lays the whole screen out again; most seconds only the clock moves
        self._drawn[id] = (words.plain, words.spans)
        place = self.query_one(f"#{id}", Static)
        place.display = bool(words.plain.strip())
        place.update(words)


def _told(view: ClassView) -> tuple[object, ...]:
    """What the class reads; a clock or a count in it that moves does not turn the pages back."""
    tool = view.tool
    return view.step, view.task, view.board, tool and (str(tool.headline), str(tool.body))
