"""From a key to the painted frame, for a class of sixty, against a bare table of sixty rows.

    python benchmarks/keys.py [KEYS]

Each program runs in a pseudo-terminal of 80x24 that says it knows synchronized output, as Windows
Terminal and most others do, so every painted frame ends with the same mark. A key is written; its
time is the mark after which the terminal stays quiet for 50 ms. Every key of ours that changes
something is on the disk before its frame. One round has keys of every program by turns of ten.

Grouping has no frame of its own to wait for: forming groups of sixty is set beside one empty frame,
which is a key of the bare program that changes one word.
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from collections.abc import Sequence
from pathlib import Path

KEYS = 120
AT_ONCE = 10
PATIENCE = 30.0
QUIET = 0.05
ASKED, KNOWN = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
FRAME_ENDS = b"\x1b[?2026l"
BARE = """
from textual.app import App
from textual.widgets import DataTable, Static
class Bare(App):
    BINDINGS = [("space", "mark", ""), ("x", "word", "")]
    def compose(self):
        yield Static("one", id="word")
        yield DataTable(cursor_type="row")
    def on_mount(self):
        table = self.query_one(DataTable)
        self.column = table.add_columns("number", "name", "mark")[2]
        self.rows = [table.add_row(str(n), f"learner {n}", "") for n in range(1, 61)]
        table.focus()
    def action_mark(self):
        table = self.query_one(DataTable)
        row = self.rows[table.cursor_row]
        old = table.get_cell(row, self.column)
        table.update_cell(row, self.column, "" if old else "absent")
        table.action_cursor_down()
    def action_word(self):
        word = self.query_one("#word", Static)
        word.update("two" if str(word.content) == "one" else "one")
Bare().run()
"""


class Terminal:
    """A program in a pseudo-terminal; ``press`` gives the seconds until its frame is painted."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            command,
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=env,
            start_new_session=True,
        )
        os.close(theirs)

    def wait_for(self, words: str) -> None:
        """Read until the words have come out, answering what the program asks the terminal."""
        seen, until = b"", time.perf_counter() + PATIENCE
        while words.encode() not in seen:
            got = self._read(until - time.perf_counter())
            if not got:
                raise TimeoutError(f"{words!r} did not appear")
            seen += got
        self._settle()

    def type(self, key: str) -> None:
        """Write a key and wait until all it brings is painted."""
        os.write(self._ours, key.encode())
        self._settle()

    def press(self, key: str) -> float:
        """Write a key; seconds until the last frame's end before the terminal was quiet."""
        begun = time.perf_counter()
        os.write(self._ours, key.encode())
        painted, seen = 0.0, b""
        while not painted or select.select([self._ours], [], [], QUIET)[0]:
            got = self._read(PATIENCE)
            if not got:
                raise TimeoutError(f"nothing was painted after {key!r}")
            seen = seen[-len(FRAME_ENDS) :] + got
            if FRAME_ENDS in seen:
                painted = time.perf_counter() - begun
        return painted

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)

    def _settle(self) -> None:
        while select.select([self._ours], [], [], 0.5)[0]:
            if not self._read(0.5):
                return

    def _read(self, patience: float) -> bytes:
        if not select.select([self._ours], [], [], max(0.0, patience))[0]:
            return b""
        got = os.read(self._ours, 65536)
        if ASKED in got:
            os.write(self._ours, KNOWN)
        return got


def report(label: str, times: Sequence[float], bare: Sequence[float]) -> None:
    """One line: p50 and p99 in ms, and the ratio of the medians."""
    at = statistics.quantiles(times, n=100)
    ratio = statistics.median(times) / statistics.median(bare)
    print(f"{label:<34} p50 {at[49] * 1000:6.1f}   p99 {at[98] * 1000:6.1f} ms   {ratio:.2f} x")


def main(keys: int) -> None:
    """Print key to frame in roll and lesson, and grouping beside an empty frame."""
    from lifeskills.classroom.demo import make_demo
    from lifeskills.classroom.school import School
    from lifeskills.core.grouping import group_learners

    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "demo"
        make_demo(where, language="en")
        group = max(School(where).classes.list(), key=lambda one: len(one.current))
        teach_in = Path(folder) / "lesson"
        make_demo(teach_in, language="en")
        program = [str(Path(sys.executable).with_name("lifeskills")), "--screen-language", "en"]
        bare = Terminal([sys.executable, "-c", BARE], where)
        roll = Terminal([*program, "roll", group.name], where)
        lesson = Terminal([*program, "teach", group.name, "tricks-people-use"], teach_in)
        try:
            bare.wait_for("learner 1")
            roll.wait_for(group.name)
            lesson.wait_for("Enter")
            for key in "\r\r ":  # the ready check, the roll, the first step
                lesson.type(key)
            tables: list[float] = []
            empty: list[float] = []
            rolls: list[float] = []
            lessons: list[float] = []
            for _turn in range(max(1, keys // AT_ONCE)):
                tables += [bare.press(" ") for _ in range(AT_ONCE)]
                empty += [bare.press("x") for _ in range(AT_ONCE)]
                for _ in range(AT_ONCE // 2):
                    rolls += [roll.press(" "), roll.press("\x1b[B")]
                    lessons += [lesson.press("+"), lesson.press("\x1bOQ")]
        finally:
            for one in (bare, roll, lesson):
                one.close()
        events = School(teach_in).running.peek(group.id)
        assert sum(one.kind == "minutes_added" for one in events) == len(lessons) // 2
        forming = []
        for seed in range(keys):
            begun = time.perf_counter()
            group_learners(group.current, "fours", seed=seed)
            forming.append(time.perf_counter() - begun)
    print(f"{len(tables)} keys each, {len(group.current)} learners, 80x24")
    report("bare table: mark and move", tables, tables)
    report("roll: mark (saved), move", rolls, tables)
    report("lesson: a minute more, undo (saved)", lessons, tables)
    report("bare: one word changes", empty, empty)
    report("fours for the class, no frame", forming, empty)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KEYS)
