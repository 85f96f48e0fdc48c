"""F6: groups at fixed desks, said in one sentence, and what they give over groups in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.engagement import engagement
from lifeskills.core.grouping import ROLE_WORDS, SIZES, Grouping, offered_roles
from lifeskills.core.people import shown_names
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.step_words import SHAPE_WORDS
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

QUIET = "$foreground 70%"


class GroupsScreen(BaseScreen[Sentence | None]):
    """Shows the groups before they are formed; gives back the sentence that forms them."""

    CSS_PATH = "groups.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "form", _("Form"), id="form", tooltip=_("Form these groups")),
        Binding("2", "shape('pairs')", _("Pairs"), id="pairs", tooltip=_("Desk mates")),
        Binding("4", "shape('fours')", _("Fours"), id="fours", tooltip=_("Front and back")),
        Binding("8", "shape('eights')", _("Eights"), id="eights", tooltip=_("Two fours")),
        Binding("escape,f6", "dismiss(None)", _("Back"), id="back", tooltip=_("Form none")),
    ]
    help_text = HelpText(
        Sentence("Groups"),
        (
            Sentence("All groups work at once; nobody carries a table."),
            Sentence("Those absent are left out; a latecomer joins, and nobody else moves."),
            Sentence("Roles are offered to a group, never assigned on the wall."),
        ),
    )

    def __init__(self, teaching: Teaching) -> None:
        super().__init__()
        self.teaching = teaching
        self.group = teaching.group
        step = teaching.state.current
        self._shape = step.shape if step is not None and step.shape in SIZES else "fours"

    def body(self) -> Iterable[Widget]:
        """A title and the words."""
        yield Static(Content(self.say(Sentence("Groups"))), classes="bar strong")
        scroll = VerticalScroll(Paragraphs(id="groups-text"), id="groups")
        scroll.can_focus = False
        yield scroll

    def fill(self) -> None:
        """Show the groups of the shape."""
        grouping = self.teaching.grouping(self._shape)
        lines = [Paragraph(line) for line in self._lines(grouping)]
        self.query_one("#groups-text", Paragraphs).show(lines)

    def action_shape(self, shape: str) -> None:
        """Show another shape."""
        self._shape = shape
        self.fill()

    def action_form(self) -> None:
        """Form these groups."""
        formed = self.app.attempt(lambda: self.teaching.group_now(self._shape))
        if formed is not None:
            self.dismiss(formed.says)

    def _lines(self, grouping: Grouping) -> Iterator[Content]:
        yield plain(self.say(grouping.says), "bold")
        yield Content("")
        sizes = sorted({len(group) for group in grouping.groups})
        size = "–".join(str(one) for one in dict.fromkeys((sizes[0], sizes[-1]))) if sizes else "0"
        yield plain(
            self.say(
                Sentence(
                    "{shape}: {count} groups of {size}",
                    shape=SHAPE_WORDS.get(grouping.shape, grouping.shape),
                    count=len(grouping.groups),
                    size=size,
                )
            )
        )
        if grouping.movers:
            shown = shown_names(self.group, self.teaching.school.settings.names_shown)
            names = "  ".join(shown.get(one, one) for one in grouping.movers)
            yield plain(self.say(Sentence("Change seats: {names}", names=names)))
        yield Content("")
        yield from self._engaged()
        roles = offered_roles(sizes[0] if sizes else 0)
        if roles:
            yield Content("")
            listed: Sentence = ROLE_WORDS[roles[0]]
            for role in roles[1:]:
                listed = Sentence("{first}, {second}", first=listed, second=ROLE_WORDS[role])
            yield plain(self.say(Sentence("Roles to offer: {roles}", roles=listed)), QUIET)

    def _engaged(self) -> Iterator[Content]:
        state = self.teaching.state
        found = engagement(state.plan, state.present_count)
        yield plain(
            self.say(
                Sentence(
                    "Active in this lesson: {share} %   (groups in turn: {turn} %)",
                    share=round(found.active_share * 100),
                    turn=round(found.active_share_in_turn * 100),
                )
            )
        )
        yield plain(
            self.say(
                Sentence(
                    "Speaking, each learner: {seconds} s   (groups in turn: {turn} s)",
                    seconds=round(found.speaking_seconds),
                    turn=round(found.speaking_seconds_in_turn),
                )
            )
        )
