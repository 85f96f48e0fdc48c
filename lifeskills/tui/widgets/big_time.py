"""Minutes and seconds as large as the screen allows."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

_DIGITS = {
    "0": ("111", "101", "101", "101", "111"),
    "1": ("010", "110", "010", "010", "111"),
    "2": ("111", "001", "111", "100", "111"),
    "3": ("111", "001", "111", "001", "111"),
    "4": ("101", "101", "111", "001", "001"),
    "5": ("111", "100", "111", "001", "111"),
    "6": ("111", "100", "111", "101", "111"),
    "7": ("111", "001", "010", "010", "010"),
    "8": ("111", "101", "111", "101", "111"),
    "9": ("111", "101", "111", "001", "111"),
    ":": ("0", "1", "0", "1", "0"),
    "-": ("000", "000", "111", "000", "000"),
}
_ROWS = 5


def clock_words(seconds: float) -> str:
    """``12:05``; seconds over are shown as ``-0:42``, whole seconds as they run out."""
    whole = round(abs(seconds)) if seconds < 0 else int(seconds + 0.999)
    sign = "-" if seconds < 0 and whole else ""
    return f"{sign}{whole // 60}:{whole % 60:02}"


class BigTime(Widget):
    """A clock that counts down, drawn with blocks."""

    DEFAULT_CSS = "BigTime { height: 1fr; content-align: center middle; }"
    left: reactive[float | None] = reactive(None)

    def render(self) -> Content:
        """The time in blocks, or nothing without a clock."""
        if self.left is None:
            return Content("")
        return Content("\n".join(big_lines(clock_words(self.left), *self.size)))


def big_lines(words: str, width: int, height: int) -> list[str]:
    """``words`` (digits, colon, minus) in blocks of at most ``width`` × ``height`` cells.

    A block is twice as wide as it is high, since a cell is about twice as high as it is wide.
    """
    glyphs = [_DIGITS[char] for char in words if char in _DIGITS]
    across = sum(len(glyph[0]) + 1 for glyph in glyphs) - 1
    scale = max(0, min(height // _ROWS, width // max(1, across * 2)))
    if scale == 0:
        return [words]
    lines = []
    for row in range(_ROWS):
        bits = "0".join(glyph[row] for glyph in glyphs)
        line = "".join(("█" if bit == "1" else " ") * (2 * scale) for bit in bits)
        lines += [line] * scale
    return lines
