"""Fixtures of the screens: the sample school, and an app that is run without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lifeskills.classroom.school import School
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.start import Start
from tests.tui.sample_school import make_school

OpenApp = Callable[..., AbstractAsyncContextManager[tuple[LifeskillsApp, Pilot[None]]]]


@pytest.fixture(autouse=True)
def time_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time is the test's: screens draw when a test says so, not when a busy machine is slow."""
    monkeypatch.setattr("lifeskills.tui.teaching_screen.TICK_SECONDS", 3600.0)
    monkeypatch.setattr("lifeskills.tui.widgets.key_bar.HINT_SECONDS", 3600.0)


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A made-up school with 52 learners in 8(3), in Chinese."""
    return make_school(tmp_path)


@pytest.fixture
def open_app(school: School) -> OpenApp:
    """Run the app on the sample school (or another): ``async with open_app() as (app, pilot)``."""

    @asynccontextmanager
    async def opened(
        another: School | None = None,
        *,
        size: tuple[int, int] = (80, 24),
        loaded: bool = True,
        **start: Any,
    ) -> AsyncIterator[tuple[LifeskillsApp, Pilot[None]]]:
        app = LifeskillsApp(another or school, Start(**start))
        async with app.run_test(size=size, notifications=True) as pilot:
            await pilot.pause()
            if loaded:
                await packs_loaded(app, pilot)
            yield app, pilot

    return opened


async def packs_loaded(app: LifeskillsApp, pilot: Pilot[None]) -> None:
    """Wait until lessons can be named and taught."""
    ready = asyncio.Event()
    app.when_loaded(ready.set)
    await ready.wait()
    await pilot.pause()


async def type_keys(pilot: Pilot[None], *keys: str) -> int:
    """Press keys one by one and give their number.

    A character that no keyboard has arrives as a terminal sends it (Pilot drops full-width signs).
    """
    for key in keys:
        if len(key) == 1 and not key.isascii():
            pilot.app.post_message(Key(key, key))
            await pilot.pause()
        else:
            await pilot.press(key)
    await pilot.pause()
    return len(keys)


def screen_text(app: LifeskillsApp) -> str:
    """What stands on the screen now, as lines."""
    _width, height = app.size
    return "\n".join(
        strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size)[:height]
    )
