"""``kill -9`` in each step of a lesson: it goes on in that step, as design §7 says.

The lesson is taught by the real command in lines, in a process of its own that is killed.
"""

from __future__ import annotations

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lifeskills.classroom.planning import found_open
from lifeskills.classroom.school import School
from lifeskills.core.resuming import AfterBell, Ask, Counted, on_reopening
from lifeskills.core.session import SessionState
from tests.tui.sample_school import make_school

COURSE = "tricks-people-use"
STEPS = 7
SECONDS = 60.0

pytestmark = pytest.mark.slow


def killed_in_step(folder: Path, step: int) -> SessionState:
    """Teach in a child as far as the step, kill it there, and give what is on the disk."""
    command = [sys.executable, "-m", "lifeskills", "--school", str(folder)]
    child = subprocess.Popen(
        [*command, "--screen-language", "en", "teach", "8(3)", COURSE, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    assert child.stdin is not None
    group = School(folder).classes.get("8(3)")
    school, end = School(folder), time.monotonic() + SECONDS
    child.stdin.write("3\n\n")
    child.stdin.flush()
    while True:
        found = found_open(school, group)
        state = found.state if found is not None else None
        if state is not None and state.roll_done and len(state.runs) >= step:
            break
        assert time.monotonic() < end, "the lesson did not come to the step"
        assert child.poll() is None, "the child ended by itself"
        if state is not None and state.roll_done:
            child.stdin.write("\n")
            child.stdin.flush()
        time.sleep(0.1)
    child.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    assert child.wait() != 0
    child.stdin.close()
    found = found_open(School(folder), group)
    assert found is not None, "nothing is lost"
    return found.state


@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_a_lesson_killed_in_any_step_goes_on_in_it(tmp_path: Path, step: int) -> None:
    make_school(tmp_path)
    state = killed_in_step(tmp_path, step)
    assert state.marks == {"p-03": "absent"}
    assert state.step == state.plan[len(state.runs) - 1].id
    now = dt.datetime.fromisoformat(state.last_on)
    assert isinstance(on_reopening(state, now + dt.timedelta(minutes=4)), Counted)
    assert isinstance(on_reopening(state, now + dt.timedelta(minutes=90)), AfterBell)
    assert isinstance(on_reopening(state, now - dt.timedelta(minutes=5)), Ask)
    again = subprocess.run(
        [
            *(sys.executable, "-m", "lifeskills", "--school", str(tmp_path)),
            *("--screen-language", "en", "teach", "8(3)", "--plain"),
        ],
        input="close\nnever\nnever\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    assert again.returncode == 0, again.stderr
    assert "goes on where it stood" in again.stdout
    (record,) = School(tmp_path).classes.records("c-8003")
    reasons = [one["reason"] for one in record["minutes"]["steps"]]
    runs = len(state.runs)
    assert reasons == ["done"] * (runs - 1) + ["closed"] + ["not reached"] * (STEPS - runs)
