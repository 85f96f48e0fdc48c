"""``.docx`` for WPS and Word: real headings, tables, an East Asian font."""

from __future__ import annotations

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from lifeskills.core.errors import PrintError
from lifeskills.press.docx import SONG, make_docx

DAY = dt.date(2026, 11, 23)
SHEET: dict[str, Any] = {
    "title": "班会记录",
    "subtitle": "石桥中学",
    "language": "zh",
    "parts": [
        {"kind": "facts", "heading": "", "rows": [["主题", "骗人的常用招", "班级", "8(3)"]]},
        {
            "kind": "table",
            "heading": "过程",
            "head": ["步骤", "计划"],
            "widths": [3, 1],
            "rows": [["**四个手势**\n\n1. 停\n2. 问", "4分钟"]],
        },
        {"kind": "text", "heading": "结果", "text": "1. 会了\x1b 3\n2. 还不会 1"},
        {"kind": "lines", "heading": "反思", "count": 4},
    ],
}


def opened(sheet: dict[str, Any]) -> Any:
    return docx.Document(io.BytesIO(make_docx(sheet, day=DAY)))


def test_headings_are_headings() -> None:
    styles = {p.text: p.style.name for p in opened(SHEET).paragraphs if p.text.strip()}
    assert styles["班会记录"] == "Title"
    assert styles["过程"] == "Heading 1"
    assert styles["反思"] == "Heading 1"


def test_tables_hold_what_the_sheet_says() -> None:
    facts, steps = opened(SHEET).tables
    assert [cell.text for cell in facts.rows[0].cells] == ["主题", "骗人的常用招", "班级", "8(3)"]
    assert [p.text for p in steps.rows[1].cells[0].paragraphs] == ["四个手势", "1. 停", "2. 问"]
    widths = [cell.width for cell in steps.rows[0].cells]
    assert widths[0] == pytest.approx(widths[1] * 3, rel=0.01)


def test_chinese_has_a_chinese_font() -> None:
    fonts = opened(SHEET).styles["Normal"].element.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == SONG


def test_signs_that_no_page_can_show_are_dropped() -> None:
    assert "1. 会了 3" in [p.text for p in opened(SHEET).paragraphs]


def test_the_day_is_the_record_s_not_the_machine_s() -> None:
    assert opened(SHEET).core_properties.created.date() == DAY


def test_an_unknown_part_is_refused() -> None:
    with pytest.raises(PrintError):
        make_docx({**SHEET, "parts": [{"kind": "poem", "heading": ""}]}, day=DAY)


@pytest.mark.external
def test_an_office_program_reads_it(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "sheet.docx").write_bytes(make_docx(SHEET, day=DAY))
    subprocess.run(
        [office, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, "sheet.docx"],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert (tmp_path / "sheet.pdf").stat().st_size > 1000
