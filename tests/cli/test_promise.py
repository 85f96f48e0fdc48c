"""The table of commands is a promise: shapes, exit codes, and a page that says so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lifeskills.cli.promise import (
    NEEDS_A_SCHOOL,
    SHAPES,
    command_reference,
    commands,
    write_reference,
)
from lifeskills.cli.root import COMMANDS, cli
from tests.cli.conftest import Call
from tests.cli.shapes import misfits

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "commands.md"
TABLE = {
    "activity list",
    "activity show",
    "book list",
    "book print",
    "class import",
    "class list",
    "class pair",
    "class pairs",
    "class show",
    "concern list",
    "curriculum coverage",
    "demo",
    "doctor",
    "init",
    "law ask",
    "law cards",
    "law changes",
    "law due",
    "law list",
    "law numbers",
    "law show",
    "law take",
    "law values",
    "lesson list",
    "lesson show",
    "pack check",
    "pack list",
    "pack stamp",
    "plugin list",
    "plugin trust",
    "record",
    "roll",
    "story list",
    "story play",
    "teach",
    "year calendar",
    "year drop",
    "year free",
    "year holidays",
    "year makeup",
    "year move",
    "year set",
    "year show",
    "year term",
    "year terms",
}
"""What was promised to other programs."""


def test_every_command_of_the_table_is_there() -> None:
    assert {name for name, _ in commands(cli)} >= TABLE


def test_every_command_is_reached_from_the_top() -> None:
    assert {name.split()[0] for name, _ in commands(cli)} == set(COMMANDS)


def test_every_json_option_has_a_shape() -> None:
    told = {
        name for name, command in commands(cli) if any(p.name == "as_json" for p in command.params)
    }

    assert told == set(SHAPES)


def test_page_is_fresh() -> None:
    """Where this fails: ``make docs``."""
    assert command_reference() == PAGE.read_text(encoding="utf-8")


def test_page_is_written(tmp_path: Path) -> None:
    write_reference(tmp_path / "docs" / "commands.md")

    assert (tmp_path / "docs" / "commands.md").read_text(encoding="utf-8") == command_reference()


NEEDED = {
    "class show": "8(3)",
    "class pairs": "8(3)",
    "law changes": "--since=2026-01-01",
    "year show": "8(3)",
    "year holidays": "2027",
}
"""What a command must be given."""


def arguments(name: str) -> list[str]:
    return [*name.split(), *([NEEDED[name]] if name in NEEDED else []), "--json"]


@pytest.mark.parametrize("name", sorted(set(SHAPES) - {"pack check"}))
def test_json_has_its_shape(call: Call, folder: Path, name: str) -> None:
    result = call(*arguments(name), school=folder)

    assert result.exit_code == 0
    assert result.stderr == ""
    value = json.loads(result.stdout)
    assert value
    assert list(misfits(value, SHAPES[name])) == []


@pytest.mark.parametrize("name", sorted(set(SHAPES) - NEEDS_A_SCHOOL - {"pack check"}))
def test_json_has_its_shape_without_a_school(call: Call, name: str) -> None:
    result = call(*arguments(name))

    assert result.exit_code == 0
    assert result.stderr == ""
    assert list(misfits(json.loads(result.stdout), SHAPES[name])) == []


def test_findings_have_their_shape_and_are_exit_code_1(call: Call, folder: Path) -> None:
    pack = folder / "curricula" / "ours"
    pack.mkdir()
    (pack / "pack.toml").write_text("id = 3\n", encoding="utf-8")

    result = call("pack", "check", "--json", school=folder)

    assert result.exit_code == 1
    findings = json.loads(result.stdout)
    assert findings
    assert list(misfits(findings, SHAPES["pack check"])) == []
    assert all(one["file"].endswith("pack.toml") and one["line"] >= 1 for one in findings)


def test_no_findings_are_an_empty_list_and_exit_code_0(call: Call, folder: Path) -> None:
    result = call("pack", "check", "--json", school=folder)

    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


def test_titles_are_in_both_languages_whatever_the_language_of_the_call(
    call: Call, folder: Path
) -> None:
    for name in ("activity list", "lesson list", "concern list", "story list", "book list"):
        zh = call("--screen-language", "zh", *arguments(name), school=folder)
        en = call("--screen-language", "en", *arguments(name), school=folder)
        assert zh.stdout == en.stdout


@pytest.mark.parametrize("value", [{"a": 1}, [{"a": "x", "b": 1}], [{}], "x", [{"a": True}]])
def test_a_misfit_is_seen(value: object) -> None:
    assert list(misfits(value, [{"a": "number"}]))
