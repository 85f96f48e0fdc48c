"""A sheet to ``.docx``, for teachers who finish it in WPS or Word; alone imports python-docx.

A sheet is plain values in a plan's context, so that HTML and ``.docx`` show the same::

    {"title": str, "subtitle": str, "language": str, "parts": [part, …]}

    {"kind": "facts", "rows": [[label, words, label, words], …]}
    {"kind": "table", "heading": str, "head": [str, …], "widths": [share, …], "rows": [[words, …]]}
    {"kind": "text",  "heading": str, "text": words}
    {"kind": "lines", "heading": str, "count": int}          blank lines to write on

``words`` are Markdown as in a lesson's blocks.
"""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from markdown_it.token import Token

from lifeskills.core.errors import PrintError
from lifeskills.core.text import Sentence
from lifeskills.press.prose import clean, joint, tokens_of

if TYPE_CHECKING:
    from docx.document import Document as Page
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

LATIN, SONG, HEI = "Times New Roman", "宋体", "黑体"
"""Fonts every WPS and Word in China has; named, not embedded."""
_TEXT_MM = 170.0
_LANGUAGES = {"zh": "zh-CN", "en": "en-GB"}


def make_docx(sheet: Mapping[str, Any], *, day: dt.date) -> bytes:
    """The sheet with real headings and tables. Raises PrintError without python-docx."""
    try:
        import docx
    except ImportError as error:
        raise PrintError(
            "python-docx is missing: .docx files cannot be written here.",
            mend="Install it with: pip install python-docx. Or print with --format html.",
        ) from error
    page = docx.Document()
    language = _LANGUAGES.get(str(sheet["language"]), str(sheet["language"]))
    _set_up(page, language)
    page.core_properties.title = clean(str(sheet["title"]))
    page.core_properties.language = language
    page.core_properties.author = ""
    page.core_properties.created = page.core_properties.modified = dt.datetime.combine(
        day, dt.time()
    )
    page.add_heading(clean(str(sheet["title"])), level=0)
    if sheet.get("subtitle"):
        page.add_paragraph(clean(str(sheet["subtitle"])), style="Subtitle")
    for part in sheet["parts"]:
        _part(page, part)
    out = io.BytesIO()
    page.save(out)
    return out.getvalue()


