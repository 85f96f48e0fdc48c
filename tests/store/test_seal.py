"""Everything but ``school.toml`` passes through the seal."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills.core.errors import Damaged
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.session import Event
from lifeskills.store.classes import ClassStore
from lifeskills.store.running import RunningStore
from lifeskills.store.seal import OpenSeal, Seal
from tests.store.disks import MemoryDisk

SCHOOL = Path("/school")
ON = "2026-11-23T08:00:00+08:00"


class Mirror:
    """A seal that can be looked at: bytes turned over, behind a mark."""

    def wrap(self, data: bytes) -> bytes:
        return b"SEALED" + bytes(255 - one for one in data)

    def open(self, data: bytes) -> bytes:
        if not data.startswith(b"SEALED"):
            raise ValueError("not sealed")
        return bytes(255 - one for one in data[6:])


def year(disk: MemoryDisk, seal: Seal) -> None:
    classes = ClassStore(SCHOOL, disk=disk, seal=seal)
    learner = Learner(id="p-aaaaaa", number=1, name="Wu Xiaowei")
    classes.save(ClassGroup(id="c-8f3k", name="8(3)", learners=(learner,)))
    store = RunningStore(SCHOOL, disk=disk, seal=seal)
    for number in range(3):
        with store.open("c-8f3k") as running:
            running.append(Event(1, "opened", 0, ON, {"class": "c-8f3k"}))
        with store.open("c-8f3k") as running:
            running.append(Event(2, "marked", 1, ON, {"learner": "p-aaaaaa", "mark": "absent"}))
            running.close(
                {"id": f"s{number}", "day": "2026-11-23", "marks": {"p-aaaaaa": "absent"}}
            )
    with store.open("c-8f3k") as running:
        running.append(Event(1, "opened", 0, ON, {"class": "c-8f3k"}))


def test_no_file_and_no_copy_shows_a_learner() -> None:
    disk = MemoryDisk()
    year(disk, Mirror())
    kinds = {path.relative_to(SCHOOL).parts[0] for path in disk.files}

    assert kinds == {"classes", "running", "backups"}
    for path, inode in disk.files.items():
        assert inode.data.startswith(b"SEALED"), path
        assert b"Xiaowei" not in inode.data
        assert b"p-aaaaaa" not in inode.data


def test_sealed_school_opens_with_its_seal_alone() -> None:
    disk = MemoryDisk()
    year(disk, Mirror())

    assert len(ClassStore(SCHOOL, disk=disk, seal=Mirror()).records("c-8f3k")) == 3
    with pytest.raises(Damaged):
        ClassStore(SCHOOL, disk=disk, seal=OpenSeal()).get("c-8f3k")
