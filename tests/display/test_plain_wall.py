"""A lesson in lines on the second screen: step by step, blank, silent when it stands still."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from lifeskills import places
from lifeskills.display.address import read_note
from lifeskills.language import translator
from lifeskills.tui.wall.program import NOTES
from tests.terminal import Terminal
from tests.tui.sample_school import make_school

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
OURS = (sys.executable, "-m", "lifeskills", "--screen-language", "zh")
COURSE, STEP, TASK = "tricks-people-use", "四个手势", "停：一只手掌向前推。"


@contextmanager
def in_lines(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [*OURS, "--school", str(folder), "teach", "8(3)", COURSE, "--plain"]
    pipe = subprocess.PIPE
    desk = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL)
    try:
        yield desk
    finally:
        desk.kill()
        desk.communicate()


def typed(desk: subprocess.Popen[bytes], *lines: str) -> None:
    stdin: IO[bytes] | None = desk.stdin
    assert stdin is not None
    stdin.write("".join(f"{line}\n" for line in lines).encode())
    stdin.flush()


def test_the_wall_follows_the_lines_and_blanks_when_told_or_when_they_stand_still(
    tmp_path: Path,
) -> None:
    make_school(tmp_path)
    wall = Terminal(*OURS, "display")
    try:
        with in_lines(tmp_path) as desk:
            typed(desk, "", "第二屏", "")
            wall.until_standing(lambda shown: STEP in shown and TASK in shown)
            typed(desk, "黑屏")
            wall.until_standing(lambda shown: not shown)
            typed(desk, "黑屏")
            wall.until_standing(lambda shown: TASK in shown)
            os.kill(desk.pid, signal.SIGSTOP)
            wall.until_standing(lambda shown: not shown)
            os.kill(desk.pid, signal.SIGCONT)
            wall.until_standing(lambda shown: TASK in shown)
            before = wall.now()
            typed(desk, "leave")
            assert desk.wait(60) == 0
            wall.read_until(translator("zh")(NOTES["off"]), before)
            assert read_note(places.display_note()) is None
    finally:
        wall.kill()
