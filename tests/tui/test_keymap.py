"""Changed keys: what they do on the screens, what is refused, and a file that cannot be used."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from lifeskills import places
from lifeskills.classroom.keyboard import as_keys, changed_keys, keep_keys
from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName
from lifeskills.tui.key_scopes import PARTS, commands, problems
from lifeskills.tui.keymap import keymap, warning
from lifeskills.tui.screens.help import HelpScreen
from lifeskills.tui.screens.roll import RollScreen
from lifeskills.tui.widgets.key_bar import KeyBar
from lifeskills.tui.widgets.offer_line import OfferLine
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.screen_makers import MAKERS, all_screens, show
from tests.tui.test_lesson import lesson_of, open_lesson

SCREENS = [pytest.param(one, id=one.__name__) for one in all_screens()]


@pytest.fixture
def keys_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's folder of one's own."""
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))
    return places.keys_file()


async def test_changed_keys_work_and_are_shown(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        app.keys = {"undo": "f11", "carry-on": "insert", "pause": "ctrl+t"}
        app.set_keymap(app.keys)
        teaching = lesson_of(school)
        await open_lesson(app, pilot, teaching)
        await type_keys(pilot, "insert")
        assert teaching.state.step == "four-signs"
        await type_keys(pilot, "ctrl+t", "f3", "f2")
        assert teaching.state.paused_at is not None
        await type_keys(pilot, "f11", "space")
        assert teaching.state.paused_at is None
        assert teaching.state.step == "four-signs"
        app.screen.query_one(KeyBar).clear_hint()  # it says what was taken back
        bar = app.screen.query_one(KeyBar).words
        assert bar.index("Insert") < bar.index("F11") < bar.index("Ctrl+T")
        assert "F2 " not in bar
        assert "Insert" in screen_text(app)
        assert app.screen.query_one(OfferLine)
        await type_keys(pilot, "f1")
        assert isinstance(app.screen, HelpScreen)
        named = {key for one in app.screen.keys for key in one.keys}
        assert {"f11", "insert", "ctrl+t"} <= named
        assert "f2" not in named


async def test_changed_keys_work_on_the_roll(school: School, open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        app.keys = {"late": "f4"}
        app.set_keymap(app.keys)
        await type_keys(pilot, "r", "1", "2", "f4", "1", "3", "minus")
        assert isinstance(app.screen, RollScreen)
        assert app.screen.teaching.state.marks == {"p-12": "late"}


@pytest.mark.parametrize("kind", SCREENS)
async def test_the_parts_of_each_screen_are_known(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        parts: set[str] = set()
        for widget in app.screen.query(Widget):
            own: type[DOMNode] = type(widget)
            if own.__module__.startswith("lifeskills.") and vars(own).get("BINDINGS"):
                parts.add(own.__name__)
        assert parts <= set(PARTS.get(kind.__name__, ()))


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        ({"undo": "f3"}, "pause"),
        ({"undo": "f1"}, "help"),
        ({"absent": "enter"}, "done"),
        ({"undo": "x"}, "letters"),
        ({"ondo": "f11"}, "ondo"),
    ],
)
def test_a_key_that_would_break_another_is_refused(keys: dict[str, str], named: str) -> None:
    found = [str(says) for _id, says in problems(keys)]
    assert any(named in says for says in found)


def test_keys_can_be_exchanged() -> None:
    assert list(problems({"undo": "f3", "pause": "f2"})) == []


def test_every_command_has_a_key_and_words() -> None:
    for one in commands():
        assert one.id
        assert one.keys
        assert one.tooltip


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('undo = "f11"\npause = \n', 2),
        ('undo = "f11"\n\npause = 3\n', 3),
        ('undo = "nokey!"\n', 1),
        ('# mine\nundo = "f3"\n', 2),
        ('undo = "f11"\nondo = "f12"\n', 2),
    ],
)
def test_a_line_that_cannot_be_used_is_named_and_the_usual_keys_hold(
    keys_file: Path, text: str, line: int
) -> None:
    keys_file.parent.mkdir(parents=True, exist_ok=True)
    keys_file.write_text(text, encoding="utf-8")
    keys, error = keymap()
    assert keys == {}
    assert error is not None
    assert error.subject == f"{keys_file}:{line}"
    assert error.mend is not None
    assert keys_file.read_text(encoding="utf-8") == text


def test_changed_keys_are_kept(keys_file: Path) -> None:
    keep_keys({"undo": as_keys("F11, ctrl+z"), "search": as_keys("/")})
    assert changed_keys() == {"undo": "f11,ctrl+z", "search": "slash"}
    keep_keys({})
    assert changed_keys() == {}


def test_what_is_no_key_is_refused() -> None:
    with pytest.raises(UnknownName):
        as_keys("李")
    with pytest.raises(UnknownName):
        as_keys("f99")


@pytest.mark.parametrize("key", ["ctrl+i", "ctrl+m", "ctrl+h"])
def test_a_key_that_is_another_to_a_terminal_is_refused(key: str) -> None:
    assert [name for name, _ in problems({"pause": key})][:1] == ["pause"]


@pytest.mark.parametrize("key", ["f11", "ctrl+space", "ctrl+j", "a", "alt+x"])
def test_keys_that_are_swallowed_are_warned_of(key: str) -> None:
    assert warning(key) is not None
    assert warning("f6") is None
