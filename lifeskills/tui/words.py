"""Words on a screen: nothing that stands in a file can style it or move its cursor."""

from __future__ import annotations

import unicodedata

from textual.content import Content


def visible(text: str) -> str:
    """``text`` with control characters shown as their pictures (escape becomes ␛)."""
    return "".join(_picture(char) for char in text)


def plain(text: str, style: str = "") -> Content:
    """Content that shows ``text`` as itself: brackets are no markup, escape codes are pictures."""
    content = Content(visible(text))
    return content.stylize(style) if style else content


def _picture(char: str) -> str:
    code = ord(char)
    if char in "\n\t":
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200d":
        return "\ufffd"
    return char
