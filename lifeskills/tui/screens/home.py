"""Home: the classes at once, then what each has next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.days import day_words
from lifeskills.tui.help import HelpText
from lifeskills.tui.home_moves import HomeMoves
from lifeskills.tui.home_words import class_pick, notices, slips_to_count, to_open_again, what_next
from lifeskills.tui.screen_keys import HOME_KEYS
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import PickList
from lifeskills.tui.words import plain


class HomeScreen(HomeMoves):
    """Classes to the left; what the one under the cursor has next to the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*HOME_KEYS]
    help_text = HelpText(
        Sentence("Home"),
        (
            Sentence("Choose a class with the arrows. Enter teaches its next lesson."),
            Sentence("R calls the roll alone. L lists all lessons. Y shows the class's year."),
            Sentence(
                "F9 opens the follow-up. Nothing about a single learner is ever shown here, "
                "so this screen may be on the wall."
            ),
        ),
    )

    def __init__(self) -> None:
        super().__init__()
        self.groups: dict[str, ClassGroup] = {}

    def body(self) -> Iterable[Widget]:
        """The school's name, the classes, and the lesson that comes next."""
        school = self.app.school
        self.groups = {group.id: group for group in school.classes.list()}
        today = Static(Content(self.say(day_words(school.clock.today()))), id="today")
        yield Horizontal(Static(plain(school.settings.name), id="school"), today, classes="bar")
        picks = PickList([class_pick(self.app, one) for one in self.groups.values()], id="classes")
        yield Horizontal(picks, id="middle")

    @property
    def group(self) -> ClassGroup | None:
        """The class under the cursor."""
        pick = self.query_one(PickList).current
        return self.groups.get(pick.id) if pick else None

    def fill(self) -> None:
        """The classes have the focus; what they have next comes with the packs."""
        self.query_one(PickList).focus()
        self.call_after_refresh(self._add_rest)

    def on_screen_resume(self) -> None:
        """A lesson may have been taught meanwhile."""
        self.show_next()

    def on_packs_loaded(self) -> None:
        """Lessons can be named now."""
        self.show_next()
        self.show_notices()

    def on_pick_list_moved(self) -> None:
        """Another class."""
        self.show_next()

    def show_next(self) -> None:
        """What the class under the cursor has next, or how to begin without one."""
        self.owed = slips_to_count(self.app, self.group)
        self.again = to_open_again(self.app, self.group)
        for place in self.query("#next").results(Paragraphs):
            place.show(what_next(self.app, self.group, self.owed))
        self.call_after_refresh(self.refresh_bindings)  # how long it is shows when it is laid out

    def show_notices(self) -> None:
        """What the school should know about its own files; nothing about people."""
        for place in self.query("#notices").results(Static):
            place.update(Content("\n").join(notices(self.app)))

    def on_pick_list_picked(self) -> None:
        """A click on the class under the cursor teaches it."""
        self.action_teach()

    async def _add_rest(self) -> None:
        """What the first frame can do without: it is there for the names of the classes."""
        if self.query("#next"):
            return
        beside = VerticalScroll(Paragraphs(id="next"), id="beside", can_focus=False)
        await self.query_one("#middle").mount(beside)
        self.mount(Static(id="notices", classes="quiet"), before=self.query_one(KeyBar))
        self.show_next()
        self.show_notices()
