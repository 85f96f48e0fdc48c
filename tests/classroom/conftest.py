"""The sample school on the real store with the shipped packs, at a time that stands still."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.school import School
from tests.fakes import FakeClock

OpenSchool = Callable[..., School]


@pytest.fixture(scope="session")
def _sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample school as of the fake clock's day, made once; tests get copies."""
    home = str(tmp_path_factory.mktemp("home"))
    folder = tmp_path_factory.mktemp("sample") / "school"
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "USERPROFILE", "APPDATA", "XDG_CONFIG_HOME"):
            patch.setenv(name, home)
        build_demo(folder, today=FakeClock().today())
    return folder


@pytest.fixture
def folder(_sample: Path, tmp_path: Path) -> Path:
    """The folder of a sample school of one's own."""
    return Path(shutil.copytree(_sample, tmp_path / "school"))


@pytest.fixture
def open_school(folder: Path, fake_clock: FakeClock) -> OpenSchool:
    """Open the sample school as a program would that has just been started."""

    def opened(language: str = "zh", off: frozenset[str] = frozenset()) -> School:
        return School(folder, clock=fake_clock, language=language, off=off)

    return opened


@pytest.fixture
def school(open_school: OpenSchool) -> School:
    """The sample school in Chinese."""
    return open_school()
