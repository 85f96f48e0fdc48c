"""What stands on the class screen and in which order: board, task and tool, as text with air.

A story, a vote, a relay or a ranking goes before the task, which repeats it. Where the room is
short the clock shrinks first; then, beside such a tool, the task and the board give way. What is
still too long is folded into parts that are shown one after the other: nothing is ever cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len
from textual.content import Content

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Say, Sentence, Text
from lifeskills.core.tool import Row, ToolView
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.widgets.big_time import clock_words
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph, wrapped

FRAME = 3
"""Lines that the board's frame and the blank line below it take."""
MARGIN = 8
"""Cells left free beside the words, and at least beside the board."""
NARROW = 56
"""Up to this width (letters made larger) no cells are left free."""
BETWEEN = 3
"""Cells between two columns of groups."""
LEAST_WORDS = 4
"""Lines of words beside a board; with fewer the board is folded with them."""
CLOCK, SMALL_CLOCK = 6, 2
"""Lines of the clock with the blank one above it."""
MANY = 3
"""Counts that stand a line each; more share one."""
_CHOICE = re.compile(r"[A-H] ")
_NUMBERED = re.compile(r"(\d{1,3})[.)] +")
_BLANK = Paragraph(Content(""))


@dataclass(frozen=True, slots=True)
class WallPage:
    """The board's lines, the words below it, and whether only a small clock has room."""

    board: Content
    words: tuple[Paragraph, ...]
    small_clock: bool


def wall_page(view: ClassView, said: Say, width: int, height: int) -> WallPage:
    """What fits into ``width`` × ``height`` cells, clock and all."""
    wide = max(1, width - (MARGIN if width > NARROW else 0))
    board = wrapped(paragraphs(view.board), wide) if view.board.strip() else []
    task = [_bold(one) for one in paragraphs(view.task) if one.words.plain.strip()]
    tool = list(_lines(view.tool, said)) if view.tool is not None else []
    tool = [one for one in tool if one.words.plain.strip()]
    people = list(_people(view, wide))
    if view.screen not in ("step", "blank"):
        return _Page(wide, height).of([], [[Paragraph(plain(view.tip))] if view.tip else []])
    page = _Page(wide, height)
    told = [one for one in task if not _in_tool(one, view.tool)]
    if view.tool is None or not _leads(view.tool, task, told):
        return page.of(board, [task, tool, people])
    if page.lines(board, [tool, told, people]) + CLOCK <= height:
        return page.of(board, [tool, told, people])
    fits = page.lines(board, [tool, people]) + SMALL_CLOCK <= height
    return page.of(board if fits else [], [tool, people])


@dataclass(frozen=True, slots=True)
class Folded:
    """A page in parts that each fit: the board's lines, the words part by part."""

    board: Content
    parts: list[Content]
    small_clock: bool


def as_seen(view: ClassView) -> tuple[object, ...]:
    """What a person could see of a view: its clocks by the second, everything else as it is."""
    tool = view.tool
    clock = None if tool is None or tool.clock is None else clock_words(tool.clock.left)
    step = None if view.step_left is None else clock_words(view.step_left)
    still = replace(view, step_left=None, bell_left=None)
    if tool is not None and tool.clock is not None:
        still = replace(still, tool=replace(tool, clock=replace(tool.clock, left=0.0)))
    return step, clock, still


def folded(view: ClassView, said: Say, width: int, height: int) -> Folded:
    """:func:`wall_page`, its words broken into lines and, where they must be, into parts.

    Where the board would leave no room for the words it becomes their first lines.
    """
    page = wall_page(view, said, width, height)
    wide = max(1, width - (MARGIN if width > NARROW else 0))
    lines = wrapped(page.words, wide)
    clock = 0 if view.step_left is None else SMALL_CLOCK if page.small_clock else CLOCK
    board = page.board.plain.count("\n") + 1 + FRAME if page.board.plain else 0
    room = height - clock - board
    if len(lines) <= room:
        return Folded(page.board, [Content("\n").join(lines)] if lines else [], page.small_clock)
    whole = [wrapped([one], wide) for one in page.words]
    if room < LEAST_WORDS and board:
        whole = [*([line] for line in page.board.split("\n")), [Content("")], *whole]
        page, room = replace(page, board=Content("")), room + board
    parts = _parts(whole, max(1, room - 1))  # a line says which part it is
    return Folded(page.board, [Content("\n").join(part) for part in parts], page.small_clock)


