"""The second screen of a lesson in lines, and its blank.

Who teaches in lines is mostly waited for, and a program that waits for a line is well: then pupils
see the lesson as it stands. While a line is carried out the last view is sent again, for a moment
only. A program that takes longer, or stands still, is silent, and the class screens go blank: the
teacher could not blank them then.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from lifeskills.core.forming import wall_words

if TYPE_CHECKING:
    from lifeskills.classroom.teaching import Teaching
    from lifeskills.display.address import Address
    from lifeskills.display.background import Background

BUSY_SECONDS = 2.0
"""How long carrying out one line may take before the program no longer counts as well."""


class PlainWall:
    """Off until :meth:`turn_on`; ``blank`` is kept while it is off."""

    def __init__(self) -> None:
        self.blank = False
        self._background: Background | None = None
        self._address: Address | None = None
        self._teaching: Teaching | None = None
        self._lock = threading.Lock()
        self._waits = False
        self._newest: bytes | None = None
        self._seen = 0.0

    @property
    def on(self) -> bool:
        """True while class screens may connect."""
        return self._background is not None

    def turn_on(self, teaching: Teaching) -> None:
        """Let class screens see this lesson. Raises OSError."""
        from lifeskills import places
        from lifeskills.display.address import leave_note
        from lifeskills.display.background import Background

        if self.on:
            return
        self._teaching, self._newest = teaching, None
        background = Background(self._line)
        address = background.open()
        try:
            leave_note(places.display_note(), address)
        except OSError:
            background.close()
            raise
        self._background, self._address = background, address

    def turn_off(self) -> None:
        """End the second screen; clients show nothing of the lesson any more."""
        if self._background is None or self._address is None:
            return
        from lifeskills import places
        from lifeskills.display.address import take_note_away

        take_note_away(places.display_note(), self._address)
        self._background.close()
        self._background = self._address = None

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """While the program waits for a line; the view is made only then, so nothing moves."""
        self._set(waits=True)
        try:
            yield
        finally:
            self._set(waits=False)

    def _set(self, *, waits: bool) -> None:
        with self._lock:
            self._waits = waits
        if waits and self._background is not None:
            self._background.beat()

    def _line(self) -> bytes | None:
        """What pupils may see now; None while the program is not well."""
        from lifeskills.display.wire import view_line
        from lifeskills.language import translator
        from lifeskills.tui.wall.tips import as_it_hangs

        teaching = self._teaching
        if teaching is None:
            return None
        with self._lock:
            now = teaching.school.clock.monotonic()
            if self._waits:
                how = wall_words(teaching.group, teaching.state)
                said = translator(teaching.school.language)
                view = teaching.class_view(how=said(how) if how is not None else "")
                view = as_it_hangs(view, blank=self.blank, at=now)
                self._newest, self._seen = view_line(view, translator(view.language)), now
            elif now - self._seen > BUSY_SECONDS:
                return None
            return self._newest
