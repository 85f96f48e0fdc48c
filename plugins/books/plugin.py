"""The books and small prints: what each needs, how it is planned, and its templates."""

from __future__ import annotations

from pathlib import Path

from lifeskills.api import Book, Register, Text, hookimpl

from .plans import lesson_page, not_laid_out

TEMPLATES = Path(__file__).with_name("templates")

BOOKS: tuple[Book, ...] = (
    Book(
        id="student-handbook",
        title=Text(zh="学生手册", en="Student's handbook"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("audience", "place", "lang"),
    ),
    Book(
        id="teacher-guide",
        title=Text(zh="教师指南", en="Teacher's guide"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("audience", "place", "lang"),
    ),
    Book(
        id="lesson-page",
        title=Text(zh="一页教案", en="Lesson page"),
        plan=lesson_page,
        templates=TEMPLATES,
        needs=("course",),
    ),
    Book(
        id="class-record",
        title=Text(zh="班会记录", en="Class record"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("class", "on"),
        formats=("pdf", "html", "docx"),
    ),
    Book(
        id="lesson-plan",
        title=Text(zh="教案", en="Lesson plan"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("course",),
        formats=("pdf", "html", "docx"),
    ),
    Book(
        id="help-card",
        title=Text(zh="求助卡", en="Help card"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("place", "lang"),
    ),
    Book(
        id="guardian-notice",
        title=Text(zh="致家长的告知", en="Notice to guardians"),
        plan=not_laid_out,
        templates=TEMPLATES,
        needs=("lang",),
    ),
)


@hookimpl
def register_books(register: Register[Book]) -> None:
    """Give every book."""
    for book in BOOKS:
        register(book)
