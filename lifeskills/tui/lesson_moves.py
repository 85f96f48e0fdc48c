"""Keys of the lesson screen that need nothing of what stands on it."""

from __future__ import annotations

from lifeskills.core.opening import last_key
from lifeskills.core.remarks import SKIP_WORDS
from lifeskills.core.takenback import taken_back
from lifeskills.core.text import Sentence
from lifeskills.tui.keymap import key_words
from lifeskills.tui.lesson_notes import ask_why, late_words, take_note
from lifeskills.tui.lesson_words import undecided_words
from lifeskills.tui.teaching_screen import TeachingScreen
from lifeskills.tui.widgets.ask_line import AskLine


class LessonMoves(TeachingScreen):
    """Back, skip, minutes, pause, undo; a note, a latecomer; the groups, the roll, the end."""

    def action_back(self) -> None:
        """Return to the step before."""
        self.keep(self.teaching.back)

    def action_skip(self) -> None:
        """Leave the running step out, with a reason."""
        step = self.teaching.state.current

        def answered(code: str | None) -> None:
            if code in SKIP_WORDS and self.teaching.state.current == step:
                self.keep(lambda: self.teaching.next_step("skipped", code or ""))

        if step is not None:
            ask_why(self.app, step, answered)

    def action_more(self, minutes: int) -> None:
        """A minute more for this step, or less."""
        before = self.teaching.state
        if before.step:
            self.keep(lambda: self.teaching.add_minutes(minutes))
            if self.teaching.state is before:
                self.hint(Sentence("One minute is the least."))

    def action_pause(self) -> None:
        """Stop the step's clock, or let it run on."""
        self.keep(self.teaching.pause)

    def action_undo(self) -> None:
        """Take back the last key; before the first step that is the roll's."""
        before = self.teaching.state
        called, key = before.roll_done, last_key(self.teaching.log.running.events)
        if self.keep(self.teaching.undo):
            self.hint(taken_back(key, before))
        if called and not self.teaching.state.roll_done:
            self.app.show_roll(self.teaching)

    def action_note(self) -> None:
        """Say in a word how the step goes."""
        take_note(self.app, self.teaching)

    def action_groups(self) -> None:
        """Form groups and say how, in one sentence."""
        from lifeskills.tui.screens.groups import GroupsScreen

        self.app.push_screen(GroupsScreen(self.teaching), lambda _: self.draw())

    def action_turn(self) -> None:
        """Ask somebody, by lot and fairly."""
        from lifeskills.tui.screens.turn import TurnScreen

        self.app.push_screen(TurnScreen(self.teaching), lambda _: self.draw())

    def action_latecomer(self) -> None:
        """Ask for the number of somebody who comes late; an open group is counted again."""
        if self.group.kind == "open":
            self.action_roll()
        else:
            self.query_one(AskLine).ask(Sentence("Late: class number or initials, then Enter"))

    def on_ask_line_typed(self, event: AskLine.Typed) -> None:
        """Mark the latecomer and say so."""
        event.stop()
        self.app.attempt(lambda: self.hint(late_words(self.teaching, event.value)))
        self.draw()

    def action_roll(self) -> None:
        """Open the roll again; Enter comes back."""
        from lifeskills.tui.screens.roll import RollScreen

        self.app.push_screen(RollScreen(self.teaching))

    def say_undecided(self) -> None:
        """The class has not voted, and the key that carries the lesson would leave the step."""
        self.hint(undecided_words(key_words(self.app, "carry-on", "space")))

    def action_follow_up(self) -> None:
        """Refused: pupils are in the room."""
        self.hint(Sentence("Follow-up stays shut while a lesson runs."))

    def action_close(self) -> None:
        """Go to the close screen; Esc there comes back."""
        from lifeskills.tui.screens.close import CloseScreen

        self.app.push_screen(CloseScreen(self.teaching))
