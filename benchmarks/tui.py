"""First frame and home usable, against a bare Textual app, turn by turn in one run.

    python benchmarks/tui.py [ROUNDS]

Each program is started in a pseudo-terminal of 80x24; the clock runs from exec until the bytes of
the terminal hold the words that are waited for: the bare app's own, a class's name, the title of
the lesson that comes next. A teacher types `lifeskills` in the school's folder; the school is the
demo's, with a year of rolls in every class file.
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

ROUNDS = 9
PATIENCE = 30.0
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("hello from a bare app")
Bare().run()
"""


def until_shown(command: Sequence[str], words: Sequence[str], folder: Path) -> list[float]:
    """Seconds from exec until each of ``words`` has come out of the terminal, in order."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    env = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "zh_CN.UTF-8"}
    begun = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - our own command
        command,
        cwd=folder,
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=env,
        start_new_session=True,
    ) as process:
        os.close(theirs)
        seen, times = b"", []
        try:
            for word in words:
                while word.encode() not in seen:
                    if not select.select([ours], [], [], PATIENCE)[0]:
                        raise TimeoutError(f"{word!r} did not appear")
                    seen += os.read(ours, 65536)
                times.append(time.perf_counter() - begun)
        finally:
            process.kill()
            os.close(ours)
    return times


def main(rounds: int) -> None:
    """Print medians and ratios."""
    from lifeskills.classroom.demo import make_demo
    from lifeskills.classroom.planning import next_lesson
    from lifeskills.classroom.school import School

    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "demo"
        make_demo(where, language="zh")
        school = School(where, language="zh")
        group = school.classes.list()[0]
        following = next_lesson(school, group)
        assert following is not None
        bare_command = [sys.executable, "-c", BARE]
        command = [str(Path(sys.executable).with_name("lifeskills"))]
        words = [group.name, following.info.title]
        bare, first, usable = [], [], []
        for _round in range(rounds + 1):
            bare += until_shown(bare_command, ["hello from a bare app"], where)
            named, filled = until_shown(command, words, where)
            first.append(named)
            usable.append(filled)
        # The first round warms the disk's cache and writes bytecode.
        base = statistics.median(bare[1:])
        print(f"bare Textual app             {base * 1000:6.0f} ms")
        for label, times, most in (
            ("first frame with a class", first, 1.3),
            ("home usable", usable, 2.0),
        ):
            now = statistics.median(times[1:])
            print(f"{label:<28} {now * 1000:6.0f} ms   {now / base:.2f} x (target {most} x)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
