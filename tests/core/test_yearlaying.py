"""Courses laid over a year: everything once, in order, on days that are taught."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.text import Text
from lifeskills.core.workdays import FreeDays, HolidayYear, Term, Workdays, span_days
from lifeskills.core.yearlaying import may_move_to, plan_year, widest_rhythm
from lifeskills.core.yearplan import (
    Deadline,
    Held,
    Move,
    Rhythm,
    Wanted,
    YearPlan,
    YearRequest,
    parts_left,
    periods_needed,
)

DAY = dt.date
FEAST = Text(zh="国庆节", en="National Day")
YEAR = HolidayYear(
    year=2026,
    announced=True,
    off=span_days(DAY(2026, 10, 1), DAY(2026, 10, 7), FEAST),
    work={DAY(2026, 9, 20): None, DAY(2026, 10, 10): None},
)
AUTUMN = Term(name="上学期", first=DAY(2026, 9, 1), last=DAY(2027, 1, 22))
SPRING = Term(name="下学期", first=DAY(2027, 2, 22), last=DAY(2027, 7, 9))
DAYS = Workdays(years={2026: YEAR}, terms=(AUTUMN, SPRING))
BEGIN = DAY(2026, 9, 1)
WEDNESDAY = 2


def request(
    courses: int = 4,
    *,
    today: dt.date = BEGIN,
    every: int = 1,
    double: tuple[int, ...] = (),
    **more: object,
) -> YearRequest:
    wanted = tuple(
        Wanted(course=f"c{n}", title=f"Course {n}", periods=2 if n in double else 1)
        for n in range(1, courses + 1)
    )
    plain = YearRequest(
        today=today,
        rhythm=Rhythm(weekday=WEDNESDAY, slot="班会", every=every),
        wanted=wanted,
        days=DAYS,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def when(plan: YearPlan) -> list[tuple[str, str]]:
    return [
        (f"{one.piece.course}.{one.piece.part}", one.day.strftime("%m-%d")) for one in plan.planned
    ]


class TestOrder:
    def test_a_lesson_a_week_leaves_the_holiday_out(self) -> None:
        plan = plan_year(request(7))

        assert [day for _, day in when(plan)] == [
            *("09-02", "09-09", "09-16", "09-23", "09-30"),  # 7 October is a holiday
            *("10-14", "10-21"),
        ]

    def test_one_every_three_weeks_counts_from_the_beginning_of_the_term(self) -> None:
        plan = plan_year(request(4, every=3))

        assert [day for _, day in when(plan)] == ["09-02", "09-23", "10-14", "11-04"]

    def test_a_week_that_falls_out_costs_a_week_and_not_three(self) -> None:
        plan = plan_year(request(4, every=3, dropped=frozenset({DAY(2026, 9, 23)})))

        assert [day for _, day in when(plan)] == ["09-02", "09-30", "10-14", "11-04"]

    def test_the_second_half_of_a_double_lesson_comes_at_the_next_slot(self) -> None:
        plan = plan_year(request(3, every=3, double=(1,)))

        assert when(plan) == [
            ("c1.1", "09-02"),
            ("c1.2", "09-09"),
            ("c2.0", "09-23"),
            ("c3.0", "10-14"),
        ]

    def test_a_double_slot_takes_both_halves_and_three_periods_take_two_days(self) -> None:
        rhythm = Rhythm(weekday=WEDNESDAY, periods=2)
        wanted = (Wanted(course="c1", periods=2), Wanted(course="c2", periods=3))
        plan = plan_year(request(rhythm=rhythm, wanted=wanted))

        assert [(one.piece.course, one.piece.parts) for one in plan.planned] == [
            ("c1", (1, 2)),
            ("c2", (1, 2)),
            ("c2", (3,)),
        ]

    def test_a_make_up_day_is_used_when_the_school_says_whose_timetable_it_follows(self) -> None:
        told = replace(DAYS, make_up={DAY(2026, 10, 10): WEDNESDAY})
        plan = plan_year(request(7, days=told))

        assert "10-10" in [day for _, day in when(plan)]

    def test_exam_weeks_are_left_out(self) -> None:
        exams = FreeDays(name="期中", first=DAY(2026, 9, 7), last=DAY(2026, 9, 11))
        plan = plan_year(request(2, days=replace(DAYS, free=(exams,))))

        assert [day for _, day in when(plan)] == ["09-02", "09-16"]

    def test_without_a_weekday_nothing_is_planned_and_nothing_is_lost(self) -> None:
        plan = plan_year(request(3, rhythm=Rhythm(weekday=None)))

        assert plan.planned == ()
        assert len(plan.left_over) == 3

    def test_what_does_not_fit_is_said_with_the_rhythm_in_which_it_would(self) -> None:
        asked = request(16, every=3)
        plan = plan_year(asked)

        assert plan.left_over
        assert [piece.course for piece in plan.left_over][-1] == "c16"
        every = widest_rhythm(asked)
        assert every == 2
        assert not plan_year(replace(asked, rhythm=replace(asked.rhythm, every=every))).left_over


class TestTaught:
    def test_the_plan_goes_on_from_what_was_taught(self) -> None:
        held = (Held(course="c1", part=0, day=DAY(2026, 9, 2)),)
        plan = plan_year(request(3, every=3, today=DAY(2026, 9, 3), held=held))

        assert [one.day for one in plan.done] == [DAY(2026, 9, 2)]
        assert [day for _, day in when(plan)] == ["09-23", "10-14"]

    def test_a_class_behind_its_rhythm_goes_on_at_the_next_slot(self) -> None:
        held = (Held(course="c1", part=0, day=DAY(2026, 9, 2)),)
        plan = plan_year(request(3, every=3, today=DAY(2026, 11, 10), held=held))

        assert [day for _, day in when(plan)] == ["11-11", "11-25"]

    def test_a_class_that_is_behind_has_no_two_lessons_in_one_breath(self) -> None:
        held = (Held(course="c1", part=0, day=DAY(2026, 9, 2)),)
        plan = plan_year(request(4, every=3, today=DAY(2026, 11, 26), held=held))

        # The span of 2 December ends on 13 December; the next begins a day later.
        assert [day for _, day in when(plan)] == ["12-02", "12-16", "01-06"]
        late = plan_year(request(3, every=3, today=DAY(2026, 12, 8), held=held))
        assert [day for _, day in when(late)] == ["12-09", "12-23"]

    def test_the_second_half_is_next_when_the_first_was_taught(self) -> None:
        held = (Held(course="c1", part=1, day=DAY(2026, 9, 2)),)
        plan = plan_year(request(2, every=3, double=(1,), today=DAY(2026, 9, 2), held=held))

        assert when(plan) == [("c1.2", "09-09"), ("c2.0", "09-23")]

    def test_a_move_of_a_lesson_that_was_taught_is_over(self) -> None:
        held = (Held(course="c1", part=0, day=DAY(2026, 9, 2)),)
        move = Move(course="c1", part=0, day=DAY(2026, 9, 30))
        plan = plan_year(request(2, today=DAY(2026, 9, 3), held=held, moves=(move,)))

        assert [one.piece.course for one in plan.planned] == ["c2"]
        assert plan.lost_moves == ()


class TestMoves:
    def test_what_comes_after_a_moved_lesson_slides_on(self) -> None:
        move = Move(course="c2", part=0, day=DAY(2026, 9, 24))
        plan = plan_year(request(3, moves=(move,)))

        assert when(plan) == [("c1.0", "09-02"), ("c2.0", "09-24"), ("c3.0", "09-30")]
        assert [one.moved for one in plan.planned] == [False, True, False]

    def test_a_lesson_moved_forward_goes_before_those_that_stood_there(self) -> None:
        move = Move(course="c3", part=0, day=DAY(2026, 9, 2))
        plan = plan_year(request(3, moves=(move,)))

        assert when(plan) == [("c3.0", "09-02"), ("c1.0", "09-09"), ("c2.0", "09-16")]

    def test_taking_the_move_back_gives_the_plan_as_it_was(self) -> None:
        before = request(5)
        moved = replace(before, moves=(Move(course="c2", part=0, day=DAY(2026, 9, 24)),))

        assert plan_year(moved) != plan_year(before)
        assert plan_year(replace(moved, moves=())) == plan_year(before)

    @pytest.mark.parametrize(
        "day", [DAY(2026, 10, 2), DAY(2026, 8, 26), DAY(2027, 1, 27), DAY(2026, 9, 20)]
    )
    def test_a_day_that_is_not_taught_takes_no_lesson(self, day: dt.date) -> None:
        asked = request(2, moves=(Move(course="c1", part=0, day=day),))

        assert not may_move_to(asked, day)
        plan = plan_year(asked)
        assert [one.day for one in plan.lost_moves] == [day]
        assert len(plan.planned) == 2


class TestDeadline:
    def test_courses_are_brought_forward_and_as_few_others_as_possible_put_behind(self) -> None:
        before = Deadline(courses=frozenset({"c5", "c6"}), day=DAY(2026, 9, 30))
        plan = plan_year(request(6, deadline=before))

        assert [one.piece.course for one in plan.planned] == ["c1", "c2", "c5", "c6", "c3", "c4"]
        assert plan.brought_forward == ("c5", "c6")
        assert plan.late == ()

    def test_in_time_nothing_is_changed(self) -> None:
        before = Deadline(courses=frozenset({"c2"}), day=DAY(2026, 12, 1))
        plan = plan_year(request(4, deadline=before))

        assert plan.brought_forward == ()
        assert replace(plan, deadline=None) == plan_year(request(4))

    def test_what_cannot_be_in_time_is_said(self) -> None:
        before = Deadline(courses=frozenset({"c3", "c4"}), day=DAY(2026, 9, 8))
        plan = plan_year(request(4, deadline=before))

        assert [one.piece.course for one in plan.planned][:2] == ["c3", "c4"]
        assert plan.late == ("c4",)

    def test_a_lesson_moved_past_the_day_by_hand_is_late_and_pushes_nobody(self) -> None:
        before = Deadline(courses=frozenset({"c3"}), day=DAY(2026, 9, 30))
        move = Move(course="c3", part=0, day=DAY(2026, 10, 14))
        plan = plan_year(request(3, deadline=before, moves=(move,)))

        assert plan.late == ("c3",)
        assert plan.brought_forward == ()


class TestBoosters:
    def test_stand_on_the_first_lesson_of_each_term_after_the_first(self) -> None:
        plan = plan_year(request(12, every=3))

        (booster,) = plan.boosters
        spring = [one.day for one in plan.planned if one.term == SPRING.name]
        assert (booster.term, booster.day) == (SPRING.name, min(spring))
        earlier = [one.piece.course for one in plan.planned if one.term == AUTUMN.name]
        assert len(set(booster.courses)) == 3
        assert set(booster.courses) <= set(earlier)

    def test_stand_on_the_first_slot_when_no_lesson_is_left(self) -> None:
        held = tuple(Held(course=f"c{n}", part=0, day=DAY(2026, 9, 2 + n)) for n in (1, 2))
        plan = plan_year(request(2, today=DAY(2027, 2, 1), held=held))

        (booster,) = plan.boosters
        assert booster.day == DAY(2027, 2, 24)
        assert booster.courses == ("c1", "c2")


@pytest.mark.parametrize(
    ("minutes", "periods"), [(40, 1), (45, 1), (60, 1), (61, 2), (90, 2), (105, 2), (135, 3)]
)
def test_periods_of_a_course(minutes: int, periods: int) -> None:
    assert periods_needed(minutes, 45) == periods


def test_parts_that_are_left() -> None:
    assert parts_left((), 1) == (0,)
    assert parts_left((0,), 1) is None
    assert parts_left((1,), 3) == (2, 3)
    assert parts_left((1, 2), 2) is None
    assert parts_left((0,), 2) is None


# -- whatever the school, the class and the moves are ---------------------------------------------

SOME_DAYS = st.dates(DAY(2026, 8, 25), DAY(2027, 7, 31))


@st.composite
def requests(draw: st.DrawFn) -> YearRequest:
    wanted = tuple(
        Wanted(course=f"c{n}", periods=draw(st.sampled_from((1, 1, 1, 2, 3))))
        for n in range(draw(st.integers(0, 20)))
    )
    today = draw(SOME_DAYS)
    taught = draw(st.integers(0, len(wanted)))
    held = tuple(
        Held(
            course=one.course,
            part=0 if one.periods == 1 else draw(st.integers(0, one.periods)),
            day=min(today, draw(SOME_DAYS)),
        )
        for one in wanted[:taught]
    )
    free = tuple(
        FreeDays(name="考试", first=day, last=day + dt.timedelta(days=draw(st.integers(0, 6))))
        for day in draw(st.lists(SOME_DAYS, max_size=3))
    )
    moves = [
        Move(course=one.course, part=draw(st.integers(0, one.periods)), day=draw(SOME_DAYS))
        for one in wanted
        if draw(st.integers(0, 3)) == 0
    ]
    deadline = None
    names = draw(st.sets(st.sampled_from([one.course for one in wanted] or ["none"])))
    if names:
        deadline = Deadline(courses=frozenset(names), day=draw(SOME_DAYS))
    terms = draw(st.sampled_from(((AUTUMN, SPRING), (AUTUMN,), ())))
    return YearRequest(
        today=today,
        rhythm=Rhythm(
            weekday=draw(st.sampled_from((0, 2, 4, 5, None))),
            every=draw(st.integers(1, 4)),
            first=draw(st.none() | SOME_DAYS),
            periods=draw(st.integers(1, 2)),
        ),
        wanted=wanted,
        days=Workdays(
            years={2026: YEAR},
            terms=terms,
            free=free,
            make_up={DAY(2026, 9, 20): draw(st.integers(0, 4))},
        ),
        held=held,
        moves=tuple(moves),
        dropped=draw(st.frozensets(SOME_DAYS, max_size=6)),
        deadline=deadline,
    )


@given(requests())
def test_everything_not_taught_is_planned_once_or_said_to_be_left_over(asked: YearRequest) -> None:
    plan = plan_year(asked)

    for one in asked.wanted:
        held = [h.part for h in asked.held if h.course == one.course]
        pieces = [p.piece for p in plan.planned] + list(plan.left_over)
        parts = [part for p in pieces if p.course == one.course for part in p.parts or (0,)]
        assert sorted(parts) == sorted(parts_left(held, one.periods) or ())


@given(requests())
def test_what_was_taught_stays_as_it_was(asked: YearRequest) -> None:
    plan = plan_year(asked)

    assert sorted((one.piece.course, one.day) for one in plan.done) == sorted(
        (one.course, one.day) for one in asked.held
    )


@given(requests())
def test_lessons_stand_on_taught_days_of_terms_and_one_a_day(asked: YearRequest) -> None:
    plan = plan_year(asked)
    days = [one.day for one in plan.planned]

    assert len(set(days)) == len(days)
    for one in plan.planned:
        follows = asked.days.timetable(one.day)
        assert follows is not None
        assert one.moved or follows == asked.rhythm.weekday
        assert one.day >= asked.today
        assert one.day not in asked.dropped
        assert not asked.days.terms or asked.days.term(one.day) is not None


@given(requests())
def test_lessons_that_nobody_moved_stand_in_their_order(asked: YearRequest) -> None:
    plan = plan_year(replace(asked, deadline=None))
    order = [one.course for one in asked.wanted]
    free = [one for one in plan.planned if not one.moved]
    keys = [(order.index(one.piece.course), one.piece.part) for one in free]

    assert keys == sorted(keys)


@given(requests())
def test_the_same_request_gives_the_same_plan(asked: YearRequest) -> None:
    assert plan_year(asked) == plan_year(asked)


@given(requests(), st.data())
def test_a_slot_that_falls_out_loses_no_lesson(asked: YearRequest, data: st.DataObject) -> None:
    before = plan_year(asked)
    if not before.planned:
        return
    gone = data.draw(st.sampled_from([one.day for one in before.planned]))
    after = plan_year(replace(asked, dropped=asked.dropped | {gone}))

    def pieces(plan: YearPlan) -> list[tuple[str, int]]:
        found = [one.piece for one in plan.planned] + list(plan.left_over)
        return sorted((one.course, one.part) for one in found)

    assert pieces(after) == pieces(before)
    assert gone not in [one.day for one in after.planned]
