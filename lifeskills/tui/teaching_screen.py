"""What the screens of an open session do alike: save before showing, tick, and turn to the wall."""

from __future__ import annotations

import string
from collections.abc import Callable
from functools import partial

from textual import events

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.classview import ClassView
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.forming import wall_words
from lifeskills.language import translator
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.bell import BellWatch
from lifeskills.tui.keymap import keys_of
from lifeskills.tui.keys import as_typed, key_name

TICK_SECONDS = 1.0


class TeachingScreen(BaseScreen[None]):
    """A screen over one open session. Give :meth:`draw`; change things through :meth:`keep`."""

    AUTO_FOCUS = ""
    """Keys go to the screen; a line for numbers has the focus only while it asks."""

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.teaching = teaching
        self.group = teaching.group
        self._bells = (BellWatch(), BellWatch())

    def on_mount(self) -> None:
        """Draw, and go on drawing every second."""
        super().on_mount()
        self.set_interval(TICK_SECONDS, self.tick)
        if self.teaching.school.settings.second_screen:
            self.app.run_worker(self.app.second.begin_with(self.teaching))

    def fill(self) -> None:
        """Draw."""
        self.draw()

    def draw(self) -> None:
        """Show the state."""

    def tick(self) -> None:
        """Move the clocks; ring at one minute and at zero, of the step and of the lesson."""
        if self.app.screen is not self or not self.built:
            return
        self.draw()
        self.ring()

    def ring(self) -> None:
        """Ring where the step or the lesson has come to its last minute or to zero."""
        state, at = self.teaching.state, self.teaching.at()
        step, bell = self._bells
        step_rings = step.rings(state.step_left(at) if state.step else None)
        if bell.rings(state.bell_left(at)) or step_rings:
            self.app.ring(self)

    def keep(self, act: Callable[[], object]) -> bool:
        """Do something that is saved, then show it. False if the disk refused: all is as before."""
        try:
            act()
        except LifeskillsError as error:
            self.app.show_error(error)
            return False
        finally:
            self.draw()
            self.app.second.beat()
        return True

    async def on_key(self, event: events.Key) -> None:
        """Keys of the screen in the order in which they were typed, whatever the terminal sends.

        A binding would wait its turn in the app's queue, and a letter could overtake a Space.
        """
        if not self.built:
            event.stop()
            event.prevent_default()
            return
        name = key_name(as_typed(event.character)) if event.character else event.key
        active = self.active_bindings.get(name)
        if active is None or active.node is not self or not active.enabled:
            if not self.press(name):
                return
        else:
            await self.run_action(active.binding.action)
        event.stop()
        event.prevent_default()  # or the base screen would take a full-width key once more

    def press(self, key: str) -> bool:
        """A key that is no binding; True if it meant something."""
        del key
        return False

    def action_press_option(self, key: str) -> None:
        """A click on an option of the tool."""
        self.press(key)

    # -- the wall ----------------------------------------------------------------------------

    def class_view(self) -> ClassView:
        """What pupils may see now, in the language of the lesson."""
        how = wall_words(self.group, self.teaching.state)
        lesson = self.teaching.lesson
        said = translator(lesson.setting.language) if lesson is not None else self.say
        return self.teaching.class_view(how=said(how) if how is not None else "")

    def action_class_screen(self) -> None:
        """Turn this terminal into the class screen; Space and the tool's keys go on working."""
        from lifeskills.tui.screens.class_screen import ClassScreen

        self.app.push_screen(ClassScreen(self.class_view, self._keys_behind_the_wall()))

    def action_big_clock(self) -> None:
        """Show the clock alone."""
        from lifeskills.tui.screens.big_clock import BigClock

        self.app.push_screen(BigClock(self.class_view, self._keys_behind_the_wall()))

    def action_carry_on(self) -> None:
        """What Space does."""

    def _keys_behind_the_wall(self) -> dict[str, Callable[[], object]]:
        letters = {letter: partial(self.press, letter) for letter in string.ascii_lowercase}
        space = dict.fromkeys(keys_of(self.app, "carry-on", "space"), self.action_carry_on)
        return {**letters, **space}
