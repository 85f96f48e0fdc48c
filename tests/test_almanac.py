"""Holidays of years that no pack has, and whether the core pack's calendar agrees with them."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from lifeskills.almanac import holiday_year
from lifeskills.almanac.announced import announced_year
from lifeskills.almanac.statutory import statutory_year
from lifeskills.core.folders import PackFolder
from lifeskills.core.workdays import HolidayYear
from lifeskills.packs.library import Library

CORE = Path(__file__).parents[1] / "curricula" / "core"


@pytest.fixture(scope="module")
def calendar() -> dict[int, HolidayYear]:
    return dict(Library([PackFolder(CORE)]).calendar)


def test_the_core_calendar_of_a_known_year_is_that_of_the_library(
    calendar: dict[int, HolidayYear],
) -> None:
    known = announced_year(2026)

    assert known is not None
    assert calendar[2026].announced
    assert calendar[2026].off == known.off
    assert calendar[2026].work == known.work


def test_a_year_without_its_notice_has_the_thirteen_days_of_the_law_and_is_marked(
    calendar: dict[int, HolidayYear],
) -> None:
    assert not calendar[2027].announced
    assert calendar[2027].off == statutory_year(2027).off
    assert len(calendar[2027].off) == 13
    assert calendar[2027].work == {}
    assert "2027" in str(calendar[2027].remark)


@pytest.mark.parametrize("year", [2025, 2026, 2028, 2031])
def test_only_days_of_the_asked_year_are_given(year: int) -> None:
    found = holiday_year(year)

    assert found.outside == ()
    assert {day.year for day in (*found.off, *found.work)} == {year}
    assert all(name.has("zh") and name.has("en") for name in found.off.values())


def test_what_nobody_announced_is_not_guessed() -> None:
    later = holiday_year(2031)

    assert not later.announced
    assert later.work == {}
    assert dt.date(2031, 10, 4) not in later.off
    assert later.remark is not None


def test_a_past_notice_leaves_nothing_in_the_days_of_the_law() -> None:
    """The library knows the days off that 2026's notice moved; half a notice would be a guess."""
    assert len(statutory_year(2026).off) == 13
