"""``keys set | reset | sheet``, and ``school facts | set``, as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A user's folder of one's own."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))


def test_a_key_is_changed_shown_and_changed_back(call: Call) -> None:
    done = call("keys", "set", "undo", "f11")
    assert done.exit_code == 0
    assert "Many terminals keep this key" in done.stderr
    rows = {one["id"]: one for one in json.loads(call("keys", "list", "--json").stdout)}
    assert rows["undo"]["keys"] == ["f11"]
    assert rows["undo"]["usual"][0] == "f2"
    assert "F11" in call("keys", "sheet").stdout
    assert call("keys", "reset", "undo").exit_code == 0
    assert "F11" not in call("keys", "sheet").stdout


@pytest.mark.parametrize(
    ("command", "key", "says"),
    [("undo", "f3", "pause"), ("nothing", "f11", "nothing"), ("undo", "f99", "no key")],
)
def test_a_key_that_cannot_be_is_wrong_use(call: Call, command: str, key: str, says: str) -> None:
    done = call("keys", "set", command, key)
    assert done.exit_code == 2
    assert says in done.stderr
    assert "*" not in call("keys", "list").stdout


def test_what_only_the_school_knows_is_filled_in(call: Call, folder: Path) -> None:
    done = call("school", "set", "care-person", "Ms Lin, room 204", school=folder)
    assert done.exit_code == 0, done.stderr
    rows = json.loads(call("school", "facts", "--json", school=folder).stdout)
    assert {one["id"]: one["value"] for one in rows}["care-person"] == "Ms Lin, room 204"
    assert call("school", "set", "nobody", "x", school=folder).exit_code == 2
    assert call("school", "set", "care-person", "x" * 300, school=folder).exit_code == 2
    assert call("school", "set", "care-person", "", school=folder).exit_code == 0
    rows = json.loads(call("school", "facts", "--json", school=folder).stdout)
    assert {one["id"]: one["value"] for one in rows}["care-person"] == ""
