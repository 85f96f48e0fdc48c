"""A mark's save against an SQLite commit with ``synchronous=FULL``, turn by turn in one run.

    python benchmarks/store.py [FOLDER]

Both are on the same disk, and each must be on the medium before it returns. The lesson has 52
learners; marks are set and taken away as in a real roll, so the file has its usual size.
"""

from __future__ import annotations

import itertools
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lifeskills.core.session import Event
from lifeskills.store.running import RunningStore

ON = "2026-11-23T08:00:00+08:00"
LEARNERS = [f"p-{number:03}" for number in range(1, 53)]
ROUNDS = 150
INSERT = "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?)"


def milliseconds(action: Callable[[], object]) -> float:
    """How long one call takes."""
    begun = time.perf_counter()
    action()
    return (time.perf_counter() - begun) * 1000


def main(folder: Path) -> None:
    """Print medians and their ratio."""
    plan = [{"id": f"s{n}", "title": "谁在说话", "minutes": 9} for n in range(5)]
    opened = {"class": "c-8f3k", "learners": LEARNERS, "plan": plan, "minutes": 45}
    running = RunningStore(folder).open("c-8f3k")
    running.append(Event(1, "opened", 0.0, ON, opened))
    base = sqlite3.connect(folder / "marks.sqlite", isolation_level=None)
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, kind, at, moment, learner, mark)")
    learners = itertools.cycle(LEARNERS)
    ours: list[float] = []
    theirs: list[float] = []
    for seq in range(2, ROUNDS + 2):
        learner = next(learners)
        data = {"learner": learner, "mark": "absent"}
        row = (seq, "marked", seq * 1.5, ON, learner, "absent")
        event = Event(seq, "marked", seq * 1.5, ON, data)
        ours.append(milliseconds(partial(running.append, event)))
        theirs.append(milliseconds(partial(base.execute, INSERT, row)))
    size = (folder / "running" / "c-8f3k.json").stat().st_size
    assert len(RunningStore(folder).peek("c-8f3k")) == ROUNDS + 1, "every mark is on the disk"
    assert base.execute("SELECT count(*) FROM event").fetchone() == (ROUNDS,)
    running.release()
    base.close()
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    print(f"a mark saved       {statistics.median(ours):6.2f} ms   (file {size / 1000:.0f} KB)")
    print(f"SQLite, FULL       {statistics.median(theirs):6.2f} ms")
    print(f"ratio              {ratio:6.2f}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as temporary:
            main(Path(temporary))
