"""Home asks for slips that were left for later, in a quiet line; one key writes them down."""

from __future__ import annotations

import pytest
from textual.widgets import Input

from lifeskills.classroom.school import School
from lifeskills.classroom.slips import owed_slips
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import slips_step
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.slips import SlipsScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import OpenApp, screen_text, type_keys

COURSE = "tricks-people-use"


def leave_slips(school: School) -> None:
    """A lesson of 8(3) that was closed with "later"."""
    teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
    teaching.roll_done()
    while teaching.next_step().step:
        pass
    teaching.tool_key("later", step=slips_step(teaching.state))
    teaching.close()


@pytest.mark.parametrize("key", ["s", "S", "ｓ", "Ｓ", "ctrl+s"])
async def test_one_key_three_numbers_and_the_line_is_gone(
    school: School, open_app: OpenApp, key: str
) -> None:
    leave_slips(school)
    async with open_app() as (app, pilot):
        words = app.say("The exit slips of this lesson are still to be counted.")[-4:-1]
        assert words in screen_text(app)
        await type_keys(pilot, key)
        assert isinstance(app.screen, SlipsScreen)
        await type_keys(pilot, *"30", "space", *"１２", "\u3000", *"5", "enter")
        assert isinstance(app.screen, HomeScreen)
        (record,) = school.classes.records("c-8003")
        assert record["slips"] == {"yes": 30, "partly": 12, "not-yet": 5}
        assert words not in screen_text(app).replace(app.say("Slips"), "")
        await type_keys(pilot, "s")
        assert isinstance(app.screen, HomeScreen)


async def test_never_by_one_key(school: School, open_app: OpenApp) -> None:
    leave_slips(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "s", "f3")
        assert isinstance(app.screen, HomeScreen)
        assert owed_slips(school, school.classes.get("8(3)")) is None


async def test_esc_leaves_them_for_another_time(school: School, open_app: OpenApp) -> None:
    leave_slips(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "s", "3", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert owed_slips(school, school.classes.get("8(3)")) is not None


async def test_other_words_and_too_many_slips_are_said(school: School, open_app: OpenApp) -> None:
    leave_slips(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "s", *"30", "enter")
        assert isinstance(app.screen, SlipsScreen)
        app.screen.query_one(Input).value = "50 12 5"
        await type_keys(pilot, "enter")
        assert "67" in screen_text(app).splitlines()[-1]
        await type_keys(pilot, "enter")
        assert school.classes.records("c-8003")[0]["slips"]["yes"] == 50


async def test_a_class_without_such_a_lesson_has_no_such_key(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        assert app.say("Slips") not in app.screen.query_one(KeyBar).words
        await type_keys(pilot, "s")
        assert isinstance(app.screen, HomeScreen)
