"""Every screen: no key twice, each key with an id, a title and a tooltip, and help for F1."""

from __future__ import annotations

from typing import Any

import pytest
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from lifeskills.classroom.school import School
from lifeskills.tui.help import help_of
from lifeskills.tui.screens.help import HelpScreen
from tests.tui.conftest import OpenApp, screen_text
from tests.tui.screen_makers import MAKERS, all_screens, show

SCREENS = [pytest.param(one, id=one.__name__) for one in all_screens()]


def test_every_screen_is_walked() -> None:
    assert {one.__name__ for one in all_screens()} == {one.__name__ for one in MAKERS}


def is_ours(node: DOMNode) -> bool:
    return type(node).__module__.startswith("lifeskills.")


def chains(screen: Screen[Any]) -> list[list[DOMNode]]:
    """From each widget that takes keys outward to the app."""
    focusable: list[Widget | None] = [one for one in screen.query(Widget) if one.can_focus]
    inward = [
        [*(node for node in one.ancestors_with_self if node.is_attached)] if one else [screen]
        for one in focusable or [None]
    ]
    return [[*[node for node in chain if node is not screen.app], screen.app] for chain in inward]


def clashes(chain: list[DOMNode]) -> list[str]:
    taken: dict[str, tuple[DOMNode, str]] = {}
    found = []
    for node in chain:
        for key, bindings in node._bindings.key_to_bindings.items():
            if len(bindings) > 1:
                found.append(f"{key}: twice on {type(node).__name__}")
            binding = bindings[0]
            before = taken.setdefault(key, (node, binding.id or ""))
            if isinstance(before[0], Input):
                continue  # a text field keeps the keys of editing while it is in use
            if before[0] is not node:
                found.append(f"{key}: {type(before[0]).__name__} and {type(node).__name__}")
    return found


@pytest.mark.parametrize("kind", SCREENS)
async def test_each_key_means_one_thing_and_says_which(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    """One meaning, an id, a title and a tooltip, and a twin in the palette."""
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        found = chains(app.screen)
        for chain in found:
            assert clashes(chain) == []
        for node in {node for chain in found for node in chain if is_ours(node)}:
            for _key, binding in node._bindings:
                assert binding.id, binding
                assert binding.description, binding
                assert binding.tooltip, binding
        titles = [command.title for command in app.get_system_commands(app.screen)]
        for active in app.screen.active_bindings.values():
            if active.binding.id and active.binding.id != "palette":
                words = app.say(active.binding.description)
                assert any(title.startswith(words) for title in titles), words


@pytest.mark.parametrize("kind", SCREENS)
async def test_each_screen_has_help(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        for chain in chains(app.screen):
            assert help_of(chain) is not None
        if kind is not HelpScreen:
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            assert app.screen.keys
            assert screen_text(app).strip()
            await pilot.press("f1")
            await pilot.pause()
            assert isinstance(app.screen, kind)


async def test_the_palette_opens_and_runs_a_command(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause()
        placeholder = app.screen.query_one(Input).placeholder
        assert placeholder == app.say("Search for a command")
        await pilot.press("escape")
