"""The teacher's side of every class screen: blank or not, and the second screen's heartbeat.

Nothing of it is loaded before the teacher asks. What is sent is the ClassView of the lesson that
is open, each second and after each key; nothing waits for a client.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from textual.timer import Timer

    from lifeskills.core.classview import ClassView
    from lifeskills.display.address import Address
    from lifeskills.display.publisher import Publisher
    from lifeskills.tui.app import LifeskillsApp

BEAT_SECONDS = 1.0


class SecondScreen:
    """Off until :meth:`turn_on`; ``blank`` holds for the teacher's own class screen too."""

    def __init__(self, app: LifeskillsApp) -> None:
        self.app = app
        self.blank = False
        self._publisher: Publisher | None = None
        self._address: Address | None = None
        self._timer: Timer | None = None
        self._taught = False
        self._lesson: object = None

    @property
    def on(self) -> bool:
        """True while class screens may connect."""
        return self._publisher is not None

    def on_the_wall(self, view: ClassView) -> ClassView:
        """A view as it may hang now: blank if the teacher wants it so, a tip where it is idle."""
        from lifeskills.tui.wall.tips import as_it_hangs

        return as_it_hangs(view, blank=self.blank, at=self.app.school.clock.monotonic())

    def turn_blank(self) -> None:
        """Blank every class screen, or show them again."""
        self.blank = not self.blank
        self.beat()

    # -- the second screen -------------------------------------------------------------------

    async def turn_on(self) -> bool:
        """Let class screens connect; False if the machine does not allow it, which is said."""
        from lifeskills import places
        from lifeskills.display.address import leave_note
        from lifeskills.display.publisher import Publisher

        if self.on:
            return True
        publisher = Publisher()
        try:
            address = await publisher.open()
            leave_note(places.display_note(), address)
        except OSError as error:
            publisher.close()
            reason = error.strerror or str(error)
            self.app.tell(Sentence("No second screen: {reason}. F5 still works.", reason=reason))
            return False
        self._publisher, self._address, self._taught = publisher, address, False
        self._timer = self.app.set_interval(BEAT_SECONDS, self.beat)
        self.beat()
        return True

    async def begin_with(self, lesson: object) -> None:
        """On with a lesson, once: the next screen does not overrule who turned it off."""
        if lesson is not self._lesson:
            self._lesson = lesson
            await self.turn_on()

    def turn_off(self) -> None:
        """End the second screen; clients show nothing of the lesson any more."""
        if self._publisher is None or self._address is None:
            return
        from lifeskills import places
        from lifeskills.display.address import take_note_away

        take_note_away(places.display_note(), self._address)
        self._publisher.close()
        self._publisher = self._address = None
        if self._timer is not None:
            self._timer.stop()

    def beat(self) -> None:
        """Send what pupils may see now; after the lesson, at home again, the second screen ends."""
        if self._publisher is None:
            return
        from lifeskills.core.classview import ClassView
        from lifeskills.display.wire import view_line
        from lifeskills.language import translator

        view = self._view()
        if view is None and self._taught:
            self.turn_off()
            return
        self._taught = self._taught or view is not None
        view = self.on_the_wall(view or ClassView(language=self.app.school.language))
        self._publisher.publish(view_line(view, translator(view.language)))

    def _view(self) -> ClassView | None:
        """The lesson on the screen that lies nearest to the teacher, or None without one."""
        above = list(reversed(self.app.screen_stack))
        for screen in above:
            own: Callable[[], ClassView] | None = getattr(screen, "class_view", None)
            if own is not None:
                return own()
        for screen in above:
            teaching = getattr(screen, "teaching", None)
            if teaching is not None:
                shown: ClassView = teaching.class_view()
                return shown
        return None
