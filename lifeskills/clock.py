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
