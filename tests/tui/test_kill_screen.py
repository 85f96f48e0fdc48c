"""A lesson on the real screens is killed; it is found open with every key that was acknowledged."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.planning import found_open
from lifeskills.classroom.school import School
from lifeskills.core.resuming import Counted, on_reopening
from lifeskills.core.session import Event, fold
from lifeskills.store.classes import ClassStore
from lifeskills.store.running import RunningStore
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.roll import RollScreen
from tests.fakes import FakeClock
from tests.store.scripted import BETWEEN_OPEN_AND_FOLDER_SYNC, DyingDisk
from tests.tui.conftest import OpenApp
from tests.tui.taught_by_keys import CLASS, teach

ROOT = Path(__file__).resolve().parents[2]
KILLS = 20
IN_WRITES = 12
"""Kills drawn over the operations of writes; the others come from outside, after a key."""
COURSE = "tricks-people-use"
MINUTES_LATER = 30


@dataclass(frozen=True)
class Whole:
    """The same lesson, not killed: its operations on the disk, and its events."""

    operations: list[str]
    events: list[Event]


@dataclass(frozen=True)
class Kill:
    """At the n-th operation of the disk, or by us when the n-th acknowledgement is read."""

    operation: int = 0
    ack: int = 0


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample school, made once."""
    folder = tmp_path_factory.mktemp("made") / "school"
    build_demo(folder, language="zh", today=FakeClock().today())
    return folder


async def taught(folder: Path) -> Whole:
    events: list[Event] = []
    disk = DyingDisk()
    await teach(folder, disk, events.append)
    assert events[-1].kind == "closed"
    return Whole(disk.done, events)


def draw(whole: Whole) -> list[Kill]:
    writes = [
        number
        for number, operation in enumerate(whole.operations, start=1)
        if operation in BETWEEN_OPEN_AND_FOLDER_SYNC
    ]
    chance = random.Random(20261124)
    within = [Kill(operation=one) for one in chance.sample(writes, IN_WRITES)]
    keys = range(1, len(whole.events))
    return within + [Kill(ack=one) for one in chance.sample(keys, KILLS - IN_WRITES)]


def killed(folder: Path, kill: Kill) -> list[int]:
    """Teach in a child that is killed; what it had acknowledged."""
    acks: list[int] = []
    command = [sys.executable, "-m", "tests.tui.taught_by_keys", str(folder), str(kill.operation)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            acks.append(int(line.removeprefix("ack ")))
            if len(acks) == kill.ack:
                child.kill()
        assert child.wait() < 0, "it was killed, and did not end by itself"
    return acks


def check(folder: Path, acks: list[int], whole: Whole) -> list[Event]:
    """Open what is left as the next start would; give the events of what is still open."""
    records = [one for one in ClassStore(folder).records(CLASS) if one.get("course") == COURSE]
    with RunningStore(folder).open(CLASS) as running:
        events = list(running.events)
        assert running.notices == ()
    after = [one for one in ClassStore(folder).records(CLASS) if one.get("course") == COURSE]
    if not events and after:
        assert len(after) == 1, "closed once, by the lesson or by this opening"
        assert len(acks) >= len(whole.events) - 1
        return []
    assert records == after == []
    assert acks == [event.seq for event in whole.events[: len(acks)]]
    assert len(acks) <= len(events) <= len(acks) + 1
    assert same(events, whole.events[: len(events)])
    return events


def same(events: list[Event], others: list[Event]) -> bool:
    return [event.as_dict() for event in events] == [event.as_dict() for event in others]


async def offered_again(open_app: OpenApp, folder: Path, events: list[Event]) -> None:
    """Home offers the lesson, and Enter goes on with it where it stood."""
    clock = FakeClock()
    clock.advance(minutes=MINUTES_LATER)
    school = School(folder, clock=clock, language="zh")
    found = found_open(school, school.classes.get(CLASS))
    assert found is not None
    assert found.state == fold(events)
    assert isinstance(on_reopening(found.state, clock.now()), Counted)
    async with open_app(school) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LessonScreen if found.state.roll_done else RollScreen)
        state = app.screen.teaching.state
        assert state.marks == found.state.marks
        assert state.step == found.state.step
        assert state.tools == found.state.tools
        app.screen.teaching.leave()


@pytest.mark.slow
async def test_a_lesson_that_is_not_killed_is_closed(made: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(made, tmp_path / "school"))
    whole = await taught(folder)
    kinds = {event.kind for event in whole.events}
    assert kinds >= {"marked", "roll_done", "grouped", "tool", "paused", "undone", "closed"}
    assert check(folder, [event.seq for event in whole.events], whole) == []


@pytest.mark.slow
async def test_a_killed_lesson_is_found_with_every_acknowledged_key(
    made: Path, tmp_path: Path, open_app: OpenApp
) -> None:
    whole = await taught(Path(shutil.copytree(made, tmp_path / "whole")))
    kills, resumed = draw(whole), 0
    for number, kill in enumerate(kills):
        folder = Path(shutil.copytree(made, tmp_path / str(number)))
        events = check(folder, killed(folder, kill), whole)
        if events:
            resumed += 1
            await offered_again(open_app, folder, events)
    assert len(kills) == KILLS
    assert resumed > KILLS / 2
