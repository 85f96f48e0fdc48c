"""Ctrl+T: whose turn it is. The name stands here and on the wall; passing costs nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Center, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.forming import report_words
from lifeskills.core.people import numbered
from lifeskills.core.text import Sentence
from lifeskills.core.turns import RULE
from lifeskills.tui.group_keys import NEED_A_LIST, TURN_KEYS
from lifeskills.tui.help import HelpText
from lifeskills.tui.teaching_screen import TeachingScreen
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

NO_LIST = Sentence("A group without a list passes something round: whoever holds it speaks.")
NO_GROUPS = Sentence("No groups stand yet: F6 forms them.")


class TurnScreen(TeachingScreen):
    """Draws who is asked as it opens; each answer is one key and one event."""

    CSS_PATH = "turn.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*TURN_KEYS]
    help_text = HelpText(
        Sentence("Turns"),
        (
            RULE,
            Sentence("A pass counts as having been asked; no record says who passed."),
            Sentence(
                "G draws groups: three speak a minute each, two add what is new, one sums up."
            ),
        ),
    )

    def __init__(self, teaching: Teaching) -> None:
        super().__init__(teaching)
        self.work = GroupWork(teaching)

    def body(self) -> Iterable[Widget]:
        """A title, the name, the rule, and the groups that report."""
        yield Static(Content(self.say(Sentence("Whose turn"))), classes="bar strong")
        yield Center(Static("", id="turn-name", markup=False))
        scroll = VerticalScroll(Paragraphs(id="turn-text"), id="turn")
        scroll.can_focus = False
        yield scroll

    def on_mount(self) -> None:
        """Ask somebody at once."""
        super().on_mount()
        if self.group.kind == "class" and not self.teaching.state.asked:
            self.keep(self.work.ask_next)

    def draw(self) -> None:
        """The one who is asked, the rule, the groups."""
        state = self.teaching.state
        how = self.teaching.school.settings.names_shown
        learner = self.group.learner(state.asked)
        name = numbered(learner, how) if learner is not None else ""
        self.query_one("#turn-name", Static).update(plain(name or "–", "bold"))
        lines = [self.say(RULE if self.group.kind == "class" else NO_LIST)]
        report = report_words(self.group, state)
        if report is not None:
            lines += ["", self.say(report)]
        self.query_one("#turn-text", Paragraphs).show([Paragraph(plain(one)) for one in lines])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nobody can be asked by name in a group without a list."""
        listed = self.group.kind == "class"
        return (listed or action not in NEED_A_LIST) and super().check_action(action, parameters)

    def action_next(self) -> None:
        """The one who was asked has spoken; ask the next."""
        self.keep(self.work.ask_next)

    def action_passes(self) -> None:
        """Without penalty: ask the next."""
        if self.teaching.state.asked:
            self.keep(self.work.passes)

    def action_speaks(self) -> None:
        """The one who was asked speaks; back to the lesson."""
        if not self.teaching.state.asked or self.keep(self.work.speaks):
            self.dismiss(None)

    def action_report(self) -> None:
        """Three groups, two, and one."""
        if not self.teaching.state.groups:
            self.hint(NO_GROUPS)
            return
        self.keep(self.work.report)

    def action_undo(self) -> None:
        """Take back the last key."""
        self.keep(self.teaching.undo)

    def action_leave(self) -> None:
        """Ask nobody: it counts for nobody."""
        if not self.teaching.state.asked or self.keep(self.work.ask_nobody):
            self.dismiss(None)

    def _keys_behind_the_wall(self) -> dict[str, Callable[[], object]]:
        if self.group.kind == "open":
            return {"g": self.action_report}
        return {"p": self.action_passes, "ctrl+t": self.action_next, "g": self.action_report}
