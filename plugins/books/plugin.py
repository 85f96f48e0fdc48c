"""The books and small prints: what each needs, how it is planned, and its templates.

A plan is loaded when somebody prints: most runs of the program print nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lifeskills.api import Book, BookPlan, BookRequest, Register, Text, hookimpl

TEMPLATES = Path(__file__).with_name("templates")
WITH_DOCX = ("pdf", "html", "docx")


def _handbook(request: BookRequest) -> BookPlan:
    from .handbook import handbook

    return handbook(request)


def _guide(request: BookRequest) -> BookPlan:
    from .guide import guide

    return guide(request)


def _lesson_page(request: BookRequest) -> BookPlan:
    from .lesson_page import lesson_page

    return lesson_page(request)


def _class_record(request: BookRequest) -> BookPlan:
    from .sheets import class_record

    return class_record(request)


def _lesson_plan(request: BookRequest) -> BookPlan:
    from .sheets import lesson_plan

    return lesson_plan(request)


def _story_sheet(request: BookRequest) -> BookPlan:
    from .story_sheet import story_sheet

    return story_sheet(request)


def _debrief_sheet(request: BookRequest) -> BookPlan:
    from .debrief_sheet import debrief_sheet

    return debrief_sheet(request)


def _activity_sheets(request: BookRequest) -> BookPlan:
    from .activity_sheets import activity_sheets

    return activity_sheets(request)


def _help_card(request: BookRequest) -> BookPlan:
    from .slips import help_card

    return help_card(request)


def _guardian_notice(request: BookRequest) -> BookPlan:
    from .slips import guardian_notice

    return guardian_notice(request)


def _year_plan(request: BookRequest) -> BookPlan:
    from .year import year_plan

    return year_plan(request)


def _booster(request: BookRequest) -> BookPlan:
    from .year import booster

    return booster(request)


def _case_analysis(request: BookRequest) -> BookPlan:
    from .slips import case_analysis

    return case_analysis(request)


def _guest_seminar(request: BookRequest) -> BookPlan:
    from .guest import guest_seminar

    return guest_seminar(request)


def _tips_calendar(request: BookRequest) -> BookPlan:
    from .tips import tips_calendar

    return tips_calendar(request)


def _guide_sheet(request: BookRequest) -> BookPlan:
    from .slips import guide_sheet

    return guide_sheet(request)


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
        _handbook,
        "audience",
        "place",
    ),
    _book("teacher-guide", Text(zh="教师指南", en="Teacher’s guide"), _guide, "audience", "place"),
    _book(
        "lesson-page",
        Text(zh="一页教案，背面点名", en="Lesson page with the roll on its back"),
        _lesson_page,
        "audience",
        "place",
        "course",
    ),
    _book(
        "class-record",
        Text(zh="班会记录", en="Class record"),
        _class_record,
        "class",
        "on",
        formats=WITH_DOCX,
    ),
    _book(
        "lesson-plan",
        Text(zh="教案", en="Lesson plan"),
        _lesson_plan,
        "audience",
        "place",
        "course",
        formats=WITH_DOCX,
    ),
    _book(
        "story-sheet",
        Text(zh="故事讨论单", en="Story discussion sheet"),
        _story_sheet,
        "story",
        formats=WITH_DOCX,
    ),
    _book(
        "debrief-sheet",
        Text(zh="聊故事用的一页（给老师）", en="A page for the talk about a story (teacher)"),
        _debrief_sheet,
        "story",
        formats=WITH_DOCX,
    ),
    _book(
        "year-plan",
        Text(zh="全年计划", en="Year plan"),
        _year_plan,
        "class",
        formats=WITH_DOCX,
    ),
    _book(
        "booster",
        Text(zh="学期开头的回顾三问", en="Three questions to look back"),
        _booster,
        "class",
        formats=WITH_DOCX,
    ),
    _book(
        "activity-sheets",
        Text(zh="活动用的小单子", en="Sheets for an activity"),
        _activity_sheets,
        "activity",
    ),
    _book(
        "guest-seminar",
        Text(zh="请教来宾的一页", en="A lesson’s page for a guest"),
        _guest_seminar,
        "audience",
        "place",
        "course",
        formats=WITH_DOCX,
    ),
    _book(
        "tips-calendar",
        Text(zh="十二条挂历", en="Calendar of twelve tips"),
        _tips_calendar,
        "audience",
        "place",
        "year",
    ),
    _book("help-card", Text(zh="求助小卡", en="Help card"), _help_card, "place"),
    _book(
        "guardian-notice",
        Text(zh="给家长的一封信", en="Letter to parents and guardians"),
        _guardian_notice,
    ),
    _book("case-analysis", Text(zh="案例分析表", en="Case analysis"), _case_analysis),
    _book(
        "guide-sheet",
        Text(zh="给大人的一份指南", en="A guide for adults"),
        _guide_sheet,
        "guide",
        formats=WITH_DOCX,
    ),
)


@hookimpl
def register_books(register: Register[Book]) -> None:
    """Give every book."""
    for book in BOOKS:
        register(book)
