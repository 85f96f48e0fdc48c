"""The wall calendar of twelve tips: a cover and a sheet for each month, A4 across."""

from __future__ import annotations

import calendar
import datetime as dt
from typing import Any

from lifeskills.api import BookPlan, BookRequest, HolidayYear, PrintError, Sentence, Step, Text

from .common import base, for_children, numbers
from .words import words

GUIDE = "tips-calendar"
MONTHS = range(1, 13)


def tips_calendar(request: BookRequest) -> BookPlan:
    """A sheet a month: the tip, room for the class's picture, the days, whom to call.

    Months are the steps ``m1`` to ``m12`` of the guide ``tips-calendar``. Raises PrintError where
    no pack has it.
    """
    guide = request.guides.get(GUIDE)
    if guide is None or request.holidays is None:
        says = Text(zh="没有挂历的十二条。", en="There are no tips for a calendar.")
        raise PrintError(Sentence("There are no tips for a calendar.", says), subject=request.book)
    w, year = words(request.language), request.holidays.year
    steps = {step.id: step for step in guide.steps}
    context = base(request)
    return BookPlan(
        template="tips-calendar.html.j2",
        title=f"{guide.title} {year}",
        context={
            **context,
            "heading": guide.title,
            "year": year,
            "use": _text(steps["use"], "do") if "use" in steps else "",
            "weekdays": w["weekdays"].split(),
            "months": [
                _month(request.holidays, number, steps[f"m{number}"], request.language)
                for number in MONTHS
                if f"m{number}" in steps
            ],
            "numbers": numbers(request, children=for_children(request))["sure"],
            "unsure": not request.holidays.announced,
        },
    )


def _month(holidays: HolidayYear, number: int, step: Step, language: str) -> dict[str, Any]:
    weeks = calendar.Calendar().monthdatescalendar(holidays.year, number)
    return {
        "title": step.title,
        "tip": _text(step, "student"),
        "basis": _text(step, "do"),
        "picture": _text(step, "note"),
        "weeks": [[_day(holidays, day, number, language) for day in week] for week in weeks],
    }


def _day(holidays: HolidayYear, day: dt.date, month: int, language: str) -> dict[str, Any]:
    """A box of the grid, empty outside the month; a holiday's name stands on its first day."""
    if day.month != month:
        return {"day": "", "off": "", "free": False, "work": False}
    name = _name(holidays, day, language)
    before = _name(holidays, day - dt.timedelta(days=1), language)
    return {
        "day": day.day,
        "off": "" if name == before else name,
        "free": bool(name),
        "work": day in holidays.work,
    }


def _name(holidays: HolidayYear, day: dt.date, language: str) -> str:
    return holidays.off[day].get(language) if day in holidays.off else ""


def _text(step: Step, kind: str) -> str:
    return "\n\n".join(block.text for block in step.of_kind(kind))
