"""Plans: from a request to the values that a template reads."""

from __future__ import annotations

from typing import Any

from lifeskills.api import (
    Block,
    BookPlan,
    BookRequest,
    Lesson,
    PrintError,
    Sentence,
    Text,
)

MOST_QUESTIONS = 3


def lesson_page(request: BookRequest) -> BookPlan:
    """One A4 side: steps with clock minutes, the board, three questions, the help line.

    Raises PrintError without a lesson.
    """
    if not request.lessons:
        raise PrintError(
            Sentence(
                "There is no lesson to print.",
                Text(zh="没有要印的课。", en="There is no lesson to print."),
            )
        )
    lesson = request.lessons[0]
    return BookPlan(
        template="lesson-page.html.j2",
        title=lesson.info.title,
        page="A4",
        context={
            "language": request.language,
            "lesson": lesson,
            "steps": timeline(lesson),
            "board": [block.text for block in _blocks(lesson, "board")],
            "questions": [block.text for block in _blocks(lesson, "ask")][:MOST_QUESTIONS],
            "numbers": [
                (one.call, one.purpose.get(request.language))
                for one in request.numbers
                if one.printable
            ],
            "contacts": [one.label.get(request.language) for one in request.contacts],
            "packs": request.packs,
            "day": request.day,
        },
    )


def timeline(lesson: Lesson) -> list[dict[str, Any]]:
    """Each step with the minute at which it begins and ends, counted from the bell."""
    lines: list[dict[str, Any]] = []
    begins = 0
    for step in lesson.steps:
        ends = begins + step.minutes
        lines.append({"title": step.title, "begins": begins, "ends": ends, "needs": step.needs})
        begins = ends
    return lines


def not_laid_out(request: BookRequest) -> BookPlan:
    """Refuse: the book is known and cannot be printed yet. Raises PrintError."""
    words = Text(zh="这本书还没有排版。", en="This book has no layout yet.")
    raise PrintError(Sentence("This book has no layout yet.", words), subject=request.book)


def _blocks(lesson: Lesson, kind: str) -> list[Block]:
    return [block for step in lesson.steps for block in step.of_kind(kind)]
