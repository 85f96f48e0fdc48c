"""The screen program: opens a school, pushes screens, and holds nothing else.

The first frame needs only the class files; packs, plugins and Markdown are loaded after it.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from lifeskills.classroom.school import School
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence, Text
from lifeskills.language import translator
from lifeskills.tui.themes import DARK, LIGHT
from lifeskills.tui.words import visible

Words = Sentence | Text | str


class LifeskillsApp(App[None]):
    """One school on one screen.

    ``start`` is what to open first: home, or the roll, lesson or tour that the command line asked
    for.
    """

    CSS_PATH = "base.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", "Help", id="help", priority=True, tooltip="Help for what is in use"),
        Binding("ctrl+t", "turn_theme", "Light/dark", id="theme", show=False),
    ]

    def __init__(self, school: School, start: Start | None = None) -> None:
        super().__init__()
        self.school = school
        self.start = start or Start()
        self.title = "lifeskills"
        self._say = translator(school.language)

    def say(self, words: Words) -> str:
        """Words in the language of the screen, safe to show."""
        return visible(self._say(words))

    def use_language(self, language: str) -> None:
        """Show the screens opened from now on in another language."""
        self.school.use_language(language)
        self._say = translator(self.school.language)

    def on_mount(self) -> None:
        """Show the first screen."""
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        from lifeskills.tui.screens.home import HomeScreen

        self.push_screen(HomeScreen())

    def action_turn_theme(self) -> None:
        """Turn from dark to light and back."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def action_help(self) -> None:
        """Show the help of what has the focus."""
        from lifeskills.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.of(self.screen))

    def show_error(self, error: LifeskillsError) -> None:
        """Say what happened and what to do next, without leaving the screen."""
        words = [
            f"{error.subject}: {self.say(error.says)}" if error.subject else self.say(error.says)
        ]
        if error.mend is not None:
            words.append(self.say(error.mend))
        self.notify(visible("\n".join(words)), severity="error", timeout=12, markup=False)


class Start:
    """What the command line asked the screen to open first."""

    def __init__(
        self,
        *,
        group: ClassGroup | None = None,
        course: str = "",
        roll: bool = False,
        teach: bool = False,
        cover: bool = False,
        tour: bool = False,
    ) -> None:
        self.group = group
        self.course = course
        self.roll = roll
        self.teach = teach
        self.cover = cover
        self.tour = tour


def run(
    school: School,
    *,
    group: ClassGroup | None = None,
    course: str = "",
    roll: bool = False,
    teach: bool = False,
    cover: bool = False,
    tour: bool = False,
) -> None:
    """Open the screen on a school and return when it is left. Raises NotASchool without one."""
    _ = school.settings
    start = Start(group=group, course=course, roll=roll, teach=teach, cover=cover, tour=tour)
    LifeskillsApp(school, start).run()
