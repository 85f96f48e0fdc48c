"""What a class does next, whether it is ready, and what is found open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from lifeskills.classroom.planning import (
    MOST_READY_LINES,
    clock_warning,
    cover_instead,
    found_open,
    next_lesson,
    not_offered,
    ready,
    taught,
)
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.people import ClassGroup
from lifeskills.core.record import NOT_HELD
from lifeskills.core.session import Event
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock


def teach(school: School, group: ClassGroup, course: str, part: int = 0) -> None:
    teaching = Teaching.begin(school, group, course, part=part)
    teaching.roll_done()
    teaching.close()


class TestNextLesson:
    def test_is_the_first_of_the_pathway_not_taught_yet(
        self, school: School, fake_clock: FakeClock
    ) -> None:
        group = school.classes.get("8(3)")
        coming = next_lesson(school, group)
        assert coming is not None
        assert (coming.info.course, coming.part, coming.slot) == ("tricks-people-use", 0, "班会")
        written = {info.course for info in school.library.courses()}
        pathway = [one for one in school.library.pathways["grade-8"].courses if one in written]
        place = pathway.index("tricks-people-use")
        assert (coming.done, coming.of) == (place, len(pathway))

        for course in pathway[place:]:
            teach(school, group, course)
            fake_clock.advance(minutes=50)

        assert next_lesson(school, group) is None

    def test_of_a_class_without_a_pathway_is_the_first_offered(self, school: School) -> None:
        group = replace(school.classes.get("8(3)"), pathway="", weekday=None)
        teach(school, group, "tricks-people-use")

        coming = next_lesson(school, group)

        assert coming is not None
        assert coming.info.course == "who-am-i"
        assert coming.when is None

    def test_that_was_not_held_comes_again(self, school: School) -> None:
        group = school.classes.get("8(3)")
        teaching = Teaching.begin(school, group, "tricks-people-use")
        teaching.note(NOT_HELD)
        teaching.close()

        coming = next_lesson(school, group)

        assert coming is not None
        assert coming.info.course == "tricks-people-use"
        assert "tricks-people-use" not in [one.course for one in taught(school, group)]

    def test_today_is_today(self, school: School) -> None:
        group = replace(school.classes.get("8(3)"), weekday=school.clock.today().weekday())

        coming = next_lesson(school, group)

        assert coming is not None
        assert coming.when == school.clock.today()


class TestDoubleLesson:
    def test_is_taught_in_two_periods(self, school: School, fake_clock: FakeClock) -> None:
        group = school.classes.get("职一(2)")
        parts = []
        for _ in range(2):
            coming = next_lesson(school, group)
            assert coming is not None
            assert coming.info.course == "reading-a-contract"
            parts.append(coming.part)
            teach(school, group, coming.info.course, coming.part)
            fake_clock.advance(minutes=7 * 24 * 60)

        assert parts == [1, 2]
        after = next_lesson(school, group)
        assert after is None or after.info.course != "reading-a-contract"

    def test_each_part_fits_its_period_and_both_make_the_whole(self, school: School) -> None:
        group = school.classes.get("职一(2)")
        steps = []
        for part in (1, 2):
            teaching = Teaching.begin(school, group, "reading-a-contract", part=part)
            assert teaching.state.minutes == 45
            assert sum(step.minutes for step in teaching.state.plan) == 45
            steps += [step.id for step in teaching.state.plan]
            teaching.close()

        whole = school.lesson("reading-a-contract", school.setting(group))
        assert steps == [step.id for step in whole.steps]

    def test_taught_in_one_go_is_done(self, school: School) -> None:
        group = school.classes.get("职一(2)")
        teaching = Teaching.begin(school, group, "reading-a-contract")
        assert teaching.state.minutes == 90
        teaching.close()

        after = next_lesson(school, group)

        assert after is None or after.info.course != "reading-a-contract"


class TestNotOffered:
    def test_names_the_audience(self, school: School) -> None:
        why = not_offered(school, school.classes.get("8(3)"), "reading-a-contract")

        assert why is not None
        assert "audience" in str(why)

    def test_names_the_age_band(self, school: School) -> None:
        group = replace(school.classes.get("职一(2)"), band="under16")
        assert not_offered(school, replace(group, band=None), "reading-a-contract") is None

        why = not_offered(school, group, "reading-a-contract")

        assert why is not None
        assert "age band" in str(why)


class TestReady:
    @pytest.mark.parametrize("name", ["8(3)", "9(1)", "职一(2)", "女工之家夜校"])
    def test_says_at_most_three_lines(self, school: School, name: str) -> None:
        group = school.classes.get(name)
        for info in school.library.courses():
            if not_offered(school, group, info.course) is None:
                lesson = school.lesson(info.course, school.setting(group))
                assert len(ready(school, group, lesson)) <= MOST_READY_LINES

    def test_names_a_missing_care_person_of_a_sensitive_course(
        self, folder: Path, open_school: OpenSchool
    ) -> None:
        school = open_school()
        group = school.classes.get("9(1)")
        lesson = school.lesson("what-is-trafficking", school.setting(group))
        assert not any("care person" in one.sentence.id for one in ready(school, group, lesson))

        text = (folder / "school.toml").read_text(encoding="utf-8")
        (folder / "school.toml").write_text(text.replace("care-person", "old"), encoding="utf-8")

        assert "care person" in ready(open_school(), group, lesson)[0].sentence.id

    def test_names_a_blank_twice_a_term_and_then_no_more(
        self, school: School, fake_clock: FakeClock
    ) -> None:
        group = replace(school.classes.get("8(3)"), id="c-new", name="8(9)")
        school.classes.save(group)
        lesson = school.lesson("my-help-net", school.setting(group))
        said = []
        for _ in range(3):
            lines = ready(school, group, lesson)
            said.append(any("still blank" in one.sentence.id for one in lines))
            teach(school, group, "my-help-net")
            fake_clock.advance(minutes=7 * 24 * 60)

        assert said == [True, True, False]


class TestFoundOpen:
    def test_is_nothing_without_a_session(self, school: School) -> None:
        assert found_open(school, school.classes.get("8(3)")) is None

    def test_knows_how_long_ago_the_last_key_was(
        self, open_school: OpenSchool, fake_clock: FakeClock
    ) -> None:
        school = open_school()
        group = school.classes.get("8(3)")
        teaching = Teaching.begin(school, group, "tricks-people-use")
        teaching.roll_done()
        teaching.leave()
        fake_clock.advance(minutes=12)

        found = found_open(open_school(), group)

        assert found is not None
        assert found.state.course == "tricks-people-use"
        assert found.minutes_since == pytest.approx(12)

    def test_is_nothing_after_the_close(self, school: School) -> None:
        group = school.classes.get("8(3)")
        teach(school, group, "tricks-people-use")

        assert found_open(school, group) is None


class TestCover:
    """A substitute is offered a lesson that is unlikely to bring disclosures."""

    def test_of_a_sensitive_course_another_is_offered(self, school: School) -> None:
        group = school.classes.get("8(3)")

        instead = cover_instead(school, group, "what-is-trafficking")

        assert instead is not None
        assert instead.sensitivity < 2
        assert not_offered(school, group, instead.course) is None

    def test_a_light_course_stays(self, school: School) -> None:
        group = school.classes.get("8(3)")

        assert cover_instead(school, group, "tricks-people-use") is None


class TestStarting:
    """What a start makes good, and what it warns of."""

    def test_a_closing_that_was_cut_short_is_finished(self, open_school: OpenSchool) -> None:
        school = open_school()
        group = school.classes.get("8(3)")
        teaching = Teaching.begin(school, group, "tricks-people-use")
        teaching.roll_done()
        before = len(school.classes.records(group.id))
        record = {"id": "cut-short", "class": group.id, "day": teaching.state.day}
        running = teaching.log.running
        last = running.events[-1]
        running.append(Event(last.seq + 1, "closed", last.at, last.on, {"record": record}))
        teaching.leave()

        records = open_school().classes.records(group.id)

        assert len(records) == before + 1
        assert records[-1]["id"] == "cut-short"

    def test_a_clock_before_the_last_lesson_is_said_first(
        self, open_school: OpenSchool, fake_clock: FakeClock
    ) -> None:
        school = open_school()
        group = school.classes.get("8(3)")
        assert clock_warning(school) is None

        fake_clock.set(fake_clock.now() - dt.timedelta(days=40))
        late = open_school()
        lesson = late.lesson("tricks-people-use", late.setting(group))

        assert clock_warning(late) is not None
        assert ready(late, group, lesson)[0].sentence == clock_warning(late)
