"""The same promises on Windows and on a FAT stick."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from lifeskills.core.errors import NotSaved, OpenElsewhere
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import Event
from lifeskills.store.classes import ClassStore
from lifeskills.store.disk import RealDisk
from lifeskills.store.running import Running, RunningStore
from tests.store.disks import FatDisk, MemoryDisk, WindowsDisk

SCHOOL = Path("/school")
ON = "2026-11-23T08:00:00+08:00"
RECORD = {"id": "s1", "day": "2026-11-23", "opened": ON, "closed": "2026-11-23T08:45:00+08:00"}
GROUP = ClassGroup(id="c-8f3k", name="8(3)")


def event(seq: int) -> Event:
    data: dict[str, Any] = {"class": "c-8f3k", "on": ON} if seq == 1 else {"learner": "p-1"}
    return Event(seq, "opened" if seq == 1 else "marked", float(seq), ON, data)


def begun(disk: MemoryDisk, keys: int = 3) -> Running:
    ClassStore(SCHOOL, disk=disk).save(GROUP)
    running = RunningStore(SCHOOL, disk=disk).open("c-8f3k")
    for seq in range(1, keys + 1):
        running.append(event(seq))
    return running


@pytest.mark.parametrize("kind", [MemoryDisk, WindowsDisk, FatDisk])
def test_whole_lesson_on_every_disk(kind: type[MemoryDisk]) -> None:
    disk = kind()
    running = begun(disk, keys=30)
    running.close(RECORD)

    assert ClassStore(SCHOOL, disk=disk).records("c-8f3k") == (RECORD,)
    assert not RunningStore(SCHOOL, disk=disk).exists("c-8f3k")
    assert not [path for path in disk.files if path.suffix == ".tmp"]
    assert disk.opened == set()
    assert disk.locks == set()


def test_file_that_a_virus_scanner_holds_is_saved_within_two_seconds() -> None:
    disk = WindowsDisk()
    running = begun(disk)
    disk.busy = 30
    running.append(event(4))

    assert len(running.events) == 4
    assert 0 < sum(disk.pauses) <= 2


def test_file_that_stays_held_is_not_saved_and_says_so() -> None:
    disk = WindowsDisk()
    running = begun(disk)
    disk.busy = 10_000
    with pytest.raises(NotSaved, match="cannot be written"):
        running.append(event(4))
    disk.busy = 0

    assert len(running.events) == 3
    running.append(event(4))
    assert len(RunningStore(SCHOOL, disk=disk).peek("c-8f3k")) == 4


def test_names_differ_by_more_than_case() -> None:
    """Two ids may never be one file on a disk without case: ids are small letters only."""
    ids = "".join(ClassStore(SCHOOL, disk=WindowsDisk()).new_id() for _ in range(50))

    assert ids == ids.lower()
    assert ids.isascii()


@pytest.mark.parametrize("operation", range(1, 120))
def test_stick_pulled_at_any_operation_keeps_what_was_acknowledged(operation: int) -> None:
    disk = FatDisk()
    acked: list[Event] = []
    closed = False
    disk.die_at(operation)
    try:
        ClassStore(SCHOOL, disk=disk).save(GROUP)
        running = RunningStore(SCHOOL, disk=disk).open("c-8f3k")
        for seq in range(1, 13):
            running.append(event(seq))
            acked.append(event(seq))
        running.close(RECORD)
        closed = True
    except disk.Died:
        pass
    disk.revive()
    later = RunningStore(SCHOOL, disk=disk)
    with later.open("c-8f3k") as found:
        events = [one for one in found.events if one.kind != "closed"]
    records = ClassStore(SCHOOL, disk=disk).records("c-8f3k") if acked else ()

    assert found.notices == ()
    if closed or records:
        assert records == (RECORD,)
        assert events == []
    else:
        assert events[: len(acked)] == acked
        assert len(events) <= len(acked) + 1


@pytest.mark.parametrize("operation", range(1, 30))
def test_class_file_survives_on_a_stick(operation: int) -> None:
    disk = FatDisk()
    ClassStore(SCHOOL, disk=disk).save(GROUP)
    disk.die_at(operation)
    with contextlib.suppress(disk.Died):
        ClassStore(SCHOOL, disk=disk).add_record("c-8f3k", {"id": "s1"})
    disk.revive()
    store = ClassStore(SCHOOL, disk=disk)

    assert store.get("8(3)") == GROUP
    assert [r["id"] for r in store.records("c-8f3k")] in ([], ["s1"])
    store.add_record("c-8f3k", {"id": "s2"})
    assert not [
        path for path in disk.files if path.suffix == ".tmp" and path.parent.name != "backups"
    ]


# -- the real disk -------------------------------------------------------------------------------


def test_folder_that_cannot_be_synced_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(_handle: int) -> None:
        raise OSError(errno.EINVAL, "not here")

    monkeypatch.setattr("os.fsync", refuses)
    RealDisk().sync_folder(tmp_path)


def test_failing_sync_of_a_folder_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_handle: int) -> None:
        raise OSError(errno.EIO, "broken")

    monkeypatch.setattr("os.fsync", fails)
    with pytest.raises(OSError, match="broken"):
        RealDisk().sync_folder(tmp_path)


def test_names_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert RealDisk().names(tmp_path / "none") == ()


@pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")
def test_full_disk_is_said() -> None:
    draft = RealDisk().create(Path("/dev/full"))
    with pytest.raises(OSError, match="No space"):
        draft.write(b"x")
    draft.close()


def test_lock_of_a_process_that_was_killed_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import os, sys; from pathlib import Path;"
        "from lifeskills.store.running import RunningStore;"
        "r = RunningStore(Path(sys.argv[1])).open('c-8f3k');"
        "print('held', flush=True); sys.stdin.read(1); os.kill(os.getpid(), 9)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdin is not None
        assert other.stdout.readline() == b"held\n"
        with pytest.raises(OpenElsewhere):
            RunningStore(tmp_path).open("c-8f3k")
        other.stdin.write(b"x")
        other.stdin.close()
        other.wait()

    with RunningStore(tmp_path).open("c-8f3k") as running:
        assert running.events == []


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_folder_that_is_write_protected_is_said(tmp_path: Path) -> None:
    ClassStore(tmp_path).save(GROUP)
    (tmp_path / "classes").chmod(0o500)
    try:
        assert ClassStore(tmp_path).get("8(3)") == GROUP
        with pytest.raises(NotSaved, match="write-protected"):
            ClassStore(tmp_path).save(GROUP)
    finally:
        (tmp_path / "classes").chmod(0o700)
