"""The year of a class for the staff room, and the page that looks back at earlier lessons."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from lifeskills.api import BookPlan, BookRequest, PrintError, Sentence, Text, YearRow, YearSheet

from .common import sheet_plan, title
from .words import words

ANSWER_LINES = 2


def year_plan(request: BookRequest) -> BookPlan:
    """The year by days: lessons, holidays, exams. No pupil stands on it.

    Raises PrintError without a class.
    """
    year, w = _year(request), words(request.language)
    rows = [_row(row, request, w) for row in year.rows]
    parts: list[dict[str, Any]] = [
        {"kind": "facts", "heading": "", "rows": [_facts(request, year, w)]},
        {
            "kind": "table",
            "heading": "",
            "head": [w["day"], w["weekday"], w["topic"], w["year_remark"]],
            "widths": [13, 16, 51, 20],
            "rows": rows,
        },
    ]
    if year.remarks:
        said = "\n".join(f"- {one}" for one in year.remarks)
        parts.append({"kind": "text", "heading": "", "text": said})
    return sheet_plan(request, w["year_plan"], parts)


def booster(request: BookRequest) -> BookPlan:
    """Three questions from earlier lessons, for ten minutes at the beginning of a term.

    Raises PrintError where the class has nothing to look back at.
    """
    year, w = _year(request), words(request.language)
    if year.booster is None or not year.questions:
        says = Text(
            zh="这个班还没有要回顾的课：每学期开头印一次，从第二个学期起。",
            en="There is nothing to look back at yet: from a class's second term on.",
        )
        sentence = "There is nothing to look back at yet: from a class's second term on."
        raise PrintError(Sentence(sentence, says), subject=request.book)
    facts = [w["class"], _class(request), w["day"], year.booster.day.isoformat()]
    parts: list[dict[str, Any]] = [
        {"kind": "facts", "heading": "", "rows": [facts]},
        {"kind": "text", "heading": "", "text": w["booster_how"]},
    ]
    for number, (course, question) in enumerate(year.questions, 1):
        heading = f"{number}. {title(request, 'course', course)}"
        parts.append({"kind": "text", "heading": heading, "text": question})
        parts.append({"kind": "lines", "heading": "", "count": ANSWER_LINES})
    return sheet_plan(request, w["booster"], parts)


def _year(request: BookRequest) -> YearSheet:
    if request.year is None:
        says = Text(zh="请说是哪个班。", en="Name a class.")
        raise PrintError(Sentence("Name a class.", says), subject=request.book)
    return request.year


def _class(request: BookRequest) -> str:
    return request.group.name if request.group else ""


def _facts(request: BookRequest, year: YearSheet, w: Mapping[str, str]) -> list[str]:
    rhythm = year.rhythm
    every = w["every_week"] if rhythm.every == 1 else w["every_weeks"].format(n=rhythm.every)
    day = w[f"weekday_{rhythm.weekday}"] if rhythm.weekday is not None else ""
    when = w["dot"].join(one for one in (day, rhythm.slot, every) if one)
    return [w["class"], _class(request), w["year_when"], when]


def _row(row: YearRow, request: BookRequest, w: Mapping[str, str]) -> list[str]:
    name = row.words.get(request.language) if isinstance(row.words, Text) else str(row.words)
    span = f"{_day(row.day)}–{_day(row.last)}" if row.last and row.last != row.day else ""
    if row.kind == "term":
        return [f"**{row.day.year}**" if row.day else "", "", f"**{name}**", span]
    if row.piece is not None:
        name = title(request, "course", row.piece.course) or row.piece.title
        if row.piece.parts and row.piece.of > 1:
            parts = "+".join(str(part) for part in row.piece.parts)
            name += w["year_part"].format(parts=parts, of=row.piece.of)
    elif row.kind in ("booster", "dropped", "makeup"):
        name = w[f"year_{row.kind}"]
    weekday = w[f"weekday_{row.day.weekday()}"] if row.day else ""
    return [_day(row.day), weekday, name, span or _state(row, w)]


def _state(row: YearRow, w: Mapping[str, str]) -> str:
    if row.day is None:
        return w["year_no_day"]
    if row.lesson is None:
        return ""
    if row.lesson.state == "done":
        return w["year_done"]
    return w["year_moved"] if row.lesson.moved else ""


def _day(day: dt.date | None) -> str:
    return f"{day.month}-{day.day:02}" if day else ""
