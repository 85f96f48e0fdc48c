"""Class screen, large clock, disclosure card: what may be on a wall, and what keeps no trace."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.tui.bell import BellWatch
from lifeskills.tui.screens.big_clock import BigClock
from lifeskills.tui.screens.class_screen import ClassScreen, WallScreen
from lifeskills.tui.screens.disclosure import DisclosureScreen
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.widgets.big_time import big_lines, clock_words
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.screen_makers import VIEW


async def test_the_class_screen_shows_the_view_and_nothing_else(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await app.push_screen(ClassScreen(lambda: VIEW))
        await pilot.pause()
        text = screen_text(app)
        for words in ("谁在说话", "1. 每组看一张卡。", "谁？为什么？找谁核对？", "小花", "██"):
            assert words in text
        for name in ("8(3)", "李想", "F1", "Esc"):
            assert name not in text
        await type_keys(pilot, "f5")
        assert isinstance(app.screen, HomeScreen)


@pytest.mark.parametrize("kind", [ClassScreen, BigClock])
async def test_the_wall_follows_the_view_and_inverts_at_one_minute_and_at_zero(
    kind: type[WallScreen], open_app: OpenApp
) -> None:
    now = [VIEW]
    async with open_app() as (app, pilot):
        screen = kind(lambda: now[0])
        await app.push_screen(screen)
        await pilot.pause()
        inverted = []
        for left in (61.0, 60.0, 59.0, 1.0, 0.0, -1.0):
            screen.remove_class("-bell")
            now[0] = replace(VIEW, step_left=left)
            screen.tick()
            inverted.append(screen.has_class("-bell"))
        assert inverted == [False, True, False, False, True, False]


async def test_a_pause_is_said_on_the_wall(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await app.push_screen(ClassScreen(lambda: replace(VIEW, paused=True)))
        await pilot.pause()
        assert screen_text(app).split()[-1] == app.say(Sentence("Paused"))


async def test_keys_of_the_lesson_go_on_behind_the_wall(open_app: OpenApp) -> None:
    pressed: list[str] = []
    keys = {"space": lambda: pressed.append("space"), "f2": lambda: pressed.append("f2")}
    async with open_app() as (app, pilot):
        await app.push_screen(ClassScreen(lambda: VIEW, keys))
        await type_keys(pilot, "space", "\u3000", "f2", "李")
        assert pressed == ["space", "space", "f2"]
        assert isinstance(app.screen, ClassScreen)


@pytest.mark.parametrize("screen", ["idle", "roll", "closed"])
async def test_before_and_after_the_lesson_the_wall_says_so(screen: str, open_app: OpenApp) -> None:
    view = ClassView(screen=screen, title="骗人的常用招", language="zh")
    async with open_app() as (app, pilot):
        await app.push_screen(ClassScreen(lambda: view))
        await pilot.pause()
        assert "骗人的常用招" in screen_text(app)


async def test_the_disclosure_card_opens_anywhere_and_leaves_no_trace(
    school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        before = files(school)
        await type_keys(pilot, "f8")
        assert isinstance(app.screen, DisclosureScreen)
        assert "谢谢你愿意告诉我" in screen_text(app)
        await type_keys(pilot, "escape", "r", "f8")
        assert isinstance(app.screen, DisclosureScreen)
        await type_keys(pilot, "f8", "escape")
        assert isinstance(app.screen, HomeScreen)
        after = {path: text for path, text in files(school).items() if "running" not in str(path)}
    assert after == {path: text for path, text in before.items() if "running" not in str(path)}


def files(school: School) -> dict[Path, bytes]:
    assert school.folder is not None
    return {path: path.read_bytes() for path in school.folder.rglob("*") if path.is_file()}


def test_the_bell_rings_once_at_each_mark_and_again_when_the_clock_is_set_back() -> None:
    bell = BellWatch()
    rung = [bell.rings(left) for left in (120, 60, 59, 0, -1, None, 90, 30)]
    assert rung == [False, True, False, True, False, False, False, True]


def test_large_digits_fit_the_room_they_are_given() -> None:
    for width, height in ((80, 24), (120, 40), (30, 6), (8, 2)):
        lines = big_lines("12:05", width, height)
        assert len(lines) <= max(1, height)
        assert all(len(line) <= width for line in lines)


def test_the_clock_counts_down_to_zero_and_then_up_with_a_minus() -> None:
    assert [clock_words(s) for s in (125.0, 60.0, 0.4, 0.0, -42.0)] == [
        "2:05",
        "1:00",
        "0:01",
        "0:00",
        "-0:42",
    ]