def _set_up(page: Page, language: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt, RGBColor

    section = page.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm((210 - _TEXT_MM) / 2)
    section.top_margin = section.bottom_margin = Mm(18)
    sizes = {"Normal": 10.5, "Title": 20, "Subtitle": 10.5, "Heading 1": 13, "Heading 2": 11.5}
    for name, size in sizes.items():
        style: Any = page.styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        _fonts(style, HEI if name != "Normal" else SONG, language)
    for name in ("Title", "Subtitle"):
        centred: Any = page.styles[name]
        centred.font.italic = False
        centred.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    normal: Any = page.styles["Normal"]
    normal.paragraph_format.space_after = Pt(2)
    heading: Any = page.styles["Heading 1"]
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(10), Pt(3)
    heading.paragraph_format.keep_with_next = True
    for name in ("List Bullet", "List Number"):
        _fonts(page.styles[name], SONG, language)


def _fonts(style: Any, east: str, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for key, value in (("ascii", LATIN), ("hAnsi", LATIN), ("cs", LATIN), ("eastAsia", east)):
        fonts.set(qn(f"w:{key}"), value)
    spoken = properties.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        properties.append(spoken)
    spoken.set(qn("w:val"), language if language != "zh-CN" else "en-US")
    spoken.set(qn("w:eastAsia"), "zh-CN")


def _part(page: Page, part: Mapping[str, Any]) -> None:
    if part.get("heading"):
        page.add_heading(clean(str(part["heading"])), level=1)
    match part["kind"]:
        case "facts":
            _facts(page, part["rows"])
        case "table":
            _table(page, part)
        case "text":
            _write(page.add_paragraph, str(part["text"]))
        case "lines":
            for _ in range(int(part["count"])):
                _rule(page.add_paragraph())
        case other:
            raise PrintError(
                Sentence("A sheet has no part of the kind “{kind}”.", kind=other),
                mend="Known: facts, table, text, lines.",
            )


def _facts(page: Page, rows: Sequence[Sequence[str]]) -> None:
    columns = max(len(row) for row in rows)
    table = page.add_table(rows=0, cols=columns, style="Table Grid")
    for row in rows:
        cells = table.add_row().cells
        for number, words in enumerate(row):
            _fill(cells[number], str(words), bold=number % 2 == 0)
        if len(row) < columns:
            cells[len(row) - 1].merge(cells[columns - 1])
    _widths(table, [1, 3] * (columns // 2))


def _table(page: Page, part: Mapping[str, Any]) -> None:
    head = part["head"]
    table = page.add_table(rows=1, cols=len(head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        _fill(cell, str(words), bold=True)
    _repeat(table.rows[0])
    for row in part["rows"]:
        added = table.add_row()
        for cell, words in zip(added.cells, row, strict=True):
            _fill(cell, str(words))
    _widths(table, part["widths"])


def _widths(table: Table, shares: Sequence[float]) -> None:
    from docx.shared import Mm

    table.autofit = False
    whole = sum(shares)
    for column, share in zip(table.columns, shares, strict=False):
        column.width = Mm(_TEXT_MM * share / whole)
    for row in table.rows:
        for cell, share in zip(row.cells, shares, strict=False):
            cell.width = Mm(_TEXT_MM * share / whole)


def _repeat(row: Any) -> None:
    """The row stands at the head of every page that the table fills."""
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - no public way


def _rule(paragraph: Paragraph) -> None:
    """A line to write on: a tab with a line under it, from margin to margin in any font."""
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Mm, Pt

    paragraph.paragraph_format.space_before = Pt(12)
    paragraph.paragraph_format.tab_stops.add_tab_stop(
        Mm(_TEXT_MM), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES
    )
    paragraph.add_run("\t")


def _fill(cell: _Cell, words: str, *, bold: bool = False) -> None:
    empty = [cell.paragraphs[0]]

    def add() -> Paragraph:
        paragraph: Paragraph = empty.pop() if empty else cell.add_paragraph()
        return paragraph

    _write(add, words, bold=bold, indent=False)


def _write(
    add: Callable[[], Paragraph], words: str, *, bold: bool = False, indent: bool = True
) -> None:
    """Markdown as paragraphs. List signs are typed: Word would number on from list to list."""
    lists: list[int] = []
    row: list[str] | None = None
    for token in tokens_of(words):
        if token.type.endswith("list_open"):
            lists.append(int(token.attrs.get("start") or 1) if token.type[0] == "o" else 0)
        elif token.type.endswith("list_close"):
            lists.pop()
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            add().add_run(clean(" | ".join(row or ())))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(token.content)
        elif token.type == "inline":
            paragraph = add()
            if lists and indent:
                _indent(paragraph)
            _runs(paragraph, _sign(lists), token.children or (), bold=bold)
        elif token.type == "fence":
            add().add_run(clean(token.content))


def _sign(lists: list[int]) -> str:
    if not lists:
        return ""
    if not lists[-1]:
        return "· "
    lists[-1] += 1
    return f"{lists[-1] - 1}. "


def _indent(paragraph: Paragraph) -> None:
    from docx.shared import Mm

    paragraph.paragraph_format.left_indent = Mm(6)
    paragraph.paragraph_format.first_line_indent = Mm(-4)


def _runs(paragraph: Paragraph, sign: str, tokens: Sequence[Token], *, bold: bool) -> None:
    text, strong = sign, False

    def flush() -> None:
        nonlocal text
        if text:
            paragraph.add_run(clean(text)).bold = bold or strong or None
        text = ""

    for index, token in enumerate(tokens):
        if token.type in ("strong_open", "strong_close"):
            flush()
            strong = token.type == "strong_open"
        elif token.type == "softbreak":
            after = next((one.content for one in tokens[index + 1 :] if one.content), "")
            text += joint(text, after)
        elif token.type == "hardbreak":
            text += "\n"
        else:
            text += token.content
    flush()
