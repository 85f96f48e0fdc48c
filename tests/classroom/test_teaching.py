"""A lesson driven from the roll to the record: the real store, the shipped packs, a still clock."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.planning import found_open
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.classroom.trusting import propose, trust
from lifeskills.core.errors import LifeskillsError, SessionError
from lifeskills.core.grouping import Wanted
from lifeskills.core.lesson import Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.tools.slips import FACES
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock

COURSES = [
    "our-class-agreement",
    "my-help-net",
    "what-is-trafficking",
    "tricks-people-use",
    "how-old-to-work",
    "reading-a-contract",
]
PLUGINS = ["participation", "place", "law", "stories", "early_warning", "books", "folders"]


def class_for(school: School, course: str) -> ClassGroup:
    audiences = school.library.info(course).audiences
    return school.classes.get("8(3)" if "g7-9" in audiences else "职一(2)")


def call_roll(teaching: Teaching, absent: int = 3) -> None:
    for learner in teaching.group.current[:absent]:
        teaching.mark(learner, "absent")
    teaching.mark(teaching.group.current[absent], "late")
    teaching.roll_done()


def press_every_key(teaching: Teaching) -> int:
    """Press each key that the running tool offers now; gives their number."""
    values: dict[str, Any] = {"": None, "count": 3, "text": "40 6 3"}
    actions = teaching.tool_actions()
    for action in actions:
        teaching.tool_key(action.id, values[action.asks])
        assert teaching.tool_view() is not None
    return len(actions)


def run_steps(teaching: Teaching, clock: FakeClock) -> list[str]:
    """Go through every step, a tool's every key in each; gives the steps that ran."""
    ran: list[str] = []
    while teaching.next_step().step:
        ran.append(teaching.state.step)
        press_every_key(teaching)
        assert teaching.class_view() is not None
        clock.advance(minutes=teaching.state.current.minutes if teaching.state.current else 0)
    return ran


def words(lesson: Lesson | None) -> str:
    assert lesson is not None
    return "\n".join(block.text for step in lesson.steps for block in step.blocks)


@pytest.mark.parametrize("course", COURSES)
def test_a_lesson_runs_from_the_roll_to_the_record(
    school: School, fake_clock: FakeClock, course: str
) -> None:
    group = class_for(school, course)
    teaching = Teaching.begin(school, group, course)
    planned = [step.id for step in teaching.state.plan]

    call_roll(teaching)
    ran = run_steps(teaching, fake_clock)
    record = teaching.close(slips=dict(zip(FACES, (40, 6, 3), strict=True)))

    assert ran == planned
    assert school.classes.records(group.id)[-1] == record
    assert record["course"] == course
    assert record["counted"] is True
    assert len(record["present"]) == len(group.current) - 3
    assert sorted(record["marks"].values()) == ["absent", "absent", "absent", "late"]
    assert [step["id"] for step in record["minutes"]["steps"]] == planned
    assert all(step["reason"] == "done" for step in record["minutes"]["steps"])
    assert sum(step["actual"] for step in record["minutes"]["steps"]) == pytest.approx(
        record["minutes"]["planned"]
    )
    assert record["slips"] == {"yes": 40, "partly": 6, "not-yet": 3}
    assert found_open(school, group) is None


def test_the_record_is_small_and_names_nobody(school: School, fake_clock: FakeClock) -> None:
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group, "tricks-people-use")
    call_roll(teaching)
    teaching.next_step()
    GroupWork(teaching).form(Wanted(shape="fours"))
    run_steps(teaching, fake_clock)

    text = json.dumps(teaching.close(), ensure_ascii=False)

    assert len(text.encode()) < 6000
    assert not any(one.name in text or one.given in text for one in group.current)


def test_a_lesson_left_is_resumed_where_it_stood(
    open_school: OpenSchool, fake_clock: FakeClock
) -> None:
    school = open_school()
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group, "tricks-people-use")
    call_roll(teaching)
    teaching.next_step()
    teaching.next_step()
    press_every_key(teaching)
    before, seen = teaching.state, words(teaching.lesson)
    teaching.leave()

    again = Teaching.resume(open_school(), group)

    assert again.state == before
    assert words(again.lesson) == seen
    assert again.tool_view() is not None
    again.next_step()
    again.close()


