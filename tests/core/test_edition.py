"""Which courses stand in a book, and in how many minutes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from lifeskills.core.curriculum import Module, Pathway, in_order
from lifeskills.core.edition import edition, fitted, offered
from lifeskills.core.lesson import CourseInfo, Lesson, Origin, Step
from lifeskills.core.setting import Setting
from lifeskills.core.text import Text


def course(name: str, *audiences: str, older: bool = False) -> CourseInfo:
    return CourseInfo(
        course=name,
        title=name,
        aim="",
        audiences=audiences,
        bands=("16plus",) if older else ("under16", "mixed", "16plus"),
    )


def path(audience: str, *courses: str) -> Pathway:
    return Pathway(id=f"p-{courses[0]}", title=Text(zh="路"), audience=audience, courses=courses)


COURSES = (course("a", "g7-9", "voc"), course("b", "g7-9"), course("c", "g7-9", "voc", older=True))


def names(found: tuple[CourseInfo, ...]) -> list[str]:
    return [one.course for one in found]


def test_an_edition_is_the_union_of_the_audience_s_pathways() -> None:
    paths = (path("g7-9", "b"), path("g7-9", "a", "x"), path("voc", "c"))
    assert names(edition(COURSES, paths, "g7-9", "under16")) == ["a", "b"]


def test_a_sitting_stands_in_no_book() -> None:
    asked = replace(course("zero", "voc"), sitting=True)
    assert names(edition((*COURSES, asked), (), "voc", None, off_pathway=True)) == ["a", "c"]


def test_one_pathway_alone() -> None:
    paths = (path("g7-9", "b"), path("g7-9", "a"), path("voc", "c"))
    assert names(edition(COURSES, paths, "g7-9", "under16", only="p-a")) == ["a"]


def test_courses_without_a_number_stand_as_their_module_lists_them() -> None:
    modules = (
        Module(id="later", number=9, title=Text(zh="后"), courses=("c", "b")),
        Module(id="first", number=1, title=Text(zh="前"), courses=("x", "a")),
    )
    numbered = replace(course("x", "voc"), number=7)
    stray = course("aa", "voc")
    assert names(in_order((stray, *COURSES, numbered), modules)) == ["x", "a", "c", "b", "aa"]


def test_off_the_pathway_only_when_asked() -> None:
    paths = (path("g7-9", "b"),)
    assert names(edition(COURSES, paths, "g7-9", "16plus")) == ["b"]
    assert names(edition(COURSES, paths, "g7-9", "16plus", off_pathway=True)) == ["a", "b", "c"]


def test_an_audience_without_a_pathway_gets_what_is_open_to_it() -> None:
    assert names(edition(COURSES, (), "voc", None)) == ["a", "c"]


def test_a_mixed_class_is_offered_all_but_what_is_for_16_plus_alone() -> None:
    assert offered(COURSES[0], "voc", "mixed")
    assert not offered(COURSES[2], "voc", "mixed")
    assert offered(COURSES[2], "voc", "16plus")


def lesson(*minutes: int, marks: frozenset[str] = frozenset()) -> Lesson:
    steps = tuple(
        Step(
            id=f"s{n}",
            title="",
            kind="play",
            origin=Origin("core", "x", 1),
            minutes=m,
            least=2,
            needs="must" if n == 0 else "could",
            marks=marks if n == 0 else frozenset(),
        )
        for n, m in enumerate(minutes)
    )
    info = CourseInfo(course="a", title="", aim="", minutes=(("g7-9", sum(minutes)), ("g6", 20)))
    setting = Setting(
        audience="g6",
        band="under16",
        place="cn",
        side="sending",
        language="zh",
        day=dt.date(2026, 11, 23),
    )
    return Lesson(info=info, setting=setting, steps=steps)


def test_minutes_are_fitted_and_no_step_is_lost() -> None:
    fit = fitted(lesson(15, 15, 15), {})
    assert sum(step.minutes for step in fit.steps) == 20
    assert len(fit.steps) == 3


def test_a_class_s_period_counts_unless_the_lesson_is_double() -> None:
    assert sum(step.minutes for step in fitted(lesson(15, 15), {}, 25).steps) == 25
    double = lesson(15, 15, marks=frozenset({"break"}))
    assert sum(step.minutes for step in fitted(double, {}, 25).steps) == 20
