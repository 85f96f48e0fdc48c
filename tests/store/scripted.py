"""A whole lesson without a screen, in a process that is killed: run as a program by the kill test.

    python -m tests.store.scripted FOLDER KILL_AT

``ack SEQ`` is written after each save returned, ``ack closed`` after the closing. At the
``KILL_AT``-th operation on the disk (0: never) the process kills itself, in the middle of a write
when the operation is one.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from lifeskills.core.session import Event
from lifeskills.store.disk import Draft, RealDisk
from lifeskills.store.running import RunningStore

ON = "2026-11-23T08:00:00+08:00"
LEARNERS = [f"p-{number:03}" for number in range(1, 53)]
STEPS = ["agree", "cards", "who-is-talking", "play", "slip"]
RECORD = {
    "id": "2026-11-23-c-8f3k-7",
    "day": "2026-11-23",
    "opened": ON,
    "closed": "2026-11-23T08:45:00+08:00",
    "present": LEARNERS[3:],
    "marks": dict.fromkeys(LEARNERS[:3], "absent"),
}
SCHOOL = "c-8f3k"


def lesson() -> list[Event]:
    """The keys of a lesson: roll, steps, tools, an undo."""
    plan = [{"id": s, "title": s, "minutes": 9, "least": 5, "needs": "must"} for s in STEPS]
    opened = {"class": SCHOOL, "on": ON, "learners": LEARNERS, "plan": plan, "minutes": 45}
    keys: list[tuple[str, dict[str, Any]]] = [("opened", opened)]
    keys += [("marked", {"learner": one, "mark": "absent"}) for one in LEARNERS[:3]]
    keys.append(("roll_done", {"present": LEARNERS[3:], "absent": LEARNERS[:3]}))
    for step in STEPS:
        keys.append(("step_begun", {"step": step}))
        keys += [("tool", {"step": step, "action": "count", "value": n}) for n in range(4)]
        keys.append(("step_ended", {"step": step, "reason": "done"}))
    keys.append(("undone", {"seq": len(keys)}))
    return [Event(n, kind, n * 2.5, ON, data) for n, (kind, data) in enumerate(keys, start=1)]


class DyingDisk(RealDisk):
    """The real disk; at the n-th operation the process is killed."""

    def __init__(self, die_at: int = 0) -> None:
        self.done: list[str] = []
        self._die_at = die_at

    def does(self, operation: str) -> bool:
        """Count an operation; true if the process dies now."""
        self.done.append(operation)
        return len(self.done) == self._die_at

    def create(self, path: Path) -> Draft:
        """Die before there is a file, or give one that may die."""
        if self.does("create"):
            die()
        return DyingDraft(super().create(path), self)

    def replace(self, source: Path, target: Path) -> None:
        """Die with the temporary file written, or with both names changed."""
        if self.does("before replace"):
            die()
        super().replace(source, target)
        if self.does("after replace"):
            die()

    def sync_folder(self, path: Path) -> None:
        """Die with the folder not yet synced, or just synced and not acknowledged."""
        if self.does("before folder sync"):
            die()
        super().sync_folder(path)
        if self.does("after folder sync"):
            die()


class DyingDraft:
    """A file in the middle of whose writing the process may die."""

    def __init__(self, draft: Draft, disk: DyingDisk) -> None:
        self._draft, self._disk = draft, disk

    def write(self, data: bytes) -> None:
        """Write half, or all."""
        if self._disk.does("write"):
            self._draft.write(data[: len(data) // 2])
            die()
        self._draft.write(data)

    def sync(self) -> None:
        """Die before or after."""
        if self._disk.does("before sync"):
            die()
        self._draft.sync()
        if self._disk.does("after sync"):
            die()

    def close(self) -> None:
        """Let go."""
        self._draft.close()


BETWEEN_OPEN_AND_FOLDER_SYNC = frozenset(
    {
        "write",
        "before sync",
        "after sync",
        "before replace",
        "after replace",
        "before folder sync",
    }
)


def die() -> None:
    """Leave at once, as a process that is killed."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    signal.pause()


def drive(folder: Path, disk: RealDisk, ack: Callable[[str], object]) -> None:
    """Teach the lesson and close it, acknowledging each save after it returned."""
    running = RunningStore(folder, disk=disk).open(SCHOOL)
    for event in lesson():
        running.append(event)
        ack(str(event.seq))
    running.close(RECORD)
    ack("closed")


if __name__ == "__main__":
    drive(
        Path(sys.argv[1]),
        DyingDisk(int(sys.argv[2])),
        lambda what: os.write(1, f"ack {what}\n".encode()),
    )
