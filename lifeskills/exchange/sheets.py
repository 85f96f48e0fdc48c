"""A file of rows as schools have them: CSV in any usual encoding, xlsx or xls."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from lifeskills.core.errors import RosterError

ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
MOST_BYTES = 20_000_000

Row = tuple[int, tuple[str, ...]]
"""The row's number in the file, from 1, and its cells as text."""


def read_rows(path: Path) -> list[Row]:
    """Every row that is not empty, told apart by the file's first bytes, not by its name.

    Raises RosterError for a file that is no table, or in an encoding that is none of UTF-8,
    UTF-8 with BOM, UTF-16 with BOM and GB18030.
    """
    if path.stat().st_size > MOST_BYTES:
        raise RosterError("The file is too big for a class list.", subject=path.name)
    data = path.read_bytes()
    rows = _sheet(path) if data.startswith((ZIP, OLE)) else _csv(data, path.name)
    return [(number, cells) for number, cells in rows if any(cells)]


def _csv(data: bytes, name: str) -> list[Row]:
    text = _decode(data, name)
    if "\0" in text:
        raise RosterError("This is no table of text.", subject=name, mend=_SAVE_AGAIN)
    head = text[:4096]
    delimiter = max(",;\t", key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        rows.extend((reader.line_num, tuple(map(str.strip, cells))) for cells in reader)
    except csv.Error as error:
        raise RosterError(
            "This is no table of text.", subject=f"{name}:{reader.line_num}", mend=_SAVE_AGAIN
        ) from error
    return rows


def _decode(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError(
        "The text is in an unknown encoding.",
        subject=name,
        mend="Save it again as CSV (UTF-8) or as xlsx.",
    )


def _sheet(path: Path) -> list[Row]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [book.get_sheet_by_index(i) for i in range(len(book.sheet_names))]
        tables = [sheet.to_python(skip_empty_area=False) for sheet in sheets]
    except (CalamineError, OSError, ValueError) as error:
        raise RosterError(
            "The workbook cannot be read; it may be damaged or locked by a password.",
            subject=path.name,
            mend=_SAVE_AGAIN,
        ) from error
    table = next((rows for rows in tables if any(any(_text(c) for c in row) for row in rows)), [])
    return [(i, tuple(_text(cell) for cell in row)) for i, row in enumerate(table, start=1)]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


_SAVE_AGAIN = "Open it in WPS or Excel and save it again as xlsx."
