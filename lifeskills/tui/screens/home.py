"""Home: the classes at once, then what each has next."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.days import day_words
from lifeskills.tui.help import HelpText
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.paragraphs import Paragraphs
from lifeskills.tui.widgets.pick_list import Pick, PickList
from lifeskills.tui.wrapping import Paragraph


class HomeScreen(BaseScreen[None]):
    """Classes to the left; what the one under the cursor has next to the right."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "teach", _("Teach"), id="teach", tooltip=_("Teach the next lesson")),
        Binding(
            "r,ctrl+r",
            "roll",
            _("Roll"),
            id="roll",
            tooltip=_("Call the roll alone; any day, under a minute"),
        ),
        Binding(
            "l,ctrl+l",
            "lessons",
            _("Lessons"),
            id="lessons",
            tooltip=_("All lessons: search, read, teach"),
        ),
        Binding(
            "f9",
            "follow_up",
            _("Follow-up"),
            id="follow-up",
            tooltip=_("For adults only: who is missing, and who talks to them"),
        ),
        Binding(
            "f10",
            "app.quit",
            _("Leave the program"),
            id="leave",
            show=False,
            tooltip=_("Leave the program"),
        ),
    ]
    help_text = HelpText(
        Sentence("Home"),
        (
            Sentence("Choose a class with the arrows. Enter teaches its next lesson."),
            Sentence("R calls the roll alone. L lists all lessons."),
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
        today = self.say(day_words(school.clock.today()))
        with_date = Horizontal(
            Static(Content(self.app.say(school.settings.name)), id="school"),
            Static(Content(today), id="today"),
            classes="bar",
        )
        yield with_date
        picks = [self._pick(group) for group in self.groups.values()]
        yield Horizontal(PickList(picks, id="classes"), id="middle")

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
        for place in self.query("#next").results(Paragraphs):
            place.show(self._next())

    def show_notices(self) -> None:
        """What the school should know about its own files; nothing about people."""
        for place in self.query("#notices").results(Static):
            place.update(Content("\n").join(self._notices()))

    def action_teach(self) -> None:
        """Teach the class under the cursor."""
        if self.group is not None:
            self.app.teach(self.group)

    def on_pick_list_picked(self) -> None:
        """A click on the class under the cursor teaches it."""
        self.action_teach()

    def action_roll(self) -> None:
        """Call the roll alone."""
        if self.group is not None:
            self.app.call_roll(self.group)

    def action_lessons(self) -> None:
        """List all lessons."""
        from lifeskills.tui.screens.browser import BrowserScreen

        self.app.when_loaded(lambda: self.app.push_screen(BrowserScreen(self.group)))

    def action_follow_up(self) -> None:
        """Open the follow-up, when nobody else can see the screen."""
        from lifeskills.tui.flow import follow_up

        if self.group is not None:
            follow_up(self.app, self.group, list(self.groups.values()))

    def _add_rest(self) -> None:
        """What the first frame can do without: it is there for the names of the classes."""
        if self.query("#next"):
            return
        beside = VerticalScroll(Paragraphs(id="next"), id="beside", can_focus=False)
        self.query_one("#middle").mount(beside)
        self.mount(Static(id="notices", classes="quiet"), before=self.query_one(KeyBar))
        self.show_next()
        self.show_notices()

    def _pick(self, group: ClassGroup) -> Pick:
        count = Sentence("{count} learners", count=len(group.current))
        remark = Sentence("open group") if group.kind == "open" else count
        return Pick(group.id, self.app.say(Sentence("{name}", name=group.name)), self.say(remark))

    def _next(self) -> list[Paragraph]:
        if self.group is None:
            words = Sentence("No class yet. Read one in with: lifeskills class import FILE")
            return [Paragraph(Content(self.say(words)))]
        if not self.app.packs_loaded:
            return [Paragraph(Content(self.say(Sentence("Reading the lessons …"))))]
        from lifeskills.classroom.planning import found_open, next_lesson
        from lifeskills.tui.next_words import next_words, open_words

        group, school = self.group, self.app.school
        found = self.app.attempt(lambda: found_open(school, group))
        if found is not None:
            return open_words(self.app, found)
        following = self.app.attempt(lambda: next_lesson(school, group))
        if following is None:
            words = Sentence("This class has had every lesson of its pathway.")
            return [Paragraph(Content(self.say(words)))]
        return next_words(self.app, following)

    def _notices(self) -> Iterable[Content]:
        school = self.app.school
        notices = [*school.classes.notices]
        if self.app.packs_loaded:
            notices += [
                Sentence("Plugin {name}: {reason}", name=report.name, reason=report.reason)
                for report in school.plugins.report
                if report.source == "school" and report.status in ("failed", "untrusted")
            ]
        if not notices:
            notices = [Sentence("The files of this school are not encrypted: guard the folder.")]
        for notice in notices[:2]:
            yield Content(self.say(notice))
