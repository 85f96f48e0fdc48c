"""Who speaks less in a place orders some courses and stands among a teacher's notes; no more."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.concern import ClassHistory, LearnerHistory
from lifeskills.core.law import Place, Quiet
from lifeskills.core.lawbook import LawBook
from lifeskills.core.quiet import NOTE, in_place_order, with_quiet_note
from lifeskills.core.text import Text
from tests.core.test_kindnotes import lesson

COURSES = st.lists(st.sampled_from("abcdefgh"), unique=True)


def quiet(course: str) -> Quiet:
    return Quiet(
        course=course,
        who=Text(zh="男生", en="boys"),
        why=Text(zh="怕丢面子。", en="They fear to lose face."),
        do=Text(zh="先在组里说。", en="In the group first."),
    )


@given(courses=COURSES, named=COURSES)
def test_named_courses_change_turns_among_themselves_and_all_others_keep_theirs(
    courses: list[str], named: list[str]
) -> None:
    ordered = in_place_order(courses, [quiet(one) for one in named])

    assert sorted(ordered) == sorted(courses)
    assert [one for one in ordered if one in named] == [one for one in named if one in courses]
    kept = [index for index, one in enumerate(courses) if one not in named]
    assert all(ordered[index] == courses[index] for index in kept)


def test_the_teacher_is_told_once_at_the_first_step_of_the_named_course() -> None:
    there = (quiet("c"), quiet("d"))
    noted = with_quiet_note(lesson("energiser", language="en"), there)

    (note,) = noted.steps[0].blocks
    assert (note.kind, note.id) == ("note", NOTE)
    assert note.text == (
        "**Who speaks less here: boys.** They fear to lose face.\n\nIn the group first."
    )
    assert with_quiet_note(noted, there) == noted
    assert with_quiet_note(lesson("energiser"), (quiet("d"),)) == lesson("energiser")


def test_the_nearest_place_that_knows_it_is_asked() -> None:
    province = Place(id="p", title=Text(), side="sending", quiet=(quiet("a"),))
    county = Place(id="k", title=Text(), side="sending", within="p")
    book = LawBook(places={"p": province, "k": county})

    assert book.quiet_of("k") == province.quiet
    assert book.quiet_of("elsewhere") == ()


def test_no_rule_about_a_learner_can_see_it() -> None:
    seen = {one.name for kind in (LearnerHistory, ClassHistory) for one in dataclasses.fields(kind)}

    assert not seen & {"place", "quiet", "sex", "province"}
