"""The only module that reads time. Days are those of the school's time zone."""

from __future__ import annotations

import datetime as dt
import time
from typing import Protocol
from zoneinfo import ZoneInfo


class Clock(Protocol):
    """What time it is at the school."""

    def now(self) -> dt.datetime:
        """The wall time, aware, in the school's time zone."""

    def today(self) -> dt.date:
        """The school's day."""

    def monotonic(self) -> float:
        """Seconds that only go forward while the program runs."""


class SystemClock:
    """The machine's clock, read in a time zone of the IANA database."""

    def __init__(self, timezone: str = "Asia/Shanghai") -> None:
        self.timezone = ZoneInfo(timezone)

    def now(self) -> dt.datetime:
        """The wall time, aware, in the school's time zone."""
        return dt.datetime.now(self.timezone)

    def today(self) -> dt.date:
        """The school's day."""
        return self.now().date()

    def monotonic(self) -> float:
        """Seconds that only go forward while the program runs."""
        return time.monotonic()


class MovableClock:
    """Another clock, read from an hour of its day on, that can be moved forward.

    For a lesson that is shown, not held: it is half past two whenever it is shown.
    """

    def __init__(self, clock: Clock, starts: dt.time) -> None:
        now = clock.now()
        self._clock = clock
        self._shift = dt.datetime.combine(now.date(), starts, tzinfo=now.tzinfo) - now
        self._moved = 0.0

    def now(self) -> dt.datetime:
        """The time that is shown."""
        return self._clock.now() + self._shift + dt.timedelta(seconds=self._moved)

    def today(self) -> dt.date:
        """The day that is shown."""
        return self.now().date()

    def monotonic(self) -> float:
        """Seconds, those included by which the clock was moved."""
        return self._clock.monotonic() + self._moved

    def advance(self, seconds: float) -> None:
        """Move forward; a negative number moves nothing."""
        self._moved += max(0.0, seconds)
