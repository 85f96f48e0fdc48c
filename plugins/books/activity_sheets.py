"""Small prints for a kind of activity, many to a page to cut; or what a lesson's groups need.

A step never needs them: the board, the voice and bare paper do. Black and white, A4.
"""

from __future__ import annotations

from typing import Any

from lifeskills.api import BookPlan, BookRequest, Handout, Lesson, PrintError, Sentence, Step, Text

from .common import base, for_children, numbers
from .words import words

GRIDS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 8: (2, 4), 16: (2, 8)}
"""Columns and rows of a page with so many copies."""
PAGE_MM = 268.0
"""What the margins and the line above leave of the height of an A4 page."""
NUMBERS = 4
LINE_CELLS, HALF_PAGE_LINES = 76, 13
"""What a line of a task holds, and how many lines leave room for a second copy on the page."""
GROUPS = frozenset({"pairs", "fours", "eights", "groups"})
"""Shapes in which a group has a leader's card of its own."""


def activity_sheets(request: BookRequest) -> BookPlan:
    """The kind's own sheets, a page each; with a lesson, its groups' tasks, twice to a page.

    Raises PrintError where there is nothing to print.
    """
    if request.lessons:
        return _of_lesson(request, request.lessons[0])
    kind = request.activity
    sheets = [one for one in kind.handouts if not one.book] if kind is not None else []
    if kind is None or not sheets:
        raise PrintError(
            _says("这种活动没有自己的单子。", "This kind has no sheet of its own."),
            subject=kind.id if kind is not None else request.book,
            mend=_says("课里的任务用 --course 来印。", "A lesson’s tasks: --course COURSE."),
        )
    return BookPlan(
        template="activity-sheets.html.j2",
        title=kind.title.get(request.language),
        context={**base(request), "sheets": [_page(request, one) for one in sheets], "tasks": []},
    )


def _page(request: BookRequest, sheet: Handout) -> dict[str, Any]:
    columns, rows = GRIDS[sheet.many]
    sure = numbers(request, children=for_children(request))["sure"][:NUMBERS]
    calls = [f"{one['call']} {one['purpose']}" for one in sure]
    told = sheet.words.get(request.language).replace("{numbers}", "; ".join(calls))
    told = told.replace("□ ", "□\u00a0")  # a box stays with its word
    faces = [one.get(request.language) for one in sheet.faces]
    pieces = [faces[n % len(faces)] if faces else told for n in range(columns * rows)]
    return {
        "title": sheet.title.get(request.language),
        "rows": [pieces[n : n + columns] for n in range(0, len(pieces), columns)],
        "height": f"{PAGE_MM / rows:.1f}mm",
        "faces": bool(faces),
        "many": sheet.many,
    }


def _of_lesson(request: BookRequest, lesson: Lesson) -> BookPlan:
    """A leader's card for each step of groups: task, minutes, what is handed in, roles."""
    tasks = [
        {
            "title": step.title,
            "kind": request.titles.get(f"kind:{step.kind}", Text()).get(request.language),
            "minutes": step.minutes,
            "pair": step.shape == "pairs",
            "texts": [block.text for block in step.of_kind("task")],
            "copies": 2 if _lines(step) <= HALF_PAGE_LINES else 1,
        }
        for step in lesson.steps
        if step.shape in GROUPS and step.of_kind("task")
    ]
    if not tasks:
        says = _says("这一课没有小组任务。", "This lesson has no task for groups.")
        raise PrintError(says, subject=lesson.course)
    w = words(request.language)
    return BookPlan(
        template="activity-sheets.html.j2",
        title=f"{lesson.info.title} {w['activity_sheets']}",
        context={**base(request), "sheets": [], "tasks": tasks, "lesson": lesson.info.title},
    )


def _lines(step: Step) -> int:
    """About how many lines the task takes; a Chinese character is two cells wide."""
    lines = [one for block in step.of_kind("task") for one in block.text.splitlines() if one]
    cells = [sum(2 if char > "\u2e80" else 1 for char in line) for line in lines]
    return sum(-(-one // LINE_CELLS) for one in cells)


def _says(zh: str, en: str) -> Sentence:
    return Sentence(en, Text(zh=zh, en=en))
