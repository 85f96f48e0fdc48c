"""All lessons: search by title or number, read, teach."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, Static

from lifeskills.classroom.lessons import find_lessons
from lifeskills.classroom.planning import not_offered
from lifeskills.core.lesson import CourseInfo
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.base_screen import TABS, BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.next_words import lesson_pick
from lifeskills.tui.screen_keys import LESSONS_KEYS
from lifeskills.tui.widgets.lesson_preview import LessonPreview
from lifeskills.tui.widgets.pick_list import PickList
from lifeskills.tui.words import plain


class BrowserScreen(BaseScreen[None]):
    """Digits, Chinese and / begin a search; Enter shows the text; T teaches the class."""

    CSS_PATH = "browser.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - as Screen has it
    BINDINGS: ClassVar[list[BindingType]] = [*LESSONS_KEYS, *TABS]
    help_text = HelpText(
        Sentence("Lessons"),
        (
            Sentence("Search by number or by words of the title: just type, or press / first."),
            Sentence("Enter shows the lesson as this class gets it. T teaches it."),
        ),
    )

    def __init__(self, group: ClassGroup | None) -> None:
        super().__init__()
        self.group = group
        self.everything = group is None
        self.infos: dict[str, CourseInfo] = {}

    def body(self) -> Iterable[Widget]:
        """The search, the lessons, and the aim of the one under the cursor."""
        placeholder = self.say(Sentence("Search by number or title"))
        yield Input(placeholder=placeholder, id="search", select_on_focus=False)
        preview = LessonPreview(self.group, id="preview")
        yield Horizontal(PickList(id="lessons"), preview, id="lessons-body")
        yield Static(id="aim")

    def fill(self) -> None:
        """List all, the list in focus."""
        self.query_one(PickList).focus()
        self.show_matches()

    def show_matches(self) -> None:
        """List what fits the search."""
        found = find_lessons(self.app.school, self.query_one(Input).value)
        self.infos = {info.course: info for info in found if self._wanted(info)}
        self.query_one(PickList).show(
            [lesson_pick(self.app, self.group, one) for one in self.infos.values()]
        )
        if not self.infos:
            words = self.say(Sentence("No lesson fits."))
            self.query_one("#aim", Static).update(plain(words))

    def on_input_changed(self) -> None:
        """Something else is searched for."""
        self.show_matches()

    def on_input_submitted(self) -> None:
        """Enter in the search goes to the list."""
        self.query_one(PickList).focus()

    def on_pick_list_moved(self, event: PickList.Moved) -> None:
        """Show the aim."""
        info = self.infos[event.pick.id]
        self.query_one("#aim", Static).update(plain(info.aim))
        self.query_one(LessonPreview).show_soon(event.pick.id)

    def on_pick_list_picked(self) -> None:
        """A click on the lesson under the cursor shows it."""
        self.action_read()

    async def on_key(self, event: events.Key) -> None:
        """A digit or Chinese character on the list begins a search with it."""
        char = unicodedata.normalize("NFKC", event.character or "")
        if len(char) == 1 and (char.isdigit() or unicodedata.category(char) == "Lo"):
            event.stop()
            event.prevent_default()
            search = self.query_one(Input)
            search.value = f"{search.value}{char}" if search.has_focus else char
            search.cursor_position = len(search.value)
            search.focus()
            return
        if event.key == "down" and self.query_one(Input).has_focus:
            event.stop()
            event.prevent_default()
            self.query_one(PickList).focus()

    def action_search(self) -> None:
        """Go to the search."""
        self.query_one(Input).focus()

    def action_all(self) -> None:
        """Turn between all lessons and those offered to the class."""
        self.everything = not self.everything
        self.show_matches()

    def action_read(self) -> None:
        """Show the text of the lesson under the cursor."""
        from lifeskills.tui.screens.lesson_text import LessonTextScreen

        pick = self.query_one(PickList).current
        if pick is not None:
            self.app.push_screen(LessonTextScreen(pick.id, self.group))

    def action_teach(self) -> None:
        """Teach the lesson under the cursor."""
        pick = self.query_one(PickList).current
        if pick is not None and self.group is not None:
            self.app.teach(self.group, pick.id)

    def action_leave(self) -> None:
        """Back to home; from the search first to the whole list."""
        search = self.query_one(Input)
        if search.has_focus or search.value:
            search.value = ""
            self.query_one(PickList).focus()
        else:
            self.dismiss(None)

    def _wanted(self, info: CourseInfo) -> bool:
        if self.everything or self.group is None:
            return True
        return not_offered(self.app.school, self.group, info.course) is None
