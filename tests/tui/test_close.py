"""The end of a lesson: slips now, later or never; no roll is asked once; nothing about pupils."""

from __future__ import annotations

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lifeskills.classroom.following import worry
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.concern import WORRY_CODES
from lifeskills.core.errors import NotSaved
from lifeskills.core.followwords import WORRY_WORDS
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.lesson import LessonScreen
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.test_lesson import COURSE, lesson_of


async def at_the_close(app: LifeskillsApp, pilot: Pilot[None], teaching: Teaching) -> CloseScreen:
    while teaching.state.step or teaching.state.remaining:
        teaching.next_step()
    app.push_screen(LessonScreen(teaching))
    await pilot.pause()
    await type_keys(pilot, "space")
    assert isinstance(app.screen, CloseScreen)
    return app.screen


async def test_three_numbers_are_typed_in_one_go(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await at_the_close(app, pilot, lesson_of(school))
        await type_keys(pilot, "1", *"30", "space", *"12", "space", "5", "enter")
        assert "30" in screen_text(app)
        await type_keys(pilot, "enter")
        assert screen.record is not None
        assert screen.record["slips"] == {"yes": 30, "partly": 12, "not-yet": 5}


async def test_numbers_that_are_no_three_are_asked_again(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await at_the_close(app, pilot, lesson_of(school))
        await type_keys(pilot, "1", *"30", "enter")
        assert screen.record is None
        await type_keys(pilot, "3", "enter")
        assert screen.record is not None
        assert screen.record["tools"]["slip"] == {"when": "never"}


async def test_keys_typed_ahead_of_the_screen_do_nothing(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        while teaching.state.step or teaching.state.remaining:
            teaching.next_step()
        app.push_screen(LessonScreen(teaching))
        await pilot.pause()
        for key in ("space", "3", "enter", "1"):
            app.post_message(Key(key, " " if key == "space" else key))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, CloseScreen)


async def test_space_does_not_close(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await at_the_close(app, pilot, lesson_of(school))
        await type_keys(pilot, "space", "space")
        assert app.screen is screen
        assert screen.record is None


async def test_back_to_the_lesson_with_esc(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await at_the_close(app, pilot, lesson_of(school))
        await type_keys(pilot, "escape", "backspace")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.teaching.state.step == "slip"


async def test_without_a_roll_it_asks_once(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
        screen = await at_the_close(app, pilot, teaching)
        await type_keys(pilot, "3", "enter")
        assert screen.record is None
        await type_keys(pilot, "enter")
        assert screen.record is not None
        assert not screen.record["counted"]


async def test_a_full_disk_closes_nothing(
    school: School, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        screen = await at_the_close(app, pilot, teaching)

        def full(_event: object) -> None:
            raise NotSaved("Not saved: the disk is full.")

        monkeypatch.setattr(teaching.log.running, "append", full)
        await type_keys(pilot, "enter")
        assert screen.record is None
        assert teaching.state.open
        assert app._notifications


async def test_no_concern_is_shown_in_a_lesson_or_at_its_end(
    school: School, open_app: OpenApp
) -> None:
    """A pupil with a worry is on the roll; no word of it may stand on a wall."""
    group = school.classes.get("8(3)")
    for code in WORRY_CODES:
        worry(school, group, group.learners[3].id, code)
    async with open_app() as (app, pilot):
        teaching = lesson_of(school, 4)
        app.push_screen(LessonScreen(teaching))
        await pilot.pause()
        seen = [screen_text(app)]
        for key in ("space", "tab", "f6", "enter", "f5", "f5", "f4", "escape", "f10"):
            await type_keys(pilot, key)
            seen.append(screen_text(app))
        await type_keys(pilot, "enter")
        seen.append(screen_text(app))
        everything = "\n".join(seen)
        assert not any(app.say(words) in everything for words in WORRY_WORDS.values())
        assert "陈静" not in everything
