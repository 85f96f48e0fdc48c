"""Messages that cross widgets and screens; a widget's own stand in its file."""

from __future__ import annotations

from textual.message import Message


class ChineseTyped(Message):
    """Chinese arrived where a key was expected: the screen's footer says what to press."""


class PacksLoaded(Message):
    """Plugins and packs are read; lessons can be named and taught."""
