"""The stories of Xiao Wei and Xiao Yu, the tool that plays them, and what a story has to hold."""

from __future__ import annotations

import tomllib
from pathlib import Path

from lifeskills.api import (
    ContentRule,
    Register,
    RegisterPacks,
    StoryTool,
    Text,
    Tool,
    hookimpl,
)

from .rules import RULES

PACK = "xiao-wei-xiao-yu"
_helpers: dict[str, Text] = {}


@hookimpl
def register_packs(register: RegisterPacks) -> None:
    """Give the story pack, and remember how it names the helpers of an ending."""
    if register.shipped is None:
        return
    register(register.shipped / PACK)
    _helpers.update(helper_words(register.shipped / PACK / "helpers.toml"))


@hookimpl
def register_tools(register: Register[Tool]) -> None:
    """Give the tool that plays a story with a class."""
    register(StoryTool(_helpers))


@hookimpl
def register_checks(register: Register[ContentRule]) -> None:
    """Give the rules for stories."""
    for rule in RULES:
        register(rule)


def helper_words(file: Path) -> dict[str, Text]:
    """Helper ids and what they are called; nothing if the pack has no such table."""
    if not file.is_file():
        return {}
    tables = tomllib.loads(file.read_text(encoding="utf-8")).get("helper", ())
    return {one["id"]: Text.from_map(one["title"]) for one in tables}
