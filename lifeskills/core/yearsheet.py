"""A class's year and its next look back, as a printed page may have them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeskills.core.errors import UnknownName
from lifeskills.core.text import Say
from lifeskills.core.yearlaying import plan_year
from lifeskills.core.yearlines import YearRow, year_rows
from lifeskills.core.yearplan import Booster, Rhythm, YearRequest
from lifeskills.core.yearwords import remarks

if TYPE_CHECKING:
    from lifeskills.core.lesson import Lesson

_ITEM = re.compile(r"^\d+\.\s+(.*(?:\n(?!\d+\.\s).*)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSheet:
    """Rows by day, what has to be said, and the questions of the booster that comes next.

    ``questions`` are (course, question); empty where no booster is to come.
    """

    rhythm: Rhythm
    rows: tuple[YearRow, ...]
    remarks: tuple[str, ...] = ()
    booster: Booster | None = None
    questions: tuple[tuple[str, str], ...] = ()


def year_sheet(
    request: YearRequest,
    say: Say,
    lesson: Callable[[str], Lesson],
) -> YearSheet:
    """The sheet of a class; ``lesson`` gives a course as the class has it."""
    plan = plan_year(request)
    coming = next((one for one in plan.boosters if one.day >= request.today), None)
    courses = coming.courses if coming else ()
    asked = ((course, _asked(lesson, course)) for course in courses)
    return YearSheet(
        rhythm=request.rhythm,
        rows=tuple(year_rows(plan, request.days, request.dropped)),
        remarks=tuple(say(one) for one in remarks(request, plan)),
        booster=coming,
        questions=tuple((course, question) for course, question in asked if question),
    )


def _asked(lesson: Callable[[str], Lesson], course: str) -> str:
    try:
        return look_back(lesson(course))
    except UnknownName:
        return ""  # it was taught, and no pack has it any more


def look_back(lesson: Lesson) -> str:
    """One question that a class can answer months later: of the lesson's exit slip, else ""."""
    texts = [block.text for step in lesson.steps for block in step.of_kind("slip")]
    items = [item.strip() for text in texts for item in _ITEM.findall(text)] or texts
    asking = [item for item in items if item.rstrip('”"’）)').endswith(("？", "?"))]
    return (asking or items[-1:] or [""])[0]
