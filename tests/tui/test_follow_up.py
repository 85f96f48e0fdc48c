"""Behind F9: sentences in seat order, duties with dates, everything put aside by a code."""

from __future__ import annotations

import datetime as dt

import pytest
from textual.pilot import Pilot

from lifeskills.classroom.following import follow_up, worry
from lifeskills.classroom.guidance import SECTIONS, guidance
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.follow_up import FollowUpScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.widgets.pick_list import PickList
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, screen_text, type_keys


@pytest.fixture
def watched(school: School) -> School:
    """Six weekly rolls of 8(3); 17 was away in the last three, 41 has a worry."""
    group = school.classes.get("8(3)")
    clock = school.clock
    assert isinstance(clock, FakeClock)
    now = clock.now()
    for week in range(6, 0, -1):
        clock.set(now - dt.timedelta(weeks=week))
        teaching = Teaching.begin(school, group)
        if week <= 3:
            teaching.mark(group.learners[16], "absent")
        teaching.roll_done()
        teaching.close()
    clock.set(now)
    worry(school, group, group.learners[40].id, "friends-left")
    return school


async def open_follow_up(app: LifeskillsApp, pilot: Pilot[None]) -> FollowUpScreen:
    screen = FollowUpScreen(app.school.classes.get("8(3)"))
    app.push_screen(screen)
    await pilot.pause()
    return screen


async def test_sentences_stand_in_seat_order_with_what_is_owed(
    watched: School, open_app: OpenApp
) -> None:
    async with open_app(watched) as (app, pilot):
        screen = await open_follow_up(app, pilot)
        picks = [pick.id for pick in app.screen.query_one(PickList).picks]
        assert picks[0] == "p-17"
        text = screen_text(app)
        assert "何苗" in text
        assert "月" in text
        await type_keys(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)
        assert screen.found is not None


async def test_a_duty_is_done(watched: School, open_app: OpenApp) -> None:
    async with open_app(watched) as (app, pilot):
        await open_follow_up(app, pilot)
        await type_keys(pilot, "d", "1")
        group = watched.classes.get("8(3)")
        (concern, *_rest) = follow_up(watched, group).concerns
        assert concern.duties[0].done_on == watched.clock.today()
        assert "✓" in screen_text(app)


async def test_put_aside_by_a_code_and_a_day(watched: School, open_app: OpenApp) -> None:
    async with open_app(watched) as (app, pilot):
        await open_follow_up(app, pilot)
        await type_keys(pilot, "s", "1", "2")
        document = watched.classes.concerns("c-8003")
        assert {one["code"] for one in document["silences"]} == {"talked-fine"}
        assert {one["look_again"] for one in document["silences"]} == {"2026-12-07"}
        assert "p-17" not in [pick.id for pick in app.screen.query_one(PickList).picks]


async def test_a_worry_by_number_and_code(watched: School, open_app: OpenApp) -> None:
    async with open_app(watched) as (app, pilot):
        await open_follow_up(app, pilot)
        await type_keys(pilot, "w", "2", "9", "enter", "4")
        document = watched.classes.concerns("c-8003")
        assert document["worries"][-1]["learner"] == "p-29"
        assert document["worries"][-1]["code"] == "often-alone"


async def test_few_rolls_are_said(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        screen = await open_follow_up(app, pilot)
        assert screen.found is not None
        assert screen.found.little is not None
        assert app.say(screen.found.little)[:6] in screen_text(app)


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_chosen_duty_says_how_it_is_done_in_the_words_of_the_guide(
    watched: School, open_app: OpenApp, language: str
) -> None:
    watched.use_language(language)
    group = watched.classes.get("8(3)")
    guide = watched.library.guide("follow-up-guide", language, watched.setting(group))
    titles = {step.id: step.title for step in guide.steps}
    async with open_app(watched, size=(120, 40)) as (app, pilot):
        await open_follow_up(app, pilot)
        (concern, *_rest) = follow_up(watched, group).concerns
        for duty in concern.duties:
            text = screen_text(app)
            assert titles[SECTIONS[duty.kind][0]] in text
            await type_keys(pilot, "right")
        assert titles[SECTIONS[concern.duties[0].kind][0]] in screen_text(app)
        await type_keys(pilot, "left", "space", "backspace")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("duty", ["register", "report"])
def test_registering_and_reporting_are_said_in_the_lines_that_stand_on_a_law(
    school: School, duty: str, language: str
) -> None:
    school.use_language(language)
    (found,) = guidance(school, school.classes.get("8(3)"), duty)
    ((kind, words),) = found.parts
    assert kind == "do"
    assert len(words.splitlines()) == 1
    assert "28" in words


@pytest.mark.parametrize("off", ["place", "law"])
def test_without_a_plugin_there_is_no_guide_or_a_shorter_one(school: School, off: str) -> None:
    assert school.folder is not None
    without = School(school.folder, clock=school.clock, off=frozenset({off}))
    for duty in SECTIONS:
        guidance(without, without.classes.get("8(3)"), duty)


async def test_a_lesson_begun_meanwhile_keeps_the_follow_up_shut(
    watched: School, open_app: OpenApp
) -> None:
    async with open_app(watched) as (app, pilot):
        await type_keys(pilot, "f9")
        teaching = Teaching.begin(watched, watched.classes.get("8(3)"))
        await type_keys(pilot, "1")
        assert isinstance(app.screen, HomeScreen)
        teaching.leave()
        await type_keys(pilot, "f9")
        assert isinstance(app.screen, HomeScreen)
