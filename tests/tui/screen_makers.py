"""One of each screen, on the sample school: for tests and captures that walk all of them."""

from __future__ import annotations

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from lifeskills.classroom.planning import FoundOpen
from lifeskills.classroom.school import School
from lifeskills.classroom.slips import OwedSlips
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.classview import ClassView
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui import screens
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.base_screen import BaseScreen
from lifeskills.tui.help import HelpText
from lifeskills.tui.screens.ask import AskScreen, Option
from lifeskills.tui.screens.big_clock import BigClock
from lifeskills.tui.screens.browser import BrowserScreen
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.screens.close import CloseScreen
from lifeskills.tui.screens.disclosure import DisclosureScreen
from lifeskills.tui.screens.follow_up import FollowUpScreen
from lifeskills.tui.screens.found_open import FoundOpenScreen
from lifeskills.tui.screens.groups import GroupsScreen
from lifeskills.tui.screens.help import HelpScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.lesson_text import LessonTextScreen
from lifeskills.tui.screens.local_facts import LocalFactsScreen
from lifeskills.tui.screens.pick_learner import PickLearnerScreen
from lifeskills.tui.screens.ready import ReadyScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.screens.slips import SlipsScreen
from lifeskills.tui.screens.turn import TurnScreen
from lifeskills.tui.screens.year import YearScreen
from tests.fakes import FakeClock

COURSE = "tricks-people-use"
OWED = OwedSlips(session="s-1", course=COURSE, day=dt.date(2026, 3, 2), present=50)
VIEW = ClassView(
    screen="step",
    title="骗人的常用招",
    step="谁在说话",
    how="前排转过来：四人一组",
    task="1. 每组看一张卡。\n2. 找出**两处**骗人的话。\n3. 说说你会先问谁。",
    board="停—问—查—说\n谁？为什么？找谁核对？",
    step_left=372.0,
    bell_left=1290.0,
    turn="小花",
    language="zh",
)


def group_of(school: School) -> ClassGroup:
    return school.classes.get("c-8003")


def teaching_of(school: School) -> Teaching:
    """A lesson with the roll done and the first step running; resumed if it is open already."""
    group = group_of(school)
    if school.running.exists(group.id):
        return Teaching.resume(school, group)
    teaching = Teaching.begin(school, group, COURSE)
    teaching.roll_done()
    teaching.next_step()
    return teaching


def _found_open(school: School) -> BaseScreen[None]:
    teaching = teaching_of(school)
    teaching.leave()
    # Long after the bell: only then is there a question.
    assert isinstance(school.clock, FakeClock)
    school.clock.advance(minutes=240)
    return FoundOpenScreen(group_of(school), FoundOpen(teaching.state, 12))


MAKERS: Mapping[type[Screen[Any]], Callable[[School], Screen[Any]]] = {
    AskScreen: lambda _: AskScreen(Sentence("Go back"), (Option("yes", Sentence("Done")),)),
    BigClock: lambda _: BigClock(lambda: VIEW),
    BrowserScreen: lambda school: BrowserScreen(group_of(school)),
    ClassScreen: lambda _: ClassScreen(lambda: VIEW),
    CloseScreen: lambda school: CloseScreen(teaching_of(school)),
    DisclosureScreen: lambda school: DisclosureScreen(group_of(school)),
    FollowUpScreen: lambda school: FollowUpScreen(group_of(school)),
    FoundOpenScreen: _found_open,
    GroupsScreen: lambda school: GroupsScreen(teaching_of(school)),
    HelpScreen: lambda _: HelpScreen(HelpText(Sentence("Help")), ()),
    HomeScreen: lambda _: HomeScreen(),
    LessonScreen: lambda school: LessonScreen(teaching_of(school)),
    LessonTextScreen: lambda school: LessonTextScreen(COURSE, group_of(school)),
    LocalFactsScreen: lambda school: LocalFactsScreen(group_of(school), [COURSE]),
    PickLearnerScreen: lambda school: PickLearnerScreen(group_of(school)),
    ReadyScreen: lambda school: ReadyScreen(group_of(school), COURSE),
    RollScreen: lambda school: RollScreen(Teaching.begin(school, group_of(school))),
    SlipsScreen: lambda school: SlipsScreen(group_of(school), OWED),
    TurnScreen: lambda school: TurnScreen(teaching_of(school)),
    YearScreen: lambda school: YearScreen(group_of(school)),
}


async def show(app: LifeskillsApp, screen: Screen[Any]) -> None:
    """Lay a screen over home."""
    await app.push_screen(screen)


def all_screens() -> list[type[Screen[Any]]]:
    """Every screen class of the package, found by importing all of its modules."""
    found: dict[str, type[Screen[Any]]] = {}
    for module_info in pkgutil.iter_modules(screens.__path__):
        module = importlib.import_module(f"{screens.__name__}.{module_info.name}")
        for value in vars(module).values():
            own = isinstance(value, type) and issubclass(value, Screen)
            if own and value.__module__ == module.__name__ and "body" in vars(value):
                found[value.__name__] = value
    return [found[name] for name in sorted(found)]
