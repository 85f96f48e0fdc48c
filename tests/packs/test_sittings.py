"""The sittings before and after a pathway: what they ask, in both forms, and how it is counted."""

from __future__ import annotations

import re

import pytest

from lifeskills.classroom.school import School
from lifeskills.core.lesson import Lesson

SCHOOL = School(None)
LIBRARY = SCHOOL.library
FORMS = ("zero-point", "end-point")
ITEM = re.compile(r"^\*\*(\d+)\*\*", re.MULTILINE)
LONG, SHORT = 22, 12


def asked(lesson: Lesson, *, short: bool = False) -> list[int]:
    """Numbers of the items in the order in which they are read."""
    return [
        int(number)
        for step in lesson.steps
        if not short or step.needs == "must"
        for block in step.of_kind("task")
        for number in ITEM.findall(block.text)
    ]


def sitting(course: str, audience: str, language: str = "zh") -> Lesson:
    setting = SCHOOL.plain_setting(audience, place="guizhou", language=language)
    return SCHOOL.lesson(course, setting)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("audience", ["g7-9", "voc", "workers"])
@pytest.mark.parametrize("course", FORMS)
def test_every_class_is_asked_twenty_two_items(course: str, audience: str, language: str) -> None:
    found = [one for one in asked(sitting(course, audience, language)) if one <= LONG]
    assert found == list(range(1, LONG + 1))


@pytest.mark.parametrize("course", FORMS)
def test_the_short_form_asks_the_same_twelve_in_both_forms(course: str) -> None:
    found = [one for one in asked(sitting(course, "g7-9"), short=True) if one <= LONG]
    assert len(found) == SHORT
    assert found == [one for one in asked(sitting(FORMS[0], "g7-9"), short=True) if one <= LONG]


@pytest.mark.parametrize("course", FORMS)
def test_grade_six_gets_exactly_the_short_form(course: str) -> None:
    lesson = sitting(course, "g6")
    cut = set(SCHOOL.fit(lesson, 0, lesson.minutes).cut)
    assert cut == {step.id for step in lesson.steps if step.needs != "must"}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_key_has_a_line_for_every_item_that_can_be_right(language: str) -> None:
    setting = SCHOOL.plain_setting("trainers", language=language)
    guide = LIBRARY.guide("sitting-scoring", language, setting, local={})
    key = next(step for step in guide.steps if step.id == "key")
    text = "\n".join(block.text for block in key.blocks)
    numbered = {int(one) for one in re.findall(r"^\| (\d+)", text, re.MULTILINE)}
    assert numbered == {*range(1, 11), *range(17, 20), 21, 22}


def test_a_sitting_is_no_course_and_stands_in_no_handbook() -> None:
    infos = {one.course: one for one in LIBRARY.courses()}
    assert all(infos[course].sitting and infos[course].number is None for course in FORMS)
    assert sum(one.number is not None for one in infos.values()) == 44
