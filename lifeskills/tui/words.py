"""Words on a screen: nothing that stands in a file can style it or move its cursor."""

from __future__ import annotations

from textual.content import Content

from lifeskills.core.text import visible

__all__ = ["plain", "visible"]


def plain(text: str, style: str = "") -> Content:
    """Content that shows ``text`` as itself: brackets are no markup, escape codes are pictures."""
    content = Content(visible(text))
    return content.stylize(style) if style else content
