"""The year plan as lines of a list: week of the term, date, lesson, what about it."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from typing import TYPE_CHECKING

from textual.content import Content

from lifeskills.classroom.years import Year
from lifeskills.core.text import Sentence
from lifeskills.core.weekdays import WEEKDAY_WORDS
from lifeskills.core.yearlines import YearRow, state_words, year_rows
from lifeskills.tui.next_words import course_title
from lifeskills.tui.widgets.pick_list import Pick
from lifeskills.tui.words import visible
from lifeskills.tui.wrapping import Paragraph

if TYPE_CHECKING:
    from lifeskills.tui.app import LifeskillsApp

SHORT_WEEKDAYS = (
    Sentence("Mon"),
    Sentence("Tue"),
    Sentence("Wed"),
    Sentence("Thu"),
    Sentence("Fri"),
    Sentence("Sat"),
    Sentence("Sun"),
)
NEXT = Sentence("next")


def rhythm_words(app: LifeskillsApp, year: Year) -> str:
    """Weekday, slot and rhythm of a class, as far as somebody set them."""
    rhythm = year.plan.rhythm
    every = Sentence("a lesson every {every} weeks", every=rhythm.every)
    if rhythm.every == 1:
        every = Sentence("a lesson every week")
    day = app.say(WEEKDAY_WORDS[rhythm.weekday]) if rhythm.weekday is not None else ""
    return " · ".join(one for one in (day, visible(rhythm.slot), app.say(every)) if one)


def year_picks(app: LifeskillsApp, year: Year) -> dict[str, tuple[Pick, YearRow]]:
    """The lines by id; of a lesson ``course.part``, which stays the same when it moves."""
    rows = year_rows(year.plan, year.request.days, year.request.dropped)
    found: dict[str, tuple[Pick, YearRow]] = {}
    for row in rows:
        name = row_id(row)
        found.setdefault(name, (Pick(name, _words(app, year, row), _remark(app, year, row)), row))
    return found


def row_id(row: YearRow) -> str:
    """What a line is known by."""
    if row.lesson is not None and row.lesson.state == "done":
        return f"done:{row.day}:{row.lesson.piece.course}.{row.lesson.piece.part}"
    if row.piece is not None:
        return f"{row.piece.course}.{row.piece.part}"
    return f"{row.kind}:{row.day}"


def remark_paragraphs(app: LifeskillsApp, year: Year) -> list[Paragraph]:
    """What has to be said about the plan."""
    return [Paragraph(Content(f"! {app.say(one)}"), 2) for one in year.remarks]


def _words(app: LifeskillsApp, year: Year, row: YearRow) -> str:
    if row.kind == "term":
        return f"== {app.say(row.words)}"
    said = app.say(row.words)
    if row.piece is not None:
        title = course_title(app, row.piece.course)
        said = said.replace(row.piece.title, title, 1) if row.piece.title else title
    week = _week(year, row.day)
    if row.day is None:
        return f"{'':15}{said}"
    day = f"{row.day:%m-%d} {app.say(SHORT_WEEKDAYS[row.day.weekday()])}"
    return f"{week:>3}  {day}  {said}"


def _remark(app: LifeskillsApp, year: Year, row: YearRow) -> str:
    if row.day is None:
        return app.say(Sentence("no day"))
    if row.last is not None and row.last != row.day:
        return app.say(Sentence("until {day}", day=f"{row.last:%m-%d}"))
    if row.lesson is None:
        return ""
    words: list[Sentence] = []
    if row.lesson == year.plan.next:
        words.append(NEXT)
    if row.lesson.moved or row.lesson != year.plan.next:
        words.append(state_words(row.lesson))
    return " · ".join(app.say(one) for one in words)


def _week(year: Year, day: dt.date | None) -> str:
    """The week of the term, as a school counts them."""
    term = year.request.days.term(day) if day is not None else None
    if term is None or day is None:
        return ""
    monday = term.first - dt.timedelta(days=term.first.weekday())
    return str((day - monday).days // 7 + 1)


def read_day(typed: str, today: dt.date) -> dt.date | None:
    """A day as people type it: 2026-12-03, 12-03, 12.3, 12月3日; None for anything else.

    Without a year it is the next such day.
    """
    numbers = [int(one) for one in re.findall(r"\d+", unicodedata.normalize("NFKC", typed))]
    try:
        if len(numbers) == 3:
            return dt.date(*numbers)
        if len(numbers) == 2:
            day = dt.date(today.year, *numbers)
            return day if day >= today else day.replace(year=today.year + 1)
    except ValueError:
        return None
    return None
