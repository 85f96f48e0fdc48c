"""Keys of the lesson screen that need nothing of what stands on it."""

from __future__ import annotations

from lifeskills.core.text import Sentence
from lifeskills.tui.teaching_screen import TeachingScreen


class LessonMoves(TeachingScreen):
    """Back, skip, a minute more, pause, undo; the groups, the roll, the end."""

    def action_back(self) -> None:
        """Return to the step before."""
        self.keep(self.teaching.back)

    def action_skip(self) -> None:
        """Leave the running step out."""
        if self.teaching.state.step:
            self.keep(lambda: self.teaching.next_step("skipped"))

    def action_more(self) -> None:
        """A minute more for this step."""
        if self.teaching.state.step:
            self.keep(self.teaching.add_minutes)

    def action_pause(self) -> None:
        """Stop the step's clock, or let it run on."""
        self.keep(self.teaching.pause)

    def action_undo(self) -> None:
        """Take back the last key; before the first step that is the roll's."""
        called = self.teaching.state.roll_done
        self.keep(self.teaching.undo)
        if called and not self.teaching.state.roll_done:
            self.app.show_roll(self.teaching)

    def action_groups(self) -> None:
        """Form groups and say how, in one sentence."""
        from lifeskills.tui.screens.groups import GroupsScreen

        def formed(says: Sentence | None) -> None:
            self.how = says or self.how
            self.draw()

        self.app.push_screen(GroupsScreen(self.teaching), formed)

    def action_latecomer(self) -> None:
        """Open the roll again; Enter comes back."""
        from lifeskills.tui.screens.roll import RollScreen

        self.app.push_screen(RollScreen(self.teaching))

    def action_follow_up(self) -> None:
        """Refused: pupils are in the room."""
        self.hint(Sentence("Follow-up stays shut while a lesson runs."))

    def action_close(self) -> None:
        """Go to the close screen; Esc there comes back."""
        from lifeskills.tui.screens.close import CloseScreen

        self.app.push_screen(CloseScreen(self.teaching))
