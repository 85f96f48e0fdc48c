"""The screen program: opens a school, moves from screen to screen, and holds nothing else.

The first frame needs only the class files; packs, plugins and Markdown are loaded after it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import Screen

from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import Sentence, Words
from lifeskills.language import LANGUAGES, translator
from lifeskills.tui.keys import shown_key
from lifeskills.tui.messages import PacksLoaded
from lifeskills.tui.screen_keys import APP_KEYS
from lifeskills.tui.second_screen import SecondScreen
from lifeskills.tui.start import Start
from lifeskills.tui.themes import DARK, LIGHT
from lifeskills.tui.words import visible

if TYPE_CHECKING:
    from lifeskills.classroom.school import School
    from lifeskills.classroom.teaching import Teaching
    from lifeskills.core.people import ClassGroup

Value = TypeVar("Value")
BELL_SECONDS = 1.5
"""How long the screen stays inverted when the minute bell rings."""


class LifeskillsApp(App[None], inherit_bindings=False):
    """One school on one screen.

    ``start`` is what to open first: home, or the roll or lesson that the command line asked for.
    """

    # Textual reads no style sheet of the first screen's own.
    CSS_PATH: ClassVar[list[str | PurePath]] = ["base.tcss", "screens/home.tcss"]
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [*APP_KEYS]

    def __init__(self, school: School, start: Start | None = None) -> None:
        super().__init__()
        self.school = school
        self.start = start or Start()
        self.title = "lifeskills"
        self.keys: dict[str, str] = {}
        """Keys that were changed on this machine, by the id of their command."""
        self.packs_loaded = False
        self._loading = False
        self._say = translator(school.language)
        self._waiting: list[Callable[[], object]] = []
        self.second = SecondScreen(self)
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name

    # -- words -------------------------------------------------------------------------------

    def say(self, words: Words) -> str:
        """Words in the language of the screen, safe to show."""
        return visible(self._say(words))

    def say_key(self, key: str) -> str:
        """A key as it is printed on keyboards: F1, Home; the space bar has a name."""
        name = shown_key(key)
        return self.say(name) if isinstance(name, Sentence) else name

    def use_language(self, language: str) -> None:
        """Show the screens opened from now on in another language."""
        self.school.use_language(language)
        self._say = translator(self.school.language)

    def show_error(self, error: LifeskillsError) -> None:
        """Say what happened and what to do next, without leaving the screen."""
        words = [
            f"{error.subject}: {self.say(error.says)}" if error.subject else self.say(error.says)
        ]
        if error.mend is not None:
            words.append(self.say(error.mend))
        self.notify(visible("\n".join(words)), severity="error", timeout=12, markup=False)

    def tell(self, words: Words) -> None:
        """A short message that goes away by itself."""
        self.notify(self.say(words), markup=False)

    def attempt(self, job: Callable[[], Value]) -> Value | None:
        """The job's answer; an error that a person can mend is shown, and None given."""
        try:
            return job()
        except LifeskillsError as error:
            self.show_error(error)
            return None

    def ring(self, screen: Screen[Any]) -> None:
        """The minute bell: a sound, and the screen inverted for a moment."""
        self.bell()
        screen.add_class("-bell")
        screen.set_timer(BELL_SECONDS, partial(screen.remove_class, "-bell"))

    # -- loading -----------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """Home is the first screen, not laid over an empty one: that would cost a frame."""
        from lifeskills.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Open what was asked for when plugins and packs are read."""
        self.set_keymap(self.keys)
        group = self.start.group
        if group is not None:
            self.when_loaded(partial(self._start_at, group))

    def post_display_hook(self) -> None:
        """Read plugins and packs once the first frame is out, not a tick of the screen later."""
        if not self._loading:
            self._loading = True
            self.run_worker(self._load, thread=True)

    def when_loaded(self, job: Callable[[], object]) -> None:
        """Do ``job`` as soon as lessons can be named and taught."""
        if self.packs_loaded:
            job()
        else:
            self._waiting.append(job)

    def _load(self) -> None:
        try:
            self.school.library.courses(self.school.language)
            self.school.plugins.activities()
        except LifeskillsError as error:
            self.call_from_thread(self.show_error, error)
        else:
            self.call_from_thread(self._loaded)
        finally:
            gc.enable()  # off since the program began: see cli

    def _loaded(self) -> None:
        self.packs_loaded = True
        for screen in self.screen_stack:
            screen.post_message(PacksLoaded())
        waiting, self._waiting = self._waiting, []
        for job in waiting:
            job()

    # -- from screen to screen ---------------------------------------------------------------

    def _start_at(self, group: ClassGroup) -> None:
        if self.start.roll:
            self.call_roll(group)
        else:
            self.teach(group, self.start.course)

    def teach(
        self, group: ClassGroup, course: str = "", part: int = 0, *, cover: bool = False
    ) -> None:
        """Get ready for a lesson (the class's next one without a course)."""
        from lifeskills.tui.flow import teach

        job = partial(teach, self, group, course, part, cover=cover)
        self.when_loaded(lambda: self.attempt(job))

    def call_roll(self, group: ClassGroup) -> None:
        """Call the roll alone."""
        from lifeskills.tui.flow import call_roll

        self.when_loaded(lambda: self.attempt(partial(call_roll, self, group)))

    def show_roll(self, teaching: Teaching) -> None:
        """The roll of an open session, in the place of this screen."""
        from lifeskills.tui.screens.roll import RollScreen

        self.switch_screen(RollScreen(teaching))

    def after_roll(self, teaching: Teaching) -> None:
        """The lesson, or the end of a roll alone, in the place of this screen."""
        from lifeskills.tui.flow import after_roll

        self.attempt(partial(after_roll, self, teaching))

    def go_home(self, words: Words = "") -> None:
        """Back to home; a program started for one roll or lesson is left."""
        from lifeskills.tui.screens.home import HomeScreen

        said = self.say(words) if words else ""
        if self.start.group is not None:
            self.exit(message=said or None)
            return
        while len(self.screen_stack) > 1 and not isinstance(self.screen, HomeScreen):
            self.pop_screen()
        if said:
            self.notify(said, markup=False)

    # -- keys --------------------------------------------------------------------------------

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """The palette: every key that works on the screen, by name."""
        seen = set()
        for active in screen.active_bindings.values():
            binding = active.binding
            if not binding.id or binding.id in seen or binding.id == "palette":
                continue
            seen.add(binding.id)
            title = f"{self.say(binding.description)}  {self.say_key(binding.key)}"
            run = partial(self.run_action, binding.action, active.node)
            yield SystemCommand(title, self.say(binding.tooltip), run)

    def action_command_palette(self) -> None:
        """Show the palette in the language of the screen."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            placeholder = self.say(Sentence("Search for a command"))
            self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_turn_theme(self) -> None:
        """Turn from dark to light and back."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    async def action_turn_language(self) -> None:
        """Turn from Chinese to English and back, on every screen that is open."""
        from lifeskills.tui.base_screen import BaseScreen

        at = LANGUAGES.index(self.school.language) if self.school.language in LANGUAGES else -1
        self.use_language(LANGUAGES[(at + 1) % len(LANGUAGES)])
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                await screen.say_anew()

    def action_help(self) -> None:
        """Show the help of what has the focus."""
        from lifeskills.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.pop_screen()
        else:
            self.push_screen(HelpScreen.of(self.screen))

    def action_disclosure(self) -> None:
        """What to say and whom to call when a child tells something, and back; nothing is kept."""
        from lifeskills.tui.screens.disclosure import DisclosureScreen

        if isinstance(self.screen, DisclosureScreen):
            self.pop_screen()
            return
        group = getattr(self.screen, "group", None)
        self.when_loaded(lambda: self.push_screen(DisclosureScreen(group)))

    def action_blank(self) -> None:
        """Blank every class screen, or show them again."""
        self.second.turn_blank()
        tick = getattr(self.screen, "tick", None)
        if tick is not None:
            tick()
        self.screen.refresh_bindings()  # the key line says that it is blank

    async def action_second_screen(self) -> None:
        """Let class screens in a second terminal or a browser connect, or end that."""
        if self.second.on:
            self.second.turn_off()
            self.tell(Sentence("The second screen is off."))
        elif await self.second.turn_on():
            self.tell(Sentence("Second screen: in another window type: lifeskills display"))

    def on_unmount(self) -> None:
        """End the second screen with the program."""
        self.second.turn_off()

    def action_say_how_to_leave(self) -> None:
        """Ctrl+C leaves other programs; here it must not end a lesson by accident."""
        self.tell(Sentence("Ctrl+Q leaves the program."))
