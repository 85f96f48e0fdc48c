"""Blanking every class screen, and the second screen: on when asked for, never with the program."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from lifeskills import places
from lifeskills.classroom.school import School
from lifeskills.core.classview import ClassView
from lifeskills.display.address import LOOPBACK, read_note
from lifeskills.display.publisher import Publisher
from lifeskills.display.wire import hello_line, view_in
from lifeskills.store.school_file import write_school
from lifeskills.tui.screens.big_clock import BigClock
from lifeskills.tui.screens.class_screen import ClassScreen, WallScreen
from lifeskills.tui.screens.groups import GroupsScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.wall.tips import TIPS
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.screen_makers import VIEW, teaching_of


class Wall:
    """The other end of the wire."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader

    async def next(self) -> ClassView | None:
        async with asyncio.timeout(10):
            return view_in(await self._reader.readline())

    async def until(self, wanted: Callable[[ClassView], bool]) -> ClassView:
        """The first view that is as wanted; a view that never comes fails by its time."""
        while True:
            view = await self.next()
            assert view is not None, "the end came first"
            if wanted(view):
                return view


@asynccontextmanager
async def second_wall() -> AsyncIterator[Wall]:
    """Connect as ``lifeskills display`` does: by the note."""
    address = read_note(places.display_note())
    assert address is not None
    reader, writer = await asyncio.open_connection(LOOPBACK, address.port)
    writer.write(hello_line(address.token))
    try:
        yield Wall(reader)
    finally:
        writer.close()


@pytest.mark.parametrize("key", ["f12", "ctrl+y"])
@pytest.mark.parametrize("kind", [ClassScreen, BigClock])
async def test_a_key_blanks_the_teachers_own_class_screen_and_shows_it_again(
    kind: type[WallScreen], key: str, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await app.push_screen(kind(lambda: VIEW))
        await type_keys(pilot, key)
        assert screen_text(app).split() in (["F12"], [])
        await type_keys(pilot, key)
        assert "谁在说话" in screen_text(app)


async def test_the_key_line_says_that_class_screens_are_blank(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        assert "F12" not in screen_text(app)
        await type_keys(pilot, "f12")
        assert f"F12 {app.say('Blank! Show')}" in screen_text(app)
        await type_keys(pilot, "f12")
        assert "F12" not in screen_text(app)


async def test_a_second_screen_is_off_until_it_is_asked_for(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await app.push_screen(LessonScreen(teaching_of(school)))
        await pilot.pause()
        assert not app.second.on
        assert not places.display_note().exists()


async def test_a_second_screen_sees_the_lesson_each_key_and_the_end(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "ctrl+d")
        async with second_wall() as wall:
            idle = await wall.next()
            assert idle is not None
            assert (idle.screen, idle.title) == ("idle", "")
            assert idle.tip in [app.say(tip) for tip in TIPS]
            teaching = teaching_of(school)
            await app.push_screen(LessonScreen(teaching))
            first = await wall.until(lambda view: view.screen == "step")
            assert first.step == teaching.state.plan[0].title
            await type_keys(pilot, "delete", "enter")  # skip, for the first reason: the next step
            second = await wall.until(lambda view: view.step != first.step)
            assert second.step == teaching.state.plan[1].title
            await type_keys(pilot, "f12")
            blank = await wall.until(lambda view: view.screen == "blank")
            assert blank == ClassView(screen="blank", language="zh")
            await type_keys(pilot, "f12", "ctrl+d")
            while await wall.next() is not None:
                pass
        assert not places.display_note().exists()
        teaching.leave()


async def test_help_or_the_card_over_the_lesson_leave_the_task_on_the_wall(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = teaching_of(school)
        await app.push_screen(LessonScreen(teaching))
        await type_keys(pilot, "ctrl+d", "f8")
        async with second_wall() as wall:
            for _ in range(2):
                view = await wall.next()
                assert view is not None
                assert view.step == teaching.state.plan[0].title
        teaching.leave()


async def test_it_ends_when_the_lesson_is_over_and_the_teacher_is_home(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "ctrl+d")
        teaching = teaching_of(school)
        await app.push_screen(LessonScreen(teaching))
        async with second_wall() as wall:
            await wall.until(lambda view: view.screen == "step")
            await type_keys(pilot, "f10", "2", "enter")
            await wall.until(lambda view: view.screen == "closed")
            await type_keys(pilot, "enter")
            assert isinstance(app.screen, HomeScreen)
            while await wall.next() is not None:
                pass
        assert not app.second.on


async def test_it_ends_with_the_program(open_app: OpenApp) -> None:
    async with open_app() as (_app, pilot):
        await type_keys(pilot, "ctrl+d")
        assert places.display_note().exists()
    assert not places.display_note().exists()


async def test_a_school_can_have_it_on_with_every_lesson(school: School, open_app: OpenApp) -> None:
    assert school.folder is not None
    write_school(school.folder, replace(school.settings, second_screen=True))
    wanting = School(school.folder, clock=school.clock, language="zh")
    async with open_app(wanting) as (app, pilot):
        assert not app.second.on
        teaching = teaching_of(wanting)
        await app.push_screen(LessonScreen(teaching))
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.second.on
        await type_keys(pilot, "ctrl+d", "f6")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, GroupsScreen)
        assert not app.second.on, "off by hand is off for this lesson"
        teaching.leave()


async def test_a_machine_that_allows_no_socket_says_so_and_the_lesson_goes_on(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refused(_self: Publisher) -> None:
        raise PermissionError(13, "refused by the firewall")

    monkeypatch.setattr(Publisher, "open", refused)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "ctrl+d")
        await pilot.pause()
        assert not app.second.on
        assert "refused by" in screen_text(app)
