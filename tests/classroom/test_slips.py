"""Exit slips left for later: asked for quietly, written into the record, given up."""

from __future__ import annotations

import datetime as dt

import pytest

from lifeskills.classroom.school import School
from lifeskills.classroom.slips import ASKED_DAYS, count_slips, owed_slips
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import slips_step
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup
from tests.fakes import FakeClock

COURSE = "tricks-people-use"
FACES = {"yes": 30, "partly": 12, "not-yet": 5}


@pytest.fixture
def group(school: School) -> ClassGroup:
    return school.classes.get("8(3)")


def taught(school: School, group: ClassGroup, action: str, value: str | None = None) -> str:
    """A lesson to its end, with an action in the slips' tool; gives the record's id."""
    teaching = Teaching.begin(school, group, COURSE)
    teaching.roll_done()
    while teaching.next_step().step:
        pass
    teaching.tool_key(action, value, step=slips_step(teaching.state))
    return str(teaching.close()["id"])


def test_what_was_left_for_later_is_written_as_if_it_had_been_counted_at_once(
    school: School, group: ClassGroup, fake_clock: FakeClock
) -> None:
    now = taught(school, group, "three", "30 12 5")
    assert owed_slips(school, group) is None
    fake_clock.advance(minutes=50)
    later = taught(school, group, "later")
    owed = owed_slips(school, group)
    assert owed is not None
    assert (owed.session, owed.course, owed.day) == (later, COURSE, school.clock.today())
    assert owed.present == len(group.current)
    for _ in range(2):
        count_slips(school, group, later, FACES)
    assert owed_slips(school, group) is None
    records = {one["id"]: one for one in school.classes.records(group.id)}
    for field in ("slips", "tools"):
        assert records[later][field] == records[now][field]
    assert records[now]["slips"] == FACES


@pytest.mark.parametrize("faces", [FACES, None])
def test_a_lesson_put_right_afterwards_keeps_what_was_counted(
    school: School, group: ClassGroup, faces: dict[str, int] | None
) -> None:
    later = taught(school, group, "later")
    count_slips(school, group, later, faces)
    again = Teaching.reopen(school, group, later)
    again.mark(group.learners[2], "absent")
    again.close()
    record = school.classes.records(group.id)[-1]
    assert (record["slips"], record["marks"]) == (faces, {group.learners[2].id: "absent"})
    assert owed_slips(school, group) is None


def test_numbers_that_stand_are_not_overwritten(school: School, group: ClassGroup) -> None:
    later = taught(school, group, "later")
    count_slips(school, group, later, FACES)
    count_slips(school, group, later, {"yes": 0, "partly": 0, "not-yet": 1})
    count_slips(school, group, later, None)
    assert school.classes.records(group.id)[-1]["slips"] == FACES


@pytest.mark.parametrize("when", ["never", "later"])
def test_never_ends_it(school: School, group: ClassGroup, when: str) -> None:
    session = taught(school, group, when)
    count_slips(school, group, session, None)
    assert owed_slips(school, group) is None
    assert school.classes.records(group.id)[-1]["slips"] is None


def test_nobody_is_asked_for_ever(school: School, group: ClassGroup, fake_clock: FakeClock) -> None:
    taught(school, group, "later")
    day = school.clock.today()
    fake_clock.advance(minutes=24 * 60 * ASKED_DAYS)
    assert owed_slips(school, group) is not None
    fake_clock.advance(minutes=24 * 60)
    assert owed_slips(school, group) is None
    assert owed_slips(school, group, course=COURSE, on=day) is not None
    assert owed_slips(school, group, course=COURSE, on=day - dt.timedelta(days=1)) is None


def test_an_unknown_session_is_an_error(school: School, group: ClassGroup) -> None:
    with pytest.raises(UnknownName):
        count_slips(school, group, "never-held", FACES)
