"""A program of ours in a pseudo-terminal, driven by what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Mapping

SECONDS = 60
_ESCAPES = re.compile(rb"\x1b(\[[0-9;?<=>]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()].|.)")


def words_in(data: bytes) -> str:
    """What a terminal was sent, without its escape sequences and blanks."""
    return "".join(_ESCAPES.sub(b"", data).decode(errors="replace").split())


class Terminal:
    """A program in a pseudo-terminal of 80×24, by default in UTF-8.

    What it shows is read at once, wanted or not: a program whose terminal is full stands still.
    """

    def __init__(self, *command: str, env: Mapping[str, str] | None = None) -> None:
        import pty

        self._master, slave = pty.openpty()
        self._size = (24, 80)
        self._resize()
        own = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        self.child = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=env or own, start_new_session=True
        )
        os.close(slave)
        self.seen = b""
        self._more = threading.Condition()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # the other end was closed
                data = b""
            with self._more:
                self.seen += data
                self._more.notify_all()
            if not data:
                return

    def now(self) -> int:
        """How many bytes were shown up to now."""
        return len(self.seen)

    def read_until(self, words: str, since: int) -> int:
        """Wait until the words were shown after ``since``; where to look on from."""
        wanted = "".join(words.split())

        def came() -> bool:
            return wanted in words_in(self.seen[since:])

        with self._more:
            self._more.wait_for(came, SECONDS)
            assert came(), f"{words!r} did not come: {words_in(self.seen[-4000:])}"
            return len(self.seen)

    def until_standing(self, wanted: Callable[[str], bool]) -> str:
        """Have everything drawn anew, again and again, until what stands there is as wanted."""
        stands = ""
        for _ in range(SECONDS):
            start = len(self.seen)
            lines, columns = self._size
            self._size = (lines, columns - 1 if columns == 80 else 80)
            self._resize()
            time.sleep(1)
            stands = words_in(self.seen[start:])
            if wanted(stands):
                return stands
        raise AssertionError(f"it shows {stands!r}")

    def _resize(self) -> None:
        import fcntl
        import struct
        import termios

        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", *self._size, 0, 0))

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._master, keys)

    def end(self) -> int:
        """Wait until it ends; the exit code."""
        code = self.child.wait(SECONDS)
        self._close()
        return code

    def kill(self) -> None:
        """End it, whatever it does."""
        self.child.kill()
        self.child.wait()
        self._close()

    def _close(self) -> None:
        self._reader.join(SECONDS)
        os.close(self._master)
