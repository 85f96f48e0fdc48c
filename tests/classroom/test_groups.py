"""Groups and turns of an open session: what is kept of them, for how long, and who ever sees it."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.pairs import keep_pair, pair_row
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.classview import class_view
from lifeskills.core.errors import UnknownName
from lifeskills.core.forming import first_wanted, report_words, sit_in_groups
from lifeskills.core.grouping import SIZES, Wanted
from lifeskills.core.people import ClassGroup, Learner, shown_names
from lifeskills.core.session import SessionState
from lifeskills.core.term import add_meetings
from lifeskills.core.wishes import Wishes, repeats
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock

COURSE = "tricks-people-use"
LOT = Wanted(shape="groups", by_lot=True)


def lesson(school: School, *absent: int) -> Teaching:
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group, COURSE)
    for one in group.current:
        if one.number in absent:
            teaching.mark(one, "absent")
    teaching.roll_done()
    teaching.next_step()
    return teaching


def number_of(teaching: Teaching, number: int) -> str:
    return next(one.id for one in teaching.group.current if one.number == number)


# -- pairs ------------------------------------------------------------------------------------


def test_pairs_are_kept_by_number_and_nothing_says_why(school: School) -> None:
    keep_pair(school, "8(3)", 17, 12, "apart")
    keep_pair(school, "8(3)", 3, 30, "together")
    assert pair_row(school, "8(3)") == {"class": "8(3)", "apart": [[12, 17]], "together": [[3, 30]]}
    keep_pair(school, "8(3)", 12, 17, "together")
    assert pair_row(school, "8(3)")["apart"] == []
    assert pair_row(school, "8(3)")["together"] == [[3, 30], [12, 17]]
    keep_pair(school, "8(3)", 30, 3, None)
    document = school.classes.pairs(school.classes.get("8(3)").id)
    assert sorted(document) == ["apart", "together"]
    assert [len(pair) for pair in document["together"]] == [2]
    with pytest.raises(UnknownName, match="99"):
        keep_pair(school, "8(3)", 12, 99, "apart")
    with pytest.raises(UnknownName, match="12"):
        keep_pair(school, "8(3)", 12, 12, "apart")


def test_groups_heed_pairs_and_a_latecomer_too(school: School) -> None:
    keep_pair(school, "8(3)", 1, 2, "apart")
    keep_pair(school, "8(3)", 3, 30, "together")
    teaching = lesson(school, 2)
    work = GroupWork(teaching)
    first, second = number_of(teaching, 1), number_of(teaching, 2)
    third, thirtieth = number_of(teaching, 3), number_of(teaching, 30)
    for wanted in (Wanted(), Wanted(shape="count-off"), LOT, Wanted(shape="casts")):
        before = work.form(wanted).groups
        assert any({third, thirtieth} <= set(group) for group in before)
        learner = teaching.group.learner(second)
        assert learner is not None
        teaching.mark(learner, "late")
        after = work.form(wanted).groups
        assert not any({first, second} <= set(group) for group in after)
        assert [new[: len(old)] for old, new in zip(before, after, strict=True)] == list(before)
        teaching.mark(learner, "absent")


def test_what_stands_is_offered_again_until_a_step_asks_for_another_shape(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    chosen = Wanted(shape="count-off", single_sex=True)
    work.form(chosen)
    assert first_wanted(teaching.state) == chosen
    shapes = []
    while teaching.next_step().step:
        step = teaching.state.current
        assert step is not None
        shapes.append(step.shape)
        kept = step.shape not in SIZES
        expected = chosen if kept else Wanted(shape=step.shape, single_sex=True)
        assert first_wanted(teaching.state) == expected
    assert {"fours", "pairs"} & set(shapes)


# -- few repeats and past turns ---------------------------------------------------------------


def test_the_wall_forgets_groups_in_a_step_that_has_none(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.form(Wanted(shape="count-off"))
    work.show_names(True)
    assert teaching.class_view().groups  # formed in a step for the whole class: her choice
    seen = {}
    while teaching.next_step().step:
        step = teaching.state.current
        assert step is not None
        seen[step.shape] = bool(teaching.class_view().groups), sit_in_groups(teaching.state)
    assert seen["class"] == seen["pairs"] == (False, False)
    assert seen["groups"] == (True, True)
    assert teaching.state.groups


def test_the_next_lessons_lot_mixes_the_class_anew(school: School, fake_clock: FakeClock) -> None:
    met: dict[str, Counter[str]] = {}
    for _ in range(2):
        teaching = lesson(school)
        work = GroupWork(teaching)
        for anew in (False, True):
            groups = work.form(LOT, anew=anew).groups
            assert repeats(groups, Wishes(met=met)) == 0
            add_meetings(met, groups)
        teaching.close()
        fake_clock.advance(minutes=60)


def test_the_record_holds_ids_and_counts_and_a_pass_is_a_turn_offered(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.form(Wanted())
    work.form(LOT)
    work.report()
    asked = []
    for answer in ("pass", "speak", "pass"):
        if not teaching.state.asked:
            work.ask_next()
        asked.append(teaching.state.asked)
        if answer == "pass":
            work.passes()
        else:
            work.speaks()
    work.ask_nobody()
    groups = [list(group) for group in teaching.state.groups]
    record = teaching.close()

    assert record["drawn"] == [groups], "by desks nobody was mixed"
    assert record["asked"] == dict.fromkeys(sorted(asked), 1)
    assert sum(set(group) <= set(record["reported"]) for group in groups) == 6
    text = json.dumps(record, ensure_ascii=False)
    assert "pass" not in text
    assert not any(one.name in text for one in teaching.group.current)


def test_last_terms_ids_are_gone_after_the_first_lesson_of_a_new_term(
    open_school: OpenSchool, fake_clock: FakeClock
) -> None:
    school = open_school()
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.form(LOT)
    work.ask_next()
    work.speaks()
    old = teaching.close()["id"]
    group = teaching.group
    fake_clock.set(fake_clock.now() + dt.timedelta(days=210))
    teaching = lesson(open_school())
    assert GroupWork(teaching).past.asked == {}
    assert GroupWork(teaching).past.lessons == 0
    teaching.close()
    (kept,) = (one for one in school.classes.records(group.id) if one["id"] == old)
    assert not {"drawn", "asked", "reported"} & set(kept)
    assert kept["present"], "the roll is another matter"


def test_a_lesson_that_is_opened_again_is_not_its_own_past(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.form(LOT)
    work.ask_next()
    before = work.past
    session = teaching.close()["id"]
    again = Teaching.reopen(school, teaching.group, session)
    assert GroupWork(again).past == before
    again.leave()


# -- turns ------------------------------------------------------------------------------------


def test_undo_takes_back_an_answer_with_the_question_that_followed(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    first = work.ask_next().asked
    second = work.passes().asked
    assert second not in ("", first)
    undone = teaching.undo()
    assert (undone.asked, undone.passes) == (first, ())
    assert work.passes().asked == second, "chance is the same"
    assert teaching.undo().asked == first
    assert teaching.undo().asked == ""


def test_a_name_leaves_the_wall_with_the_step_or_when_nobody_is_asked(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.ask_next()
    learner = teaching.group.learner(teaching.state.asked)
    assert learner is not None
    shown = shown_names(teaching.group, "given")[learner.id]
    assert shown.startswith(learner.given)
    assert teaching.class_view().turn == shown
    work.speaks()
    assert teaching.class_view().turn == shown, "as long as they speak"
    teaching.next_step()
    assert teaching.class_view().turn == ""
    work.ask_next()
    work.ask_nobody()
    assert teaching.class_view().turn == ""
    assert len(teaching.state.turns) == 1


def test_groups_that_report_are_called_by_where_they_sit(school: School) -> None:
    teaching = lesson(school)
    work = GroupWork(teaching)
    work.form(Wanted())
    work.report()
    words = str(report_words(teaching.group, teaching.state))
    assert words.startswith("One minute each: row ")
    assert "seat" in words
    teaching.next_step()
    assert report_words(teaching.group, teaching.state) is None


# -- the wall ---------------------------------------------------------------------------------


@given(st.booleans(), st.sampled_from(["given", "number", "none"]))
def test_nothing_of_a_learner_passes_but_a_shown_name(names: bool, how: str) -> None:
    shown = {
        "given": {"p-1": "想", "p-2": "梅", "p-3": "强"},
        "number": {"p-1": "1", "p-2": "2", "p-3": "3"},
        "none": {"p-1": "", "p-2": "", "p-3": ""},
    }[how]
    state = SessionState(
        group="c-8f3k",
        learners=tuple(shown),
        roll_done=True,
        plan=(),
        groups=(("p-1", "p-2"), ("p-3",)),
        names_on_wall=names,
        speaking="p-3",
    )
    view = class_view(state, at=0, lesson=None, shown=shown)
    assert "p-" not in repr(view)
    if not names:
        assert view.groups == ()


def test_two_of_one_given_name_are_told_apart_on_the_wall() -> None:
    names = ["美玲", "美玲", "小龙", ""]
    learners = tuple(
        Learner(id=f"p{n}", number=n, name=one, given=one) for n, one in enumerate(names, 1)
    )
    group = ClassGroup(id="c-8f3k", name="8(3)", learners=learners)
    assert list(shown_names(group, "given").values()) == ["美玲 1", "美玲 2", "小龙", "4"]
    assert set(shown_names(group, "none").values()) == {""}
