"""One lesson on one A4 side to teach from when the laptop is off; the roll on its back."""

from __future__ import annotations

import re
from typing import Any

from lifeskills.api import BookPlan, BookRequest, Lesson, Step, periods

from .common import base, clock, help_of, is_help, numbers, only_lesson, title
from .words import words

QUESTIONS = 3
SEATS = 60
"""Numbers on a roll sheet without a class."""
_ITEM = re.compile(r"^(?:[-*]|\d+\.) +", re.MULTILINE)
_QUIZZES = frozenset({"quiz-relay"})
_PHASES = ("reflect", "try", "explain", "use", "open", "close")


def lesson_page(request: BookRequest) -> BookPlan:
    """The page: steps with clock minutes, board, three questions, help line; the roll behind it.

    Raises PrintError without a lesson.
    """
    lesson = only_lesson(request)
    return BookPlan(
        template="lesson-page.html.j2",
        title=lesson.info.title,
        page="A4",
        pages=2,
        context={
            **base(request),
            "info": lesson.info,
            "periods": [
                [_row(*timed, request) for timed in clock(steps, request.start)]
                for steps in periods(lesson.steps)
            ],
            "boards": _boards(lesson),
            "questions": [*questions(lesson), words(request.language)["question_more"]][:QUESTIONS],
            "help": help_of(lesson),
            "numbers": numbers(request, children=False)["sure"][:3],
            "roll": roll(request),
        },
    )


def _row(step: Step, begins: str, ends: str, request: BookRequest) -> dict[str, Any]:
    return {
        "step": step,
        "begins": begins,
        "ends": ends,
        "kind": title(request, "kind", step.kind),
        "tasks": [block.text for block in step.of_kind("task", "slip")],
        "lead": [block.text.split("\n\n")[0] for block in step.of_kind("do", "say")][:1],
    }


def _boards(lesson: Lesson) -> list[str]:
    return [
        block.text for step in lesson.steps for block in step.of_kind("board") if not is_help(block)
    ]


def questions(lesson: Lesson) -> list[str]:
    """Three open questions, those of reflection first; questions of a quiz are no open ones."""
    found: list[str] = []
    for phase in _PHASES:
        for step in lesson.steps:
            if step.phase != phase or step.kind in _QUIZZES:
                continue
            for block in step.of_kind("ask"):
                found += [one.strip() for one in _ITEM.split(block.text) if one.strip()]
    return found[:QUESTIONS]


def roll(request: BookRequest) -> dict[str, Any]:
    """Numbers and names in columns, read downward; empty lines where there is no class."""
    group = request.group
    people = [
        {"number": str(one.number), "name": request.names.get(one.id, "")}
        for one in (group.current if group else ())
    ]
    if not people:
        people = [{"number": str(n), "name": ""} for n in range(1, SEATS + 1)]
    columns = 4 if len(people) <= SEATS else 5
    rows = -(-len(people) // columns)
    empty = {"number": "", "name": ""}
    people += [empty] * (rows * columns - len(people))
    w = words(request.language)
    lesson = request.lessons[0]
    return {
        "rows": [people[row::rows] for row in range(rows)],
        "height": min(15.6, round(234 / rows, 2)),
        "key": w["roll_key"].format(
            **{"class": group.name if group else "CLASS"}, course=lesson.course, day="____-__-__"
        ),
    }
