"""Open lessons through RunningStore."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given

from lifeskills.core.errors import (
    Damaged,
    NewerFormat,
    NotSaved,
    OpenElsewhere,
    SessionError,
    StoreError,
)
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import Event, fold
from lifeskills.store.classes import ClassStore
from lifeskills.store.running import Running, RunningStore
from tests.store.disks import MemoryDisk
from tests.strategies import lessons

ON = "2026-11-23T08:00:00+08:00"
RECORD = {"id": "s1", "day": "2026-11-23", "opened": ON, "closed": "2026-11-23T08:45:00+08:00"}


def event(seq: int, kind: str = "marked", **data: Any) -> Event:
    return Event(seq, kind, seq * 1.5, ON, data or {"learner": "p-1", "mark": "absent"})


def opened() -> Event:
    return event(1, "opened", **{"class": "c-8f3k", "learners": ["p-1", "p-2"], "on": ON})


def begun(store: RunningStore, keys: int = 3) -> Running:
    running = store.open("c-8f3k")
    running.append(opened())
    for seq in range(2, 2 + keys):
        running.append(event(seq))
    return running


@pytest.fixture
def store(tmp_path: Path) -> RunningStore:
    ClassStore(tmp_path).save(ClassGroup(id="c-8f3k", name="8(3)"))
    return RunningStore(tmp_path)


def test_events_are_there_for_the_next_terminal(store: RunningStore, tmp_path: Path) -> None:
    running = begun(store)
    running.release()
    again = RunningStore(tmp_path).open("c-8f3k")

    assert again.events == running.events
    assert [e.seq for e in again.events] == [1, 2, 3, 4]
    assert store.exists("c-8f3k")


@given(events=lessons())
def test_whatever_a_lesson_holds_comes_back(events: list[Event]) -> None:
    disk = MemoryDisk()
    store = RunningStore(Path("/school"), disk=disk)
    with store.open("c-8f3k") as running:
        for one in events:
            running.append(one)

    assert list(RunningStore(Path("/school"), disk=disk).peek("c-8f3k")) == events


def test_second_terminal_is_told_and_may_read(store: RunningStore, tmp_path: Path) -> None:
    running = begun(store)
    second = RunningStore(tmp_path)

    with pytest.raises(OpenElsewhere, match="terminal"):
        second.open("c-8f3k")
    reading = second.open("c-8f3k", read_only=True)
    assert reading.events == running.events
    assert reading.notices
    with pytest.raises(OpenElsewhere):
        reading.append(event(9))
    running.release()
    assert second.open("c-8f3k").events == running.events


def test_number_that_was_used_is_refused(store: RunningStore) -> None:
    with begun(store) as running, pytest.raises(SessionError):
        running.append(event(4))


def test_value_that_no_file_can_hold_is_refused_before_anything_is_written(
    store: RunningStore,
) -> None:
    with begun(store) as running:
        with pytest.raises(TypeError):
            running.append(event(5, "noted", value=object()))
        assert len(running.events) == 4
        assert len(store.peek("c-8f3k")) == 4


def test_closing_moves_the_record_and_the_events(store: RunningStore, tmp_path: Path) -> None:
    running = begun(store)
    running.close(RECORD)

    assert ClassStore(tmp_path).records("c-8f3k") == (RECORD,)
    assert not store.exists("c-8f3k")
    (kept,) = (tmp_path / "running" / "closed").glob("*.json")
    assert kept.name == "2026-11-23_c-8f3k_s1.json"
    assert store.open("c-8f3k").events == []


def test_closing_twice_changes_nothing(store: RunningStore, tmp_path: Path) -> None:
    running = begun(store)
    running.close(RECORD)
    running.close(RECORD)

    assert ClassStore(tmp_path).records("c-8f3k") == (RECORD,)


@pytest.mark.parametrize("operation", range(1, 40))
def test_closing_cut_short_anywhere_is_finished_by_the_next_opening(operation: int) -> None:
    disk = MemoryDisk()
    school = Path("/school")
    ClassStore(school, disk=disk).save(ClassGroup(id="c-8f3k", name="8(3)"))
    running = begun(RunningStore(school, disk=disk))
    disk.die_at(operation)
    with contextlib.suppress(disk.Died):
        running.close(RECORD)
    disk.revive()
    later = RunningStore(school, disk=disk)
    left = later.peek("c-8f3k")
    later.tidy()

    closed = ClassStore(school, disk=disk).records("c-8f3k") == (RECORD,)
    assert closed or list(left) == running.events[: len(left)], "open as before, or closed"
    if closed:
        assert later.open("c-8f3k").events == []
        assert disk.names(school / "running" / "closed") == ("2026-11-23_c-8f3k_s1.json",)
    else:
        assert len(left) == 4


def test_lesson_of_a_class_that_was_removed_can_still_be_closed(tmp_path: Path) -> None:
    begun(RunningStore(tmp_path)).close(RECORD)

    assert len(list((tmp_path / "running" / "closed").glob("*.json"))) == 1
    assert ClassStore(tmp_path).list() == ()


def test_closed_lessons_are_kept_for_thirty_days(store: RunningStore, tmp_path: Path) -> None:
    for day in ("2026-10-01", "2026-10-25", "2026-11-23"):
        record = {"id": f"s-{day}", "day": day, "closed": f"{day}T09:00:00+08:00"}
        begun(store).close(record)
    names = sorted(path.name for path in (tmp_path / "running" / "closed").glob("*.json"))

    assert [name[:10] for name in names] == ["2026-10-25", "2026-11-23"]


def test_closed_lesson_can_be_opened_again(store: RunningStore, tmp_path: Path) -> None:
    begun(store).close(RECORD)
    with store.open("c-8f3k"):
        pass
    again = store.reopen("c-8f3k", "s1")
    again.append(Event(6, "reopened", 9.0, ON, {}))
    again.append(event(7))

    assert fold(again.events).open
    again.close({**RECORD, "closed": "2026-11-23T09:00:00+08:00"})
    (record,) = ClassStore(tmp_path).records("c-8f3k")
    assert record["closed"].startswith("2026-11-23T09:00")


def test_lesson_that_is_not_kept_cannot_be_opened_again(store: RunningStore) -> None:
    with pytest.raises(SessionError):
        store.reopen("c-8f3k", "s9")
    assert store.open("c-8f3k").events == [], "and holds nothing"


# -- what is unknown or broken ---------------------------------------------------------------------


def path(folder: Path) -> Path:
    return folder / "running" / "c-8f3k.json"


def test_unknown_events_and_fields_survive_a_save(store: RunningStore, tmp_path: Path) -> None:
    begun(store).release()
    raw = orjson.loads(path(tmp_path).read_bytes())
    odd = {"seq": 5, "kind": "sung", "at": 9.0, "on": ON, "data": {"a": [1]}, "by": "choir"}
    raw["tables"]["events"]["5"] = odd
    raw["tables"]["weather"] = {"1": {"rain": True}}
    path(tmp_path).write_bytes(orjson.dumps(raw))
    with store.open("c-8f3k") as running:
        running.append(event(6))
    saved = orjson.loads(path(tmp_path).read_bytes())["tables"]

    assert saved["events"]["5"] == odd
    assert saved["weather"] == {"1": {"rain": True}}
    assert [e.kind for e in running.events][-2:] == ["sung", "marked"]


def test_lesson_of_a_later_version_can_only_be_read(store: RunningStore, tmp_path: Path) -> None:
    begun(store).release()
    raw = orjson.loads(path(tmp_path).read_bytes())
    path(tmp_path).write_bytes(orjson.dumps({**raw, "schema": 9}))
    running = store.open("c-8f3k")

    assert running.read_only
    assert len(running.events) == 4
    with pytest.raises((NewerFormat, OpenElsewhere)):
        running.append(event(5))


def test_damaged_lesson_goes_on_from_its_newest_good_copy(
    store: RunningStore, tmp_path: Path
) -> None:
    begun(store, keys=40).release()  # a copy before the 25th key
    path(tmp_path).write_bytes(b"\0" * 4000)
    running = RunningStore(tmp_path).open("c-8f3k")

    assert 20 <= len(running.events) <= 41
    assert "lost" in str(running.notices[0])
    assert f"{len(running.events)} keys" in str(running.notices[0])
    running.append(event(running.events[-1].seq + 1))
    running.release()
    assert RunningStore(tmp_path).open("c-8f3k").notices == ()


def test_damaged_lesson_without_a_copy_is_said_and_a_new_one_can_begin(
    store: RunningStore, tmp_path: Path
) -> None:
    path(tmp_path).parent.mkdir()
    path(tmp_path).write_bytes(b"not ours")

    with pytest.raises(Damaged, match="damaged-1"):
        store.open("c-8f3k")
    assert begun(store).events
    (aside,) = (tmp_path / "backups").glob("running*.damaged-1.json")
    assert aside.read_bytes() == b"not ours"


def test_copy_of_a_lesson_that_was_closed_is_not_opened_again(
    store: RunningStore, tmp_path: Path
) -> None:
    begun(store, keys=30).release()
    (copy,) = (tmp_path / "backups").glob("running*")
    kept = copy.read_bytes()
    with store.open("c-8f3k") as running:
        running.close(RECORD)
    assert not copy.exists()
    copy.write_bytes(kept)  # say its removal was lost with the power
    path(tmp_path).write_bytes(b"{")

    with pytest.raises(Damaged):
        store.open("c-8f3k")


@pytest.mark.parametrize("name", ["../x", "A", ""])
def test_class_id_is_no_path(store: RunningStore, name: str) -> None:
    with pytest.raises(StoreError):
        store.open(name)


# -- a disk that refuses ----------------------------------------------------------------------------


@pytest.mark.parametrize("operation", ["create", "write", "sync", "replace", "sync_folder"])
@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EROFS"])
def test_refused_write_leaves_memory_as_the_disk(operation: str, error: str) -> None:
    disk = MemoryDisk()
    running = begun(RunningStore(Path("/school"), disk=disk))
    disk.refuse(operation, error)
    with pytest.raises(NotSaved) as refusal:
        running.append(event(5))
    disk.refuse("", "")

    on_disk = RunningStore(Path("/school"), disk=disk).peek("c-8f3k")
    assert running.events == list(on_disk)
    assert len(on_disk) == (5 if operation == "sync_folder" else 4)
    assert ("disk is full" in str(refusal.value)) == (error == "ENOSPC")
    running.append(event(running.events[-1].seq + 1))
    assert len(RunningStore(Path("/school"), disk=disk).peek("c-8f3k")) == len(running.events)


def test_stick_pulled_and_put_back_loses_no_key() -> None:
    disk = MemoryDisk()
    running = begun(RunningStore(Path("/school"), disk=disk))
    disk.refuse("*", "EIO")
    for _, seq in itertools.product(range(3), (5,)):
        with pytest.raises(NotSaved):
            running.append(event(seq))
        assert len(running.events) == 4
    disk.refuse("", "")
    running.append(event(5))

    assert len(RunningStore(Path("/school"), disk=disk).peek("c-8f3k")) == 5


def test_disk_too_full_for_a_copy_still_saves_the_key() -> None:
    disk = MemoryDisk()
    store = RunningStore(Path("/school"), disk=disk)
    begun(store).release()
    with store.open("c-8f3k") as running:
        disk.refuse("create", "ENOSPC", only="backups")
        running.append(event(5))

    assert len(store.peek("c-8f3k")) == 5
