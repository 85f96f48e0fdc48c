"""``demo`` in a terminal of its own: the lesson begins, Esc skips it, and the program is left."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
ESCAPE, CTRL_Q = b"\x1b", b"\x11"


@pytest.mark.parametrize(
    ("language", "caption", "home"), [("zh", "跳过", "上课"), ("en", "Esc skips", "Teach")]
)
def test_demo_opens_with_the_lesson(tmp_path: Path, language: str, caption: str, home: str) -> None:
    temporary, school = tmp_path / "temporary", tmp_path / "demo-school"
    temporary.mkdir()
    env = {**os.environ, "TERM": "xterm-256color", "TMPDIR": str(temporary), "LC_ALL": "C.UTF-8"}
    program = (sys.executable, "-m", "lifeskills", "--screen-language", language)
    terminal = Terminal(*program, "demo", str(school), env=env)
    seen = terminal.read_until(caption, 0)
    terminal.type(ESCAPE)
    terminal.read_until(home, seen)
    terminal.type(CTRL_Q)
    assert terminal.end() == 0
    assert [one.name for one in temporary.iterdir() if "lifeskills" in one.name] == []
    assert list((school / "running").glob("*.json")) == []
    assert (school / "printed" / "student-handbook.pdf").exists()
