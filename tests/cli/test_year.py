"""``year …``: what it says, what it refuses, and the exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

CLASS = "8(3)"
COURSE = "tricks-people-use"


def shown(call: Call, folder: Path) -> dict[str, Any]:
    result = call("year", "show", CLASS, "--json", school=folder)
    assert result.exit_code == 0
    value: dict[str, Any] = json.loads(result.stdout)
    return value


def to_come(call: Call, folder: Path) -> list[tuple[str, str]]:
    lessons = shown(call, folder)["lessons"]
    return [(one["course"], one["day"]) for one in lessons if one["state"] == "planned"]


def test_the_year_in_lines_says_what_was_taught_what_comes_and_what_is_not_known(
    call: Call, folder: Path
) -> None:
    result = call("year", "show", CLASS, school=folder)

    assert result.exit_code == 0
    assert "taught" in result.stdout
    assert "planned" in result.stdout
    assert "not announced" in result.stdout or "not known here" in result.stdout


def test_a_slot_falls_out_and_comes_back(call: Call, folder: Path) -> None:
    before = to_come(call, folder)
    day = before[0][1]

    assert call("year", "drop", CLASS, day, school=folder).exit_code == 0
    assert to_come(call, folder)[0][1] > day
    assert call("year", "drop", CLASS, day, "--back", school=folder).exit_code == 0
    assert to_come(call, folder) == before


def test_a_lesson_is_moved_to_a_later_slot_and_back(call: Call, folder: Path) -> None:
    before = to_come(call, folder)
    course, day = before[0]
    assert call("year", "drop", CLASS, day, school=folder).exit_code == 0
    later = to_come(call, folder)[0][1]
    assert call("year", "drop", CLASS, day, "--back", school=folder).exit_code == 0

    assert call("year", "move", CLASS, course, "--to", later, school=folder).exit_code == 0
    assert to_come(call, folder)[0] == (course, later)
    assert call("year", "move", CLASS, course, "--back", school=folder).exit_code == 0
    assert to_come(call, folder) == before


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("move", CLASS, COURSE, "--to", "2020-01-01"), 1),
        (("move", CLASS, "no-such-course", "--to", "2020-01-01"), 2),
        (("move", CLASS, COURSE), 2),
        (("move", CLASS, COURSE, "--to", "tomorrow"), 2),
        (("drop", CLASS, "2020-01-01"), 1),
        (("show", "12(9)"), 2),
        (("set", CLASS), 2),
        (("set", CLASS, "--weekday", "someday"), 2),
        (("set", CLASS, "--pathway", "none"), 2),
        (("term", "x", "--first", "2026-09-01"), 2),
        (("term", "x", "--first", "2026-09-01", "--last", "2026-08-01"), 1),
        (("free", "not there", "--remove"), 2),
        (("makeup", "2026-10-10"), 2),
        (("makeup", "2026-10-12", "--as", "friday"), 1),
    ],
)
def test_what_cannot_be_done_is_refused_and_changes_nothing(
    call: Call, folder: Path, args: tuple[str, ...], code: int
) -> None:
    before = (folder / "school.toml").read_bytes(), shown(call, folder)

    result = call("year", *args, school=folder)

    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr
    assert ((folder / "school.toml").read_bytes(), shown(call, folder)) == before


def test_what_the_school_decides_stands_in_its_file(call: Call, folder: Path) -> None:
    free = ("year", "free", "运动会", "--first", "2026-10-22", "--last", "2026-10-23")
    assert call(*free, school=folder).exit_code == 0
    assert call("year", "makeup", "2026-10-10", "--as", "friday", school=folder).exit_code == 0

    rows = json.loads(call("year", "terms", "--json", school=folder).stdout)
    assert {"kind": "free", "name": "运动会", "first": "2026-10-22", "last": "2026-10-23"} in rows
    known = json.loads(call("year", "holidays", "2026", "--json", school=folder).stdout)
    assert {"day": "2026-10-10", "as": "friday"} in known["make_up"]
    assert {"day": "2026-09-20", "as": None} in known["make_up"]


def test_a_calendar_is_written(call: Call, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.ics"
    result = call("year", "calendar", CLASS, "-o", str(file), school=folder)

    assert (result.exit_code, result.stdout.strip()) == (0, str(file))
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_holidays_need_no_school(call: Call) -> None:
    result = call("year", "holidays", "2027", "--json")

    value = json.loads(result.stdout)
    assert (value["year"], value["announced"], value["make_up"]) == (2027, False, [])
    assert all(one["first"].startswith("2027") for one in value["holidays"])
