"""Closing a session that was found open after its bell: finished, stopped at a step, not held."""

from __future__ import annotations

from typing import Any, Protocol

from lifeskills.core.record import NOT_HELD
from lifeskills.core.resuming import Outcome
from lifeskills.core.session import SessionState


class OpenSession(Protocol):
    """What of an open session is needed to close it."""

    @property
    def state(self) -> SessionState:
        """What the disk holds."""

    def at(self) -> float:
        """Seconds on the session's clock."""

    def next_step(self, reason: str = "done") -> SessionState:
        """End the running step and begin the next."""

    def note(self, code: str, value: int = 1) -> SessionState:
        """Keep a note by code."""

    def settle_gap(self, minutes: float, *, decided_by: str) -> SessionState:
        """Count minutes that passed unseen."""

    def close(self) -> dict[str, Any]:
        """Close the session and give its record."""


def settle(session: OpenSession, outcome: Outcome, *, step: str = "") -> dict[str, Any]:
    """Close a session that the bell has ended; ``step`` is the id at which it stopped.

    Nobody knows how long the steps after the last key took: they count as done with no minutes,
    and the session ends at its bell.
    """
    if outcome == "not-held":
        session.note(NOT_HELD)
        return session.close()
    while (session.state.step or session.state.remaining) and not (
        outcome == "stopped" and session.state.step == step
    ):
        session.next_step()
    left = session.state.bell_left(session.at())
    if left > 0:
        session.settle_gap(left / 60, decided_by="teacher")
    return session.close()
