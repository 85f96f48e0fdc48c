"""One whole lesson by keys, in both languages: how many keys, what is saved, what is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.carry import decides
from lifeskills.core.errors import NotSaved
from lifeskills.core.grouping import Wanted
from lifeskills.core.session import SessionState
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.groups import GroupsScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.offer_line import OfferLine
from lifeskills.tui.widgets.step_words import StepWords
from lifeskills.tui.widgets.tool_panel import ToolPanel
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.sample_school import make_school

COURSE = "tricks-people-use"
MOST_KEYS, MOST_TO_CLOSE = 25, 4


def clock_of(school: School) -> FakeClock:
    clock = school.clock
    assert isinstance(clock, FakeClock)
    return clock


def lesson_of(school: School, *absent: int) -> Teaching:
    """A lesson of 8(3) after its roll."""
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group, COURSE)
    for number in absent:
        teaching.mark(group.learners[number - 1], "absent")
    teaching.roll_done()
    return teaching


async def open_lesson(app: LifeskillsApp, pilot: Pilot[None], teaching: Teaching) -> LessonScreen:
    screen = LessonScreen(teaching)
    app.push_screen(screen)
    await pilot.pause()
    return screen


async def pass_minutes(app: LifeskillsApp, pilot: Pilot[None], minutes: float) -> None:
    clock_of(app.school).advance(minutes=minutes)
    if isinstance(app.screen, LessonScreen):
        app.screen.tick()
    await pilot.pause()


async def teach_to_the_end(app: LifeskillsApp, pilot: Pilot[None], teaching: Teaching) -> int:
    """Teach at the pace of the plan, voting as asked; give the keys pressed, the last one too."""
    keys = 0
    while not isinstance(app.screen, CloseScreen):
        state = teaching.state
        view = teaching.tool_view() if state.step else None
        if view is not None and decides(view.options) and not view.done:
            keys += await type_keys(pilot, "a")
        elif view is not None and any(one.id == "first" for one in view.options):
            keys += await type_keys(pilot, "y")
        else:
            if state.current is not None and not any(
                one.id in ("go-on", "debrief") for one in (view.options if view else ())
            ):
                left = max(0.0, state.step_left(teaching.at()))
                await pass_minutes(app, pilot, left / 60)
            keys += await type_keys(pilot, "space")
        assert keys < 60
    return keys


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
async def test_a_lesson_and_its_close_take_few_keys(
    tmp_path: Path, open_app: OpenApp, language: str
) -> None:
    school = make_school(tmp_path, language=language)
    async with open_app(school) as (app, pilot):
        teaching = lesson_of(school, 3, 17, 41)
        await open_lesson(app, pilot, teaching)
        keys = await teach_to_the_end(app, pilot, teaching)
        assert keys <= MOST_KEYS, keys
        to_close = await type_keys(pilot, "2", "enter")
        assert isinstance(app.screen, CloseScreen)
        assert app.screen.record is not None
        to_close += await type_keys(pilot, "enter")
        assert to_close <= MOST_TO_CLOSE
        assert not isinstance(app.screen, CloseScreen)
    (record,) = School(tmp_path).classes.records("c-8003")
    assert record["course"] == COURSE
    assert len(record["present"]) == 49
    assert [one["reason"] for one in record["minutes"]["steps"]] == ["done"] * 7
    assert 40 <= record["minutes"]["actual"] <= 46
    assert record["tools"]["slip"] == {"when": "later"}
    assert record["tools"]["who-is-talking"]["choices"]
    assert record["tools"]["relay"]["first_try"] == 8


async def test_space_alone_carries_a_lesson(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        for _ in range(40):
            if isinstance(app.screen, CloseScreen):
                break
            await pilot.press("space")
        assert isinstance(app.screen, CloseScreen)
        assert len(teaching.state.done) == 7


async def test_an_open_vote_is_said_once(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "space")
        await pass_minutes(app, pilot, 12)
        await type_keys(pilot, "space")
        assert teaching.state.step == "who-is-talking"
        assert "Space again" in app.screen.query_one(KeyBar).words or "空格" in screen_text(app)
        await type_keys(pilot, "space")
        assert teaching.state.step == "two-minutes"


async def test_letters_typed_at_once_arrive_in_order(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await pilot.press("space", "space", "a", "space", "b")
        await pilot.pause()
        acts = teaching.state.tools["who-is-talking"]
        assert [act.action for act in acts] == ["win:A", "go-on", "win:B"]


async def test_full_width_letters_vote_and_chinese_is_told_to_switch(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await pilot.press("space")
        for key, char in (("ideographic_space", "\u3000"), ("李", "李")):
            app.screen.post_message(Key(key, char))
        await pilot.pause()
        assert "Shift" in app.screen.query_one(KeyBar).words
        app.screen.post_message(Key("Ａ", "Ａ"))
        await pilot.pause()
        assert teaching.state.tools["who-is-talking"][-1].action == "win:A"


async def test_hands_are_typed_as_a_number(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "space", "1")
        assert app.screen.query_one(ToolPanel).asking
        await type_keys(pilot, "1", "7", "enter")
        act = teaching.state.tools["who-is-talking"][-1]
        assert (act.action, act.value) == ("count:A", "17")
        assert "17" in app.screen.query_one(ToolPanel).text
        await type_keys(pilot, "2", "escape")
        assert not app.screen.query_one(ToolPanel).asking


async def test_undo_takes_back_a_step_a_vote_and_the_roll(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "space", "a", "f2")
        assert not teaching.tool_view().done  # type: ignore[union-attr]
        await type_keys(pilot, "f2")
        assert teaching.state.step == "four-signs"
        await type_keys(pilot, "f2")
        assert teaching.state.step == ""
        await type_keys(pilot, "f2")
        assert isinstance(app.screen, RollScreen)


async def test_back_skip_pause_and_a_minute_more(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "space", "backspace")
        assert teaching.state.step == "four-signs"
        await type_keys(pilot, "delete", "1")
        assert teaching.state.step == "who-is-talking"
        assert teaching.state.runs[-2].why == "no-time"
        await type_keys(pilot, "+", "f3")
        assert teaching.state.added == {"who-is-talking": 1}
        left = teaching.state.step_left(teaching.at())
        await pass_minutes(app, pilot, 3)
        assert teaching.state.step_left(teaching.at()) == left
        await type_keys(pilot, "f3")
        assert teaching.state.paused_at is None


async def test_late_lessons_are_offered_a_way_out_and_nothing_more(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space")
        await pass_minutes(app, pilot, 10)
        plan = teaching.state.plan
        offer = app.screen.query_one(OfferLine).offer
        assert "6" in offer
        assert "F7" in offer
        assert teaching.state.plan == plan
        await type_keys(pilot, "f7")
        assert teaching.state.plan != plan
        assert teaching.state.behind(teaching.at()) <= 0
        assert app.screen.query_one(OfferLine).offer == ""


async def test_an_offer_put_aside_stays_away(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await open_lesson(app, pilot, lesson_of(school))
        await type_keys(pilot, "space")
        await pass_minutes(app, pilot, 10)
        first = app.screen.query_one(OfferLine).offer
        await type_keys(pilot, "escape")
        assert app.screen.query_one(OfferLine).offer != first


async def test_the_bell_rings_at_one_minute_and_at_zero(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await open_lesson(app, pilot, lesson_of(school))
        rung: list[object] = []
        app.ring = rung.append  # type: ignore[method-assign, assignment]
        await type_keys(pilot, "space")
        for minutes in (1, 1.9, 0.2, 0.5, 0.5):
            await pass_minutes(app, pilot, minutes)
        assert rung == [screen, screen]


async def test_words_turn_with_tab(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await open_lesson(app, pilot, lesson_of(school))
        await type_keys(pilot, "space")
        words = app.screen.query_one(StepWords)
        assert "腊月里" in words.text
        await type_keys(pilot, "tab")
        assert words.text.startswith("1. 停")
        await type_keys(pilot, "tab")
        assert words.text == "停—问—查—说"
        await type_keys(pilot, "tab")
        assert "不想做动作的" in words.text


async def test_groups_are_shown_then_formed(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school, 3)
        screen = await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "f6")
        assert isinstance(app.screen, GroupsScreen)
        assert not teaching.state.groups
        await type_keys(pilot, "4", "enter")
        assert isinstance(app.screen, LessonScreen)
        formed = [one for group in teaching.state.groups for one in group]
        assert set(formed) == set(teaching.state.present)
        assert screen.class_view().how


async def test_the_class_screen_goes_on_with_space(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "f5")
        assert isinstance(app.screen, ClassScreen)
        await type_keys(pilot, "space", "a", "f5")
        assert isinstance(app.screen, LessonScreen)
        assert teaching.state.tools["who-is-talking"][-1].action == "win:A"


async def test_follow_up_stays_shut(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await open_lesson(app, pilot, lesson_of(school))
        await type_keys(pilot, "f9")
        assert app.screen is screen


async def test_a_full_disk_leaves_the_old_state_and_says_so(
    school: School, open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space")

        def full(_event: object) -> None:
            raise NotSaved("Not saved: the disk is full.")

        monkeypatch.setattr(teaching.log.running, "append", full)
        await type_keys(pilot, "space")
        assert teaching.state.step == "four-signs"
        (said,) = list(app._notifications)
        assert said.severity == "error"


async def test_a_killed_lesson_resumes_where_it_stood(tmp_path: Path, open_app: OpenApp) -> None:
    school = make_school(tmp_path)
    async with open_app(school) as (app, pilot):
        teaching = lesson_of(school, 3)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "space", "a")
        before: SessionState = teaching.state
        seen = teaching.tool_view()
        teaching.leave()
    later = School(tmp_path, clock=school.clock, language="zh")
    resumed = Teaching.resume(later, later.classes.get("8(3)"))
    assert resumed.state == before
    assert resumed.tool_view() == seen
    resumed.leave()


async def test_a_resumed_lesson_still_says_how_the_class_sits(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        teaching.next_step()
        says = GroupWork(teaching).form(Wanted(shape="fours")).says
        screen = await open_lesson(app, pilot, teaching)
        assert screen.class_view().how == app.say(says)
