"""Fakes that several rooms use: each keeps a history and does what it is told."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

MONDAY_MORNING = dt.datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Shanghai"))


class FakeClock:
    """A clock that stands still until it is moved."""

    def __init__(self, now: dt.datetime = MONDAY_MORNING) -> None:
        self._now = now
        self._monotonic = 0.0

    def now(self) -> dt.datetime:
        return self._now

    def today(self) -> dt.date:
        return self._now.date()

    def monotonic(self) -> float:
        return self._monotonic

    def advance(self, *, minutes: float = 0, seconds: float = 0) -> None:
        """Time passes while the program runs."""
        self._monotonic += minutes * 60 + seconds
        self._now += dt.timedelta(minutes=minutes, seconds=seconds)

    def set(self, now: dt.datetime) -> None:
        """Somebody set the wall clock; the program's own time does not notice."""
        self._now = now
