"""Where learners lie on a screen of columns, and what one of them looks like."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from lifeskills.tui.words import visible

LEAST_CELL = 18
"""Columns that a learner needs: mark 4, number 3, two spaces, four or five hanzi."""
MOST_CELL = 32
"""Wider columns only make the eye travel."""
_MARK, _NUMBER = 4, 3


@dataclass(frozen=True, slots=True)
class Columns:
    """``count`` things in ``columns`` columns of ``rows``, numbered down the first column first.

    ``height`` is what fits on the screen; more rows than that scroll.
    """

    count: int
    rows: int
    columns: int
    width: int
    height: int

    @classmethod
    def fitting(cls, count: int, width: int, height: int, least: int) -> Columns:
        """As few columns as fit the height, none narrower than ``least``."""
        height = max(1, height)
        columns = min(max(1, math.ceil(count / height)), max(1, width // least))
        rows = max(1, math.ceil(count / columns))
        return cls(count, rows, columns, max(1, min(MOST_CELL, width // columns)), height)

    def row(self, y: int, cursor: int) -> Iterator[int]:
        """The indexes on line ``y``, with the cursor's row in sight."""
        row = y + self._first(cursor)
        if row < self.rows:
            yield from range(row, self.count, self.rows)

    def at(self, x: int, y: int, cursor: int) -> int | None:
        """The index at a place, or None."""
        row = y + self._first(cursor)
        index = (x // self.width) * self.rows + row
        inside = row < self.rows and x // self.width < self.columns and index < self.count
        return index if inside else None

    def beside(self, index: int, by: int) -> int:
        """The index ``by`` columns to the right; round at the ends, the last where one is short."""
        column, row = divmod(index, self.rows)
        filled = math.ceil(self.count / self.rows)
        return min(((column + by) % filled) * self.rows + row, self.count - 1)

    def _first(self, cursor: int) -> int:
        row = cursor % self.rows
        return max(0, min(row - self.height // 2, self.rows - self.height))


def roll_cell(
    mark: str,
    number: int,
    name: str,
    width: int,
    *,
    number_style: Style | None,
    mark_style: Style | None,
) -> Strip:
    """Mark, class number and name in ``width`` columns; a name too long ends in a full stop."""
    room = max(0, width - _MARK - _NUMBER - 2)
    shown = visible(name).replace("\n", "␊").replace("\t", "␉")
    if cell_len(shown) > room:
        shown = set_cell_size(shown, room - 1) + "."
    segments = [
        Segment(set_cell_size(mark, _MARK), mark_style),
        Segment(f"{number:>{_NUMBER}} ", number_style),
        Segment(set_cell_size(shown, room) + " "),
    ]
    return Strip(segments)
