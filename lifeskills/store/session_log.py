"""A session's events and its clock: an event is on the disk before its state can be seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from lifeskills.core.session import Event, SessionState, fold

if TYPE_CHECKING:
    from lifeskills.store.running import Running


class Ticking(Protocol):
    """What of a clock is needed here."""

    def now(self) -> dt.datetime:
        """The wall time, aware."""

    def monotonic(self) -> float:
        """Seconds that only go forward while the program runs."""


class SessionLog:
    """The events of one open session. ``state`` is what the disk holds, also when it refuses."""

    def __init__(self, running: Running, clock: Ticking) -> None:
        self.running = running
        self._clock = clock
        self._base_at = running.events[-1].at if running.events else 0.0
        self._base_mono = clock.monotonic()
        self.state: SessionState = fold(running.events)

    def at(self) -> float:
        """Seconds on the session's clock now: monotonic within a run, or standing still."""
        gone = self._clock.monotonic() - self._base_mono
        return self._base_at + (0.0 if self.state.stands else gone)

    def count(self, seconds: float) -> None:
        """Move the session's clock on by seconds that passed while the program was off."""
        self._base_at += seconds

    def append(self, kind: str, data: Mapping[str, Any]) -> SessionState:
        """Save one event and give the state it makes. Raises as :meth:`Running.append` does."""
        now, events = self._clock.now(), self.running.events
        seq = events[-1].seq + 1 if events else 1
        at = round(self.at(), 1) if events else 0.0
        try:
            self.running.append(Event(seq, kind, at, now.isoformat(timespec="seconds"), dict(data)))
        finally:
            self.state = fold(self.running.events)
        return self.state
