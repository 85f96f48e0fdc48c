"""Keys as an input method lets them through, and keys as a teacher reads them."""

from __future__ import annotations

import unicodedata

from lifeskills.core.text import Sentence

IDEOGRAPHIC_SPACE = "\u3000"
SWITCH_TO_ENGLISH = Sentence("Press Shift to switch to English input")

_NAMED = {
    " ": "space",
    "-": "minus",
    "=": "equals_sign",
    "+": "plus",
    "\\": "backslash",
    "/": "slash",
    "?": "question_mark",
}
_SHOWN: dict[str, Sentence | str] = {
    "space": Sentence("Space"),
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "minus": "-",
    "equals_sign": "=",
    "plus": "+",
    "backslash": "\\",
    "slash": "/",
    "question_mark": "?",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "backspace": "Backspace",
    "delete": "Delete",
}


def as_typed(char: str) -> str:
    """The ASCII character that a full-width one stands for; any other character as it is.

    A Chinese input method gives ``、`` on the backslash key, so that counts as a backslash.
    """
    if char == IDEOGRAPHIC_SPACE:
        return " "
    if char == "、":
        return "\\"
    if len(char) == 1 and "\uff01" <= char <= "\uff5e":
        return chr(ord(char) - 0xFEE0)
    return char


def is_chinese(char: str) -> bool:
    """True for a character that only an input method in Chinese mode sends (no punctuation)."""
    return (
        len(char) == 1
        and unicodedata.category(char) == "Lo"
        and unicodedata.east_asian_width(char) in "WF"
    )


def key_name(char: str) -> str:
    """The name that bindings use for a typed character, letters in lower case."""
    return _NAMED.get(char, char.lower())


def shown_key(key: str) -> Sentence | str:
    """How a key is written for people: ``f1`` → F1, ``ctrl+t`` → Ctrl+T."""
    if key in _SHOWN:
        return _SHOWN[key]
    start, plus, last = key.rpartition("+")
    if plus:
        return f"{start.title()}+{last.upper()}"
    return key.upper() if len(key) < 4 else key.title()
