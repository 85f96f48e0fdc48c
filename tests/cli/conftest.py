"""The command line on a sample school of today, called as a program or as a function."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lifeskills.classroom.demo import build_demo
from lifeskills.cli.root import cli

Call = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample school, made once; tests get copies."""
    home = str(tmp_path_factory.mktemp("home"))
    folder = tmp_path_factory.mktemp("sample") / "school"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME"):
            patch.setenv(name, home)
        build_demo(folder)
    return folder


@pytest.fixture
def folder(_sample: Path, tmp_path: Path) -> Path:
    """A sample school of one's own."""
    return Path(shutil.copytree(_sample, tmp_path / "school"))


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Commands are called in a folder that is no school, on an English machine."""
    here = tmp_path / "nowhere"
    here.mkdir()
    monkeypatch.chdir(here)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    return here


@pytest.fixture
def call() -> Call:
    """Call a command: ``call("class", "list", school=folder)``."""

    def called(*args: str, school: Path | None = None, typed: str = "") -> Result:
        where = ("--school", str(school)) if school is not None else ()
        result = CliRunner().invoke(cli, [*where, *args], input=typed, prog_name="lifeskills")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return called


@pytest.fixture
def program() -> Program:
    """Run the program itself, as another program would."""

    def ran(*args: str, typed: str = "", **env: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "lifeskills", *args],
            input=typed,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env=os.environ | env,
        )

    return ran
