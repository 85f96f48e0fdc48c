"""A class's year: moved about and kept, set by the school, written as a calendar."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path
from typing import Any

import icalendar
import pytest

from lifeskills.classroom.planning import next_lesson
from lifeskills.classroom.school import School
from lifeskills.classroom.schooldays import set_free, set_make_up, set_term
from lifeskills.classroom.schoolyear import workdays, year_request
from lifeskills.classroom.teaching import Teaching
from lifeskills.classroom.years import (
    Year,
    drop_slot,
    move_lesson,
    set_rhythm,
    write_calendar,
    year_of,
)
from lifeskills.core.errors import PlanError, UnknownName
from lifeskills.core.people import ClassGroup
from lifeskills.store.classes import ClassStore
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock

NEXT = dt.date(2026, 11, 25)
TRICKS = "tricks-people-use"


def hold(school: School, group: ClassGroup, course: str, day: dt.date) -> None:
    school.classes.add_record(
        group.id, {"id": course, "kind": "lesson", "course": course, "day": day.isoformat()}
    )


def coming(year: Year) -> list[tuple[str, dt.date]]:
    return [(one.piece.course, one.day) for one in year.plan.planned]


class TestMoves:
    def test_a_lesson_moved_stays_moved_and_goes_back(
        self, school: School, open_school: OpenSchool
    ) -> None:
        before = year_of(school, "8(3)")
        assert coming(before)[0] == (TRICKS, NEXT)

        moved = move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))

        assert coming(moved)[0] == (TRICKS, dt.date(2026, 12, 3))
        again = year_of(open_school(), "8(3)")
        assert coming(again) == coming(moved)
        assert again.plan.planned[0].moved

        back = move_lesson(open_school(), "8(3)", TRICKS, None)

        assert coming(back) == coming(before)

    def test_home_names_the_day_that_a_lesson_was_moved_to(self, school: School) -> None:
        move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))

        following = next_lesson(school, school.classes.get("8(3)"))

        assert following is not None
        assert following.when == dt.date(2026, 12, 3)

    @pytest.mark.parametrize(
        ("day", "why"),
        [
            ("2027-01-01", "New Year"),
            ("2026-11-20", "passed"),
            ("2027-01-30", "no term"),
            ("2027-01-05", "考试"),
        ],
    )
    def test_a_day_without_lessons_is_refused_with_the_reason(
        self, school: School, day: str, why: str
    ) -> None:
        before = year_of(school, "8(3)")

        with pytest.raises(PlanError) as error:
            move_lesson(school, "8(3)", TRICKS, dt.date.fromisoformat(day))

        says = error.value.says
        shown = says.fill(says.id, "en")
        assert why in shown
        assert coming(year_of(school, "8(3)")) == coming(before)

    def test_a_lesson_that_was_taught_cannot_be_moved(self, school: School) -> None:
        with pytest.raises(UnknownName):
            move_lesson(school, "8(3)", "what-is-trafficking", dt.date(2026, 12, 3))

    def test_a_slot_that_falls_out_moves_the_lesson_on_and_can_be_taken_back(
        self, school: School, open_school: OpenSchool
    ) -> None:
        before = year_of(school, "8(3)")
        after = drop_slot(school, "8(3)", NEXT)

        assert coming(after)[0] == (TRICKS, dt.date(2026, 12, 2))
        assert coming(drop_slot(open_school(), "8(3)", NEXT, back=True)) == coming(before)

    def test_a_lesson_moved_to_a_day_that_then_falls_out_slides_on_from_there(
        self, school: School
    ) -> None:
        move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))

        after = drop_slot(school, "8(3)", dt.date(2026, 12, 3))

        assert coming(after)[0] == (TRICKS, dt.date(2026, 12, 9))
        assert after.plan.lost_moves == ()

    def test_a_day_that_is_no_slot_cannot_fall_out(self, school: School) -> None:
        with pytest.raises(PlanError) as error:
            drop_slot(school, "8(3)", dt.date(2026, 11, 26))

        assert "2026-11-25" in str(error.value.mend)

    def test_a_lesson_taught_is_fact_and_its_move_is_over(self, school: School) -> None:
        move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))
        teaching = Teaching.begin(school, school.classes.get("8(3)"), TRICKS)
        teaching.roll_done()
        teaching.close()

        year = year_of(school, "8(3)")

        last = year.plan.last
        assert last is not None
        assert (last.piece.course, last.day) == (TRICKS, dt.date(2026, 11, 23))
        assert TRICKS not in [course for course, _ in coming(year)]
        assert year.plan.lost_moves == ()

    def test_what_a_later_version_wrote_beside_a_move_is_kept(
        self, school: School, folder: Path
    ) -> None:
        ClassStore(folder).save_year("c-8a33", {"rooms": {"2026-12-02": "B203"}})

        move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))

        assert ClassStore(folder).year("c-8a33")["rooms"] == {"2026-12-02": "B203"}


class TestSchool:
    def test_the_head_teacher_sets_weekday_slot_and_rhythm(
        self, school: School, open_school: OpenSchool
    ) -> None:
        set_rhythm(
            school, "8(3)", weekday=4, slot="安全教育", document={"every": 1, "starts": "15:20"}
        )

        year = year_of(open_school(), "8(3)")

        assert year.plan.rhythm.every == 1
        assert year.plan.rhythm.starts == dt.time(15, 20)
        assert coming(year)[0] == (TRICKS, dt.date(2026, 11, 27))

    def test_a_class_without_a_weekday_says_so(self, school: School) -> None:
        group = school.classes.get("8(3)")
        school.classes.save(type(group)(id="c-new2", name="8(9)", pathway="grade-8"))

        year = year_of(school, "8(9)")

        assert year.plan.planned == ()
        assert any("weekday" in str(one) for one in year.remarks)

    def test_exams_keep_their_days_free(self, school: School, open_school: OpenSchool) -> None:
        set_free(school, "期中考试", dt.date(2026, 11, 23), dt.date(2026, 11, 27))

        assert coming(year_of(open_school(), "8(3)"))[0] == (TRICKS, dt.date(2026, 12, 2))

        set_free(open_school(), "期中考试", None, None)

        assert coming(year_of(open_school(), "8(3)"))[0] == (TRICKS, NEXT)

    def test_terms_may_not_overlap(self, school: School) -> None:
        with pytest.raises(PlanError, match="overlap"):
            set_term(school, "another", dt.date(2026, 12, 1), dt.date(2027, 1, 31))

    def test_a_make_up_day_is_used_once_the_school_says_whose_timetable_it_follows(
        self, school: School
    ) -> None:
        with pytest.raises(PlanError, match="no make-up workday"):
            set_make_up(school, dt.date(2026, 10, 17), 2)
        set_make_up(school, dt.date(2026, 10, 10), 2)

        assert workdays(school).timetable(dt.date(2026, 10, 10)) == 2
        assert workdays(school).timetable(dt.date(2026, 9, 20)) is None

    def test_a_year_that_is_not_announced_is_said(self, school: School) -> None:
        remarks = [str(one) for one in year_of(school, "8(3)").remarks]

        assert any("2027 were not announced" in one for one in remarks)

    def test_the_internship_brings_its_courses_forward_or_says_that_they_are_late(
        self, school: School
    ) -> None:
        written = {info.course for info in school.library.courses()}
        first = written & set(school.library.pathways["vocational"].before_internship)
        group = school.classes.get("8(3)")
        school.classes.save(
            type(group)(
                id="c-new3", name="职二(1)", audiences=("voc",), pathway="vocational", weekday=0
            )
        )
        unset = year_of(school, "职二(1)")
        assert any("internship begins" in str(one) for one in unset.remarks)

        early = set_rhythm(school, "职二(1)", document={"internship": "2026-12-01"})

        assert first
        days = dict(coming(early))
        late = {course for course in first if days[course] >= dt.date(2026, 12, 1)}
        assert late == set(early.plan.late) < first
        before = dict(coming(unset))
        kept = [before[one] for one in first if one in before]
        assert kept, "without the internship at least one of them has its day in this year"
        assert min(days[one] for one in first) < min(kept)
        assert all(days[one] <= before[one] for one in first if one in before)
        assert any("Brought forward" in str(one) for one in early.remarks)


class TestCalendar:
    def test_it_is_read_back_and_moves_what_moved(
        self, school: School, tmp_path: Path, fake_clock: FakeClock
    ) -> None:
        set_rhythm(school, "8(3)", document={"starts": "14:30"})
        first = written(school, tmp_path / "a.ics")
        fake_clock.advance(minutes=5)
        move_lesson(school, "8(3)", TRICKS, dt.date(2026, 12, 3))
        second = written(school, tmp_path / "b.ics")

        assert set(first) == set(second)
        (uid,) = [one for one, event in first.items() if "骗人" in event["SUMMARY"]]
        assert first[uid]["DTSTART"].dt.date() == NEXT
        assert second[uid]["DTSTART"].dt.date() == dt.date(2026, 12, 3)
        assert second[uid]["SEQUENCE"] > first[uid]["SEQUENCE"]
        begins = second[uid]["DTSTART"].dt
        assert begins.time() == dt.time(14, 30)
        assert begins.utcoffset() == dt.timedelta(hours=8)
        assert second[uid]["DTEND"].dt - begins == dt.timedelta(minutes=45)

    def test_it_fills_days_where_no_time_is_known_and_names_no_pupil(
        self, school: School, tmp_path: Path
    ) -> None:
        events = written(school, tmp_path / "plan.ics")

        assert all(type(event["DTSTART"].dt) is dt.date for event in events.values())
        text = (tmp_path / "plan.ics").read_text("utf-8")
        assert not any(one.name in text for one in school.classes.get("8(3)").learners)

    def test_lines_and_ends_are_those_of_the_standard(self, school: School, tmp_path: Path) -> None:
        written(school, tmp_path / "plan.ics")
        data = (tmp_path / "plan.ics").read_bytes()

        assert data.startswith(b"BEGIN:VCALENDAR\r\n")
        assert data.endswith(b"END:VCALENDAR\r\n")
        assert max(len(line) for line in data.split(b"\r\n")) <= 75

    def test_a_year_that_is_not_announced_is_marked_in_it(
        self, school: School, tmp_path: Path
    ) -> None:
        set_rhythm(school, "8(3)", document={"first": "2027-03-01"})
        events = written(school, tmp_path / "plan.ics")

        later = [event for event in events.values() if event["DTSTART"].dt >= dt.date(2027, 1, 1)]
        assert later
        assert all("2027" in event["DESCRIPTION"] for event in later)


def written(school: School, path: Path) -> dict[str, Any]:
    write_calendar(school, "8(3)", path, str)
    calendar: Any = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(event["UID"]): event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("province", "first"),
    [("hunan", "growing-not-face"), ("guizhou", "boys-girls-both-can")],
)
def test_who_speaks_less_in_a_province_says_which_of_its_lessons_comes_first(
    school: School, province: str, first: str
) -> None:
    school.change_settings(province=province)
    named = {"growing-not-face", "boys-girls-both-can"}

    grade = replace(school.classes.get("8(3)"), pathway="grade-8")

    request = year_request(school, grade)

    everything = [*(one.course for one in request.wanted), *request.unwritten]
    assert next(one for one in everything if one in named) == first


def test_a_pathway_of_shift_breaks_gives_each_lesson_one_break(school: School) -> None:
    crew = replace(
        school.classes.get("8(3)"), audiences=("workers",), band="16plus", pathway="workplace"
    )

    request = year_request(school, crew)

    assert school.period(crew) == ("workers", 30)
    assert [one.periods for one in request.wanted] == [1] * 7
    assert school.setting(crew).minutes == 30


def test_the_plan_says_what_is_asked_before_the_first_lesson_and_after_the_last(
    school: School,
) -> None:
    grade = replace(school.classes.get("8(3)"), id="c-new4", name="八(9)", pathway="grade-8")
    school.classes.save(grade)

    def asked() -> list[str]:
        remarks = (str(one) for one in year_of(school, "八(9)").remarks)
        return [one for one in remarks if "outside its minutes" in one]

    before, after = asked()
    assert before.startswith("Before")
    assert before.endswith("lifeskills teach CLASS zero-point")
    assert after.startswith("After")
    assert after.endswith("lifeskills teach CLASS end-point")

    hold(school, grade, "zero-point", dt.date(2026, 9, 2))
    assert asked() == [after]
    hold(school, grade, "handling-pressure", dt.date(2026, 9, 9))
    hold(school, grade, "end-point", dt.date(2026, 9, 16))
    assert asked() == []
    hold(school, grade, "growing-not-face", dt.date(2026, 9, 23))
    assert asked() == [after]
