"""A teacher's program and a second class screen as two real programs: stopped, killed, begun again."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lifeskills import places
from lifeskills.classroom.demo import build_demo
from lifeskills.display.address import read_note
from lifeskills.language import translator
from lifeskills.tui.wall.program import NOTES
from tests.terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
ENTER, SPACE, CTRL_D, CTRL_Q = b"\r", b" ", b"\x04", b"\x11"
OURS = (sys.executable, "-m", "lifeskills", "--screen-language", "zh")
COURSE, STEP, TASK = "tricks-people-use", "四个手势", "停：一只手掌向前推。"
WAITING, OFF = ("".join(translator("zh")(NOTES[one]).split()) for one in ("waiting", "off"))


@contextmanager
def running(*command: str) -> Iterator[Terminal]:
    terminal = Terminal(*OURS, *command)
    try:
        yield terminal
    finally:
        terminal.kill()


def teach_first_step(desk: Terminal) -> None:
    desk.read_until("Enter", 0)
    for keys, shows in ((CTRL_D, "第二屏"), (ENTER, "缺席"), (ENTER, STEP), (SPACE, "空格")):
        before = desk.now()
        desk.type(keys)
        desk.read_until(shows, before)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    school = tmp_path / "school"
    build_demo(school, language="zh")
    return school


def test_stopped_it_goes_blank_killed_it_keeps_the_task_and_begun_again_it_goes_on(
    folder: Path,
) -> None:
    with running("display") as wall:
        wall.until_standing(lambda shown: OFF in shown)
        with running("--school", str(folder), "teach", "8(3)", COURSE) as desk:
            teach_first_step(desk)
            wall.until_standing(lambda shown: STEP in shown and TASK in shown)
            os.kill(desk.child.pid, signal.SIGSTOP)
            wall.until_standing(lambda shown: not shown)
            os.kill(desk.child.pid, signal.SIGCONT)
            wall.until_standing(lambda shown: TASK in shown and WAITING not in shown)
            os.kill(desk.child.pid, signal.SIGKILL)
            kept = wall.until_standing(lambda shown: WAITING in shown)
            assert STEP in kept
            assert TASK in kept
        assert places.display_note().exists(), "killed, it could take nothing away"
        with running("--school", str(folder)) as desk:
            desk.read_until("Enter", 0)
            desk.type(ENTER)  # go on with the lesson found open
            desk.type(CTRL_D)
            wall.until_standing(lambda shown: TASK in shown and WAITING not in shown)
            desk.type(CTRL_D)
            wall.until_standing(lambda shown: OFF in shown and TASK not in shown)
            assert not places.display_note().exists()


def test_a_second_screen_writes_nothing_and_needs_no_school(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "own-home"
    home.mkdir()
    with running("--school", str(folder), "teach", "8(3)", COURSE) as desk:
        teach_first_step(desk)
        address = read_note(places.display_note())
        assert address is not None
        monkeypatch.setenv("HOME", str(home))
        monkeypatch.setenv("LIFESKILLS_DISPLAY_TOKEN", address.token)
        monkeypatch.chdir(home)
        with running("display", "--at", f"127.0.0.1:{address.port}") as wall:
            wall.until_standing(lambda shown: TASK in shown)
            wall.type(CTRL_Q)
            assert wall.child.wait(60) == 0
    assert list(home.rglob("*")) == []
