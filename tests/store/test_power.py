"""The power goes at every moment of a lesson, on a disk that keeps only what it must.

At each operation all disks that may be found are opened by a new program: what was not synced is
dropped, torn, zeroed or there, names in any combination. What was acknowledged is always there,
and at most one key more. Then each single sync is left out, and each time something is lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from lifeskills.core.errors import StoreError, UnknownName
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.session import Event, fold
from lifeskills.store.classes import ClassStore
from lifeskills.store.codec import Document, decode
from lifeskills.store.running import RunningStore
from tests.store.disks import MemoryDisk

SCHOOL = Path("/school")
ON = "2026-11-23T08:00:00+08:00"
GROUP = ClassGroup(
    id="c-8f3k",
    name="8(3)",
    learners=tuple(Learner(id=f"p-{n}", number=n, name="李想") for n in range(1, 4)),
)
RECORD = {"id": "s1", "day": "2026-11-23", "opened": ON, "closed": "2026-11-23T08:45:00+08:00"}


@dataclass
class Promised:
    """What the program has told the teacher so far."""

    group: bool = False
    events: list[Event] = field(default_factory=list)
    closed: bool = False


class Lost(AssertionError):
    """Something that was promised is not there."""


def lesson(disk: MemoryDisk, promised: Promised) -> None:
    """A class is made; a lesson is opened, taught, left, gone on with, and closed."""
    classes = ClassStore(SCHOOL, disk=disk)
    classes.save(GROUP)
    promised.group = True
    store = RunningStore(SCHOOL, disk=disk)
    seq = 0
    for keys in (3, 2):
        with store.open("c-8f3k") as running:
            for _ in range(keys):
                seq += 1
                kind = "marked" if running.events else "opened"
                data: dict[str, Any] = {"learner": "p-1", "mark": "late"}
                if kind == "opened":
                    data = {"class": "c-8f3k", "on": ON, "learners": ["p-1", "p-2", "p-3"]}
                event = Event(seq, kind, float(seq), ON, data)
                running.append(event)
                promised.events.append(event)
    running = store.open("c-8f3k")
    running.close(RECORD)
    promised.closed = True


def check(found: MemoryDisk, promised: Promised) -> None:
    """Open what is found as a new program would; raise Lost unless every promise holds."""
    try:
        look(found, promised)
    except (StoreError, UnknownName) as error:
        raise Lost(str(error)) from error


def look(found: MemoryDisk, promised: Promised) -> None:
    classes = ClassStore(SCHOOL, disk=found)
    groups = classes.list()
    if classes.notices or (promised.group and groups != (GROUP,)):
        raise Lost(f"the class: {groups}, {classes.notices}")
    with RunningStore(SCHOOL, disk=found).open("c-8f3k") as running:
        if running.notices:
            raise Lost(str(running.notices[0]))
        records = classes.records("c-8f3k") if groups else ()
        if records and running.events:
            raise Lost("the lesson is on record and still open")
        events = running.events or closed_events(found)
    if promised.closed and not (records == (RECORD,) and fold(events).record is not None):
        raise Lost(f"the record: {records}")
    keys = [event for event in events if event.kind != "closed"]
    if keys[: len(promised.events)] != promised.events or len(keys) > len(promised.events) + 1:
        raise Lost(f"{len(promised.events)} keys were acknowledged, {len(keys)} are there")
    for name in found.names(SCHOOL / "backups"):
        if not name.endswith(".tmp"):
            sound(found.read(SCHOOL / "backups" / name))


def closed_events(found: MemoryDisk) -> list[Event]:
    folder = SCHOOL / "running" / "closed"
    for name in found.names(folder):
        if name.endswith(".json"):
            rows = sound(found.read(folder / name)).tables["events"].values()
            return sorted((Event.from_dict(row) for row in rows), key=lambda event: event.seq)
    return []


def sound(copy: bytes) -> Document:
    try:
        return decode(copy)
    except ValueError as error:
        raise Lost("a copy that has its name is broken") from error


def play(disk: MemoryDisk, *, start: int = 0) -> int:
    """Teach the lesson and cut the power at each operation from ``start``; how many disks."""
    promised = Promised()
    looked_at = 0

    def cut(_operation: str = "", _path: Path = SCHOOL) -> None:
        nonlocal looked_at
        if len(disk.history) >= start:
            for found in disk.after_power_cut():
                looked_at += 1
                check(found, promised)

    disk.before = cut
    lesson(disk, promised)
    cut()
    return looked_at


def syncs_of_a_lesson() -> list[tuple[int, str, Path]]:
    disk = MemoryDisk()
    lesson(disk, Promised())
    return [(n, op, path) for n, (op, path) in enumerate(disk.history) if op.startswith("sync")]


SYNCS = syncs_of_a_lesson()


@pytest.mark.slow
def test_every_promise_holds_wherever_the_power_goes() -> None:
    assert play(MemoryDisk()) > 500


@pytest.mark.slow
@pytest.mark.parametrize(
    "number", [n for n, _, _ in SYNCS], ids=[f"{op}-{path.name}-{n}" for n, op, path in SYNCS]
)
def test_without_any_one_sync_something_is_lost(number: int) -> None:
    disk = MemoryDisk()
    disk.syncs = lambda _operation, _path: len(disk.history) - 1 != number

    with pytest.raises(Lost):
        play(disk, start=number)
