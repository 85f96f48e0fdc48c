"""An order of one lesson's pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lifeskills.classroom.printing import print_book
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.errors import UnknownName
from tests.fakes import FakeClock
from tests.press.small_school import make_school


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


def test_a_book_for_one_year_holds_one_pathway(tmp_path: Path) -> None:
    order = BookOrder(
        book="student-handbook",
        output=tmp_path / "year.html",
        pathway="grade-7",
        place="guizhou",
        language="en",
    )
    html = print_book(School(None), order).path.read_text(encoding="utf-8")
    assert "Grade 7, one year" in html
    assert "My help net" in html
    assert "Tricks people use" not in html


def test_a_pathway_that_does_not_exist_is_named(tmp_path: Path) -> None:
    order = BookOrder(book="student-handbook", output=tmp_path / "x.html", pathway="grad-7")
    with pytest.raises(UnknownName, match="pathway") as caught:
        print_book(School(None), order)
    assert "grade-7" in str(caught.value.mend)


def test_a_class_gets_the_book_of_its_own_pathway(tmp_path: Path, fake_clock: FakeClock) -> None:
    school = make_school(tmp_path / "school", fake_clock)
    group = school.classes.get("8(3)")
    school.classes.save(replace(group, pathway="grade-8"))
    order = BookOrder(
        book="student-handbook", output=tmp_path / "x.html", group=group.name, language="en"
    )
    html = print_book(School(school.folder, clock=fake_clock), order).path.read_text("utf-8")
    assert "Grade 8, one year" in html
    assert "How old to work" not in html
