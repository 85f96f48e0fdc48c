"""The minute bell: says once when a step comes to its last minute and to its end."""

from __future__ import annotations

LAST_MINUTE = 60.0
END = 0.0


class BellWatch:
    """Watches a clock that counts down.

    Ask :meth:`rings` at every tick; it is true once at one minute and once at zero. A clock that
    was set back (minutes added, the next step) can ring again.
    """

    def __init__(self) -> None:
        self._before: float | None = None

    def rings(self, left: float | None) -> bool:
        """True when ``left`` seconds have just come to one minute or to zero."""
        before, self._before = self._before, left
        if before is None or left is None:
            return False
        return any(left <= mark < before for mark in (LAST_MINUTE, END))
