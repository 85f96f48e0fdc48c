"""A lesson found open: it goes on by itself, or one question is asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lifeskills.classroom.planning import found_open
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.found_open import FoundOpenScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.pick_list import PickList
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, type_keys
from tests.tui.sample_school import make_school
from tests.tui.test_lesson import COURSE


def left_open(folder: Path, *, roll: bool = True) -> School:
    """A lesson that stopped in its second step at 8:06; the school is opened anew at 8:10."""
    school = make_school(folder)
    clock = school.clock
    assert isinstance(clock, FakeClock)
    teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
    if roll:
        teaching.roll_done()
        teaching.next_step()
        clock.advance(minutes=6)
        teaching.next_step()
    teaching.leave()
    return reopened(folder, clock.now() + dt.timedelta(minutes=4))


def reopened(folder: Path, now: dt.datetime) -> School:
    return School(folder, clock=FakeClock(now), language="zh")


def ask(app: LifeskillsApp, school: School) -> FoundOpenScreen:
    group = school.classes.get("8(3)")
    found = found_open(school, group)
    assert found is not None
    screen = FoundOpenScreen(group, found)
    app.push_screen(screen)
    return screen


async def test_within_the_lesson_it_goes_on_and_the_minutes_count(
    tmp_path: Path, open_app: OpenApp
) -> None:
    school = left_open(tmp_path)
    async with open_app(school) as (app, pilot):
        ask(app, school)
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen)
        teaching = app.screen.teaching
        assert teaching.state.step == "who-is-talking"
        assert teaching.at() == pytest.approx(10 * 60)
        assert [gap["decided_by"] for gap in teaching.state.gaps] == ["clock"]


async def test_a_roll_that_was_not_finished_goes_on(tmp_path: Path, open_app: OpenApp) -> None:
    school = left_open(tmp_path, roll=False)
    async with open_app(school) as (app, pilot):
        ask(app, school)
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, RollScreen)


@pytest.mark.parametrize(
    ("keys", "done", "held"),
    [(("home", "enter"), 7, True), (("enter",), 1, True), (("end", "enter"), 1, False)],
    ids=["finished", "stopped", "not-held"],
)
async def test_after_its_bell_it_is_closed_as_it_ended(
    tmp_path: Path, open_app: OpenApp, keys: tuple[str, ...], done: int, held: bool
) -> None:
    left_open(tmp_path)
    school = reopened(tmp_path, dt.datetime.fromisoformat("2026-11-23T17:00+08:00"))
    async with open_app(school) as (app, pilot):
        ask(app, school)
        await pilot.pause()
        assert app.screen.query_one(PickList).display
        await type_keys(pilot, *keys)
        assert isinstance(app.screen, HomeScreen)
    (record,) = School(tmp_path).classes.records("c-8003")
    assert sum(one["reason"] == "done" for one in record["minutes"]["steps"]) == done
    assert record["held"] is held
    assert found_open(School(tmp_path), School(tmp_path).classes.get("8(3)")) is None


async def test_a_clock_that_was_set_back_asks_for_minutes(
    tmp_path: Path, open_app: OpenApp
) -> None:
    left_open(tmp_path)
    school = reopened(tmp_path, dt.datetime.fromisoformat("2026-11-23T07:00+08:00"))
    async with open_app(school) as (app, pilot):
        ask(app, school)
        await pilot.pause()
        await type_keys(pilot, "backspace", "9", "enter")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.teaching.at() == pytest.approx(15 * 60)
        assert app.screen.teaching.state.gaps[-1]["decided_by"] == "teacher"


async def test_esc_leaves_it_open(tmp_path: Path, open_app: OpenApp) -> None:
    left_open(tmp_path)
    school = reopened(tmp_path, dt.datetime.fromisoformat("2026-11-23T17:00+08:00"))
    async with open_app(school) as (app, pilot):
        ask(app, school)
        await pilot.pause()
        await type_keys(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
    assert found_open(school, school.classes.get("8(3)")) is not None
