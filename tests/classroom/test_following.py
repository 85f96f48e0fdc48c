"""What stands behind F9: from the records of a class to what its adults owe."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from lifeskills.classroom.following import (
    concern_rows,
    duty_done,
    follow_up,
    silence,
    worry,
)
from lifeskills.classroom.school import School
from lifeskills.core.errors import SessionError, UnknownName
from lifeskills.core.people import ClassGroup
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock


@pytest.fixture
def group(school: School) -> ClassGroup:
    return school.classes.get("8(3)")


def numbers(school: School, group: ClassGroup) -> list[int]:
    found = follow_up(school, group)
    return [found.learners[one.learner].number for one in found.concerns]


def test_a_row_says_what_happened_and_who_does_what_by_when(school: School) -> None:
    (row,) = (row for row in concern_rows(school, "8(3)") if row["rule"] == "run")

    assert row["class"] == "8(3)"
    assert row["learner"] == 17
    assert row["version"] == "1/1"
    assert row["sentence"]["zh"] == "连着3次没来，还不知道原因：11月4日、11月11日、11月18日。"
    assert "3 times in a row" in row["sentence"]["en"]
    assert len(row["sessions"]) == 3
    assert {duty["kind"]: duty["due"] for duty in row["duties"]} == {
        "talk": "2026-11-21",
        "buddy": "2026-11-25",
    }
    assert all(duty["done_on"] is None for duty in row["duties"])


def test_the_words_of_a_duty_are_in_both_languages(school: School) -> None:
    for row in concern_rows(school):
        for duty in row["duties"]:
            assert duty["sentence"]["zh"] != duty["sentence"]["en"]


def test_open_groups_have_no_concerns(school: School) -> None:
    assert {row["class"] for row in concern_rows(school)} == {"8(3)", "9(1)", "职一(2)"}
    assert concern_rows(school, "女工之家夜校") == []


def test_an_unknown_class_is_named(school: School) -> None:
    with pytest.raises(UnknownName, match="8\\(3\\)"):
        concern_rows(school, "8(4)")


def test_a_worry_is_seen_from_now_on_and_fades(
    school: School, group: ClassGroup, fake_clock: FakeClock
) -> None:
    quiet = group.current[1]
    worry(school, group, quiet.id, "often-alone")

    assert numbers(school, group) == [2, 17, 41]

    fake_clock.advance(minutes=61 * 24 * 60)
    assert 2 not in numbers(school, group)


def test_a_silence_holds_until_there_is_something_new(
    school: School, group: ClassGroup, fake_clock: FakeClock
) -> None:
    friend = group.current[40]
    (finding,) = follow_up(school, group).concerns[1].findings
    silence(
        school, group, friend.id, finding, "talked-fine", fake_clock.today() + dt.timedelta(days=7)
    )
    assert numbers(school, group) == [17]
    assert follow_up(school, group).look_again == ()

    fake_clock.advance(minutes=8 * 24 * 60)
    (again,) = follow_up(school, group).look_again
    assert (again.learner, again.code) == (friend.id, "talked-fine")

    worry(school, group, friend.id, "asked-for-help")
    assert 41 in numbers(school, group)


def test_a_duty_done_is_kept_with_its_day(school: School, group: ClassGroup) -> None:
    duty_done(school, group, group.current[16].id, "talk")

    (row,) = (row for row in concern_rows(school, "8(3)") if row["rule"] == "run")
    done = {duty["kind"]: duty["done_on"] for duty in row["duties"]}
    assert done == {"talk": "2026-11-23", "buddy": None}


def test_nothing_is_kept_for_somebody_else_or_in_free_text(
    school: School, group: ClassGroup
) -> None:
    (finding, *_) = follow_up(school, group).concerns[0].findings
    tomorrow = school.clock.today() + dt.timedelta(days=1)

    with pytest.raises(UnknownName):
        worry(school, group, "p-nobody", "often-alone")
    with pytest.raises(SessionError):
        worry(school, group, group.current[0].id, "her father drinks")
    with pytest.raises(SessionError):
        silence(school, group, group.current[16].id, finding, "no reason", tomorrow)

    assert len(school.classes.concerns(group.id)["worries"]) == 1


def test_who_has_left_is_not_followed(school: School, group: ClassGroup) -> None:
    stayed = tuple(replace(one, left=one.number == 17) for one in group.learners)
    school.classes.save(replace(group, learners=stayed))

    assert numbers(school, school.classes.get("8(3)")) == [41]


def test_few_rolls_are_said(school: School, group: ClassGroup, fake_clock: FakeClock) -> None:
    assert follow_up(school, group).little is None

    fake_clock.advance(minutes=24 * 24 * 60)
    little = follow_up(school, group).little
    assert little is not None
    assert "31 days: 1." in str(little)


def test_without_the_rules_there_are_no_concerns_and_nothing_breaks(
    open_school: OpenSchool,
) -> None:
    assert concern_rows(open_school(off=frozenset({"early_warning"}))) == []


def test_a_school_may_change_the_numbers_and_the_version_says_so(
    folder: Path, open_school: OpenSchool
) -> None:
    text = (folder / "school.toml").read_text(encoding="utf-8")
    numbers_ = '\n[thresholds]\nversion = 2\n"run.ask" = 5\n"run.open" = 6\n"run.visit" = 7\n'
    days = '"run.ask_days" = 60\n"run.open_days" = 61\n"run.visit_days" = 62\n'
    (folder / "school.toml").write_text(text + numbers_ + days, encoding="utf-8")

    rows = concern_rows(open_school(), "8(3)")

    assert {row["rule"] for row in rows} == {"falling-off", "worry"}
    assert {row["version"] for row in rows} == {"1/2"}


def test_rows_are_plain_values(school: School) -> None:
    assert json.loads(json.dumps(concern_rows(school))) == concern_rows(school)
