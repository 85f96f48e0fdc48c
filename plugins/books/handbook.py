"""The student's handbook of an audience: A5, black and white, about three pages a lesson."""

from __future__ import annotations

from typing import Any

from lifeskills.api import BookPlan, BookRequest, Lesson

from .common import base, block_of, contacts, for_children, help_of, numbers, texts, title
from .words import parts, words


def handbook(request: BookRequest) -> BookPlan:
    """Front pages, the lessons of the edition, help page and notes."""
    w = words(request.language)
    front = {part["id"]: part for part in parts("handbook", request.language)}
    context = base(request)
    lessons = [_lesson(lesson, request) for lesson in request.lessons]
    return BookPlan(
        template="handbook.html.j2",
        title=w["dot"].join(one for one in (w["handbook"], context["audience"]) if one),
        page="A5",
        context={
            **context,
            "how": front["how"],
            "friends": front["friends"],
            "lessons": lessons,
            "terms": _terms(request, lessons),
            "travel": _travel_card(request),
            "numbers": numbers(request, children=for_children(request)),
            "contacts": contacts(request),
            "near": _near(request),
        },
    )


NEAR = (("", "someone_home"), ("class-teacher", "class_teacher"), ("care-person", "care_teacher"))
"""Who stands on every list of helpers, unless a pack names the contact itself."""


def _near(request: BookRequest) -> list[str]:
    w, known = words(request.language), {one.id for one in request.contacts}
    return [w[word] for contact, word in NEAR if contact not in known]


def _terms(request: BookRequest, lessons: list[dict[str, Any]]) -> list[dict[str, str]]:
    """Words of the glossary that stand on a page of this edition, with what they mean."""
    printed = "\n".join(
        part
        for one in lessons
        for part in (one["title"], one["scene"], *one["try"], *one["messages"], *one["home"])
    ).casefold()
    pairs = (
        (one.word.get(request.language), one.says.get(request.language)) for one in request.glossary
    )
    return [{"word": word, "says": says} for word, says in pairs if word.casefold() in printed]


def _travel_card(request: BookRequest) -> list[dict[str, str]]:
    """The two copies of the card for a journey, in editions for sixteen and over alone."""
    guide = request.guides.get("travel-card")
    if guide is None or request.setting is None or request.setting.band != "16plus":
        return []
    return [
        {"title": step.title, "text": block.text}
        for step in guide.steps
        for block in step.of_kind("student")
    ]


def _lesson(lesson: Lesson, request: BookRequest) -> dict[str, Any]:
    info = lesson.info
    in_book = {one.course for one in request.lessons}
    others = {one.course: one.info for one in request.lessons}
    return {
        "id": info.course,
        "number": info.number,
        "title": info.title,
        "part": title(request, "pupil-module", info.module),
        "aim": info.aim,
        "scene": block_of(lesson, "opening"),
        "try": texts(lesson, "student"),
        "messages": info.key_messages,
        "home": texts(lesson, "home"),
        "help": help_of(lesson, "board"),  # what a teacher says is not repeated
        "see": [
            {"id": course, "number": others[course].number, "title": others[course].title}
            for course in info.pairs_with
            if course in in_book
        ],
    }
