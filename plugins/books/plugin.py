"""The books and small prints: what each needs, how it is planned, and its templates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lifeskills.api import Book, BookPlan, BookRequest, Register, Text, hookimpl

from .guide import guide
from .handbook import handbook
from .lesson_page import lesson_page
from .sheets import class_record, lesson_plan
from .slips import guardian_notice, help_card

TEMPLATES = Path(__file__).with_name("templates")
WITH_DOCX = ("pdf", "html", "docx")


def _book(
    name: str,
    title: Text,
    plan: Callable[[BookRequest], BookPlan],
    *needs: str,
    formats: tuple[str, ...] = ("pdf", "html"),
) -> Book:
    return Book(id=name, title=title, plan=plan, templates=TEMPLATES, needs=needs, formats=formats)


BOOKS: tuple[Book, ...] = (
    _book(
        "student-handbook",
        Text(zh="学生手册", en="Student’s handbook"),
        handbook,
        "audience",
        "place",
    ),
    _book("teacher-guide", Text(zh="教师指南", en="Teacher’s guide"), guide, "audience", "place"),
    _book(
        "lesson-page",
        Text(zh="一页教案，背面点名", en="Lesson page with the roll on its back"),
        lesson_page,
        "audience",
        "place",
        "course",
    ),
    _book(
        "class-record",
        Text(zh="班会记录", en="Class record"),
        class_record,
        "class",
        "on",
        formats=WITH_DOCX,
    ),
    _book(
        "lesson-plan",
        Text(zh="教案", en="Lesson plan"),
        lesson_plan,
        "audience",
        "place",
        "course",
        formats=WITH_DOCX,
    ),
    _book("help-card", Text(zh="求助小卡", en="Help card"), help_card, "place"),
    _book(
        "guardian-notice",
        Text(zh="给家长的一封信", en="Letter to parents and guardians"),
        guardian_notice,
    ),
)


@hookimpl
def register_books(register: Register[Book]) -> None:
    """Give every book."""
    for book in BOOKS:
        register(book)