def test_a_second_session_of_a_class_is_refused_and_the_first_goes_on(school: School) -> None:
    group = school.classes.get("8(3)")
    first = Teaching.begin(school, group, "tricks-people-use")
    call_roll(first)

    with pytest.raises(LifeskillsError):
        Teaching.begin(school, group, "my-help-net")

    first.next_step()
    assert first.state.step == first.state.plan[0].id


def test_nothing_is_resumed_where_nothing_is_open(school: School) -> None:
    with pytest.raises(SessionError, match="No lesson is open"):
        Teaching.resume(school, school.classes.get("8(3)"))


def test_closing_twice_is_closing_once(school: School) -> None:
    group = school.classes.get("8(3)")
    before = len(school.classes.records(group.id))
    teaching = Teaching.begin(school, group, "tricks-people-use")
    call_roll(teaching)

    assert teaching.close() == teaching.close()
    assert len(school.classes.records(group.id)) == before + 1


def test_a_close_without_a_roll_does_not_count(school: School) -> None:
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group, "tricks-people-use")

    record = teaching.close()

    assert record["counted"] is False
    assert record["present"] == []


def test_a_roll_alone_is_a_session_of_its_own(school: School) -> None:
    group = school.classes.get("8(3)")
    teaching = Teaching.begin(school, group)
    call_roll(teaching)

    record = teaching.close()

    assert (record["kind"], record["course"], record["counted"]) == ("roll", "", True)


def test_an_open_group_is_counted_by_heads(school: School, fake_clock: FakeClock) -> None:
    group = school.classes.get("女工之家夜校")
    teaching = Teaching.begin(school, group, "how-old-to-work")
    assert teaching.state.minutes == 60

    teaching.headcount({"girl 18plus": 7, "boy 18plus": 3})
    run_steps(teaching, fake_clock)
    record = teaching.close()

    assert teaching.lesson is not None
    assert teaching.lesson.setting.small
    assert record["headcount"] == {"girl 18plus": 7, "boy 18plus": 3}
    assert record["present"] == []


def test_a_lesson_from_paper_has_the_day_it_was_taught(school: School) -> None:
    group = school.classes.get("8(3)")
    day = dt.date(2026, 11, 20)
    teaching = Teaching.begin(school, group, "tricks-people-use", paper=day)
    call_roll(teaching)

    record = teaching.close()

    assert (record["day"], record["paper"]) == ("2026-11-20", True)


class TestFit:
    def test_few_present_take_the_small_form(self, school: School) -> None:
        changed = []
        for course in COURSES:
            group = class_for(school, course)
            teaching = Teaching.begin(school, group, course)
            before = words(teaching.lesson)
            call_roll(teaching, absent=len(group.current) - 12)
            assert teaching.lesson is not None
            assert teaching.lesson.setting.size == 12
            changed.append(words(teaching.lesson) != before)
            teaching.close()

        assert any(changed)

    def test_many_present_do_not(self, school: School) -> None:
        teaching = Teaching.begin(school, school.classes.get("8(3)"), "tricks-people-use")
        before = words(teaching.lesson)

        call_roll(teaching)

        assert words(teaching.lesson) == before

    def test_the_age_band_chooses_the_words(self, school: School) -> None:
        group = school.classes.get("职一(2)")
        said = {
            band: words(school.lesson("how-old-to-work", school.setting(replace(group, band=band))))
            for band in ("under16", "mixed", "16plus")
        }

        assert said["under16"] != said["16plus"]

    def test_the_side_chooses_the_place(self, school: School) -> None:
        here, there = (
            words(
                school.lesson(
                    "tricks-people-use", school.plain_setting("g7-9", place=place, language="zh")
                )
            )
            for place in ("guizhou", "jiangsu")
        )

        assert here != there

    @pytest.mark.parametrize("minutes", [25, 40, 45, 60])
    def test_the_plan_is_out_at_the_bell(self, school: School, minutes: int) -> None:
        teaching = Teaching.begin(
            school, school.classes.get("8(3)"), "tricks-people-use", minutes=minutes
        )

        assert sum(step.minutes for step in teaching.state.plan) == minutes


