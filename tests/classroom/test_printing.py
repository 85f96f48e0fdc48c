"""An order of one lesson's pages."""

from __future__ import annotations

from pathlib import Path

from lifeskills.classroom.printing import print_book
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder


def test_a_handbook_of_one_course_holds_that_lesson_alone(tmp_path: Path) -> None:
    order = BookOrder(
        book="student-handbook",
        output=tmp_path / "pages.html",
        audience="g7-9",
        place="guizhou",
        language="en",
        course="tricks-people-use",
    )
    html = print_book(School(None), order).path.read_text(encoding="utf-8")
    assert "Tricks people use" in html
    assert "How old to work" not in html


def test_a_handbook_without_a_course_holds_the_pathway(tmp_path: Path) -> None:
    order = BookOrder(
        book="student-handbook",
        output=tmp_path / "book.html",
        audience="g7-9",
        place="guizhou",
        language="en",
    )
    html = print_book(School(None), order).path.read_text(encoding="utf-8")
    assert "Tricks people use" in html
    assert "My help net" in html
