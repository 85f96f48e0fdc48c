"""The plugins that ship: each loads, imports only the API, and can be switched off alone."""

from __future__ import annotations

import ast
import logging
import sys
import tomllib
from pathlib import Path

import pytest

from lifeskills import api, places
from lifeskills.core.folders import Curricula
from lifeskills.core.lesson import SHAPES
from lifeskills.core.tool import People, Tool
from lifeskills.packs.library import Library
from lifeskills.plugins import PluginSet
from lifeskills.trust import TrustList
from tests.plugins.making import Places, make_plugin
from tests.tools.making import FULL, step_with

PLUGINS = places.shipped("plugins")
NAMES = (
    "books",
    "early_warning",
    "folders",
    "law",
    "participation",
    "place",
    "stories",
)
KINDS = {
    "situational-performance": (12, 20),
    "play": (45, 90),
    "debate": (30, 45),
    "social-survey": (30, 60),
    "hypothetical-discussion": (12, 20),
    "case-analysis": (20, 40),
    "think-pair-share": (4, 8),
    "brainstorm": (6, 12),
    "card-sort": (8, 15),
    "ranking": (10, 15),
    "stand-up-vote": (6, 10),
    "fishbowl": (12, 18),
    "forum-theatre": (25, 40),
    "help-map": (12, 20),
    "hot-seat": (8, 12),
    "document-detective": (15, 25),
    "number-clinic": (12, 20),
    "gallery-walk": (10, 15),
    "story-drawing": (15, 25),
    "letter-writing": (15, 15),
    "quiz-relay": (6, 10),
    "guest-seminar": (30, 45),
    "peer-teaching": (8, 12),
    "campaign-display": (30, 90),
    "youth-forum": (45, 60),
    "mini-input": (2, 7),
    "energiser": (2, 5),
    "exit-slip": (2, 4),
}
"""The catalogue: each kind with its least and most minutes."""
WIDENED = {
    "situational-performance": (4, 20),
    "play": (8, 90),
    "forum-theatre": (13, 40),
    "hot-seat": (7, 12),
    "guest-seminar": (5, 45),
    "peer-teaching": (6, 12),
    "card-sort": (4, 15),
    "case-analysis": (7, 40),
    "document-detective": (9, 25),
    "number-clinic": (5, 20),
    "quiz-relay": (5, 10),
    "energiser": (2, 6),
    "mini-input": (2, 8),
    "exit-slip": (2, 5),
    "help-map": (9, 20),
    "story-drawing": (10, 25),
    "letter-writing": (12, 15),
    "gallery-walk": (6, 15),
    "hypothetical-discussion": (10, 20),
    "think-pair-share": (4, 12),
    "fishbowl": (8, 18),
    "campaign-display": (12, 90),
    "youth-forum": (15, 60),
    "debate": (13, 45),
}
"""Kinds that shipped lessons take a little shorter or longer than the sources have them."""
ACTING = ("situational-performance", "play", "forum-theatre", "hot-seat")


def load(tmp_path: Path, *off: str) -> PluginSet:
    return PluginSet.load(
        shipped=PLUGINS, trust=TrustList(tmp_path / "trusted.json"), off=off, entry_points=False
    )


def test_all_load(first_party: PluginSet) -> None:
    assert {one.name: (one.status, one.reason) for one in first_party.report} == dict.fromkeys(
        NAMES, ("loaded", "")
    )
    assert first_party.troubles == ()


@pytest.mark.parametrize("name", NAMES)
def test_a_plugin_has_a_title_in_both_languages(name: str) -> None:
    manifest = tomllib.loads((PLUGINS / name / "plugin.toml").read_text(encoding="utf-8"))

    assert manifest["id"] == name
    assert set(manifest["title"]) == {"zh", "en"}
    assert manifest["api"] == api.API


