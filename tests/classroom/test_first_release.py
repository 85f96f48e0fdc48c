"""A lesson that the first release left open, every key in it, is gone on with and closed today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.grouping import Wanted
from tests.fakes import FakeClock

KEPT = Path(__file__).parents[1] / "store" / "fixtures" / "running-schema-1-every-key.json"


@pytest.fixture
def teaching(school: School, folder: Path, fake_clock: FakeClock) -> Teaching:
    group = school.classes.get("8(3)")
    shutil.copy(KEPT, folder / "running" / f"{group.id}.json")
    fake_clock.advance(minutes=5)
    return Teaching.resume(school, group)


def test_its_state_is_what_it_was(teaching: Teaching) -> None:
    state = teaching.state
    assert state.step == "four-signs"
    assert sorted(state.marks.values()) == ["absent", "late"]
    assert (len(state.turns), len(state.passes), len(state.notes)) == (1, 1, 0)
    assert (state.group_shape, sum(map(len, state.groups))) == ("fours", 51)
    assert state.added == {"who-is-talking": 2}


def test_undo_takes_back_its_keys(teaching: Teaching) -> None:
    for _ in range(40):
        teaching.undo()
    assert (teaching.state.step, teaching.state.marks, teaching.state.roll_done) == ("", {}, False)


def test_it_goes_on_and_is_closed(school: School, teaching: Teaching) -> None:
    work = GroupWork(teaching)
    assert sum(map(len, work.form(Wanted(shape="fours")).groups)) == 51
    assert work.ask_next().asked in teaching.state.present
    teaching.note("noise")
    record = teaching.close()
    assert record["turns"] == {"spoke": 1, "turns": 1}
    assert record in school.classes.records(teaching.group.id)
