"""Two hundred lessons are killed; each opens again with every key that was acknowledged."""

from __future__ import annotations

import random
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from lifeskills.core.people import ClassGroup
from lifeskills.store.classes import ClassStore
from lifeskills.store.running import RunningStore
from tests.store.scripted import (
    BETWEEN_OPEN_AND_FOLDER_SYNC,
    RECORD,
    SCHOOL,
    DyingDisk,
    drive,
    lesson,
)

ROOT = Path(__file__).resolve().parents[2]
KILLS = 200
BATCHES = 10
IN_WRITES = 0.75
"""The share of kills that are drawn over the operations of writes; the others come from outside."""


@dataclass(frozen=True)
class Kill:
    """At the n-th operation of the disk, or by us when the n-th acknowledgement is read."""

    operation: int = 0
    ack: int = 0


def draw(folder: Path) -> list[Kill]:
    """Where to kill, from the operations of a lesson that nobody kills."""
    disk = DyingDisk()
    ClassStore(folder).save(ClassGroup(id=SCHOOL, name="8(3)"))
    drive(folder, disk, lambda _: None)
    writes = [
        number
        for number, operation in enumerate(disk.done, start=1)
        if operation in BETWEEN_OPEN_AND_FOLDER_SYNC
    ]
    chance = random.Random(20261123)
    within = [Kill(operation=chance.choice(writes)) for _ in range(int(KILLS * IN_WRITES))]
    outside = [Kill(ack=chance.randint(1, len(lesson()))) for _ in range(KILLS - len(within))]
    return chance.sample([*within, *outside], KILLS)


def killed(folder: Path, kill: Kill) -> list[str]:
    """Teach in a child that is killed; what it had acknowledged."""
    acks: list[str] = []
    command = [sys.executable, "-m", "tests.store.scripted", str(folder), str(kill.operation)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            acks.append(line.split()[1])
            if len(acks) == kill.ack:
                child.kill()
        assert child.wait() != 0 or acks[-1] == "closed", "it was killed, or faster than we"
    return acks


def check(folder: Path, acks: list[str]) -> None:
    """Open what is left as the next start would."""
    store, classes = RunningStore(folder), ClassStore(folder)
    with store.open(SCHOOL) as running:
        events = [event for event in running.events if event.kind != "closed"]
        assert running.notices == ()
    records = classes.records(SCHOOL)
    acked = [ack for ack in acks if ack != "closed"]

    if "closed" in acks or records:
        assert [record["id"] for record in records] == [RECORD["id"]]
        assert events == []
        assert len(list((folder / "running" / "closed").glob("*.json"))) == 1
    else:
        assert acked == [str(number) for number in range(1, len(acked) + 1)]
        assert events == lesson()[: len(events)]
        assert len(acked) <= len(events) <= len(acked) + 1
    assert not list((folder / "running").glob("*.tmp"))


@pytest.mark.slow
@pytest.mark.parametrize("batch", range(BATCHES))
def test_killed_lesson_has_every_acknowledged_key(tmp_path: Path, batch: int) -> None:
    kills = draw(tmp_path / "whole")[batch::BATCHES]
    within = [kill for kill in kills if kill.operation]
    for number, kill in enumerate(kills):
        folder = tmp_path / str(number)
        folder.mkdir()
        ClassStore(folder).save(ClassGroup(id=SCHOOL, name="8(3)"))
        check(folder, killed(folder, kill))

    assert len(kills) == KILLS // BATCHES
    assert len(within) > len(kills) / 2


def test_lesson_that_is_not_killed_is_closed(tmp_path: Path) -> None:
    ClassStore(tmp_path).save(ClassGroup(id=SCHOOL, name="8(3)"))
    acks: list[str] = []
    drive(tmp_path, DyingDisk(), acks.append)

    check(tmp_path, acks)
    assert acks[-1] == "closed"
    assert ClassStore(tmp_path).records(SCHOOL)[0]["marks"] == RECORD["marks"]
