"""Closings that were cut short, finished at the next start.

Apart from ``running``, so that a start without an open lesson does not load what lessons need.
"""

from __future__ import annotations

from pathlib import Path

from lifeskills.store.classes import ClassStore
from lifeskills.store.disk import RealDisk


def finish_closings(folder: Path, classes: ClassStore) -> None:
    """Bring every lesson whose closing was cut short to its end, where nobody is at it."""
    if any(name.endswith(".json") for name in RealDisk().names(folder / "running")):
        from lifeskills.store.running import RunningStore

        RunningStore(folder, classes=classes).tidy()
