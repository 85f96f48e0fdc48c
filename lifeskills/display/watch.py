"""What a class screen shows when lines come, stop coming, or the connection is gone.

- Lines come: the newest view, its clocks moved on since.
- The connection stands and no line comes: the teacher's program stands still, and the teacher
  could blank nothing. The screen is blank until it is heard again.
- The connection is gone: the class keeps its task, the clocks run on, and the screen says that it
  waits.
- The teacher turned the second screen off: nothing of the lesson is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lifeskills.core.classview import ClassView

SILENT_SECONDS = 4.0
"""A program that runs is heard each second."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show, and why: heard, silent, waiting (for a connection) or off."""

    view: ClassView
    state: Literal["heard", "silent", "waiting", "off"]


class Watch:
    """Told what happens, with the seconds of a clock that only goes forward."""

    def __init__(self, language: str) -> None:
        self._view = ClassView(language=language)
        self._at = 0.0
        self._state: Literal["heard", "waiting", "off"] = "off"

    def heard(self, view: ClassView | None, now: float) -> None:
        """A line came; None was the last one."""
        if view is None:
            self._view, self._state = ClassView(language=self._view.language), "off"
        else:
            self._view, self._at, self._state = view, now, "heard"

    def lost(self) -> None:
        """The connection is gone."""
        if self._state == "heard":
            self._state = "waiting"

    def shown(self, now: float) -> Shown:
        """What to show now."""
        if self._state == "off":
            return Shown(self._view, "off")
        if self._state == "heard" and now - self._at > SILENT_SECONDS:
            return Shown(self._view.blanked(), "silent")
        return Shown(self._view.later(now - self._at), self._state)
