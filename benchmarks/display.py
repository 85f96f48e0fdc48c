"""From the teacher's key to changed bytes at the second screen's terminal, on this machine.

    python benchmarks/display.py [KEYS]

A teacher's program runs a lesson in one pseudo-terminal, `lifeskills display` in another, both of
80x24, both read all the time. Two keys are measured: `+` gives the step a minute, so the clock is
drawn anew; F12 after a blank screen brings everything back. A key is written just after a second's
tick, so that what comes next comes from the key. Beside them stand, from the same minute, one bare
round trip over loopback and one empty frame: a key that changes one word of a bare Textual app.
The `+` is on the disk before anything is shown; F12 changes nothing that is kept.
"""

from __future__ import annotations

import fcntl
import os
import pty
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

KEYS = 60
PATIENCE = 30.0
QUIET = 0.06
COURSE, STEP = "tricks-people-use", "Four signs"
ENTER, SPACE, CTRL_D, F12 = b"\r", b" ", b"\x04", b"\x1b[24~"
BARE = """
from textual.app import App
from textual.widgets import Static
class Bare(App):
    BINDINGS = [("x", "word", "")]
    def compose(self):
        yield Static("one", id="word")
    def action_word(self):
        word = self.query_one("#word", Static)
        word.update("two" if str(word.content) == "one" else "one")
Bare().run()
"""


class Terminal:
    """A program in a pseudo-terminal; what it writes is kept with the time at which it came."""

    def __init__(self, command: Sequence[str], env: Mapping[str, str]) -> None:
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self._process = subprocess.Popen(  # noqa: S603 - our own command
            command, stdin=theirs, stdout=theirs, stderr=theirs, env=env, start_new_session=True
        )
        os.close(theirs)
        self._came: list[tuple[float, bytes]] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        while True:
            try:
                data = os.read(self._ours, 65536)
            except OSError:
                return
            self._came.append((time.perf_counter(), data))

    def type(self, key: bytes) -> float:
        """Write a key; the time just before."""
        begun = time.perf_counter()
        os.write(self._ours, key)
        return begun

    def shown(self, words: str = "", since: float = 0.0) -> float:
        """When the words (or anything) had come after ``since``; waits for it."""
        until, wanted = time.perf_counter() + PATIENCE, words.encode()
        while time.perf_counter() < until:
            seen = b""
            for at, data in list(self._came):
                if at >= since:
                    seen += data
                    if wanted in seen:
                        return at
            time.sleep(0.0005)
        raise TimeoutError(f"{words!r} did not appear")

    def tick(self) -> None:
        """Wait until something came and then nothing for a moment: a second has just begun."""
        self.shown(since=time.perf_counter())
        self.rest()

    def rest(self) -> None:
        """Wait until nothing comes for a moment."""
        while time.perf_counter() - self._came[-1][0] < QUIET:
            time.sleep(QUIET / 4)

    def forget(self) -> None:
        """Drop what came, so that looking through it stays quick."""
        del self._came[:-1]

    def close(self) -> None:
        """End the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._ours)


def round_trips(number: int) -> list[float]:
    """Seconds of a line there and back over loopback, through one thread."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def echo() -> None:
            with server.accept()[0] as one:
                while data := one.recv(4096):
                    one.sendall(data)

        threading.Thread(target=echo, daemon=True).start()
        with socket.create_connection(server.getsockname()) as one:
            times = []
            for _ in range(number):
                begun = time.perf_counter()
                one.sendall(b"x" * 1000)
                got = 0
                while got < 1000:
                    got += len(one.recv(4096))
                times.append(time.perf_counter() - begun)
    return times


def report(label: str, times: Sequence[float], frame: float) -> None:
    """One line: p50 and p99 in ms, and the median in empty frames."""
    at = statistics.quantiles(times, n=100)
    print(
        f"{label:<40} p50 {at[49] * 1000:7.2f}   p99 {at[98] * 1000:7.2f} ms"
        f"   {at[49] / frame:5.2f} frames"
    )


def begin_lesson(desk: Terminal, wall: Terminal) -> None:
    """Turn the second screen on, call the roll, begin the first step."""
    desk.shown("Enter")
    desk.rest()
    desk.type(CTRL_D)
    desk.shown("Second screen")
    for key, shows in ((ENTER, "Undo"), (ENTER, "Pause"), (SPACE, STEP)):
        desk.rest()
        desk.type(key)
        desk.shown(shows)
    wall.shown(STEP)


def measure(desk: Terminal, wall: Terminal, bare: Terminal, keys: int) -> dict[str, list[float]]:
    """Keys of all three by turns, so that a busy machine is busy for each."""
    times: dict[str, list[float]] = {"clock": [], "screen": [], "frame": []}
    for _ in range(keys):
        begun = bare.type(b"x")
        times["frame"].append(bare.shown(since=begun) - begun)
        wall.tick()
        begun = desk.type(b"+")
        times["clock"].append(wall.shown(since=begun) - begun)
        wall.tick()
        desk.type(F12)
        time.sleep(0.3)
        wall.rest()
        begun = desk.type(F12)
        times["screen"].append(wall.shown(STEP, since=begun) - begun)
        for one in (desk, wall, bare):
            one.forget()
    return times


def main(keys: int) -> None:
    """Print the delays."""
    from lifeskills.classroom.demo import make_demo

    with tempfile.TemporaryDirectory() as folder:
        where = Path(folder) / "demo"
        make_demo(where, language="en")
        env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
        env["XDG_STATE_HOME"] = folder
        program = [sys.executable, "-m", "lifeskills", "--screen-language", "en"]
        bare = Terminal([sys.executable, "-c", BARE], env)
        wall = Terminal([*program, "display"], env)
        desk = Terminal([*program, "--school", str(where), "teach", "8(3)", COURSE], env)
        try:
            bare.shown("one")
            begin_lesson(desk, wall)
            times = measure(desk, wall, bare, keys)
        finally:
            for one in (bare, wall, desk):
                one.close()
    frame = statistics.median(times["frame"])
    report("loopback, 1 KB there and back", round_trips(1000), frame)
    report("bare Textual app: key to frame", times["frame"], frame)
    report("second screen: a minute more (+)", times["clock"], frame)
    report("second screen: all of it (F12)", times["screen"], frame)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else KEYS)
