"""Plays one beat of the two-minute lesson after the other: captions, keys, the clock, the pages."""

from __future__ import annotations

import asyncio
import contextlib
import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual import events

from lifeskills.classroom.demo import Twin
from lifeskills.classroom.printing import print_book
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence
from lifeskills.tui.teaching_screen import TeachingScreen
from lifeskills.tui.tour_beats import Beat
from lifeskills.tui.tour_facts import facts, planned_left
from lifeskills.tui.widgets.caption import Caption

if TYPE_CHECKING:
    from lifeskills.tui.tour import TourApp

Value = TypeVar("Value")

KEY_SECONDS = 0.4
"""Between two keys that are pressed for the teacher."""
READ_FIRST = 0.5
"""The share of a caption's seconds that pass before its keys are pressed."""
TRIES, TRY_SECONDS = 400, 0.02
GONE_SECONDS = 1.0
MOST_KEYS = 60
PAGES: Mapping[str, str] = {
    "class-record": "class-record.pdf",
    "student-handbook": "pupils-pages.pdf",
    "lesson-page": "lesson-page.pdf",
}
"""What is printed of the lesson: the book, and the file in the sample school's ``printed/``."""
_CHARACTERS = {"space": " ", "enter": "\r"}


class TourError(LifeskillsError):
    """The screens did not show what the tour had come to."""


class Player:
    """Plays beats on an app. ``passed`` collects the facts after each of them.

    ``pace`` stretches the pauses; with 0 there are none. ``at`` is the number of the beat shown.
    """

    def __init__(self, app: TourApp, twin: Twin, beats: Sequence[Beat], pace: float) -> None:
        self.at = 0
        self.passed: list[dict[str, object]] = []
        self.sent: list[events.Key] = []
        """Keys that are on their way to the screens."""
        self.jobs: list[asyncio.Future[object]] = []
        """What runs in threads and cannot be stopped."""
        self._app, self._twin, self._beats, self._pace = app, twin, tuple(beats), pace
        self._files: tuple[str, ...] = ()
        self._go = asyncio.Event()

    def hurry(self) -> None:
        """On to the next caption, at once."""
        self._go.set()

    async def play(self) -> None:
        """All beats. Raises TourError, or what a use case raised."""
        self.at = 1
        self._show(self._beats[0])
        await self._app.move_to(await self._in_thread(self._twin.build))
        for number, beat in enumerate(self._beats, 1):
            self.at = number
            await self._perform(beat)
            self.passed.append(self._facts())

    # -- one beat ------------------------------------------------------------------------------

    async def _perform(self, beat: Beat) -> None:
        self._show(beat)
        self._move_clock(beat)
        await self._pause(beat.seconds * READ_FIRST)
        if beat.prints:
            self._files = await self._in_thread(self._printing())
        if beat.again:
            await self._press_until(beat)
        else:
            await self._press(beat)
        await self._until_it_holds(beat)
        await self._pause(beat.seconds * (1 - READ_FIRST))
        self._go.clear()

    async def _press(self, beat: Beat) -> None:
        for pressed, key in enumerate(beat.keys, 1):
            self._show(beat, pressed)
            event = events.Key(key, _CHARACTERS.get(key, key if len(key) == 1 else None))
            self.sent.append(event)
            self._app.post_message(event)
            await self._settled()
            self._show(beat, pressed)  # the key may have opened another screen
            await self._pause(KEY_SECONDS)

    async def _press_until(self, beat: Beat) -> None:
        for _ in range(MOST_KEYS):
            if self._holds(beat):
                return
            self._move_clock(beat)
            await self._press(beat)

    async def _until_it_holds(self, beat: Beat) -> None:
        for _ in range(TRIES):
            await self._settled()
            self._show(beat, len(beat.keys))
            if self._holds(beat):
                return
            await asyncio.sleep(TRY_SECONDS)
        now = self._facts()
        missing = {name: now.get(name) for name in beat.expects}
        raise TourError(Sentence("scene {number} came to {facts}", number=self.at, facts=missing))

    def _holds(self, beat: Beat) -> bool:
        now = self._facts()
        return all(now.get(name) == value for name, value in beat.expects.items())

    def _facts(self) -> dict[str, object]:
        files = "  ".join(self._files)
        return {**facts(self._app.screen), "printed": len(self._files), "files": files}

    def _show(self, beat: Beat, pressed: int = 0) -> None:
        """Put the caption above whatever screen there is now."""
        screen = self._app.screen
        shown = [one for one in screen.query(Caption) if one.is_attached]
        caption = shown[0] if shown else Caption()
        if not shown:
            screen.mount(caption)
        caption.show(
            Sentence(beat.says.id, None, **self._facts()),
            keys=beat.keys,
            pressed=pressed,
            count=f"{self.at}/{len(self._beats)}",
        )

    def _move_clock(self, beat: Beat) -> None:
        """Let time pass until the running step should be over by the plan, and ``late`` more."""
        screen = self._app.screen
        if beat.late is None or not isinstance(screen, TeachingScreen):
            return
        state = screen.teaching.state
        over = (state.minutes - planned_left(screen.teaching) + beat.late) * 60
        self._twin.clock.advance(over - screen.teaching.at())
        screen.draw()

    def _printing(self) -> Callable[[], tuple[str, ...]]:
        """The job of printing the closed lesson. Raises TourError while none is closed."""
        teaching = getattr(self._app.screen, "teaching", None)
        folder = self._app.sample.folder
        if not isinstance(teaching, Teaching) or teaching.state.record is None or folder is None:
            raise TourError(Sentence("no lesson was closed"))
        school, record = teaching.school, teaching.state.record
        orders = [
            BookOrder(
                book=book,
                output=folder / "printed" / name,
                course=record["course"],
                group=record["class"],
                day=dt.date.fromisoformat(record["day"]),
            )
            for book, name in PAGES.items()
        ]
        return lambda: tuple(print_book(school, order).path.name for order in orders)

    # -- waiting -------------------------------------------------------------------------------

    async def _pause(self, seconds: float) -> None:
        """Wait so long; a person who presses Space has read it already."""
        if self._pace:
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._go.wait(), seconds * self._pace)

    async def _settled(self) -> None:
        """Wait until the app and every part of the screen have worked on what they were sent."""
        for _ in range(2):
            for part in (self._app, *self._app.screen.walk_children(with_self=True)):
                reached = asyncio.Event()
                if part.call_later(reached.set):
                    with contextlib.suppress(TimeoutError):  # it was taken off the screen meanwhile
                        await asyncio.wait_for(reached.wait(), GONE_SECONDS)

    async def _in_thread(self, job: Callable[[], Value]) -> Value:
        """Do something slow. When the tour is skipped it goes on to its end, unheeded."""
        future = asyncio.get_running_loop().run_in_executor(None, job)
        self.jobs.append(asyncio.ensure_future(future))
        return await asyncio.shield(future)
