"""A school can teach every pathway tomorrow, on either side: minutes, words, law and stories."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator

import pytest

from lifeskills.classroom.school import School
from lifeskills.core.curriculum import Pathway
from lifeskills.core.lesson import Lesson
from lifeskills.core.setting import Setting
from lifeskills.core.story import reachable
from tests.packs.sample import DAY, setting

SIDES = (("sending", "guizhou"), ("receiving", "jiangsu"))
PROVINCES = ("anhui", "fujian", "guizhou", "hunan", "jiangsu", "yunnan")
COURSES = 44
SCHOOL = School(None, language="zh")
LIBRARY = SCHOOL.library


def places() -> Iterator[tuple[str, str]]:
    return ((LIBRARY.place(one).side, one) for one in PROVINCES)


def there(audience: str, side: str, place: str, language: str = "zh") -> Setting:
    band = LIBRARY.audiences[audience].band
    return setting(audience, band, side=side, place=place, language=language)  # type: ignore[arg-type]


def assert_taught(lesson: Lesson, pathway: Pathway) -> None:
    name = (pathway.id, lesson.course, lesson.setting.side)
    audience = lesson.setting.audience
    assert audience in lesson.info.audiences, name
    blocks = [block for step in lesson.steps for block in step.blocks]
    assert not [one.id for one in blocks if one.slot], name
    assert not [one.id for one in blocks if one.stale or one.language], name
    minutes = pathway.minutes or lesson.minutes
    fit = SCHOOL.fit(lesson, 0, minutes)
    assert sum(one.minutes for one in fit.plan) == minutes, name
    must = {step.id for step in lesson.steps if step.needs == "must"}
    assert not set(fit.cut) & (must if pathway.minutes else {one.id for one in lesson.steps}), name
    assert not fit.over, name


@pytest.mark.parametrize("pathway", LIBRARY.pathways.values(), ids=lambda one: one.id)
@pytest.mark.parametrize(("side", "place"), SIDES)
def test_every_pathway_can_be_taught_on_either_side(
    pathway: Pathway, side: str, place: str
) -> None:
    written = {one.course for one in LIBRARY.courses()}
    assert set(pathway.courses) <= written
    for course in pathway.courses:
        lesson = SCHOOL.lesson(course, there(pathway.audience, side, place))
        assert_taught(lesson, pathway)
        assert_law_holds(lesson)
        if lesson.info.episode:
            story = SCHOOL.teller.story(lesson.info.episode, lesson.setting)
            assert story.endings
            assert {one.id for one in story.endings} <= reachable(story)


def assert_law_holds(lesson: Lesson) -> None:
    for name in lesson.law:
        one = LIBRARY.law.provision(name)
        assert one.printable, (lesson.course, name)
        assert one.in_force(DAY), (lesson.course, name)
        assert not one.overdue(DAY), (lesson.course, name)
    for name in lesson.info.cards:
        card = LIBRARY.law.card(name, "zh")
        assert card.review_by is None or card.review_by >= DAY, (lesson.course, name)
        said = LIBRARY.law.resolve("card", name, lesson.setting)
        assert said is not None, (lesson.course, name)
        assert said.law, (lesson.course, name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_forty_four_courses_fit_everybody_they_name_in_six_provinces(language: str) -> None:
    numbered = [one for one in LIBRARY.courses(language) if one.number is not None]
    assert [one.number for one in numbered] == list(range(1, COURSES + 1))
    for info, (side, place) in itertools.product(numbered, places()):
        for audience in info.audiences:
            lesson = LIBRARY.lesson(info.course, there(audience, side, place, language))
            blocks = [block for step in lesson.steps for block in step.blocks]
            missing = [one.id for one in blocks if one.slot or one.language or one.stale]
            assert not missing, (info.course, audience, place)
            assert "{" not in "".join(one.text for one in blocks), (info.course, audience, place)


def test_a_day_after_the_law_is_due_is_noticed() -> None:
    """The walk above would fail on a day on which the law had not been looked up again."""
    late = dt.date(2029, 1, 1)
    lesson = SCHOOL.lesson("how-old-to-work", there("g7-9", *SIDES[0]))

    assert any(LIBRARY.law.provision(one).overdue(late) for one in lesson.law)
