"""Which story a lesson plays: for whom it is written, and not where a step tells its own scene."""

from __future__ import annotations

import pytest

from lifeskills.classroom.school import School
from lifeskills.core.plan import plan_steps
from tests.fakes import FakeClock


@pytest.fixture
def school(fake_clock: FakeClock) -> School:
    return School(None, clock=fake_clock, language="zh")


@pytest.mark.parametrize(
    ("course", "audience", "story"),
    [
        ("growing-not-face", "g7-9", "E2"),
        ("growing-not-face", "voc", None),  # their scene in this lesson is another one
        ("good-jobs-online", "voc", "E4"),
        ("internship-rights", "voc", "E5"),
        ("who-am-i", "g7-9", None),
    ],
)
def test_a_lesson_plays_a_story_for_its_class(
    school: School, course: str, audience: str, story: str | None
) -> None:
    lesson = school.lesson(course, school.plain_setting(audience, band=None, language="zh"))
    found = school.teller.of(lesson)

    assert (found.id if found else None) == story


def test_a_step_with_a_scene_of_its_own_does_not_play_the_episode(school: School) -> None:
    activities = school.plugins.activities()

    def tools(course: str, audience: str) -> dict[str, str]:
        lesson = school.lesson(course, school.plain_setting(audience, language="zh"))
        return {one.id: one.tool for one in plan_steps(lesson.steps, activities, story=True)}

    internship = tools("internship-rights", "voc")
    assert (internship["the-form"], internship["second-week"]) == ("story", "vote")
    assert tools("when-i-want-to-quit", "g7-9")["rewind"] == "vote"
    assert tools("growing-not-face", "g7-9")["he-laughs-it-off"] == "story"
