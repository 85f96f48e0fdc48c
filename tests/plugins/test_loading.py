"""Plugins load one by one; what fails is a line of the report and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from lifeskills.core.errors import UnknownName
from lifeskills.plugins import PluginSet
from tests.plugins.making import GREETS, Places, make_plugin

MISSPELT = GREETS.replace("session_closed", "register_activites").replace("record", "register")
VOTE_TWICE = """\
from lifeskills.api import Vote, hookimpl

@hookimpl
def register_tools(register):
    register(Vote())
"""


def only(plugins: PluginSet, name: str) -> tuple[str, str]:
    report = plugins.find(name)
    return report.status, report.reason


def test_every_source_is_loaded_in_its_order(places: Places) -> None:
    make_plugin(places.shipped, "zebra")
    make_plugin(places.shipped, "ant")
    make_plugin(places.user / "plugins", "mine")
    places.agree(make_plugin(places.school / "plugins", "ours"))

    found = [(one.name, one.source, one.status) for one in places.load().report]

    assert found == [
        ("ant", "shipped", "loaded"),
        ("zebra", "shipped", "loaded"),
        ("mine", "user", "loaded"),
        ("ours", "school", "loaded"),
    ]


def test_report_names_title_version_and_hooks(places: Places) -> None:
    make_plugin(places.shipped, "ant")

    (report,) = places.load().report

    assert (report.id, report.version, report.hooks) == ("ant", "1.0", ("session_closed",))
    assert report.title.get("zh") == "插件"
    assert report.reason == ""


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise ValueError('no chalk')", "ValueError: no chalk"),
        ("def (", "SyntaxError"),
        ("import nothing_of_this_name", "nothing_of_this_name"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("class Odd(Exception):\n    def __str__(self): raise RuntimeError\nraise Odd()", "Odd"),
        (MISSPELT, "There is no hook register_activites. Known: register_activities"),
        (GREETS.replace("@hookimpl\n", ""), "session_closed is not marked with @hookimpl."),
        ("x = 1", "no function is marked"),
        (GREETS.replace("(record)", "(record, screen)"), "screen"),
        (VOTE_TWICE.replace("Vote()", "'vote'"), "register_tools was given str"),
        (VOTE_TWICE.replace("register(Vote())", "1 / 0"), "ZeroDivisionError"),
    ],
)
def test_a_broken_plugin_is_a_line_in_the_report(places: Places, code: str, says: str) -> None:
    make_plugin(places.shipped, "broken", code)
    make_plugin(places.shipped, "whole")

    plugins = places.load()

    status, reason = only(plugins, "broken")
    assert status == "failed"
    assert says in reason
    assert only(plugins, "whole") == ("loaded", "")
    assert not [name for name in sys.modules if name.endswith("_broken")]


def test_a_plugin_that_fails_half_way_gives_nothing(places: Places) -> None:
    make_plugin(
        places.shipped,
        "half",
        VOTE_TWICE + "\n@hookimpl\ndef register_books(register):\n    raise KeyError('paper')\n",
    )

    plugins = places.load()

    assert only(plugins, "half")[0] == "failed"
    assert plugins.tools() == {}


@pytest.mark.parametrize(
    ("toml", "says"),
    [
        (None, "plugin.toml"),
        ("id = ", "not TOML"),
        ('id = "x"\nversion = "1"\napi = 1', "title"),
        ('id = "x"\ntitle = { en = "X" }\nversion = "1"\napi = "1"', "api"),
        ('id = "x"\ntitle = { en = "X" }\nversion = "1"\napi = true', "api"),
        ('id = "../x"\ntitle = { en = "X" }\nversion = "1"\napi = 1', "../x"),
        ('id = "x"\ntitle = { en = "X" }\nversion = "1"\napi = 2', "API 2; this program has API 1"),
        ('id = "x"\ntitle = { en = "X" }\nversion = "1"\napi = 0', "API 0"),
    ],
)
def test_a_manifest_that_is_wrong_is_named(places: Places, toml: str | None, says: str) -> None:
    folder = make_plugin(places.shipped, "x")
    if toml is None:
        (folder / "plugin.toml").unlink()
    else:
        (folder / "plugin.toml").write_text(toml, encoding="utf-8")

    status, reason = only(places.load(), "x")

    assert status == "failed"
    assert says in reason


def test_a_plugin_without_code_fails(places: Places) -> None:
    (make_plugin(places.shipped, "x") / "plugin.py").unlink()

    assert only(places.load(), "x") == ("failed", "It has no plugin.py.")


def test_relative_imports_find_own_files_and_no_others(places: Places) -> None:
    code = "from .rules import WORD\nfrom . import rules\n" + GREETS
    make_plugin(places.shipped, "left", code, rules="WORD = 1")
    make_plugin(places.shipped, "right", code, rules="WORD = 2")
    make_plugin(places.shipped, "three", "from .missing import WORD\n" + GREETS)

    plugins = places.load()

    words = {
        sys.modules[n].WORD for n in sys.modules if n.endswith(("_left.rules", "_right.rules"))
    }
    assert words == {1, 2}
    assert only(plugins, "three")[0] == "failed"


def test_a_late_import_still_finds_the_bytes_that_were_read(places: Places) -> None:
    code = GREETS.replace("pass", "from .late import note; note.append(record['id'])")
    folder = make_plugin(places.shipped, "one", code, late="note = []")
    plugins = places.load()
    (folder / "late.py").write_text("raise RuntimeError('changed on the disk')", encoding="utf-8")

    plugins.session_closed({"id": "s1"})

    assert plugins.troubles == ()


def test_no_bytecode_is_read_or_written(places: Places) -> None:
    folder = make_plugin(places.shipped, "one", "from . import rules\n" + GREETS, rules="X = 1")
    cache = folder / "__pycache__"
    cache.mkdir()
    planted = cache / f"rules.{sys.implementation.cache_tag}.pyc"
    planted.write_bytes(b"not what was read")

    assert only(places.load(), "one") == ("loaded", "")
    assert [file.name for file in cache.iterdir()] == [planted.name]


def test_a_plugin_that_is_off_does_not_run(places: Places) -> None:
    make_plugin(places.shipped, "loud", "raise RuntimeError('ran')", id="by-id")
    make_plugin(places.shipped, "quiet", "raise RuntimeError('ran')")

    plugins = places.load(off=("by-id", "quiet"))

    assert [one.status for one in plugins.report] == ["off", "off"]


def test_the_second_plugin_of_an_id_is_refused(places: Places) -> None:
    make_plugin(places.shipped, "law")
    make_plugin(places.user / "plugins", "law-too", id="law")

    status, reason = only(places.load(), "law-too")

    assert status == "failed"
    assert "already taken by the plugin in law" in reason


@pytest.mark.parametrize("state", ["broken", "off"])
def test_nothing_slips_into_the_place_of_a_shipped_plugin(places: Places, state: str) -> None:
    make_plugin(places.shipped, "law", "raise ValueError" if state == "broken" else GREETS)
    make_plugin(places.user / "plugins", "stand-in", id="law")

    plugins = places.load(off=("law",) if state == "off" else ())

    assert plugins.report[1].status in {"failed", "off"}
    assert "loaded" not in {one.status for one in plugins.report}


def test_of_two_things_with_one_id_the_first_stays(places: Places) -> None:
    make_plugin(places.shipped, "first", VOTE_TWICE)
    make_plugin(places.user / "plugins", "second", VOTE_TWICE)

    plugins = places.load()

    assert list(plugins.tools()) == ["vote"]
    (trouble,) = plugins.troubles
    assert "“Plugin second” gives the tool “vote”, which is already there" in str(trouble)


def test_an_installed_plugin_comes_by_its_entry_point(
    places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    make_plugin(site, "k3_installed", id="installed-one")
    (site / "k3_installed" / "__init__.py").write_text("", encoding="utf-8")
    (site / "k3_broken").mkdir()
    (site / "k3_broken" / "__init__.py").write_text("raise OSError('gone')", encoding="utf-8")
    info = site / "k3_dist-2.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: k3-dist\nVersion: 2.0\n")
    (info / "entry_points.txt").write_text(
        "[lifeskills]\nbad = k3_broken\ngood = k3_installed.plugin\n", encoding="utf-8"
    )
    monkeypatch.syspath_prepend(str(site))

    plugins = places.load(entry_points=True)
    found = {one.name: one for one in plugins.report if one.source == "installed"}

    assert found["good"].status == "loaded"
    assert found["good"].id == "installed-one"
    assert found["bad"].status == "failed"
    assert "plugin.toml" in found["bad"].reason


def test_find_knows_near_names(places: Places) -> None:
    make_plugin(places.shipped, "early_warning")

    with pytest.raises(UnknownName, match="early_warning"):
        places.load().find("early_waring")


def test_find_takes_the_folder_of_that_name_before_one_that_claims_its_id(places: Places) -> None:
    make_plugin(places.school / "plugins", "counts")
    make_plugin(places.school / "plugins", "zzz", id="counts")

    assert places.load().find("counts").name == "counts"


def test_folders_of_nobody_are_no_plugins(places: Places) -> None:
    (places.shipped / "__pycache__").mkdir()
    (places.shipped / ".git").mkdir()
    (places.shipped / "README.md").write_text("words", encoding="utf-8")

    assert places.load().report == ()
