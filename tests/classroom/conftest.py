"""The sample school on the real store with the shipped packs, at a time that stands still."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.school import School
from tests.fakes import FakeClock

OpenSchool = Callable[..., School]


@pytest.fixture
def folder(tmp_path: Path, fake_clock: FakeClock) -> Path:
    """The folder of a sample school as of the fake clock's day."""
    build_demo(tmp_path / "school", today=fake_clock.today())
    return tmp_path / "school"


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
