"""Class files through ClassStore."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import orjson
import pytest

from lifeskills.core.errors import Damaged, NewerFormat, OpenElsewhere, UnknownName
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.store.classes import ClassStore, new_learner_ids

LEARNERS = (
    Learner(id="p-aaaaaa", number=1, name="李想", given="想", sex="girl", desk=(1, 1)),
    Learner(id="p-bbbbbb", number=2, name="[red]Li[/]", desk=(1, 2)),
    Learner(id="p-cccccc", number=3, name="𠮷㛃\x1b[31m", sex="boy", left=True),
)
GROUP = ClassGroup(id="c-8f3k", name="8(3)", audiences=("g7-9",), band="mixed", learners=LEARNERS)


@pytest.fixture
def store(tmp_path: Path) -> ClassStore:
    return ClassStore(tmp_path)


def file(folder: Path) -> Path:
    return folder / "classes" / "c-8f3k.json"


def test_class_comes_back_as_it_was_saved(store: ClassStore, tmp_path: Path) -> None:
    store.save(GROUP)

    assert ClassStore(tmp_path).get("8(3)") == GROUP
    assert ClassStore(tmp_path).get("c-8f3k") == GROUP
    assert ClassStore(tmp_path).list() == (GROUP,)


def test_learner_who_is_taken_off_the_roster_is_gone_from_the_file(
    store: ClassStore, tmp_path: Path
) -> None:
    store.save(GROUP)
    store.save(replace(GROUP, learners=LEARNERS[:2]))

    assert "p-cccccc" not in file(tmp_path).read_text("utf-8")


@pytest.mark.parametrize("typed", ["8（3）", " 8 (3)", "８(3)"])
def test_name_is_found_as_an_input_method_types_it(store: ClassStore, typed: str) -> None:
    store.save(ClassGroup(id="c-8f3k", name="8(3)"))

    assert store.get(typed).id == "c-8f3k"


def test_unknown_name_says_what_is_near(store: ClassStore) -> None:
    store.save(GROUP)

    with pytest.raises(UnknownName, match=r"8\(3\)"):
        store.get("8(4)")


@pytest.mark.parametrize("name", ["../school", "C-8F3K", "a b", ""])
def test_class_id_is_no_path(store: ClassStore, name: str) -> None:
    with pytest.raises(UnknownName):
        store.records(name)


def test_record_is_added_once_and_replaced_by_its_id(store: ClassStore) -> None:
    store.save(GROUP)
    store.add_record("c-8f3k", {"id": "s2", "day": "2026-11-09", "n": 1})
    store.add_record("c-8f3k", {"id": "s1", "day": "2026-11-02", "present": ("p-aaaaaa",)})
    store.add_record("c-8f3k", {"id": "s2", "day": "2026-11-09", "n": 2})

    assert store.records("c-8f3k") == (
        {"id": "s1", "day": "2026-11-02", "present": ["p-aaaaaa"]},
        {"id": "s2", "day": "2026-11-09", "n": 2},
    )


def test_record_of_a_class_that_is_not_there_makes_no_class(store: ClassStore) -> None:
    with pytest.raises(UnknownName):
        store.add_record("c-8f3k", {"id": "s1"})
    with pytest.raises(UnknownName):
        store.save_concerns("c-8f3k", {})

    assert store.list() == ()


def test_same_record_again_writes_nothing(store: ClassStore, tmp_path: Path) -> None:
    store.save(GROUP)
    store.add_record("c-8f3k", {"id": "s1", "day": "2026-11-02"})
    before = file(tmp_path).stat().st_mtime_ns
    store.add_record("c-8f3k", {"id": "s1", "day": "2026-11-02"})

    assert file(tmp_path).stat().st_mtime_ns == before


def test_concerns_are_empty_at_first_and_come_back(store: ClassStore) -> None:
    store.save(GROUP)
    empty = store.concerns("c-8f3k")
    store.save_concerns("c-8f3k", {**empty, "worries": [{"learner": "p-aaaaaa"}]})

    assert empty == {"worries": [], "silences": [], "duties": []}
    assert store.concerns("c-8f3k")["worries"] == [{"learner": "p-aaaaaa"}]


def test_pairs_are_none_at_first_come_back_and_outlive_a_new_roster(
    store: ClassStore, tmp_path: Path
) -> None:
    store.save(GROUP)
    assert store.pairs("c-8f3k") == {"apart": [], "together": []}
    store.save_pairs("c-8f3k", {"apart": [["p-aaaaaa", "p-bbbbbb"]], "later": 1})
    store.save_pairs("c-8f3k", {"together": []})
    store.save(replace(GROUP, slot="班会"))

    assert ClassStore(tmp_path).pairs("c-8f3k") == {
        "apart": [["p-aaaaaa", "p-bbbbbb"]],
        "together": [],
        "later": 1,
    }


def test_an_earlier_terms_ids_leave_the_file_and_nothing_else_does(
    store: ClassStore, tmp_path: Path
) -> None:
    store.save(GROUP)
    old = {"id": "s1", "day": "2026-01-12", "asked": {"p-aaaaaa": 2}, "drawn": [], "later": [1]}
    new = {"id": "s2", "day": "2026-03-09", "asked": {"p-bbbbbb": 1}}
    store.add_record("c-8f3k", old)
    store.add_record("c-8f3k", new)
    store.forget("c-8f3k", dt.date(2026, 3, 2))

    kept = {"id": "s1", "day": "2026-01-12", "later": [1]}
    assert ClassStore(tmp_path).records("c-8f3k") == (kept, new)
    before = file(tmp_path).read_bytes()
    store.forget("c-8f3k", dt.date(2026, 3, 2))
    assert file(tmp_path).read_bytes() == before


def test_what_a_caller_does_to_its_copy_changes_nothing(store: ClassStore) -> None:
    store.save(GROUP)
    store.save_concerns("c-8f3k", {"worries": [{"code": "often-alone"}]})
    store.concerns("c-8f3k")["worries"].append("x")
    store.add_record("c-8f3k", {"id": "s1", "present": ["p-aaaaaa"]})
    store.records("c-8f3k")[0]["present"].append("x")

    assert store.concerns("c-8f3k")["worries"] == [{"code": "often-alone"}]
    assert store.records("c-8f3k")[0]["present"] == ["p-aaaaaa"]


def test_fields_of_a_later_version_survive_every_save(store: ClassStore, tmp_path: Path) -> None:
    store.save(GROUP)
    raw = orjson.loads(file(tmp_path).read_bytes())
    raw["signed"] = "yes"
    raw["tables"]["badges"] = {"1": {"a": 1}}
    raw["tables"]["group"]["1"]["house"] = "blue"
    raw["tables"]["learners"]["1"]["club"] = "chess"
    file(tmp_path).write_bytes(orjson.dumps(raw))

    fresh = ClassStore(tmp_path)
    fresh.save(replace(fresh.get("8(3)"), name="9(3)"))
    fresh.add_record("c-8f3k", {"id": "s1"})
    saved = orjson.loads(file(tmp_path).read_bytes())

    assert saved["signed"] == "yes"
    assert saved["tables"]["badges"] == {"1": {"a": 1}}
    assert saved["tables"]["group"]["1"]["house"] == "blue"
    assert saved["tables"]["learners"]["1"]["club"] == "chess"
    assert saved["tables"]["group"]["1"]["name"] == "9(3)"


def test_file_of_a_later_version_is_read_and_not_written(store: ClassStore, tmp_path: Path) -> None:
    store.save(GROUP)
    raw = orjson.loads(file(tmp_path).read_bytes())
    raw["schema"], raw["written_by"] = 7, "lifeskills 9.0"
    file(tmp_path).write_bytes(before := orjson.dumps(raw))
    later = ClassStore(tmp_path)

    assert later.get("8(3)") == GROUP
    assert "lifeskills 9.0" in str(later.notices[0])
    with pytest.raises(NewerFormat):
        later.add_record("c-8f3k", {"id": "s1"})
    assert file(tmp_path).read_bytes() == before


def test_two_terminals_lose_no_record(tmp_path: Path) -> None:
    one, two = ClassStore(tmp_path), ClassStore(tmp_path)
    one.save(GROUP)
    two.get("8(3)")
    one.add_record("c-8f3k", {"id": "s1"})
    two.add_record("c-8f3k", {"id": "s2"})
    two.save(replace(GROUP, name="9(3)"))

    assert [r["id"] for r in one.records("c-8f3k")] == ["s1", "s2"]
    assert one.get("9(3)").name == "9(3)"


def test_terminal_that_saw_an_older_roster_may_not_overwrite_the_newer(tmp_path: Path) -> None:
    one, two = ClassStore(tmp_path), ClassStore(tmp_path)
    one.save(GROUP)
    seen = two.get("8(3)")
    one.save(replace(GROUP, name="9(3)"))

    with pytest.raises(OpenElsewhere):
        two.save(replace(seen, band="under16"))
    assert two.get("9(3)").band == "mixed"
    two.save(replace(two.get("9(3)"), band="under16"))
    assert one.get("9(3)").band == "under16"


def test_two_programs_at_once_lose_no_record(store: ClassStore, tmp_path: Path) -> None:
    store.save(GROUP)
    code = (
        "import sys; from pathlib import Path;"
        "from lifeskills.store.classes import ClassStore;"
        "s = ClassStore(Path(sys.argv[1]));"
        "[s.add_record('c-8f3k', {'id': f'{sys.argv[2]}{n}'}) for n in range(25)]"
    )
    children = [subprocess.Popen([sys.executable, "-c", code, tmp_path, who]) for who in "ab"]

    assert [child.wait() for child in children] == [0, 0]
    assert len(store.records("c-8f3k")) == 50


DAMAGES = {
    "empty": b"",
    "torn": b'{"format":"lifeskills-class","schema":1,"tab',
    "zeros": b"\0" * 900,
    "a list": b"[]",
    "another kind": b'{"format":"lifeskills-running","schema":1,"tables":{}}',
    "no group": b'{"format":"lifeskills-class","schema":1,"tables":{}}',
    "a broken learner": b'{"format":"lifeskills-class","schema":1,"tables":{"group":{"1":'
    b'{"id":"c-8f3k","name":"8(3)"}},"learners":{"1":{"name":"x"}}}}',
    "too old": b'{"format":"lifeskills-class","schema":-3,"tables":{}}',
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_damaged_file_is_set_aside_and_the_newest_good_copy_opened(
    tmp_path: Path, damage: bytes
) -> None:
    store = ClassStore(tmp_path)
    store.save(GROUP)
    store.add_record("c-8f3k", {"id": "s1", "day": "2026-11-02"})
    fresh = ClassStore(tmp_path)
    fresh.add_record("c-8f3k", {"id": "s2", "day": "2026-11-09"})  # its copy holds s1
    file(tmp_path).write_bytes(damage)

    reader = ClassStore(tmp_path)
    assert [r["id"] for r in reader.records("c-8f3k")] == ["s1"]
    assert file(tmp_path).read_bytes() == damage, "only looking changes nothing"
    (loss,) = reader.notices
    assert "the last on 2026-11-02" in str(loss)
    assert "lost" in str(loss)

    reader.add_record("c-8f3k", {"id": "s3", "day": "2026-11-16"})
    assert [r["id"] for r in ClassStore(tmp_path).records("c-8f3k")] == ["s1", "s3"]
    (aside,) = (tmp_path / "backups").glob("*.damaged-1.json")
    assert aside.read_bytes() == damage


def test_damaged_copies_are_passed_over(tmp_path: Path) -> None:
    for number in range(3):
        ClassStore(tmp_path).save(replace(GROUP, name=f"{number}"))
    *_, newest = sorted((tmp_path / "backups").iterdir())
    newest.write_bytes(b"{")
    file(tmp_path).write_bytes(b"{")

    assert ClassStore(tmp_path).list()[0].name == "0"


def test_class_that_is_lost_hides_no_other(tmp_path: Path) -> None:
    store = ClassStore(tmp_path)
    store.save(GROUP)
    store.save(replace(GROUP, id="c-9999", name="9(1)"))
    file(tmp_path).write_bytes(b"{")
    for copy in (tmp_path / "backups").glob("*"):
        copy.unlink()

    assert [group.name for group in store.list()] == ["9(1)"]
    assert "c-8f3k" in str(store.notices[0])
    with pytest.raises(Damaged):
        store.records("c-8f3k")


def test_at_most_five_copies_are_kept_and_none_is_a_link(tmp_path: Path) -> None:
    for number in range(12):
        ClassStore(tmp_path).save(replace(GROUP, name=f"{number}"))

    copies = sorted((tmp_path / "backups").iterdir())
    assert len(copies) == 5
    assert all(copy.stat().st_nlink == 1 for copy in (*copies, file(tmp_path)))
    assert copies[-1].name.endswith(".0011.json")


def test_ids_are_ascii_and_new(store: ClassStore) -> None:
    store.save(GROUP)
    ids = new_learner_ids(200, taken={"p-aaaaaa"})

    assert len(set(ids) - {"p-aaaaaa"}) == 200
    assert store.new_id() != "c-8f3k"
    assert store.new_id().isascii()
