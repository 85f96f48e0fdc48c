"""The class screen at its design size: what the class reads and decides is always in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.core.tool import Row, ToolClock, ToolView
from lifeskills.language import translator
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.wall.panel import WallPanel
from lifeskills.tui.wall_words import SMALL_CLOCK, folded, wall_page
from lifeskills.tui.wrapping import wrapped
from tests.tui.conftest import OpenApp, screen_text, type_keys
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


CHINESE = st.text("停问查说字词，。", min_size=1, max_size=60)


@given(
    st.lists(CHINESE, max_size=20),
    st.lists(CHINESE, max_size=6),
    st.integers(12, 160),
    st.integers(4, 60),
    st.booleans(),
)
def test_whatever_the_size_no_word_of_task_or_board_is_cut(
    task: list[str], board: list[str], width: int, height: int, clock: bool
) -> None:
    left = 90.0 if clock else None
    view = ClassView(screen="step", task="\n".join(task), board="\n".join(board), step_left=left)
    page = folded(view, translator("zh"), width, height)
    told = seen(page.board.plain) + "".join(seen(part.plain) for part in page.parts)
    assert told == seen("".join(board)) + seen("".join(task))
    framed = page.board.plain.count("\n") + 4 if page.board.plain else 0
    room = height - framed - (SMALL_CLOCK if clock else 0)
    assert all(part.plain.count("\n") + 1 <= max(2, room) for part in page.parts)


@pytest.mark.parametrize(
    "size",
    [
        (30, 10),
        *(pytest.param(one, marks=pytest.mark.slow) for one in ((40, 12), (60, 15), (120, 40))),
        (80, 24),
    ],
)
async def test_a_long_task_is_shown_part_by_part_on_a_screen_of_any_size(
    size: tuple[int, int], open_app: OpenApp
) -> None:
    lines = [f"{number}. 第{number}句话，读出声来，再说给同桌听一遍。" for number in range(1, 16)]
    view = replace(VIEW, task="\n".join(lines), step_left=61.0)
    async with open_app(size=size) as (app, pilot):
        await app.push_screen(ClassScreen(lambda: view))
        await pilot.pause()
        panel = app.screen.query_one(WallPanel)
        told = ""
        for _ in range(60):
            told += seen(screen_text(app))
            panel.turn()
            await pilot.pause()
        assert [line for line in lines if seen(line) not in told] == []
        assert "1:01" in told or "█" in told


async def test_a_clock_in_the_words_does_not_turn_the_parts_back(open_app: OpenApp) -> None:
    task = "\n".join(f"{number}. 一句话。" for number in range(1, 30))
    clock = ToolClock(left=90.0, total=90.0, phase="准备", number=1, of=3)
    now = [replace(VIEW, task=task, tool=ToolView(headline="准备", clock=clock))]
    async with open_app() as (app, pilot):
        screen = ClassScreen(lambda: now[0])
        await app.push_screen(screen)
        await pilot.pause()
        await type_keys(pilot, "pagedown")
        now[0] = now[0].later(1)
        screen.tick()
        await pilot.pause()
        assert "2 / " in screen_text(app)
        now[0] = replace(now[0], step="六个字")
        screen.tick()
        await pilot.pause()
        assert "1 / " in screen_text(app)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_groups_with_names_stand_on_the_wall_each_on_its_line(
    size: tuple[int, int], open_app: OpenApp
) -> None:
    groups = tuple(tuple(f"小{a}{b}" for b in "甲乙丙丁") for a in "东南西北中上下左右前后里外")
    view = replace(VIEW, groups=groups, board="")
    async with open_app(size=size) as (app, pilot):
        await app.push_screen(ClassScreen(lambda: view))
        await pilot.pause()
        panel, told = app.screen.query_one(WallPanel), ""
        for _ in range(20):
            told += screen_text(app) + "\n"
            panel.turn()
            await pilot.pause()
        for number, group in enumerate(groups, start=1):
            assert seen(f"{number}{''.join(group)}") in seen(told)


async def test_whose_turn_it_is_has_a_line_of_its_own_above_the_groups(open_app: OpenApp) -> None:
    groups = (("李华", "王芳"), ("张伟", "赵敏"))
    async with open_app() as (app, pilot):
        view = replace(VIEW, turn="12 周杰", groups=groups, tool=None)
        await app.push_screen(ClassScreen(lambda: view))
        await pilot.pause()
        lines = [line.strip() for line in screen_text(app).splitlines()]
        at = lines.index("12 周杰")
        assert not lines[at + 1]
        assert at < next(n for n, line in enumerate(lines) if "李华" in line)
