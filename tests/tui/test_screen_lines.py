"""Every screen in both languages: whole key names, no line that begins with a full stop, contrast."""

from __future__ import annotations

import re
from typing import Any

import pytest
from rich.color import Color
from textual.screen import Screen

from lifeskills.classroom.school import School
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.themes import DARK, LIGHT
from lifeskills.tui.widgets.key_bar import KeyBar
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.screen_makers import MAKERS, all_screens, show, teaching_of

SCREENS = [pytest.param(one, id=one.__name__) for one in all_screens()]
BEGINS_BADLY = re.compile(r"(^|[│▌┃▕])\s*[。，、；：？！”』」）》】]")
RULES = frozenset("│─▕▏▄▁▂▃▅▆▇█▌┃")
"""Frames and scroll bars: nobody reads them."""
LEAST = 4.5


def contrast(one: Color, other: Color) -> float:
    """The contrast of two colours, as WCAG has it."""

    def light(color: Color) -> float:
        parts = [part / 255 for part in color.get_truecolor()]
        red, green, blue = (
            part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


def too_pale(app: LifeskillsApp) -> dict[str, float]:
    """Words on the screen that can hardly be read, with their contrast."""
    found: dict[str, float] = {}
    for strip in app.screen._compositor.render_strips(app.size)[: app.size.height]:
        for words, style, _control in strip:
            read = words.strip() and not set(words.strip()) <= RULES
            if read and style is not None and style.color and style.bgcolor:
                value = contrast(style.color, style.bgcolor)
                if value < LEAST:
                    found[words] = value
    return found


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", SCREENS)
async def test_key_names_are_whole_and_no_line_begins_with_a_full_stop(
    kind: type[Screen[Any]], school: School, open_app: OpenApp, language: str
) -> None:
    school.use_language(language)
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        text = screen_text(app)
        assert not [line for line in text.splitlines() if BEGINS_BADLY.search(line)]
        for bar in app.screen.query(KeyBar):
            titles = {app.say(one.binding.description) for one in bar._shown()}
            shown = [entry for entry in re.split(r"\s{2,}", bar.words.strip()) if entry]
            assert all(any(entry.endswith(title) for title in titles) for entry in shown), shown
            assert bar.render().cell_length <= 80 + 2
            assert text.splitlines()[-1].endswith(app.say("Help"))


@pytest.mark.parametrize(
    "theme",
    [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light", marks=pytest.mark.slow)],
)
@pytest.mark.parametrize("kind", SCREENS)
async def test_everything_can_be_read_on_both_grounds(
    kind: type[Screen[Any]], school: School, open_app: OpenApp, theme: Any
) -> None:
    async with open_app(size=(120, 40)) as (app, pilot):
        app.theme = theme.name
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        assert too_pale(app) == {}


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_the_lesson_names_the_keys_that_carry_it(
    school: School, open_app: OpenApp, language: str
) -> None:
    school.use_language(language)
    async with open_app() as (app, pilot):
        await app.push_screen(LessonScreen(teaching_of(school)))
        await pilot.pause()
        words = app.screen.query_one(KeyBar).words
        for key in ("F2", "F3", "F5", "F6", "F10", "F1"):
            assert f"{key} " in words


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
async def test_words_of_every_step_and_its_tool_break_well(
    school: School, open_app: OpenApp, language: str
) -> None:
    school.use_language(language)
    async with open_app() as (app, pilot):
        teaching = teaching_of(school)
        screen = LessonScreen(teaching)
        await app.push_screen(screen)
        while teaching.state.step:
            for _view in range(4):
                lines = screen_text(app).splitlines()
                assert not [line for line in lines if BEGINS_BADLY.search(line)]
                await type_keys(pilot, "tab")
            teaching.next_step()
            screen.draw()
            await pilot.pause()
