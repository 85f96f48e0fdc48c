"""One learner out of a class: by number, by initials, or with the arrows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.classroom.initials import name_letters
from lifeskills.core.finding import Found, type_key
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.follow_words import learner_words
from lifeskills.tui.help import HelpText
from lifeskills.tui.keys import as_typed
from lifeskills.tui.widgets.pick_list import Pick, PickList


class PickLearnerScreen(BaseScreen[str | None]):
    """Gives the id of a learner, or None. What is typed only finds."""

    CSS_PATH = "pick_learner.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", _("Choose"), id="choose", tooltip=_("Choose this pupil")),
        Binding("escape", "dismiss(None)", _("Back"), id="back", tooltip=_("Choose nobody")),
    ]
    help_text = HelpText(
        Sentence("Which pupil?"),
        (Sentence("Type the class number or the initials, or use the arrows; then Enter."),),
    )

    def __init__(self, group: ClassGroup) -> None:
        super().__init__()
        self.group = group
        self._found = Found()

    def body(self) -> Iterable[Widget]:
        """The class by number."""
        yield Static(Content(self.say(Sentence("Which pupil?"))), classes="bar strong")
        yield PickList([Pick(one.id, learner_words(one, self.say)) for one in self.group.current])

    def fill(self) -> None:
        """The list has the focus."""
        self.query_one(PickList).focus()

    async def on_key(self, event: events.Key) -> None:
        """Letters and digits find."""
        char = as_typed(event.character or "")
        if self.built and len(char) == 1 and char.isascii() and char.isalnum():
            event.stop()
            event.prevent_default()
            learners = self.group.current
            self._found = type_key(self._found, char, learners, name_letters(learners))
            if self._found.learner:
                self.query_one(PickList).go_to(self._found.learner)

    def on_pick_list_picked(self, event: PickList.Picked) -> None:
        """Give the learner."""
        event.stop()
        self.dismiss(event.pick.id)

    def action_pick(self) -> None:
        """Take the learner under the cursor."""
        self.query_one(PickList).pick_current()
