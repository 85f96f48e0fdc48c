"""A school's plugin runs only as it was agreed to; each way round is really planted."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from lifeskills.core.errors import PluginError
from lifeskills.trust import MOST_FILES, TrustList, read_all
from tests.plugins.making import GREETS, Places, make_plugin

RAN = "from pathlib import Path\nPath(__file__).with_name('ran').touch()\n" + GREETS


@pytest.fixture
def trusted(places: Places) -> Path:
    """A school plugin that was agreed to; if it ever runs, a file ``ran`` lies outside it."""
    folder = make_plugin(places.school / "plugins", "counts", helper="X = 1")
    (folder / "table.txt").write_text("numbers", encoding="utf-8")
    places.agree(folder)
    assert places.load().find("counts").status == "loaded"
    return folder


def test_a_school_plugin_does_not_run_before_somebody_agrees(places: Places) -> None:
    folder = make_plugin(places.school / "plugins", "new", RAN)

    report = places.load().find("new")

    assert (report.status, report.reason) == (
        "untrusted",
        "Nobody on this machine has agreed to this plugin yet.",
    )
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("file", ["plugin.py", "helper.py", "plugin.toml", "table.txt"])
def test_a_changed_file_is_named(places: Places, trusted: Path, file: str) -> None:
    path = trusted / file
    path.write_text(path.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")

    report = places.load().find("counts")

    assert report.status == "untrusted"
    assert file in report.reason


def test_an_added_file_is_named(places: Places, trusted: Path) -> None:
    (trusted / "more.py").write_text("X = 2", encoding="utf-8")

    assert "more.py" in places.load().find("counts").reason


def test_a_missing_file_is_named(places: Places, trusted: Path) -> None:
    (trusted / "helper.py").unlink()

    assert "helper.py" in places.load().find("counts").reason


@pytest.mark.parametrize(
    "planted", ["helper.pyc", "__pycache__/helper.cpython-311.pyc", "helper.so", "deep/x.PYD"]
)
def test_compiled_code_is_refused(places: Places, trusted: Path, planted: str) -> None:
    path = trusted / planted
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"\x00")

    report = places.load().find("counts")

    assert report.status == "untrusted"
    assert "compiled" in report.reason
    with pytest.raises(PluginError, match="compiled"):
        read_all(trusted)


@pytest.mark.parametrize("where", ["file", "folder", "plugin"])
def test_a_link_is_refused(places: Places, trusted: Path, tmp_path: Path, where: str) -> None:
    outside = tmp_path / "outside"
    shutil.copytree(trusted, outside)
    try:
        if where == "file":
            (trusted / "helper.py").unlink()
            (trusted / "helper.py").symlink_to(outside / "helper.py")
        elif where == "folder":
            (trusted / "more").symlink_to(outside, target_is_directory=True)
        else:
            shutil.rmtree(trusted)
            trusted.symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("this system gives no links to an ordinary user")

    report = places.load().find("counts")

    assert report.status == "untrusted"
    assert "link" in report.reason


def test_a_second_plugin_of_the_same_id_is_not_trusted(places: Places, trusted: Path) -> None:
    make_plugin(places.school / "plugins", "a-first", RAN, id="counts")
    make_plugin(places.school / "plugins", "z-last", RAN, id="counts")

    plugins = places.load()

    assert plugins.find("a-first").status == "untrusted"
    assert plugins.find("z-last").status == "failed"
    assert "already taken" in plugins.find("z-last").reason
    assert [one.status for one in plugins.report if one.name == "counts"] == ["loaded"]


def test_a_copy_of_the_same_bytes_does_not_load_twice(places: Places, trusted: Path) -> None:
    shutil.copytree(trusted, trusted.with_name("counts-copy"))

    plugins = places.load()

    assert sorted(one.status for one in plugins.report) == ["failed", "loaded"]


def test_trust_goes_with_the_bytes_when_the_school_folder_moves(
    places: Places, trusted: Path, tmp_path: Path
) -> None:
    moved = tmp_path / "stick" / "school"
    shutil.move(places.school, moved)
    places.school = moved

    assert places.load().find("counts").status == "loaded"


def test_what_was_agreed_to_before_a_change_is_forgotten(places: Places, trusted: Path) -> None:
    before = (trusted / "plugin.py").read_text(encoding="utf-8")
    (trusted / "plugin.py").write_text(before + "\n", encoding="utf-8")
    places.agree(trusted)
    assert places.load().find("counts").status == "loaded"

    (trusted / "plugin.py").write_text(before, encoding="utf-8")

    assert places.load().find("counts").status == "untrusted"


def test_trust_can_be_taken_back(places: Places, trusted: Path) -> None:
    assert places.trust.forget("counts")
    assert not places.trust.forget("counts")
    assert places.load().find("counts").status == "untrusted"


def test_the_list_never_lies_in_the_school_folder(places: Places, trusted: Path) -> None:
    inside = TrustList(places.school / "classes" / "trusted.json")

    with pytest.raises(PluginError, match="school folder"):
        inside.trust("counts", read_all(trusted))

    assert not inside.path.exists()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"plugins": [{"id": 3}]}', '{"plugins": 4}'])
def test_a_damaged_list_trusts_nothing(places: Places, trusted: Path, text: str) -> None:
    places.trust.path.write_text(text, encoding="utf-8")

    assert places.load().find("counts").status == "untrusted"


def test_a_list_that_cannot_be_written_is_an_error(tmp_path: Path, places: Places) -> None:
    folder = make_plugin(places.school / "plugins", "one")
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")

    with pytest.raises(PluginError, match="could not be saved"):
        TrustList(blocked / "trusted.json").trust("one", read_all(folder))


def test_the_list_holds_hashes_and_no_code(places: Places, trusted: Path) -> None:
    document = json.loads(places.trust.path.read_text(encoding="utf-8"))

    (entry,) = document["plugins"]
    assert set(entry["files"]) == {"plugin.toml", "plugin.py", "helper.py", "table.txt"}
    assert all(len(value) == 64 for value in entry["files"].values())


def test_a_folder_too_big_to_look_through_is_refused(places: Places, trusted: Path) -> None:
    for number in range(MOST_FILES):
        (trusted / f"{number}.txt").touch()

    assert "too big" in places.load().find("counts").reason


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a Unix system")
def test_a_pipe_is_refused(places: Places, trusted: Path) -> None:
    os.mkfifo(trusted / "pipe")

    assert "not a plain file" in places.load().find("counts").reason


def test_what_runs_is_what_was_hashed(places: Places, trusted: Path) -> None:
    """The file may change between reading and running: the bytes that were read run."""
    files = read_all(trusted)
    (trusted / "plugin.py").write_text("raise RuntimeError('swapped')", encoding="utf-8")

    assert places.trust.refusal("counts", files) is None
    assert b"swapped" not in files.files["plugin.py"]
