"""The hooks that a plugin may implement: specifications, nothing else.

Two shapes only: ``register_*``, called once when the plugin is loaded, and notifications.
Arguments are only ever added. Each hook is documented in ``docs/reference/hooks.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, TypeVar

import pluggy

from lifeskills.core.book import Book
from lifeskills.core.concern import SignalRule
from lifeskills.core.curriculum import ContentRule
from lifeskills.core.tool import Activity, Tool

PROJECT = "lifeskills"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)

Item_contra = TypeVar("Item_contra", contravariant=True)


class Register(Protocol[Item_contra]):
    """Takes one thing that a plugin gives; call it as often as there are things."""

    def __call__(self, item: Item_contra, /) -> None:
        """Take ``item``. Raises PluginError for a thing of another kind."""


class RegisterPacks(Protocol):
    """Takes pack folders, and says in which folders packs lie."""

    @property
    def shipped(self) -> Path | None:
        """The curricula that came with the program."""

    @property
    def user(self) -> Path | None:
        """The curricula folder of this user, if there is one."""

    @property
    def school(self) -> Path | None:
        """The curricula folder of the open school, if there is one."""

    def __call__(self, folder: Path, /) -> None:
        """Take a folder that holds ``pack.toml``; a relative path is the plugin's own."""


@hookspec
def register_packs(register: RegisterPacks) -> None:
    """Give folders with ``pack.toml``: lessons, overlays, law, stories, facts of a place."""


@hookspec
def register_activities(register: Register[Activity]) -> None:
    """Give kinds of participatory activities, as data."""


@hookspec
def register_tools(register: Register[Tool]) -> None:
    """Give tools: pure state machines that run inside a step and never paint."""


@hookspec
def register_signals(register: Register[SignalRule]) -> None:
    """Give rules that notice who stops coming, of one learner's presence."""


@hookspec
def register_books(register: Register[Book]) -> None:
    """Give books: a plan function and the folder of its templates."""


@hookspec
def register_checks(register: Register[ContentRule]) -> None:
    """Give rules that ``lifeskills pack check`` asks of every pack."""


@hookspec
def session_closed(record: Mapping[str, Any]) -> None:
    """Be told that a lesson or roll was closed and saved: ids and counts, no names."""
