"""Names that look like markup, hold escape codes or rare characters: as themselves, everywhere."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from rich.cells import cell_len

from lifeskills.classroom.following import worry
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.screens.follow_up import FollowUpScreen
from lifeskills.tui.screens.groups import GroupsScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.screens.pick_learner import PickLearnerScreen
from lifeskills.tui.screens.roll import RollScreen
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, screen_text, type_keys

NAMES = ["[red]Li[/]", "王\x1b[31m红", "𠮷野", "李㛃", "[/]", "$primary", "张\u202e三", "{name}"]
SHOWN = ["[red]Li[/]", "王␛[31m红", "𠮷野", "李㛃", "[/]", "$primary", "张\ufffd三", "{name}"]
COURSE = "tricks-people-use"


@pytest.fixture
def odd(school: School) -> ClassGroup:
    """Eight with odd names, two at each desk of two rows but the last, who sits far away."""
    learners = tuple(
        Learner(id=f"o-{n}", number=n, name=name, given=name, sex="girl", desk=desk)
        for n, (name, desk) in enumerate(
            zip(
                NAMES, [(1, 1), (1, 2), (1, 3), (1, 4), (2, 1), (2, 2), (2, 3), (5, 5)], strict=True
            ),
            1,
        )
    )
    group = ClassGroup(
        id="c-odd", name="[b]9(1)\x1b[0m", audiences=("g7-9",), band="under16", learners=learners
    )
    school.classes.save(group)
    return group


def check(app: LifeskillsApp, wanted: list[str]) -> None:
    """Every wanted name can be read; no line is wider than the screen or holds a control code."""
    text = screen_text(app)
    missing = [name for name in wanted if name not in text]
    assert not missing, text
    for line in text.splitlines():
        assert cell_len(line) <= app.size.width
        assert not any(unicodedata.category(char) in ("Cc", "Cf") for char in line), repr(line)


@pytest.mark.parametrize("size", [(80, 24), pytest.param((120, 40), marks=pytest.mark.slow)])
async def test_roll_groups_latecomer_and_class_screen(
    school: School, odd: ClassGroup, open_app: OpenApp, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as (app, pilot):
        check(app, ["[b]9(1)␛[0m"])
        teaching = Teaching.begin(school, odd, COURSE)
        await app.push_screen(RollScreen(teaching))
        await pilot.pause()
        check(app, [*SHOWN, "[b]9(1)␛[0m"])
        await type_keys(pilot, "1", "space", "enter")
        assert isinstance(app.screen, LessonScreen)
        check(app, ["[b]9(1)␛[0m"])
        await type_keys(pilot, "space", "f6", "1")
        assert isinstance(app.screen, GroupsScreen)
        check(app, SHOWN[1:])
        await type_keys(pilot, "enter", "ctrl+r")
        assert isinstance(app.screen, RollScreen)
        check(app, SHOWN)
        await type_keys(pilot, "1", "-", "enter")
        teaching.grouped({"names": True})
        for learner, shown in zip(odd.learners, SHOWN, strict=True):
            teaching.turned({"learner": learner.id, "passed": False})
            wall = ClassScreen(teaching.class_view)
            await app.push_screen(wall)
            await pilot.pause()
            check(app, [shown])
            await type_keys(pilot, "f5")


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_follow_up_and_the_pick_of_a_learner(
    school: School, odd: ClassGroup, open_app: OpenApp, language: str
) -> None:
    school.use_language(language)
    assert isinstance(school.clock, FakeClock)
    now = school.clock.now()
    for week in (4, 3, 2, 1):
        school.clock.set(now - dt.timedelta(weeks=week))
        teaching = Teaching.begin(school, odd)
        teaching.roll_done()
        teaching.close()
    school.clock.set(now)
    for learner in odd.learners:
        worry(school, odd, learner.id, "says-will-leave")
    async with open_app() as (app, pilot):
        await app.push_screen(FollowUpScreen(odd))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, FollowUpScreen)
        assert screen.found is not None
        for concern in screen.found.every:
            check(app, [SHOWN[int(concern.learner[2:]) - 1]])
            await type_keys(pilot, "down")
        assert len(screen.found.every) == len(NAMES)
        await type_keys(pilot, "w")
        assert isinstance(app.screen, PickLearnerScreen)
        check(app, SHOWN)
