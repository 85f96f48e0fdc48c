"""What the README tells a teacher to type works as written, and what it points to is there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from lifeskills.cli.root import COMMANDS, cli

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def typed(heading: str) -> list[list[str]]:
    """The lines of the shell block under a heading, as words without comments."""
    block = re.search(rf"^## {heading}\n.*?```sh\n(.*?)```", README, re.MULTILINE | re.DOTALL)
    assert block is not None
    return [shlex.split(line, comments=True) for line in block[1].splitlines() if line.strip()]


def test_what_a_teacher_types_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = []
    for words in typed("For teachers"):
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            (Path.cwd() / "list.csv").write_text("学号,姓名\n1,李想\n2,王梅\n", encoding="utf-8")
            continue
        args = [word.replace("list.xlsx", "list.csv") for word in words[1:]]
        if not args:
            continue  # the screen
        if args[0] == "roll":
            args.append("--plain")
        result = CliRunner().invoke(cli, args, input="\n", prog_name="lifeskills")
        assert result.exit_code == 0, (args, result.output)
        ran.append(args[0])

    assert ran == ["init", "class", "roll", "book"]
    assert any(Path.cwd().glob("page.*"))


def test_what_it_points_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", README):
        assert (ROOT / target).exists(), target


def test_commands_in_it_are_commands() -> None:
    for name in re.findall(r"`lifeskills ([a-z]+)", README):
        assert name in COMMANDS
