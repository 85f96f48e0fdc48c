"""The two-minute lesson before the demo: real screens, real keys, on a school that is thrown away.

The sample school itself is only given printed pages. However the tour ends – at its end, by Esc,
by an error – it lands on the sample school's home, and the temporary folder is gone.
"""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Iterator, Sequence
from typing import NoReturn

from textual import events

from lifeskills.classroom.demo import Twin
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.keys import as_typed, key_name
from lifeskills.tui.start import Start
from lifeskills.tui.tour_beats import BEATS, Beat
from lifeskills.tui.tour_player import Player
from lifeskills.tui.widgets.caption import Caption

LET_THROUGH = frozenset({"ctrl+q", "ctrl+c", "ctrl+b", "ctrl+g"})
"""Leave and how to, light or dark, Chinese or English: they work during the tour as everywhere."""
LAST_WORDS_SECONDS = 20.0

NOW_YOU = Sentence("Now with your class: Enter teaches its next lesson.")
FAILED_SCREEN = Sentence("a screen failed")


def broken(reason: Sentence | str) -> Sentence:
    """What is said of a tour that could not go on."""
    return Sentence(
        "The two-minute lesson broke off: {reason}. Here is the sample school.", reason=reason
    )


class TourApp(LifeskillsApp):
    """The app on the sample school, with the tour before it. ``pace``: see Player."""

    def __init__(self, school: School, *, pace: float = 1.0, beats: Sequence[Beat] = BEATS) -> None:
        super().__init__(school, Start(tour=True))
        self.sample = school
        self.touring = True
        self.player: Player | None = None
        self._twin: Twin | None = None
        self._pace, self._beats = pace, beats
        self._skipped = asyncio.Event()
        self.over = asyncio.Event()
        """Set when home is open and nothing of the tour is left."""

    def on_mount(self) -> None:
        """Begin as soon as lessons can be taught."""
        self.when_loaded(lambda: self.run_worker(self._tour()))

    def use_language(self, language: str) -> None:
        """Also the caption speaks another language."""
        super().use_language(language)
        for caption in self.screen.query(Caption):
            caption.refresh()

    # -- keys ----------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        """While the tour runs, what a person types steers the tour and not the screens."""
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if typed and self.touring and not self._is_ours(event) and not self._steers(event):
            return
        await super().on_event(event)

    def _is_ours(self, event: events.Event) -> bool:
        sent = self.player.sent if self.player is not None else []
        for ours in sent:
            if ours is event:
                sent.remove(ours)
                return True
        return False

    def _steers(self, event: events.Event) -> bool:
        """Do what a person's key means for the tour; True if the key is for the app."""
        if not isinstance(event, events.Key):
            return False
        if event.key in LET_THROUGH:
            return True
        name = key_name(as_typed(event.character)) if event.character else event.key
        if event.key == "escape":
            self._skipped.set()
        elif self.player is not None and (event.key == "enter" or name == "space"):
            self.player.hurry()
        return False

    # -- from beginning to end -----------------------------------------------------------------

    async def _tour(self) -> None:
        words = await self._played()
        await self._land()
        if words is not None:
            self.notify(self.say(words), timeout=LAST_WORDS_SECONDS, markup=False)
        if self.player is not None and self.player.jobs:
            await asyncio.wait(self.player.jobs)
        self.forget()
        self.over.set()

    async def _played(self) -> Sentence | None:
        """What to say at the end; nothing when somebody skipped the rest."""
        skip = asyncio.create_task(self._skipped.wait())
        try:
            self._twin = Twin(self.sample.clock, language=self.sample.language)
            self.player = Player(self, self._twin, self._beats, self._pace)
            play = asyncio.create_task(self.player.play())
            await asyncio.wait({play, skip}, return_when=asyncio.FIRST_COMPLETED)
            play.cancel()
            await play
        except asyncio.CancelledError:
            if not self._skipped.is_set():  # the program is being left
                raise
            return None
        except LifeskillsError as error:
            return broken(error.says)
        except Exception as error:  # noqa: BLE001 - a tour that fails must keep nobody out
            return broken(f"{type(error).__name__} {error}")
        finally:
            skip.cancel()
        return NOW_YOU

    async def move_to(self, school: School) -> None:
        """Go on in another school, at its home."""
        self.school = school
        home = self.screen_stack[0]
        if isinstance(home, BaseScreen):
            await home.say_anew()

    async def _land(self) -> None:
        """Home of the sample school, whatever was open; no session of the tour keeps its file."""
        self.touring = False
        for screen in self.screen_stack:
            teaching = getattr(screen, "teaching", None)
            if isinstance(teaching, Teaching):
                teaching.leave()
        if self.school.language != self.sample.language:
            self.sample.use_language(self.school.language)
        await self.move_to(self.sample)
        self.go_home()
        await self.screen.query(Caption).remove()

    def forget(self) -> None:
        """Remove the temporary school; asked for again when the program ends."""
        if self._twin is not None:
            self._twin.remove()


def run_tour(school: School) -> None:
    """Play the tour and go on at home, until the program is left.

    A screen that fails ends the app; home is then opened by another.
    """
    app = TourApp(school)
    with _window_may_be_closed():
        try:
            app.run()
        finally:
            app.forget()
    if app.return_code and app.touring:
        plain = LifeskillsApp(school)
        plain.when_loaded(lambda: plain.tell(broken(FAILED_SCREEN)))
        plain.run()


@contextlib.contextmanager
def _window_may_be_closed() -> Iterator[None]:
    """A terminal window that is closed ends the program as leaving it does: nothing is left."""
    closing = [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]
    before = {number: signal.signal(number, _leave) for number in closing}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _leave(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(1)
