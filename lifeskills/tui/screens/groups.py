"""F6: groups at fixed desks, said in one sentence, and what they give over groups in turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.forming import first_wanted
from lifeskills.core.grouping import Wanted
from lifeskills.core.people import mixed_grades
from lifeskills.core.text import Sentence
from lifeskills.tui.group_keys import GROUP_KEYS, NEED_A_LIST
from lifeskills.tui.group_words import FORM_WORDS, choice_line, forms_lines, group_lines
from lifeskills.tui.help import HelpText
from lifeskills.tui.teaching_screen import TeachingScreen
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.wrapping import Paragraph

MARGINS = 4
"""Cells beside the kinds, to both sides together."""


class GroupsScreen(TeachingScreen):
    """Shows the groups before they are formed; Enter forms them."""

    CSS_PATH = "groups.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [*GROUP_KEYS]
    help_text = HelpText(
        Sentence("Groups"),
        (
            Sentence("All groups work at once; nobody carries a table."),
            Sentence("Those absent are left out; a latecomer joins, and nobody else moves."),
            Sentence("Drawn groups mix those who have not worked together this term."),
            Sentence("Roles are offered to a group, never assigned on the wall."),
        ),
    )

    def __init__(self, teaching: Teaching) -> None:
        super().__init__(teaching)
        self.work = GroupWork(teaching)
        state = teaching.state
        self._wanted = first_wanted(state)
        self._anew = False
        self._role_names = False
        standing = sum(len(group) for group in state.groups)
        self._people = standing or state.present_count
        """How many are in the room, in a group without a list."""

    def body(self) -> Iterable[Widget]:
        """A title, the kinds with their keys, and the words."""
        yield Static(Content(self.say(Sentence("Groups"))), classes="bar strong")
        yield Paragraphs(id="groups-kinds")
        scroll = VerticalScroll(Paragraphs(id="groups-text"), id="groups")
        scroll.can_focus = False
        yield scroll

    def draw(self) -> None:
        """Show the groups of the kind."""
        grouping = self.work.preview(self._wanted, anew=self._anew, people=self._people)
        forms = [one for one in FORM_WORDS if one != "elders" or mixed_grades(self.group)]
        kinds = forms_lines(self._wanted, forms, self.say, self.app.size.width - MARGINS)
        if self.group.kind == "class":
            names = self.teaching.state.names_on_wall
            kinds.append(choice_line(self._wanted, grouping, names, self.say))
        self.query_one("#groups-kinds", Paragraphs).show([Paragraph(line) for line in kinds])
        lines = group_lines(grouping, self.work, self.say, role_names=self._role_names)
        self.query_one("#groups-text", Paragraphs).show(list(lines))

    def tick(self) -> None:
        """Ring only: the groups change with keys, not with time."""
        if self.app.screen is self and self.built:
            self.ring()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a class with a list has desks and names; only one without is counted anew."""
        listed = self.group.kind == "class"
        fits = not listed if action == "people" else listed or action not in NEED_A_LIST
        return fits and super().check_action(action, parameters)

    def _show(self, wanted: Wanted) -> None:
        self._wanted, self._anew = wanted, False
        self.draw()

    def action_shape(self, shape: str) -> None:
        """Show another shape."""
        if shape == "elders" and not mixed_grades(self.group):
            self.hint(Sentence("Only in a class of several grades."))
            return
        self._show(replace(self._wanted, shape=shape))

    def action_lot(self) -> None:
        """By desks, or drawn by lot."""
        self._show(replace(self._wanted, by_lot=not self._wanted.by_lot))

    def action_apart(self) -> None:
        """Mixed, or girls and boys apart."""
        self._show(replace(self._wanted, single_sex=not self._wanted.single_sex))

    def action_names(self) -> None:
        """Names of the groups on the class screen, or not."""
        self.keep(lambda: self.work.show_names(not self.teaching.state.names_on_wall))

    def action_anew(self) -> None:
        """Other groups of the same kind, for groups that are drawn."""
        self._anew = True
        if not self.work.preview(self._wanted, anew=True).drawn:
            self.hint(Sentence("Desks make the same groups each time; D draws by lot."))
        self.draw()

    def action_roles(self) -> None:
        """Names beside the roles on this screen, or not."""
        self._role_names = not self._role_names
        self.draw()

    def action_people(self, by: int) -> None:
        """People came or went in a group without a list."""
        self._people = max(1, self._people + by)
        self.draw()

    def action_form(self) -> None:
        """Form these groups."""
        if self.keep(lambda: self.work.form(self._wanted, anew=self._anew, people=self._people)):
            self.dismiss(None)

    def action_undo(self) -> None:
        """Take back the last key."""
        self.keep(self.teaching.undo)

    def action_scroll(self, lines: int) -> None:
        """Read on or back."""
        self.query_one("#groups", VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_leave(self) -> None:
        """Form none."""
        self.dismiss(None)
