"""What screens look like, one picture a screen; those whose words stand in packs are in docs.

After a change that is meant: pytest tests/tui/test_snapshots.py --snapshot-update, and look.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from textual.pilot import Pilot

from lifeskills.classroom.school import School
from lifeskills.tui.app import LifeskillsApp
from tests.tui.conftest import packs_loaded, type_keys
from tests.tui.screen_makers import MAKERS, show

Compare = Callable[..., bool]


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("RollScreen", ("1", "2", "space", "4", "1", "-", "l")),
        ("AskScreen", ()),
        ("ClassScreen", ()),
        ("BigClock", ()),
    ],
    ids=["roll", "question", "class-screen", "large-clock"],
)
def test_screen(school: School, snap_compare: Compare, name: str, keys: tuple[str, ...]) -> None:
    app = LifeskillsApp(school)

    async def prepare(pilot: Pilot[None]) -> None:
        await packs_loaded(app, pilot)
        kind = next(one for one in MAKERS if one.__name__ == name)
        await show(app, MAKERS[kind](school))
        await type_keys(pilot, *keys)

    assert snap_compare(app, run_before=prepare, terminal_size=(80, 24))


def test_head_count(school: School, snap_compare: Compare) -> None:
    app = LifeskillsApp(school)

    async def prepare(pilot: Pilot[None]) -> None:
        await packs_loaded(app, pilot)
        await type_keys(pilot, "down", "r", "3", "tab", "2")

    assert snap_compare(app, run_before=prepare, terminal_size=(80, 24))
