"""A whole lesson taught by keys on the real screens, in a process that is killed.

    python -m tests.tui.taught_by_keys FOLDER KILL_AT

``ack SEQ`` is written after a save returned and before the screen changes. At the ``KILL_AT``-th
operation on the disk (0: never) the process kills itself, in the middle of a write if it is one.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from lifeskills.classroom.school import School
from lifeskills.core.session import Event
from lifeskills.store.running import Running, RunningStore
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from tests.fakes import FakeClock
from tests.store.scripted import DyingDisk
from tests.tui.conftest import packs_loaded

CLASS = "c-8a33"
SECONDS_A_KEY = 10
ROLL = ("enter", "enter", "7", "space", "2", "3", "space", "4", "1", "space", "f2", "space")
LESSON = ("space", "space", "f6", "enter", "c", "r", "a", "f3", "f3", "plus", "space", "f2")
CLOSE = ("2", "enter", "enter")
MOST_KEYS = 120
MOST_SECONDS = 100
"""A child that hangs fails; whoever reads its acknowledgements must not wait for ever."""


class DyingSchool(School):
    """A school whose open lessons lie on a disk that may die."""

    def __init__(self, folder: Path, disk: DyingDisk, clock: FakeClock) -> None:
        super().__init__(folder, clock=clock, language="zh")
        self._dying = RunningStore(folder, disk=disk)

    @property
    def running(self) -> RunningStore:
        return self._dying


@contextmanager
def acknowledging(ack: Callable[[Event], object]) -> Iterator[None]:
    """Call ``ack`` whenever a save has returned, before whoever saved goes on."""
    save = Running.append

    def append(self: Running, event: Event) -> None:
        save(self, event)
        ack(event)

    Running.append = append  # type: ignore[method-assign]  # the seam of this test
    try:
        yield
    finally:
        Running.append = save  # type: ignore[method-assign]


async def teach(folder: Path, disk: DyingDisk, ack: Callable[[Event], object]) -> None:
    """Lesson 25 with 8(3) of the sample school: roll, groups, story, undo, pause, close."""
    clock = FakeClock()
    app = LifeskillsApp(DyingSchool(folder, disk, clock))
    with acknowledging(ack):
        async with app.run_test(size=(80, 24)) as pilot:
            await packs_loaded(app, pilot)

            async def press(*keys: str) -> None:
                for key in keys:
                    clock.advance(seconds=SECONDS_A_KEY)
                    await pilot.press(key)
                    await pilot.pause()

            await press(*ROLL, "enter")
            assert isinstance(app.screen, LessonScreen), app.screen
            await press(*LESSON)
            for _ in range(MOST_KEYS):
                if isinstance(app.screen, CloseScreen):
                    break
                await press("space")
            await press(*CLOSE)
            assert isinstance(app.screen, HomeScreen), app.screen


if __name__ == "__main__":
    lesson = teach(
        Path(sys.argv[1]),
        DyingDisk(int(sys.argv[2])),
        lambda event: os.write(1, f"ack {event.seq}\n".encode()),
    )
    asyncio.run(asyncio.wait_for(lesson, MOST_SECONDS))
