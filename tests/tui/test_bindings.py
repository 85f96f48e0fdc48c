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
async def test_no_key_means_two_things(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        for chain in chains(app.screen):
            assert clashes(chain) == []


@pytest.mark.parametrize("kind", SCREENS)
async def test_each_key_has_an_id_a_title_and_a_tooltip(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        nodes = {node for chain in chains(app.screen) for node in chain if is_ours(node)}
        for node in nodes:
            for _key, binding in node._bindings:
                assert binding.id, binding
                assert binding.description, binding
                assert binding.tooltip, binding


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


@pytest.mark.parametrize("kind", SCREENS)
async def test_each_key_has_a_twin_in_the_palette(
    kind: type[Screen[Any]], school: School, open_app: OpenApp
) -> None:
    async with open_app() as (app, pilot):
        await show(app, MAKERS[kind](school))
        await pilot.pause()
        titles = [command.title for command in app.get_system_commands(app.screen)]
        for active in app.screen.active_bindings.values():
            if active.binding.id and active.binding.id != "palette":
                assert any(
                    title.startswith(app.say(active.binding.description)) for title in titles
                )


async def test_the_palette_opens_and_runs_a_command(open_app: OpenApp) -> None:
    async with open_app() as (app, pilot):
        await pilot.press("ctrl+p")
        await pilot.pause()
        placeholder = app.screen.query_one(Input).placeholder
        assert placeholder == app.say("Search for a command")
        await pilot.press("escape")