def own_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_a_plugin_imports_the_api_the_standard_library_and_its_own_files(name: str) -> None:
    """import-linter does not see the plugins: they are loaded by path."""
    for file in own_files(PLUGINS / name):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                roots = {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                assert node.level <= 1, f"{file}: reaches upward"
                roots = set() if node.level else {node.module or ""}
            else:
                continue
            for root in roots:
                known = (
                    root == "lifeskills.api" or root.partition(".")[0] in sys.stdlib_module_names
                )
                assert known, f"{file}: imports {root}"


@pytest.mark.parametrize("name", NAMES)
def test_a_plugin_takes_public_names_only(name: str) -> None:
    for file in own_files(PLUGINS / name):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "lifeskills.api":
                assert {alias.name for alias in node.names} <= set(api.__all__), file


# -- each switched off in turn ----------------------------------------------------------------


@pytest.mark.parametrize("off", NAMES)
def test_without_one_plugin_the_rest_still_gives(tmp_path: Path, off: str) -> None:
    """What each plugin gives is gone without it, and nothing else is."""
    whole, less = load(tmp_path), load(tmp_path, off)

    assert {one.name for one in less.report if one.status == "loaded"} == set(NAMES) - {off}
    assert less.troubles == ()
    gives = {
        "books": bool(less.books()),
        "early_warning": bool(less.signals()),
        "folders": "core" in {one.path.name for one in less.packs()},
        "law": "law" in {one.path.name for one in less.packs()},
        "participation": bool(less.activities()),
        "place": "sending" in {one.path.name for one in less.packs()},
        "stories": "story" in less.tools(),
    }
    assert gives == {name: name != off for name in NAMES}
    assert set(less.tools()) <= set(whole.tools())


@pytest.mark.parametrize("off", ["", *NAMES])
def test_without_one_plugin_the_library_still_opens(tmp_path: Path, off: str) -> None:
    """Packs of the other plugins list and read; a lesson is there unless its pack is off."""
    library = Library(load(tmp_path, off).packs())

    courses = {info.course for info in library.courses("zh")}
    assert ("tricks-people-use" in courses) is (off != "folders")
    assert bool(library.stories()) is (off != "stories")
    assert ("guizhou" in library.places) is (off != "place")


@pytest.mark.parametrize("off", ["", *NAMES])
def test_without_one_plugin_every_tool_left_still_runs(tmp_path: Path, off: str) -> None:
    plugins = load(tmp_path, off)
    step = step_with(**FULL)

    for tool in plugins.tools().values():
        state = tool.start(step, People(present=50))
        for action in tool.actions(state):
            state = tool.apply(state, action.id, 3, 1.0)
        tool.view(state, 2.0)
        tool.record(state)

    assert plugins.troubles == ()


# -- what they give ---------------------------------------------------------------------------


def test_the_twenty_eight_kinds_are_there_with_their_tools(first_party: PluginSet) -> None:
    activities, tools = first_party.activities(), first_party.tools()

    assert set(activities) == set(KINDS)
    assert {one.id: one.minutes for one in activities.values()} == KINDS | WIDENED
    for kind, (least, most) in KINDS.items():
        assert activities[kind].minutes[0] <= least <= most <= activities[kind].minutes[1], kind
    for one in activities.values():
        assert one.tool in tools, one.id
        assert one.shape in SHAPES, one.id
        for words in (one.title, one.large, one.small, *one.rules):
            assert words.has("zh"), one.id
            assert words.has("en"), one.id
        for phase in one.phases:
            assert set(phase.title.languages) == {"zh", "en"}, one.id
            assert phase.share > 0, one.id
        assert abs(sum(phase.share for phase in one.phases) - 1) < 1e-9 or not one.phases, one.id


def test_what_is_noted_can_be_counted(first_party: PluginSet) -> None:
    """Only a kind that notes nothing has no more than a clock."""
    for one in first_party.activities().values():
        assert bool(one.records.pairs) is (one.tool != "countdown"), one.id


def test_a_thing_to_count_has_one_name_wherever_it_is_counted(first_party: PluginSet) -> None:
    """The class record names it by its id."""
    names: dict[str, object] = {}
    for one in first_party.activities().values():
        for line in one.options.get("sheet", ()):
            assert names.setdefault(line["id"], line["title"]) == line["title"], one.id


def test_sensitive_kinds_say_what_they_must_keep_to(first_party: PluginSet) -> None:
    rules = {
        one.id: " ".join(rule.get("en") for rule in one.rules)
        for one in first_party.activities().values()
    }

    for kind in ACTING:
        for word in ("pause sign", "two minutes", "step out of the role"):
            assert word in rules[kind].lower(), kind
    assert "never for the person who is harmed" in rules["forum-theatre"]
    assert "who was harmed" in rules["hot-seat"]
    for word in ("know", "refuse", "names, photos or recordings", "debts", "upset"):
        assert word in rules["social-survey"]
    for word in ("deserves harm", "to blame", "over sixteen", "by lot"):
        assert word in rules["debate"]
    for word in ("frighten", "recognised", "source and date", "contact", "consent"):
        assert word in rules["guest-seminar"]


def test_what_if_talks_vote_where_there_is_no_story(first_party: PluginSet) -> None:
    assert first_party.activities()["hypothetical-discussion"].options["without_story"] == "vote"


def test_tools_keep_the_protocol(first_party: PluginSet) -> None:
    assert set(first_party.tools()) == {
        "countdown",
        "counts",
        "debate",
        "fishbowl",
        "found",
        "questions",
        "ranking",
        "relay",
        "slips",
        "stands",
        "story",
        "tally",
        "vote",
    }
    assert all(isinstance(tool, Tool) for tool in first_party.tools().values())


def test_every_shipped_pack_is_registered(first_party: PluginSet) -> None:
    root = places.shipped("curricula")

    registered = {one.path.resolve() for one in first_party.packs()}

    assert registered == {file.parent.resolve() for file in root.rglob("pack.toml")}
    assert {one.rank for one in first_party.packs()} == {"shipped"}


def test_packs_of_the_user_and_the_school_come_after(tmp_path: Path) -> None:
    user, school = tmp_path / "user", tmp_path / "school"
    for folder in (user / "curricula" / "ours", school / "curricula" / "provinces" / "hunan"):
        folder.mkdir(parents=True)
        (folder / "pack.toml").write_text("", encoding="utf-8")

    plugins = PluginSet.load(
        shipped=PLUGINS,
        user=user,
        school=school,
        trust=TrustList(tmp_path / "t.json"),
        entry_points=False,
    )

    assert [
        (one.path.name, one.rank, one.plugin) for one in plugins.packs() if one.rank != "shipped"
    ] == [
        ("ours", "user", "folders"),
        ("hunan", "school", "folders"),
    ]


def test_a_plugin_may_bring_its_own_pack(places: Places) -> None:
    code = """
from pathlib import Path
from lifeskills.api import hookimpl

@hookimpl
def register_packs(register):
    register(Path("pack"))
"""
    folder = make_plugin(places.shipped, "brings", code)
    (folder / "pack").mkdir()
    (folder / "pack" / "pack.toml").touch()
    make_plugin(places.shipped, "forgets", code)

    plugins = places.load()

    assert [(one.path, one.plugin) for one in plugins.packs()] == [(folder / "pack", "brings")]
    assert "holds no pack.toml" in plugins.find("forgets").reason


def test_without_curricula_the_plugins_still_load(tmp_path: Path) -> None:
    plugins = PluginSet.load(
        shipped=PLUGINS,
        trust=TrustList(tmp_path / "t.json"),
        entry_points=False,
        curricula=Curricula(),
    )

    assert {one.status for one in plugins.report} == {"loaded"}
    assert plugins.packs() == ()


def test_steps_that_ran_over_are_logged(
    first_party: PluginSet, caplog: pytest.LogCaptureFixture
) -> None:
    steps = [
        {"id": "walk", "planned": 10, "actual": 13.5},
        {"id": "slip", "planned": 4, "actual": 3.0},
        {"id": "taught-from-paper", "planned": 4, "actual": None},
    ]

    with caplog.at_level(logging.INFO, logger="lifeskills.participation"):
        first_party.session_closed({"id": "s1", "minutes": {"steps": steps}})
        first_party.session_closed({"id": "s2", "kind": "roll"})

    assert [one.getMessage() for one in caplog.records] == ["walk: +3.5 minutes"]
    assert first_party.troubles == ()
