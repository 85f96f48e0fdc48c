"""The program as another program sees it: streams, exit codes, what a start loads."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program


def test_results_and_errors_go_to_their_own_streams(program: Program, folder: Path) -> None:
    good = program("--school", str(folder), "class", "list", "--json")
    bad = program("--school", str(folder), "class", "show", "8(4)")
    wrong = program("class", "list")

    assert (good.returncode, good.stderr) == (0, "")
    assert {row["class"] for row in json.loads(good.stdout)} == {
        "8(3)",
        "9(1)",
        "职一(2)",
        "女工之家夜校",
    }
    assert (bad.returncode, bad.stdout) == (2, "")
    assert (wrong.returncode, wrong.stdout) == (2, "")


def test_output_is_utf_8_whatever_the_machine_says(program: Program) -> None:
    done = program("lesson", "list", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii",
                   LANGUAGE="zh_CN")  # fmt: skip

    assert done.returncode == 0
    assert "骗人的常用招" in done.stdout


def test_a_pipe_that_closes_is_no_accident() -> None:
    reader = f"{sys.executable} -m lifeskills lesson show my-help-net --audience g6 --place cn"
    done = subprocess.run(
        ["bash", "-c", f"{reader} --lang zh --trace | head -1"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert "Traceback" not in done.stderr


HEAVY = {
    *("textual", "weasyprint", "tinydb", "docx", "jinja2"),
    *("chinese_calendar", "holidays", "icalendar"),
}


@pytest.mark.parametrize(
    "args",
    [
        ["--help"],
        ["--version"],
        ["lesson", "--help"],
        ["book", "print", "--help"],
        ["year", "--help"],
    ],
)
def test_help_loads_no_heavy_library(args: list[str]) -> None:
    code = (
        "import sys\nfrom lifeskills.cli.root import cli\n"
        f"try:\n    cli({args!r}, prog_name='lifeskills')\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


def test_lists_of_lessons_load_no_screen_and_no_printing(program: Program) -> None:
    code = (
        "import sys\nfrom lifeskills.cli.root import cli\n"
        "try:\n    cli(['lesson', 'list'], prog_name='lifeskills')\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, encoding="utf-8", check=True
    )

    assert {"textual", "weasyprint"} & set(done.stderr.split()) == set()
