"""Home, lessons, ready check: from the first frame to the roll."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest
from textual.widgets import Input

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.tui.screens.ask import AskScreen
from lifeskills.tui.screens.browser import BrowserScreen
from lifeskills.tui.screens.follow_up import FollowUpScreen
from lifeskills.tui.screens.found_open import FoundOpenScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson_text import LessonTextScreen
from lifeskills.tui.screens.ready import ReadyScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.pick_list import PickList
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, packs_loaded, screen_text, type_keys
from tests.tui.sample_school import make_school


async def test_class_names_stand_on_the_first_frame_before_any_pack_is_read(
    school: School, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lifeskills.tui.app.LifeskillsApp._load", lambda _: None)
    async with open_app(loaded=False) as (app, _):
        text = screen_text(app)
        assert "8(3)" in text
        assert "职一(2)" in text
        assert "library" not in vars(school)
        assert "plugins" not in vars(school)


async def test_the_next_lesson_stands_there_in_a_teachers_words(
    tmp_path: Path, open_app: OpenApp
) -> None:
    school = make_school(tmp_path / "en", language="en")
    async with open_app(school) as (app, _):
        text = screen_text(app)
    following = "When pressure comes"
    assert following in text
    assert "Wednesday 25 November" in text
    assert "Prepare" in text


async def test_enter_goes_by_the_ready_check_to_the_roll(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, ReadyScreen)
        lines = [line for line in screen_text(app).splitlines() if line.strip().startswith("!")]
        assert 1 <= len(lines) <= 3
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, RollScreen)
        assert app.screen.teaching.state.course == "handling-pressure"


@pytest.mark.parametrize(("key", "minutes"), [("1", 45), ("2", 25), ("3", 20)])
async def test_the_ready_check_takes_a_period_a_class_meeting_or_the_heart_alone(
    open_app: OpenApp, key: str, minutes: int
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "enter", "2", key)
        assert f"{minutes} 分钟" in screen_text(app)
        assert "人人有事做" in screen_text(app)
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, RollScreen)
        state = app.screen.teaching.state
        assert state.minutes == sum(step.minutes for step in state.plan) == minutes


async def test_a_course_not_offered_says_why_asks_once_more_and_is_recorded(
    school: School, open_app: OpenApp
) -> None:
    """Reading a contract is for older learners; 8(3) is not among its audiences."""
    async with open_app(group=school.classes.get("c-8003"), course="reading-a-contract") as (
        app,
        pilot,
    ):
        assert isinstance(app.screen, ReadyScreen)
        assert app.screen.why is not None
        assert app.say(app.screen.why) in screen_text(app)
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, AskScreen)
        await type_keys(pilot, "2")
        assert isinstance(app.screen, RollScreen)
        assert app.screen.teaching.state.meta["off_offer"]


async def test_saying_no_to_a_course_not_offered_opens_nothing(
    school: School, open_app: OpenApp
) -> None:
    group = school.classes.get("c-8003")
    async with open_app(group=group, course="reading-a-contract") as (app, pilot):
        await type_keys(pilot, "enter", "enter")
        assert isinstance(app.screen, ReadyScreen)
        assert not school.running.exists("c-8003")


async def test_a_session_found_open_is_asked_about(school: School, open_app: OpenApp) -> None:
    Teaching.begin(school, school.classes.get("c-8003"), "my-help-net").leave()
    assert isinstance(school.clock, FakeClock)
    school.clock.advance(minutes=240)
    async with open_app() as (app, pilot):
        assert "12 " in screen_text(app)
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, FoundOpenScreen)


async def test_follow_up_asks_about_the_projector_and_is_refused_while_a_lesson_runs(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "f9")
        assert isinstance(app.screen, AskScreen)
        await type_keys(pilot, "2")
        assert isinstance(app.screen, HomeScreen)
        await type_keys(pilot, "f9", "1")
        assert isinstance(app.screen, FollowUpScreen)
        await type_keys(pilot, "escape")
        Teaching.begin(school, school.classes.get("c-voc12")).leave()
        await type_keys(pilot, "f9")
        assert isinstance(app.screen, HomeScreen)


async def test_lessons_are_found_by_number_and_title_read_and_taught(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "l", "２", "5")
        assert isinstance(app.screen, BrowserScreen)
        assert [pick.id for pick in app.screen.query_one(PickList).picks] == ["tricks-people-use"]
        await type_keys(pilot, "escape", *"求助")
        assert app.screen.query_one(PickList).picks[0].id == "my-help-net"
        await type_keys(pilot, "enter", "enter")
        assert isinstance(app.screen, LessonTextScreen)
        await type_keys(pilot, "t")
        assert isinstance(app.screen, ReadyScreen)
        assert app.screen.course == "my-help-net"


async def test_courses_not_offered_to_the_class_are_listed_only_on_demand(
    open_app: OpenApp,
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "l")
        offered = {pick.id for pick in app.screen.query_one(PickList).picks}
        await type_keys(pilot, "a")
        everything = {pick.id for pick in app.screen.query_one(PickList).picks}
        assert "reading-a-contract" in everything - offered


async def test_full_width_letters_and_capitals_are_keys_too(open_app: OpenApp) -> None:
    for key in ("Ｌ", "L", "ctrl+l"):
        async with open_app() as (app, pilot):
            await type_keys(pilot, key)
            assert isinstance(app.screen, BrowserScreen)


async def test_the_language_turns_on_the_screen_that_is_open(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "7", "space")
        await type_keys(pilot, "ctrl+g")
        await pilot.pause()
        assert app.school.language == "en"
        assert "8(3): roll   present 51 of 52, away 1" in screen_text(app)
        await type_keys(pilot, "8", "space")
        assert isinstance(app.screen, RollScreen)
        assert set(app.screen.teaching.state.marks) == {"p-07", "p-08"}


async def test_the_theme_turns(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        before = app.theme
        await type_keys(pilot, "ctrl+b")
        assert app.theme != before


async def test_keys_pressed_before_the_packs_are_read_are_not_lost(
    school: School, open_app: OpenApp
) -> None:
    async with open_app(loaded=False) as (app, pilot):
        await type_keys(pilot, "r")
        await packs_loaded(app, pilot)
        assert isinstance(app.screen, RollScreen)


async def test_search_keeps_what_is_typed_in_the_field(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "l", "slash", "a", "t")
        assert app.screen.query_one(Input).value == "at"


def test_days_are_said_as_people_say_them() -> None:
    from lifeskills.tui.days import near_day_words

    monday = dt.date(2026, 11, 23)
    assert str(near_day_words(monday, monday)) == "Monday 23 November (today)"
    assert str(near_day_words(dt.date(2026, 11, 24), monday)) == "Tuesday 24 November (tomorrow)"
    assert str(near_day_words(dt.date(2026, 12, 2), monday)) == "Wednesday 2 December"


async def test_the_minutes_of_the_command_line_stand_in_the_ready_check(
    school: School, open_app: OpenApp
) -> None:
    group = school.classes.get("c-8003")
    async with open_app(group=group, course="tricks-people-use", teach=True, minutes=25) as (
        app,
        pilot,
    ):
        assert isinstance(app.screen, ReadyScreen)
        assert "25 分钟，班会版" in screen_text(app)
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, RollScreen)
        assert app.screen.teaching.state.minutes == 25


async def test_a_sitting_is_planned_in_its_own_minutes_before_it_begins(
    school: School, open_app: OpenApp
) -> None:
    group = school.classes.get("c-8003")
    async with open_app(group=group, course="zero-point", teach=True) as (app, pilot):
        shown = screen_text(app)
        assert re.search(r"^ *25 分钟\s*$", shown, re.MULTILINE)
        assert re.search(r"知道什么（一）\s+5 分钟", shown)
        await type_keys(pilot, "enter")
        assert isinstance(app.screen, RollScreen)
        assert app.screen.teaching.state.minutes == 25
