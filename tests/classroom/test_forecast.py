"""What a lesson will be today: its minutes by name, what they leave out, how active it is."""

from __future__ import annotations

import pytest

from lifeskills.classroom.forecast import forecast
from lifeskills.classroom.lessons import lesson_lines
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching

COURSE = "tricks-people-use"


@pytest.mark.parametrize(
    ("minutes", "first", "cut"),
    [
        (None, "45 minutes", ()),
        (40, "40 minutes", ()),
        (25, "25 minutes: the class-meeting cut", ("两个人想一想", "一排接一排")),
        (20, "20 minutes: the heart of the lesson", ("四个手势", "两个人想一想", "一排接一排")),
    ],
)
def test_the_forecast_is_the_plan_that_is_then_opened(
    school: School, minutes: int | None, first: str, cut: tuple[str, ...]
) -> None:
    group = school.classes.get("8(3)")
    lesson = school.lesson(COURSE, school.setting(group))
    found = forecast(school, group, lesson, 0, minutes)
    said = [str(one) for one in found.sentences()]

    assert said[0] == first
    assert found.cut == cut
    assert said[-1].startswith("Active ")
    plan = Teaching.begin(school, group, COURSE, minutes=minutes).state.plan
    assert sum(step.minutes for step in plan) == found.minutes
    assert not {step.title for step in plan} & set(cut)


def test_musts_that_do_not_fit_are_said_and_stop_nothing(school: School) -> None:
    group = school.classes.get("8(3)")
    lesson = school.lesson(COURSE, school.setting(group))
    found = forecast(school, group, lesson, 0, 10)

    assert found.over > 0
    assert "The musts alone take" in str(list(found.sentences())[1])


def test_a_group_without_a_roster_has_no_figures(school: School) -> None:
    group = school.classes.get("女工之家夜校")
    lesson = school.lesson("reading-a-contract", school.setting(group))

    assert forecast(school, group, lesson).figures is None


def test_the_text_of_a_lesson_says_how_active_fifty_learners_are(school: School) -> None:
    lines = lesson_lines(
        school, COURSE, audience="g7-9", band=None, place="guizhou", side="", language="zh",
        trace=False, say=str,
    )  # fmt: skip

    assert "With 50 learners: Active 87 %, speaking 536 s each (aim: 60 %, 150 s)" in list(lines)
