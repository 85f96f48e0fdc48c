"""Layers hold when the program runs: import-linter reads code, these tests import it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CORE = ROOT / "lifeskills" / "core"
ALLOWED = frozenset(sys.stdlib_module_names) | {"lifeskills"}


def loaded_by(statement: str) -> set[str]:
    """Top-level modules that a fresh Python has loaded after ``statement``."""
    before = "import sys; before = set(sys.modules)"
    after = "print(*sorted({name.partition('.')[0] for name in set(sys.modules) - before}))"
    result = subprocess.run(
        [sys.executable, "-c", f"{before}\n{statement}\n{after}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return set(result.stdout.split())


def core_modules() -> list[str]:
    files = (path.relative_to(ROOT).with_suffix("") for path in sorted(CORE.rglob("*.py")))
    return [".".join(path.parts).removesuffix(".__init__") for path in files]


def test_the_core_loads_no_third_party_module() -> None:
    statement = "import " + ", ".join(core_modules())

    assert loaded_by(statement) <= ALLOWED


@pytest.mark.parametrize("name", ["core", "core.lesson", "core.session", "core.concern"])
def test_a_core_module_alone_loads_no_third_party_module(name: str) -> None:
    assert loaded_by(f"import lifeskills.{name}") <= ALLOWED


def test_the_package_itself_loads_nothing() -> None:
    assert loaded_by("import lifeskills") == {"lifeskills"}


def test_the_api_loads_pluggy_and_nothing_else_of_others() -> None:
    assert loaded_by("import lifeskills.api") <= ALLOWED | {"pluggy"}


@pytest.mark.parametrize("name", ["places", "language", "trust"])
def test_small_modules_stay_light(name: str) -> None:
    assert loaded_by(f"import lifeskills.{name}") <= ALLOWED


BLIND = "import lifeskills.cli.root, lifeskills.cli.display, lifeskills.tui.wall.program"


def test_a_second_class_screen_loads_no_store_no_pack_and_no_plugin_host() -> None:
    loaded = loaded_by(BLIND)
    assert not loaded & {"tinydb", "pluggy", "filelock", "markdown_it", "aiohttp", "textual_serve"}
    rooms = "print(*(name for name in sys.modules if name.startswith('lifeskills.')))"
    result = subprocess.run(
        [sys.executable, "-c", f"import sys\n{BLIND}\n{rooms}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found = {name.split(".")[1] for name in result.stdout.split()}
    assert not found & {"store", "packs", "exchange", "press", "plugins", "trust", "hookspecs"}


def test_the_screen_loads_nothing_of_a_second_one_before_it_is_asked() -> None:
    rooms = (
        "print(*(name for name in sys.modules if name.startswith("
        "('lifeskills.display', 'lifeskills.tui.wall', 'lifeskills.core.classview'))))"
    )
    result = subprocess.run(
        [sys.executable, "-c", f"import sys\nimport lifeskills.tui.app\n{rooms}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert result.stdout.split() == []


@pytest.mark.parametrize("file", sorted(CORE.rglob("*.py")), ids=lambda path: path.stem)
def test_the_core_knows_no_clock_screen_or_disk(file: Path) -> None:
    """Not at run time and not in a function: the words are not there. Chance is seeded."""
    forbidden = {
        "os",
        "io",
        "time",
        "tempfile",
        "shutil",
        "socket",
        "sqlite3",
        "subprocess",
    }
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        names: set[str] = set()
        if isinstance(node, ast.Import):
            names = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {(node.module or "").partition(".")[0]}
        elif isinstance(node, ast.Name):
            names = {"open"} & {node.id}
        assert not names & (forbidden | {"open"}), f"{file.name}:{getattr(node, 'lineno', 0)}"
