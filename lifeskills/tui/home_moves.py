"""What the keys of home open for the class under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lifeskills.tui.base_screen import BaseScreen

if TYPE_CHECKING:
    from lifeskills.classroom.again import ClosedToday
    from lifeskills.classroom.slips import OwedSlips
    from lifeskills.core.people import ClassGroup


class HomeMoves(BaseScreen[None]):
    """Teach, roll, lessons, slips, a lesson opened again, local facts, the follow-up."""

    groups: dict[str, ClassGroup]
    owed: OwedSlips | None = None
    again: ClosedToday | None = None

    @property
    def group(self) -> ClassGroup | None:
        """The class under the cursor."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Slips, a lesson of today and a second page have keys where there are some."""
        has = {
            "slips": self.owed is not None,
            "open_again": self.again is not None,
            "read_on": any(place.max_scroll_y > 0 for place in self.query("#beside")),
        }
        if not has.get(action, True):
            return False
        return super().check_action(action, parameters)

    def action_teach(self) -> None:
        """Teach the class under the cursor."""
        if self.group is not None:
            self.app.teach(self.group)

    def action_cover(self) -> None:
        """Let a substitute teach: nothing of what was before is shown."""
        if self.group is not None:
            self.app.teach(self.group, cover=True)

    def action_roll(self) -> None:
        """Call the roll alone."""
        if self.group is not None:
            self.app.call_roll(self.group)

    def action_lessons(self) -> None:
        """List all lessons."""
        from lifeskills.tui.screens.browser import BrowserScreen

        self.app.when_loaded(lambda: self.app.push_screen(BrowserScreen(self.group)))

    def action_slips(self) -> None:
        """Count the exit slips that were left for later."""
        from lifeskills.tui.screens.slips import SlipsScreen

        if self.group and self.owed:
            self.app.push_screen(SlipsScreen(self.group, self.owed))

    def action_open_again(self) -> None:
        """Open today's lesson or roll again, to put its record right."""
        from lifeskills.tui.flow import open_again

        if self.group is not None and self.again is not None:
            open_again(self.app, self.group, self.again)

    def action_read_on(self) -> None:
        """The rest of what to prepare; from its end back to the beginning."""
        beside = self.query_one("#beside")
        if beside.scroll_offset.y >= beside.max_scroll_y:
            beside.scroll_home(animate=False)
        else:
            beside.scroll_page_down(animate=False)

    def action_year(self) -> None:
        """Show the class's year."""
        from lifeskills.tui.flow import show_year

        show_year(self.app, self.group)

    def action_local_facts(self) -> None:
        """Fill in helpers and what the next lesson asks for."""
        from lifeskills.tui.flow import local_facts

        self.app.when_loaded(lambda: local_facts(self.app, self.group))

    def action_follow_up(self) -> None:
        """Open the follow-up, when nobody else can see the screen."""
        from lifeskills.tui.flow import follow_up

        if self.group is not None:
            follow_up(self.app, self.group, list(self.groups.values()))
