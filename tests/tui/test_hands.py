"""The teacher's hands: a reason, a note, a latecomer, a minute less; every key taken back; clicks."""

from __future__ import annotations

from textual.pilot import Pilot

from lifeskills.classroom.school import School
from lifeskills.core.remarks import NOTE_WORDS
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.ask import AskScreen
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.test_close import at_the_close
from tests.tui.test_lesson import lesson_of, open_lesson


async def click_key(app: LifeskillsApp, pilot: Pilot[None], title: str) -> None:
    """Click an entry of the key line by its title."""
    bar = app.screen.query_one(KeyBar)
    if bar.has_class("-hint"):
        await pilot.click(bar)  # a hint makes way for the keys
    before, found, _after = bar.words.partition(title)
    assert found, bar.words
    from rich.cells import cell_len

    await pilot.click(bar, offset=(cell_len(before) + 1, 0))
    await pilot.pause()


async def test_a_step_is_left_out_with_a_reason_or_stays(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "delete")
        assert isinstance(app.screen, AskScreen)
        await type_keys(pilot, "escape")
        assert teaching.state.step == "four-signs"
        await type_keys(pilot, "delete", "3")
        assert teaching.state.runs[0].reason == "skipped"
        assert teaching.state.runs[0].why == "interrupted"
        await type_keys(pilot, "f2")
        assert teaching.state.step == "four-signs"


async def test_notes_are_counted_by_step_and_kept(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "ctrl+n", "6", "ctrl+n", "6", "ctrl+n", "1", "f2")
        record = await close_at_once(app, pilot)
        assert record["notes"] == [{"step": "four-signs", "code": "noise", "times": 2}]
        assert app.say(NOTE_WORDS["noise"]) in screen_text(app)


def option_at(app: LifeskillsApp, key: str) -> tuple[int, int]:
    """Where on the screen an option of the tool can be clicked."""
    wanted = f"screen.press_option('{key}')"
    width, height = app.size
    return next(
        (x, y)
        for y in range(height)
        for x in range(width)
        if app.screen.get_style_at(x, y).meta.get("@click") == wanted
    )


async def close_at_once(app: LifeskillsApp, pilot: Pilot[None]) -> dict[str, object]:
    await type_keys(pilot, "f10", "enter")
    assert isinstance(app.screen, CloseScreen)
    assert app.screen.record is not None
    return app.screen.record


async def test_a_latecomer_is_marked_by_number_without_leaving_the_lesson(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school, 17, 29)
        screen = await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "ctrl+l", "1", "7", "enter")
        assert app.screen is screen
        assert teaching.state.marks == {"p-17": "late", "p-29": "absent"}
        await type_keys(pilot, "ctrl+l", "9", "9", "enter")
        assert "99" in app.screen.query_one(KeyBar).words
        await type_keys(pilot, "ctrl+l", "l", "x", "enter")
        assert "12" in app.screen.query_one(KeyBar).words
        await type_keys(pilot, "ctrl+l", "escape", "f2")
        assert teaching.state.marks == {"p-17": "absent", "p-29": "absent"}


async def test_a_minute_less_leaves_one(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", *["minus"] * 20)
        assert teaching.state.step_minutes == 1
        await type_keys(pilot, "plus")
        assert teaching.state.step_minutes == 2


async def test_mark_all_keeps_what_stands_and_goes_in_one_key(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "1", "2", "minus", "ctrl+a")
        assert isinstance(app.screen, RollScreen)
        marks = app.screen.teaching.state.marks
        assert marks["p-12"] == "late"
        assert len(marks) == 52
        await type_keys(pilot, "f2")
        assert app.screen.teaching.state.marks == {"p-12": "late"}


async def test_the_closing_is_taken_back_and_the_lesson_goes_on(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        screen = await at_the_close(app, pilot, teaching)
        await type_keys(pilot, "3", "enter")
        assert screen.record is not None
        await type_keys(pilot, "f2")
        assert screen.record is None
        assert teaching.state.open
        await type_keys(pilot, "f2")
        assert app.screen is screen
        assert not teaching.tool_records().get("slip", {}).get("when")
        await type_keys(pilot, "f2")
        assert isinstance(app.screen, LessonScreen)
        assert teaching.state.step == "slip"


async def test_undo_after_ending_early_only_goes_back(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "space", "f10", "f2")
        assert isinstance(app.screen, LessonScreen)
        assert teaching.state.step == "four-signs"


async def test_a_lesson_is_carried_by_the_mouse_alone(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        say = app.say
        await click_key(app, pilot, say("Go on"))
        assert teaching.state.step == "four-signs"
        await click_key(app, pilot, say("Pause"))
        assert teaching.state.paused_at is not None
        await click_key(app, pilot, say("Undo"))
        assert teaching.state.paused_at is None
        await pilot.click("#next")
        await pilot.pause()
        assert teaching.state.step == "who-is-talking"
        await pilot.click(offset=option_at(app, "a"))
        await pilot.pause()
        assert teaching.state.tools["who-is-talking"][-1].action == "win:A"
        await click_key(app, pilot, say("End"))
        assert isinstance(app.screen, CloseScreen)
        await click_key(app, pilot, say("Done"))
        assert app.screen.record is not None
