"""Block prose on a screen: light rendering of the little Markdown that lessons use.

Textual's own Markdown widget costs 0.15 s to load and cannot be shown by lines on a wall; lesson
blocks hold paragraphs, lists, emphasis and small tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len
from textual.content import Content

from lifeskills.tui.words import visible
from lifeskills.tui.wrapping import Paragraph

_STRONG = re.compile(r"\*\*(.+?)\*\*|(?<!_)__(?!_)(.+?)(?<!_)__(?!_)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_SOFT_EMPHASIS = re.compile(r"(?<![*\w])\*(?!\s)([^*\n]+?)\*(?![*\w])")
_BULLET = re.compile(r"^(\s*)[-*+]\s+")
_MARK = re.compile(r"^\s*(?:- |\d+[.)] )")
_HEADING = re.compile(r"^#{1,6}\s+")
_RULE = re.compile(r"^\|?[\s:|-]+\|?$")


def prose(text: str) -> Content:
    """``text`` (CommonMark) as content: bold kept, list marks shown, tables in columns."""
    return Content("\n").join(paragraph.words for paragraph in paragraphs(text))


def paragraphs(text: str, indent: int = 0) -> list[Paragraph]:
    """``text`` as paragraphs that a :class:`Paragraphs` widget breaks at its own width.

    Each line is one: lessons are not written with breaks inside a sentence. ``indent`` cells stand
    before every line.
    """
    found: list[Paragraph] = []
    table: list[list[str]] = []
    for raw in [*visible(text).splitlines(), ""]:
        line = _BULLET.sub(r"\1- ", raw.rstrip())
        if line.lstrip().startswith("|"):
            if not _RULE.match(line.strip()):
                table.append([cell.strip() for cell in line.strip().strip("|").split("|")])
            continue
        found += [Paragraph(_pad(indent) + row, indent) for row in _table(table)]
        table = []
        mark = _MARK.match(line)
        hanging = indent + (cell_len(mark[0]) if mark else 0)
        found.append(Paragraph(_pad(indent) + _line(line), hanging))
    return found[:-1]


def _line(line: str) -> Content:
    if _HEADING.match(line):
        return _spans(_HEADING.sub("", line)).stylize("bold")
    return _spans(line.lstrip("> ") if line.startswith(">") else line)


def _spans(line: str) -> Content:
    parts: list[Content] = []
    end = 0
    for found in _STRONG.finditer(line):
        parts.append(Content(_plain(line[end : found.start()])))
        parts.append(Content.styled(_plain(found[1] or found[2]), "bold"))
        end = found.end()
    parts.append(Content(_plain(line[end:])))
    return Content("").join(parts)


def _plain(words: str) -> str:
    return _ESCAPED.sub(r"\1", _SOFT_EMPHASIS.sub(r"\1", words))


def _table(rows: list[list[str]]) -> Iterable[Content]:
    columns = max((len(row) for row in rows), default=0)
    wide = [max(cell_len(row[i]) for row in rows if i < len(row)) for i in range(columns)]
    for number, row in enumerate(rows):
        cells = [cell + " " * (wide[i] - cell_len(cell)) for i, cell in enumerate(row)]
        line = _spans("  ".join(cells).rstrip())
        yield line.stylize("bold") if number == 0 else line


def _pad(indent: int) -> Content:
    return Content(" " * indent)
