"""``demo`` in a terminal of its own: the lesson begins, Esc skips it, and the program is left."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal"),
]
SECONDS = 60
ESCAPE, CTRL_Q = b"\x1b", b"\x11"


class Terminal:
    """A program in a pseudo-terminal of 80×24."""

    def __init__(self, *command: str, env: dict[str, str]) -> None:
        import fcntl
        import pty
        import struct
        import termios

        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.child = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=env, start_new_session=True
        )
        os.close(slave)
        self.seen = b""

    def read(self) -> bool:
        """Read what there is; False when the program has ended or says nothing for a minute."""
        ready, _, _ = select.select([self.master], [], [], SECONDS)
        try:
            data = os.read(self.master, 65536) if ready else b""
        except OSError:  # the other end was closed
            data = b""
        self.seen += data
        return bool(data)

    def read_until(self, words: bytes) -> None:
        start = len(self.seen)
        while words not in self.seen[start:]:
            assert self.read(), self.seen[-2000:].decode(errors="replace")

    def type(self, keys: bytes) -> None:
        os.write(self.master, keys)

    def end(self) -> int:
        while self.read():
            pass
        os.close(self.master)
        return self.child.wait()


@pytest.mark.parametrize(
    ("language", "caption", "home"), [("zh", "跳过", "上课"), ("en", "Esc skips", "Teach")]
)
def test_demo_opens_with_the_lesson(tmp_path: Path, language: str, caption: str, home: str) -> None:
    temporary, school = tmp_path / "temporary", tmp_path / "demo-school"
    temporary.mkdir()
    env = {**os.environ, "TERM": "xterm-256color", "TMPDIR": str(temporary), "LC_ALL": "C.UTF-8"}
    program = (sys.executable, "-m", "lifeskills", "--screen-language", language)
    terminal = Terminal(*program, "demo", str(school), env=env)
    terminal.read_until(caption.encode())
    terminal.type(ESCAPE)
    terminal.read_until(home.encode())
    terminal.type(CTRL_Q)
    assert terminal.end() == 0
    assert [one.name for one in temporary.iterdir() if "lifeskills" in one.name] == []
    assert list((school / "running").glob("*.json")) == []
    assert (school / "printed" / "student-handbook.pdf").exists()