class TestWithoutAPlugin:
    @pytest.mark.parametrize("name", PLUGINS)
    def test_a_lesson_is_still_driven(
        self, open_school: OpenSchool, fake_clock: FakeClock, name: str
    ) -> None:
        school = open_school(off=frozenset({name}))
        group = school.classes.get("8(3)")
        assert school.plugins.find(name).status == "off"
        known = [info.course for info in school.library.courses()]
        assert bool(known) == (name != "folders")
        course = "tricks-people-use" if known else ""

        teaching = Teaching.begin(school, group, course)
        call_roll(teaching)
        ran = run_steps(teaching, fake_clock) if course else []
        record = teaching.close()

        assert ran == [step.id for step in teaching.state.plan]
        assert school.classes.records(group.id)[-1]["id"] == record["id"]
        assert school.plugins.troubles == ()


TOLD = """
import json
from pathlib import Path

from lifeskills.api import hookimpl


@hookimpl
def session_closed(record):
    Path({path!r}).write_text(json.dumps(dict(record), ensure_ascii=False), encoding="utf-8")
    {then}
"""


def plant(folder: Path, told: Path, then: str = "pass") -> None:
    plugin = folder / "plugins" / "listener"
    plugin.mkdir()
    manifest = 'id = "listener"\ntitle = { en = "Listener" }\nversion = "1"\napi = 1\n'
    (plugin / "plugin.toml").write_text(manifest, encoding="utf-8")
    (plugin / "plugin.py").write_text(TOLD.format(path=str(told), then=then), encoding="utf-8")


class TestSessionClosed:
    def test_is_told_after_the_save_by_ids_alone(
        self, folder: Path, tmp_path: Path, open_school: OpenSchool
    ) -> None:
        told = tmp_path / "told.json"
        plant(folder, told)
        trust(propose(open_school(), "listener"))
        school = open_school()
        group = school.classes.get("8(3)")
        teaching = Teaching.begin(school, group, "tricks-people-use")
        call_roll(teaching)

        record = teaching.close()

        text = told.read_text(encoding="utf-8")
        assert json.loads(text) == record
        assert not any(one.name in text for one in group.current)

    def test_a_listener_that_fails_or_spoils_loses_nothing(
        self, folder: Path, tmp_path: Path, open_school: OpenSchool
    ) -> None:
        plant(folder, tmp_path / "told.json", "record['present'].clear(); raise RuntimeError")
        trust(propose(open_school(), "listener"))
        school = open_school()
        group = school.classes.get("8(3)")
        teaching = Teaching.begin(school, group, "tricks-people-use")
        call_roll(teaching)

        teaching.close()

        assert len(school.classes.records(group.id)[-1]["present"]) == 49
        assert len(school.plugins.troubles) == 1

    def test_an_untrusted_listener_is_not_told(
        self, folder: Path, tmp_path: Path, open_school: OpenSchool
    ) -> None:
        plant(folder, tmp_path / "told.json")
        teaching = Teaching.begin(open_school(), open_school().classes.get("8(3)"))
        call_roll(teaching)

        teaching.close()

        assert not (tmp_path / "told.json").exists()


def test_a_pause_stops_the_clock_of_the_tool_too(
    open_school: OpenSchool, fake_clock: FakeClock
) -> None:
    school = open_school()
    teaching = Teaching.begin(school, school.classes.get("8(3)"), "tricks-people-use")
    teaching.roll_done()
    teaching.next_step()

    def left() -> float:
        view = teaching.tool_view()
        assert view is not None
        assert view.clock is not None
        return view.clock.left

    fake_clock.advance(seconds=20)
    before = left()
    teaching.pause()
    fake_clock.advance(minutes=2)
    assert left() == before

    teaching.pause()
    fake_clock.advance(seconds=5)
    assert left() == pytest.approx(before - 5)
    teaching.leave()
