"""Breaking lines of Chinese and English at a width, the way people set them.

Textual breaks at spaces, and Chinese has none: a list mark would stand on a line of its own, and
a line could begin with a full stop.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

_NO_START = frozenset("，。、；：？！”’）》」』】〉…—·%,.;:?!)]}")
_NO_END = frozenset("“‘（《「『【〈([{")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Words of one paragraph; lines after the first are indented by ``hanging`` cells.

    The first ``hanging`` cells (a list mark, a label) are never broken. With ``whole`` lines break
    only between entries, which two spaces part; one that is longer than a line is broken itself.
    """

    words: Content
    hanging: int = 0
    whole: bool = False


def wrapped(paragraphs: Iterable[Paragraph], width: int) -> list[Content]:
    """All lines, none wider than ``width`` unless a single character is."""
    lines: list[Content] = []
    for paragraph in paragraphs:
        hanging = paragraph.hanging if paragraph.hanging < width // 2 else 0
        cuts = _cuts(paragraph.words.plain, max(1, width), hanging, paragraph.whole)
        first, *rest = paragraph.words.divide(cuts) if cuts else [paragraph.words]
        lines.append(first.rstrip())
        lines += [Content(" " * hanging) + line.rstrip() for line in rest]
    return lines


def shortened(words: str, tail: str, width: int, lines: int) -> Content:
    """``words`` and ``tail`` in at most so many lines: the words give way (…), never the tail."""

    def of(end: int) -> str:
        kept = words if end == len(words) else words[:end].rstrip() + "…"
        return f"{kept}  {tail}" if end else tail

    def too_long(end: int) -> bool:
        return len(_cuts(of(end), max(1, width), 0)) >= lines

    if not too_long(len(words)):
        return Content(of(len(words)))
    most = bisect_left(range(1, len(words)), True, key=too_long)
    return Content(of(most))


def _cuts(text: str, width: int, hanging: int, whole: bool = False) -> list[int]:
    cuts: list[int] = []
    start, cells, room = 0, 0, width
    may_cut = 0
    before = 0
    for index, char in enumerate(text):
        wide = _cells(char)
        if cells + wide > room and index > start and not char.isspace():
            cut = may_cut if may_cut > start else index
            cuts.append(cut)
            start, room, may_cut = cut, width - hanging, 0
            cells = sum(_cells(one) for one in text[cut:index])
        cells += wide
        before += cell_len(char)
        between = not whole or text[max(0, index - 1) : index + 1] == "  "
        if before >= hanging and between and _may_cut(text, index + 1):
            may_cut = index + 1
    return cuts


def _may_cut(text: str, at: int) -> bool:
    if at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if right.isspace() or right in _NO_START or left in _NO_END:
        return False
    return left.isspace() or _is_wide(left) or _is_wide(right)


def _is_wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WF"


def _cells(char: str) -> int:
    # “”…— take two cells in many Chinese terminals: better a line too short than one too long.
    return 2 if unicodedata.east_asian_width(char) == "A" else cell_len(char)
