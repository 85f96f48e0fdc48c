"""Prose on a screen, broken into lines at the widget's own width."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from lifeskills.tui.wrapping import Paragraph, wrapped


class Paragraphs(Widget):
    """Shows paragraphs; put it into a VerticalScroll where they may be long."""

    DEFAULT_CSS = "Paragraphs { height: auto; width: 1fr; }"

    def __init__(self, paragraphs: Sequence[Paragraph] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.paragraphs = tuple(paragraphs)

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show other paragraphs."""
        self.paragraphs = tuple(paragraphs)
        self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at this width."""
        return len(wrapped(self.paragraphs, width))

    def render(self) -> Content:
        """The lines."""
        return Content("\n").join(wrapped(self.paragraphs, self.size.width))