def _parts(paragraphs: Iterable[list[Content]], room: int) -> list[list[Content]]:
    """Paragraphs in parts of at most ``room`` lines; only one that is longer is itself broken."""
    parts: list[list[Content]] = [[]]
    for lines in paragraphs:
        if len(parts[-1]) + len(lines) > room and parts[-1]:
            parts.append([])
        if not parts[-1] and not any(line.plain.strip() for line in lines):
            continue  # no part begins with an empty line
        for start in range(0, len(lines), room):
            if start:
                parts.append([])
            parts[-1] += lines[start : start + room]
    return [part for part in parts if part]


@dataclass(frozen=True, slots=True)
class _Page:
    width: int
    height: int

    def lines(self, board: Sequence[Content], parts: Sequence[Sequence[Paragraph]]) -> int:
        """How many lines these would take."""
        used = len(wrapped(_apart(parts), self.width))
        return used + len(board) + FRAME if board else used

    def of(self, board: Sequence[Content], parts: Sequence[Sequence[Paragraph]]) -> WallPage:
        """These on a page, with air where there is room for it."""
        words, used = _apart(parts), self.lines(board, parts) + CLOCK
        aired = _with_air(words)
        if used + len(aired) - len(words) <= self.height:
            words = aired
        return WallPage(Content("\n").join(board), tuple(words), used > self.height)


def _leads(tool: ToolView, task: Sequence[Paragraph], told: Sequence[Paragraph]) -> bool:
    """True where the tool holds what the class reads and decides: all that the task lists."""
    if tool.body or any(_CHOICE.match(str(row.label)) for row in tool.rows):
        return True
    listed = [one for one in task if _NUMBERED.match(one.words.plain)]
    return bool(listed) and not any(one in told for one in listed)


def _in_tool(task: Paragraph, tool: ToolView | None) -> bool:
    """True for a line of the task that is an option, or that the tool lists itself."""
    words = task.words.plain.removeprefix("- ")
    if tool is None or _CHOICE.match(words):
        return tool is not None
    said = _NUMBERED.sub(r"\1 ", words, count=1)
    return any(isinstance(row.label, str) and row.label == said for row in tool.rows)


def _apart(parts: Sequence[Sequence[Paragraph]]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for part in parts:
        found += [_BLANK, *part] if found and part else part
    return found


def _with_air(words: Sequence[Paragraph]) -> list[Paragraph]:
    """A blank line between any two."""
    full = [one for one in words if one.words.plain]
    return [one for line in full for one in (line, _BLANK)][:-1]


def _people(view: ClassView, width: int) -> Iterable[Paragraph]:
    """Whose turn it is, and the groups that have names, in two columns where both have room."""
    if view.turn:
        yield Paragraph(plain(view.turn, "bold"))
    lines = [
        f"{number:>2}  {'  '.join(filter(None, group))}"
        for number, group in enumerate(view.groups, start=1)
        if any(group)
    ]
    column = max(map(cell_len, lines), default=0) + BETWEEN
    if len(lines) > 1 and 2 * column - BETWEEN <= width:
        half = (len(lines) + 1) // 2
        beside = [*lines[half:], ""]
        lines = [
            left + " " * (column - cell_len(left)) + right
            for left, right in zip(lines[:half], beside, strict=False)
        ]
    for line in lines:
        yield Paragraph(plain(line.rstrip()), 4)


def _bold(paragraph: Paragraph) -> Paragraph:
    return Paragraph(paragraph.words.stylize("bold"), paragraph.hanging)


def _lines(tool: ToolView, said: Say) -> Iterable[Paragraph]:
    headline = said(tool.headline) if tool.headline else ""
    if tool.clock is None or tool.clock.of < 2 or headline != _words(tool.clock.phase, said):
        yield Paragraph(plain(headline, "bold"))  # else the phase says it, with its clock
    if tool.clock is not None and tool.clock.of > 1:
        phase = Sentence(
            "{phase} ({number} of {of})  {left}",
            phase=_words(tool.clock.phase, said),
            number=tool.clock.number,
            of=tool.clock.of,
            left=clock_words(tool.clock.left),
        )
        yield Paragraph(plain(said(phase)))
    yield from paragraphs(said(tool.body))
    for row in tool.rows:
        yield Paragraph(_row(row, said), 4)
    counts = [f"{said(label)} {count}" for label, count in tool.counts]
    for line in counts if len(counts) <= MANY else ["  ".join(counts)]:
        yield Paragraph(plain(line))


def _row(row: Row, said: Say) -> Content:
    mark = "> " if row.marked else "  "
    count = "" if row.count is None else f"  {row.count}"
    note = f"  {said(row.note)}" if row.note else ""
    words = f"{said(row.label)}{count}{note}"
    return plain(f"{mark}{words}", "bold" if row.marked or _CHOICE.match(words) else "")


def _words(words: str | Text | Sentence, said: Say) -> str:
    return said(words) if words else ""
