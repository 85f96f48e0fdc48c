"""A tool on the class screen: headline, words, rows and counts, as text with air."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import Row, ToolView
from lifeskills.language import Translator
from lifeskills.tui.prose import prose
from lifeskills.tui.widgets.big_time import clock_words
from lifeskills.tui.words import plain


def tool_words(tool: ToolView | None, said: Translator) -> Content:
    """What a tool shows on the wall, or nothing."""
    if tool is None:
        return Content("")
    return Content("\n").join(line for line in _lines(tool, said) if line.plain)


def _lines(tool: ToolView, said: Translator) -> Iterable[Content]:
    yield plain(said(tool.headline), "bold")
    if tool.clock is not None and tool.clock.of > 1:
        phase = Sentence(
            "{phase} ({number} of {of})  {left}",
            phase=_words(tool.clock.phase, said),
            number=tool.clock.number,
            of=tool.clock.of,
            left=clock_words(tool.clock.left),
        )
        yield plain(said(phase))
    yield prose(said(tool.body))
    for row in tool.rows:
        yield _row(row, said)
    for label, count in tool.counts:
        yield plain(f"{said(label)}  {count}")


def _row(row: Row, said: Translator) -> Content:
    mark = "> " if row.marked else "  "
    count = "" if row.count is None else f"  {row.count}"
    note = f"  {said(row.note)}" if row.note else ""
    return plain(f"{mark}{said(row.label)}{count}{note}", "bold" if row.marked else "")


def _words(words: str | Text | Sentence, said: Translator) -> str:
    return said(words) if words else ""
