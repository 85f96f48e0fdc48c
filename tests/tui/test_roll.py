"""The roll: three absent of 50 in few keys, by number, letters, arrows or mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot

from lifeskills.classroom.school import School
from lifeskills.core.errors import NotSaved
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.home import HomeScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.roll_grid import RollGrid
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.sample_school import make_school

LI_XIANG, LI_XIANG_TOO, RARE = "p-12", "p-29", "p-41"
ABSENT = {LI_XIANG: "absent", LI_XIANG_TOO: "absent", RARE: "absent"}


@pytest.fixture
def fifty(tmp_path: Path) -> School:
    return make_school(tmp_path / "fifty", size=50)


def roll_of(app: LifeskillsApp) -> RollScreen:
    assert isinstance(app.screen, RollScreen)
    return app.screen


def grid_of(app: LifeskillsApp) -> RollGrid:
    return app.screen.query_one(RollGrid)


async def count_keys(pilot: Pilot[None], *keys: str) -> int:
    """Press the keys, close the roll, and give the number of keys with the closing Enter."""
    return await type_keys(pilot, *keys, "enter")


def marks_saved(school: School) -> dict[str, str]:
    """The marks of the only record of 8(3), as they lie on the disk."""
    (record,) = School(school.folder).classes.records("c-8003")
    assert record["counted"]
    return dict(record["marks"])


KEYS_BY_NUMBER = ["1", "2", "space", "2", "9", "space", "4", "1", "space"]
KEYS_BY_LETTERS = ["l", "x", "space", "l", "x", "tab", "space", "j", "j", "space"]
KEYS_BY_ARROWS = [
    *("pagedown", "pagedown", "down", "space"),
    *("right", "space"),
    *("right", "pageup", "space"),
]


@pytest.mark.parametrize(
    ("keys", "most"),
    [(KEYS_BY_NUMBER, 10), (KEYS_BY_LETTERS, 15), (KEYS_BY_ARROWS, 15)],
    ids=["numbers", "letters", "arrows"],
)
async def test_three_absent_of_fifty_take_few_keys(
    fifty: School, open_app: OpenApp, keys: list[str], most: int
) -> None:
    """Two share their initials, one has a rare character; the closing Enter is counted."""
    async with open_app(fifty) as (app, pilot):
        await type_keys(pilot, "r")
        used = await count_keys(pilot, *keys)
        assert isinstance(app.screen, HomeScreen)
    assert marks_saved(fifty) == ABSENT
    assert used <= most


async def test_three_absent_by_mouse(fifty: School, open_app: OpenApp) -> None:
    async with open_app(fifty) as (app, pilot):
        await type_keys(pilot, "r")
        grid = grid_of(app)
        columns = grid.columns
        for index in (11, 28, 40):
            column, row = divmod(index, columns.rows)
            await pilot.click(RollGrid, offset=(column * columns.width + 3, row))
        await type_keys(pilot, "enter")
    assert marks_saved(fifty) == ABSENT


async def test_chinese_where_a_key_was_expected_marks_nobody_and_says_what_to_press(
    open_app: OpenApp,
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "2", "9")
        await type_keys(pilot, *"李想吗")
        assert not roll_of(app).teaching.state.marks
        assert grid_of(app).current.id == LI_XIANG_TOO  # type: ignore[union-attr]
        assert app.screen.query_one(KeyBar).words.strip() == app.say(
            "Press Shift to switch to English input"
        )


async def test_full_width_digits_find_the_number(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", *"１７")
        assert grid_of(app).current.number == 17  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("key", "mark"),
    [
        ("space", "absent"),
        ("\u3000", "absent"),
        ("-", "late"),
        ("－", "late"),
        ("=", "excused"),
        ("＝", "excused"),
        ("\\", "left-early"),
        ("＼", "left-early"),
        ("、", "left-early"),
    ],
)
async def test_each_mark_has_a_key_and_its_full_width_form(
    open_app: OpenApp, key: str, mark: str
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "7", key)
        assert dict(roll_of(app).teaching.state.marks) == {"p-07": mark}
        await type_keys(pilot, key)
        assert not roll_of(app).teaching.state.marks


async def test_undo_takes_back_the_last_mark(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "7", "space", "8", "-", "f2")
        assert dict(roll_of(app).teaching.state.marks) == {"p-07": "absent"}
        assert dict(grid_of(app).marks) == {"p-07": "absent"}


async def test_a_mark_that_is_not_saved_is_not_shown(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r")

        def refuse(*_: object) -> None:
            raise NotSaved("Not saved: the disk is full.")

        monkeypatch.setattr(roll_of(app).teaching.log.running, "append", refuse)
        await type_keys(pilot, "7", "space")
        assert not grid_of(app).marks
        assert "disk is full" in screen_text(app) or "磁盘" in screen_text(app)


async def test_keys_typed_ahead_of_the_screen_keep_their_order(open_app: OpenApp) -> None:
    """All keys of a roll are in the queue before the first is worked."""
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r")
        for key in KEYS_BY_NUMBER:
            app.simulate_key(key) if len(key) > 1 else app.post_message(_key(key))
        await pilot.pause()
        await pilot.pause()
        assert dict(roll_of(app).teaching.state.marks) == ABSENT


def _key(char: str) -> Key:
    return Key(char, char)


def odd_class() -> ClassGroup:
    names = ("[red]Li[/]", "王\x1b[31m红", "𠮷㛃", "张\n三", "李四")
    learners = tuple(Learner(id=f"o-{n}", number=n, name=name) for n, name in enumerate(names, 1))
    return ClassGroup(id="c-odd", name="[b]9(1)\x1b[0m", audiences=("g7-9",), learners=learners)


async def test_odd_names_show_as_themselves_and_move_no_column(
    school: School, open_app: OpenApp
) -> None:
    group = odd_class()
    school.classes.save(group)
    async with open_app(size=(40, 7), group=group, roll=True) as (app, _):
        text = screen_text(app)
    assert "[b]9(1)␛[0m" in text
    for shown in ("1 [red]Li[/]", "2 王␛[31m红", "3 𠮷㛃", "4 张␊三"):
        assert shown in text
    lines = text.splitlines()
    columns = {line.index("4 张") - 0 for line in lines if "4 张" in line}
    assert len(columns) == 1


async def test_sixty_learners_fit_on_one_small_screen(tmp_path: Path, open_app: OpenApp) -> None:
    school = make_school(tmp_path / "sixty")
    learners = tuple(Learner(id=f"s-{n}", number=n, name=f"欧阳某{n % 10}") for n in range(1, 61))
    school.classes.save(ClassGroup(id="c-60", name="9(1)", audiences=("g7-9",), learners=learners))
    async with open_app(school, group=school.classes.get("c-60"), roll=True) as (app, _):
        text = screen_text(app)
    assert all(f" {n} 欧阳某{n % 10}" in text for n in range(1, 61))


async def test_an_open_group_is_counted_by_sex_and_age(school: School, open_app: OpenApp) -> None:
    group = school.classes.get("c-2open")
    async with open_app(group=group, roll=True) as (_app, pilot):
        await type_keys(pilot, "2", "tab", "tab", "１", "tab", "3", "+", "enter")
    (record,) = School(school.folder).classes.records("c-2open")
    assert record["headcount"] == {"girl under16": 2, "girl 16-17": 1, "boy 16-17": 4}


async def test_leaving_keeps_the_roll_open_as_it_is(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await type_keys(pilot, "r", "7", "space", "escape")
        assert isinstance(app.screen, HomeScreen)
        assert school.running.exists("c-8003")
