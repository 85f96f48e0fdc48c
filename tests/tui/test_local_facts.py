"""What only the school knows: reached by the key that the ready check names, filled in, undone."""

from __future__ import annotations

from lifeskills.classroom.school import School
from lifeskills.tui.screens.ask import AskScreen
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.local_facts import LocalFactsScreen
from lifeskills.tui.screens.ready import ReadyScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.pick_list import PickList
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.test_lesson import clock_of, lesson_of


def kept(school: School) -> dict[str, str]:
    assert school.folder is not None
    return dict(School(school.folder).settings.local_contacts)


async def test_the_ready_check_names_the_key_that_mends_it(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        app.push_screen(ReadyScreen(school.classes.get("8(3)"), "my-help-net"))
        await pilot.pause()
        before = screen_text(app)
        assert app.say_key("f") in before
        await type_keys(pilot, "f")
        assert isinstance(app.screen, LocalFactsScreen)
        first = app.screen.query_one(PickList).current
        assert first is not None
        await type_keys(pilot, "enter", *"Lin 204", "enter")
        assert kept(school) == {first.id: "Lin 204"}
        assert "Lin 204" in screen_text(app)
        await type_keys(pilot, "f2")
        assert kept(school) == {}
        await type_keys(pilot, "enter", *"Lin", "enter", "escape")
        assert isinstance(app.screen, ReadyScreen)
        assert screen_text(app) != before


async def test_local_facts_are_reached_from_home(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "f")
        assert isinstance(app.screen, LocalFactsScreen)
        await type_keys(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_todays_lesson_is_opened_again_and_its_record_put_right(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        while teaching.next_step().step:
            clock_of(school).advance(minutes=6)
        first = teaching.close()
        clock_of(school).advance(minutes=90)
        app.screen.show_next()  # type: ignore[attr-defined]
        await type_keys(pilot, "o")
        assert isinstance(app.screen, CloseScreen)
        await type_keys(pilot, "escape", "ctrl+l", "1", "7", "=", "enter")
        assert isinstance(app.screen, LessonScreen)
        await type_keys(pilot, "f10", "2", "enter", "enter")
        assert isinstance(app.screen, HomeScreen)
        (record,) = school.classes.records("c-8003")
        assert record["marks"] == {"p-17": "excused"}
        assert record["minutes"]["actual"] == first["minutes"]["actual"]


async def test_todays_roll_is_opened_again(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "3", "space", "enter", "o")
        assert isinstance(app.screen, RollScreen)
        await type_keys(pilot, "4", "space", "enter")
        assert isinstance(app.screen, HomeScreen)
        (record,) = school.classes.records("c-8003")
        assert record["marks"] == {"p-03": "absent", "p-04": "absent"}


async def test_nothing_to_open_again_has_no_key(open_app: OpenApp) -> None:
    async with open_app() as (app, _pilot):
        assert app.say("Open again") not in app.screen.query_one(KeyBar).words


async def test_a_substitute_begins_on_the_screen(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "c")
        while isinstance(app.screen, AskScreen):
            await type_keys(pilot, "1")
        assert isinstance(app.screen, ReadyScreen)
        assert app.screen.cover
        await type_keys(pilot, "enter", "enter")
        assert isinstance(app.screen, LessonScreen)
        assert app.screen.teaching.state.meta["cover"]
