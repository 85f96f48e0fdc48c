"""The plan of the day: parts of a double lesson, fitted to the period."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

import pytest

from lifeskills.core.lesson import CourseInfo, Lesson, Origin, Step
from lifeskills.core.opening import is_double, minutes_of
from lifeskills.core.plan import plan_of_the_day
from lifeskills.core.setting import Setting

NOWHERE = Origin("core", "x.md", 1)


def step(id: str, minutes: int, *marks: str) -> Step:
    return Step(
        id=id,
        title=id,
        kind="mini-input",
        origin=NOWHERE,
        minutes=minutes,
        least=minutes // 2,
        needs="must",
        marks=frozenset(marks),
    )


@pytest.fixture
def double() -> Lesson:
    """Ninety minutes with a break after the second step."""
    return Lesson(
        info=CourseInfo(course="double", title="Double", aim="", minutes=(("g7-9", 90),)),
        setting=Setting(
            audience="g7-9",
            band="under16",
            place="cn",
            side="sending",
            language="en",
            day=dt.date(2026, 11, 23),
        ),
        steps=(step("a", 20), step("b", 25, "break"), step("c", 30), step("d", 15)),
    )


def test_each_part_fills_its_period(double: Lesson) -> None:
    first, second = (plan_of_the_day(double, part, 45, {}) for part in (1, 2))
    assert [one.id for one in first] == ["a", "b"]
    assert [one.id for one in second] == ["c", "d"]
    assert sum(one.minutes for one in first) == sum(one.minutes for one in second) == 45


def test_a_part_is_fitted_to_a_shorter_period(double: Lesson) -> None:
    assert sum(one.minutes for one in plan_of_the_day(double, 1, 40, {})) == 40


def test_the_whole_takes_both(double: Lesson) -> None:
    assert sum(one.minutes for one in plan_of_the_day(double, 0, 90, {})) == 90
    assert is_double(double, 45)
    assert not is_double(double, 80)


def test_taught_whole_each_period_is_out_at_its_own_bell(double: Lesson) -> None:
    uneven = replace(double, steps=(step("a", 30), step("b", 25, "break"), step("c", 35)))
    for minutes, shares in ((90, {1: 45, 2: 45}), (95, {1: 47, 2: 48})):
        plan = plan_of_the_day(uneven, 0, minutes, {})
        found = Counter[int]()
        for one in plan:
            found[one.period] += one.minutes
        assert found == shares
        assert [one.period for one in plan] == [1, 1, 2]


def test_in_fewer_minutes_a_double_lesson_is_one_stretch(double: Lesson) -> None:
    plan = plan_of_the_day(double, 0, 60, {})
    assert sum(one.minutes for one in plan) == 60
    assert {one.period for one in plan} == {1}


def test_a_sitting_does_not_fill_the_period(double: Lesson) -> None:
    info = replace(double.info, sitting=True, minutes=(("g7-9", 25),))
    sitting = replace(double, info=info)
    assert minutes_of(sitting, 0, 45) == 25
    assert minutes_of(sitting, 0, 20) == 20
    assert minutes_of(sitting, 0, 45, asked=16) == 16


def test_adults_who_meet_stay_as_long_as_the_session_asks_for(double: Lesson) -> None:
    info = replace(double.info, audiences=("trainers",), minutes=(("trainers", 75),))
    setting = replace(double.setting, audience="trainers", band=None)
    session = replace(double, info=info, setting=setting)
    assert minutes_of(session, 0, 60) == 75
    assert minutes_of(double, 1, 45) == 45
