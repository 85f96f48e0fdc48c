"""The year of a class on the screen, by keys, and what home says of it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.classroom.years import year_of
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.year import YearScreen
from lifeskills.tui.year_words import read_day
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.sample_school import make_school

CLASS = "c-8003"
TODAY = dt.date(2026, 11, 23)


def coming(school: School) -> list[dt.date]:
    return [one.day for one in year_of(school, CLASS).plan.planned]


def taught(school: School, days_ago: int) -> None:
    """A lesson of 8(3) so many days before the day that it is then."""
    teaching = Teaching.begin(school, school.classes.get(CLASS), "what-is-trafficking")
    teaching.roll_done()
    teaching.close()
    assert isinstance(school.clock, FakeClock)
    school.clock.advance(minutes=days_ago * 24 * 60)


async def test_y_shows_the_year_and_arrows_move_a_lesson(school: School, open_app: OpenApp) -> None:
    before = coming(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "y")
        assert isinstance(app.screen, YearScreen)
        assert "11-25" in screen_text(app)

        await type_keys(pilot, "right")
        moved = coming(school)
        assert moved[0] == before[0] + dt.timedelta(days=7)
        assert moved == sorted(moved)

        await type_keys(pilot, "left")
        assert coming(school) == before

        await type_keys(pilot, "escape")
        assert isinstance(app.screen, HomeScreen)


async def test_a_day_is_typed_in_full_width_too(school: School, open_app: OpenApp) -> None:
    async with open_app() as (_, pilot):
        await type_keys(pilot, "y", "d", *"１２-０３", "enter")

        assert coming(school)[0] == dt.date(2026, 12, 3)


async def test_a_day_without_lessons_is_refused_and_nothing_changes(
    school: School, open_app: OpenApp
) -> None:
    before = coming(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "y", "d", *"1-1", "enter")

        assert coming(school) == before
        assert "元旦" in "\n".join(note.message for note in app._notifications)


async def test_a_slot_falls_out_and_undo_takes_all_of_it_back(
    school: School, open_app: OpenApp
) -> None:
    before = coming(school)
    async with open_app() as (app, pilot):
        await type_keys(pilot, "y", "x")
        assert coming(school)[0] > before[0]
        await type_keys(pilot, "right", "f2", "f2")
        assert coming(school) == before
        await type_keys(pilot, "f2")
        assert "没有可以撤销的" in screen_text(app)


async def test_what_was_taught_does_not_move(school: School, open_app: OpenApp) -> None:
    taught(school, 2)
    before = year_of(school, CLASS).plan.lessons
    async with open_app() as (app, pilot):
        await type_keys(pilot, "y", "home", "right", "x")
        screen = app.screen
        assert isinstance(screen, YearScreen)
        assert screen.row is not None
        assert screen.row.lesson == before[0]
        assert "还没上" in screen_text(app)
    assert year_of(school, CLASS).plan.lessons == before


async def test_no_pupil_stands_on_the_year(school: School, open_app: OpenApp) -> None:
    async with open_app(size=(120, 40)) as (app, pilot):
        await type_keys(pilot, "y")
        text = screen_text(app)

    assert not [one.name for one in school.classes.get(CLASS).learners if one.name in text]


async def test_home_says_how_long_ago_the_last_lesson_was_and_when_the_next_is(
    tmp_path: Path, open_app: OpenApp
) -> None:
    school = make_school(tmp_path / "en", language="en")
    taught(school, 35)
    async with open_app(school, size=(120, 40)) as (app, _):
        text = screen_text(app)

    assert "Monday 23 November (5 weeks ago)" in text
    assert "Wednesday 30 December (in 2 days)" in text


async def test_home_of_a_class_without_a_weekday_says_so(school: School, open_app: OpenApp) -> None:
    school.classes.save(ClassGroup(id="c-0new", name="0(1)", pathway="grade-8"))
    async with open_app() as (app, pilot):
        await type_keys(pilot, "home")
        assert app.say(Sentence("No day is set for this class")) in screen_text(app)


async def test_home_names_the_questions_of_a_new_term(tmp_path: Path, open_app: OpenApp) -> None:
    school = make_school(tmp_path / "en", language="en")
    school.change_settings(
        terms=(
            ("autumn", dt.date(2026, 9, 1), dt.date(2027, 1, 22)),
            ("spring", dt.date(2027, 2, 22), dt.date(2027, 7, 9)),
        )
    )
    taught(school, 92)
    async with open_app(school, size=(120, 40)) as (app, _):
        text = screen_text(app)

    assert school.clock.today() == dt.date(2027, 2, 23)
    assert "first 10 min: three questions" in text


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("12-03", dt.date(2026, 12, 3)),
        ("12.3", dt.date(2026, 12, 3)),
        ("１２月３日", dt.date(2026, 12, 3)),
        ("3-1", dt.date(2027, 3, 1)),
        ("2027-03-01", dt.date(2027, 3, 1)),
        ("2-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_as_people_type_them(typed: str, day: dt.date | None) -> None:
    assert read_day(typed, TODAY) == day
