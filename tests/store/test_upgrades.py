"""Files of every schema there ever was still open; each is kept in ``fixtures``."""

from __future__ import annotations

import shutil
from pathlib import Path

import orjson
import pytest

from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.session import Event, fold
from lifeskills.store.classes import ClassStore
from lifeskills.store.codec import Document
from lifeskills.store.running import RunningStore
from lifeskills.store.upgrades import SCHEMA, UPGRADES, upgraded

FIXTURES = Path(__file__).parent / "fixtures"
GROUP = ClassGroup(
    id="c-8f3k",
    name="8(3)",
    audiences=("g7-9",),
    band="mixed",
    weekday=0,
    slot="班会",
    learners=(
        Learner(id="p-aaaaaa", number=1, name="李想", given="想", sex="girl", desk=(1, 1)),
        Learner(id="p-bbbbbb", number=2, name="[red]Li[/]", school_id="G52-2"),
        Learner(id="p-cccccc", number=3, name="𠮷㛃", sex="boy", desk=(1, 2), left=True),
    ),
)
SCHEMAS = {name: range(number + 1) for name, number in SCHEMA.items()}


def kept(name: str, schema: int) -> Path:
    return FIXTURES / f"{name.removeprefix('lifeskills-')}-schema-{schema}.json"


@pytest.mark.parametrize(("name", "schema"), [(n, s) for n, ss in SCHEMAS.items() for s in ss])
def test_every_schema_has_a_kept_file_and_a_way_up(name: str, schema: int) -> None:
    raw = orjson.loads(kept(name, schema).read_bytes())

    assert (raw["format"], raw["schema"]) == (name, schema)
    assert schema == SCHEMA[name] or (name, schema) in UPGRADES


@pytest.mark.parametrize("schema", SCHEMAS["lifeskills-class"])
def test_kept_class_opens_and_is_saved_at_todays_schema(tmp_path: Path, schema: int) -> None:
    path = tmp_path / "classes" / "c-8f3k.json"
    path.parent.mkdir()
    shutil.copy(kept("class", schema), path)
    store = ClassStore(tmp_path)

    assert store.get("8(3)") == GROUP
    assert [r["course"] for r in store.records("c-8f3k")] == ["tricks-people-use"]
    assert store.concerns("c-8f3k")["worries"][0]["code"] == "often-alone"
    assert path.read_bytes() == kept("class", schema).read_bytes(), "looking changes nothing"
    store.add_record("c-8f3k", {"id": "s2", "day": "2026-11-23"})
    assert orjson.loads(path.read_bytes())["schema"] == SCHEMA["lifeskills-class"]
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.read_bytes() == kept("class", schema).read_bytes(), "the old file is kept"


@pytest.mark.parametrize("schema", SCHEMAS["lifeskills-running"])
def test_kept_lesson_opens_and_goes_on(tmp_path: Path, schema: int) -> None:
    (tmp_path / "running").mkdir()
    shutil.copy(kept("running", schema), tmp_path / "running" / "c-8f3k.json")
    with RunningStore(tmp_path).open("c-8f3k") as running:
        state = fold(running.events)
        assert (state.step, state.absent, state.last_at) == ("act", ("p-bbbbbb",), 10.0)
        running.append(Event(5, "paused", 60.0, "2026-11-23T08:01:00+08:00", {}))

    assert len(RunningStore(tmp_path).peek("c-8f3k")) == 5


def test_schema_that_nothing_leads_up_from_is_refused() -> None:
    with pytest.raises(ValueError, match="no way up"):
        upgraded(Document("lifeskills-class", -1, {}))


def test_newer_schema_is_left_alone() -> None:
    document = Document("lifeskills-class", 9, {})

    assert upgraded(document) is document
