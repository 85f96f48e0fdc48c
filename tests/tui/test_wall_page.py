"""The class screen at its design size: what the class reads and decides is always in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.text import Sentence
from lifeskills.core.tool import Row, ToolView
from lifeskills.language import translator
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.wall_words import SMALL_CLOCK, wall_page
from lifeskills.tui.wrapping import wrapped
from tests.tui.conftest import OpenApp, screen_text
from tests.tui.screen_makers import VIEW

COURSE = "tricks-people-use"
WIDE, HIGH = 76, 20
"""Cells and lines that the words and the clock have on a screen of 80×24."""


def seen(words: str) -> str:
    """Words without what breaks lines."""
    return "".join(words.split())


@pytest.mark.parametrize("language", ["zh", "en"])
async def test_a_scene_and_its_choices_stand_on_the_wall_of_a_real_lesson(
    school: School, open_app: OpenApp, language: str
) -> None:
    school.use_language(language)
    async with open_app() as (app, pilot):
        teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
        teaching.roll_done()
        teaching.next_step()
        while teaching.state.current and teaching.state.current.tool != "story":
            teaching.next_step()
        view = teaching.class_view()
        assert view.tool is not None
        assert len(view.tool.rows) == 3
        await app.push_screen(ClassScreen(teaching.class_view))
        await pilot.pause()
        text = seen(screen_text(app))
        say = translator(language)
        assert seen(say(view.tool.body)) in text
        assert all(seen(say(row.label)) in text for row in view.tool.rows)
        assert "█" in text
        teaching.leave()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("story", ["E1", "E3"])
def test_every_passage_fits_beside_a_clock(school: School, story: str, language: str) -> None:
    for passage in school.library.story(story, language).passages:
        rows = tuple(
            Row(label=f"{letter} {choice.text}")
            for letter, choice in zip("ABCD", passage.choices, strict=False)
        )
        tool = ToolView(headline=passage.title, body=passage.text, rows=rows)
        view = replace(VIEW, tool=tool, language=language)
        page = wall_page(view, translator(language), WIDE, HIGH)
        lines = wrapped(page.words, WIDE - 8)
        board = page.board.plain.count("\n") + 4 if page.board.plain else 0
        assert len(lines) + board + SMALL_CLOCK <= HIGH, passage.title
        said = seen("".join(line.plain for line in lines))
        assert all(seen(str(row.label)) in said for row in rows)


def test_a_tool_that_only_counts_stands_below_the_task() -> None:
    tool = ToolView(headline="3 of 52")
    page = wall_page(replace(VIEW, tool=tool), translator("zh"), WIDE, HIGH)
    words = [line.words.plain for line in page.words]
    assert words.index("3 of 52") > words.index("1. 每组看一张卡。")


def test_the_task_gives_way_to_a_long_question_and_its_choices() -> None:
    rows = tuple(Row(label=f"{letter} " + "选" * 20) for letter in "ABC")
    tool = ToolView(headline=Sentence("Vote"), body="问" * 400, rows=rows)
    page = wall_page(replace(VIEW, tool=tool), translator("zh"), WIDE, HIGH)
    words = "".join(line.words.plain for line in page.words)
    assert "每组看一张卡" not in words
    assert not page.board.plain
    assert page.small_clock
    roomy = wall_page(replace(VIEW, tool=tool), translator("zh"), WIDE, 60)
    assert "每组看一张卡" in "".join(line.words.plain for line in roomy.words)
