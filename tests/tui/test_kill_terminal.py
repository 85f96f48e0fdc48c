"""``kill -9`` of the real program in a real terminal, in each step: Enter goes on in that step."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from lifeskills.classroom.demo import build_demo
from lifeskills.classroom.planning import found_open
from lifeskills.classroom.school import School
from lifeskills.core.session import SessionState
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
OURS = (sys.executable, "-m", "lifeskills", "--screen-language", "zh")
CLASS, COURSE = "8(3)", "tricks-people-use"
ENTER, SPACE = b"\r", b" "
SECONDS, PATIENCE = 60.0, 5.0


def on_disk(folder: Path) -> SessionState:
    school = School(folder)
    found = found_open(school, school.classes.get(CLASS))
    assert found is not None, "the lesson is open, whatever happens"
    return found.state


def go_on_until(desk: Terminal, folder: Path, steps: int) -> SessionState:
    """Press Space, as often as the tools ask for it, until so many steps were begun."""
    end = time.monotonic() + SECONDS
    while len((state := on_disk(folder)).runs) < steps:
        assert time.monotonic() < end, f"Space does not lead on from {state.step}"
        desk.type(SPACE)
        asked = time.monotonic()
        while on_disk(folder).last_seq == state.last_seq and time.monotonic() < asked + PATIENCE:
            time.sleep(0.1)  # a tool that warns first writes nothing
    return state


def test_the_program_is_killed_in_each_step_and_enter_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "school"
    build_demo(folder, language="zh")
    desk = Terminal(*OURS, "--school", str(folder), "teach", CLASS, COURSE)
    try:
        # Home's first frame names Enter too; a key typed before the packs are read does nothing.
        seen = desk.read_until("流程", 0)
        desk.type(ENTER)
        seen = desk.read_until("缺席", seen)
        desk.type(b"17 ")
        desk.type(ENTER)
        desk.read_until("四个手势", seen)
        state, killed = go_on_until(desk, folder, 1), []
        while state.step:
            killed.append(state.step)
            desk.kill()
            kept = on_disk(folder)
            assert (kept.step, kept.marks, kept.runs) == (state.step, state.marks, state.runs)
            desk = Terminal(*OURS, "--school", str(folder))
            desk.read_until("Enter", 0)
            before = desk.now()
            desk.type(ENTER)
            assert kept.current is not None
            desk.read_until(kept.current.title, before)
            assert on_disk(folder).gaps, "the minutes in between are counted"
            if len(kept.runs) == len(kept.plan):
                break
            state = go_on_until(desk, folder, len(kept.runs) + 1)
        assert killed == [step.id for step in state.plan]
        assert list(state.marks.values()) == ["absent"]
    finally:
        desk.kill()
