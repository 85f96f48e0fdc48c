"""A year plan as rows of words: for lines, for the screen, and for paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from lifeskills.core.text import Sentence, Words
from lifeskills.core.weekdays import WEEKDAY_WORDS
from lifeskills.core.workdays import HolidayYear, Workdays
from lifeskills.core.yearplan import BOOSTER_MINUTES, Piece, Placed, YearPlan

DONE, PLANNED, MOVED = Sentence("taught"), Sentence("planned"), Sentence("moved")
Kind = Literal["term", "lesson", "booster", "holiday", "free", "dropped", "makeup", "left"]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearRow:
    """One row: its kind, the day (the first of a holiday), words, and the lesson if it is one."""

    kind: Kind
    day: dt.date | None
    words: Words
    last: dt.date | None = None
    lesson: Placed | None = None
    piece: Piece | None = None


def piece_words(piece: Piece) -> Words:
    """The title, with the parts of a double lesson."""
    if not piece.parts or piece.of == 1:
        return piece.title
    return Sentence(
        "{title} (part {parts} of {of})",
        title=piece.title,
        parts="+".join(str(part) for part in piece.parts),
        of=piece.of,
    )


def booster_words() -> Sentence:
    """What a class does for ten minutes at the beginning of a term."""
    return Sentence("{minutes} min: three questions from earlier lessons", minutes=BOOSTER_MINUTES)


def state_words(one: Placed) -> Sentence:
    """Taught, planned or moved."""
    if one.state == "done":
        return DONE
    return MOVED if one.moved else PLANNED


def year_rows(plan: YearPlan, days: Workdays, dropped: frozenset[dt.date]) -> list[YearRow]:
    """Everything of the year by day: terms, lessons, boosters, holidays, what falls out.

    Holidays stand there only where they lie in a term and are not over; lessons without a day
    come last.
    """
    rows = [
        *(YearRow(kind="term", day=one.first, words=one.name, last=one.last) for one in plan.terms),
        *_booster_rows(plan),
        *(_lesson_row(one) for one in plan.lessons),
        *_free_rows(plan, days),
        *(
            YearRow(kind="dropped", day=day, words=Sentence("slot falls out"))
            for day in dropped
            if day >= plan.today
        ),
        *_make_up_rows(plan, days),
    ]
    order: tuple[Kind, ...] = ("term", "holiday", "free", "dropped", "makeup", "booster", "lesson")
    rows.sort(key=lambda row: (row.day or dt.date.max, order.index(row.kind)))
    left = (
        YearRow(kind="left", day=None, words=piece_words(one), piece=one) for one in plan.left_over
    )
    return [*rows, *left]


def _lesson_row(one: Placed) -> YearRow:
    words = piece_words(one.piece)
    return YearRow(kind="lesson", day=one.day, words=words, lesson=one, piece=one.piece)


def _booster_rows(plan: YearPlan) -> Iterator[YearRow]:
    words = booster_words()
    for one in plan.boosters:
        yield YearRow(kind="booster", day=one.day, words=words)


def _free_rows(plan: YearPlan, days: Workdays) -> Iterator[YearRow]:
    for year in days.years.values():
        for first, last, name in year.spans():
            if last >= plan.today and _in_a_term(plan, first, last):
                yield YearRow(kind="holiday", day=first, last=last, words=name)
    for one in days.free:
        if one.last >= plan.today:
            yield YearRow(kind="free", day=one.first, last=one.last, words=one.name)


def _make_up_rows(plan: YearPlan, days: Workdays) -> Iterator[YearRow]:
    if not plan.terms:
        return
    for day in days.offered(plan.today, plan.terms[-1].last):
        if days.term(day) is not None:
            words = Sentence("make-up workday: nobody has said whose timetable")
            yield YearRow(kind="makeup", day=day, words=words)


def _in_a_term(plan: YearPlan, first: dt.date, last: dt.date) -> bool:
    return not plan.terms or any(one.first <= last and first <= one.last for one in plan.terms)


def holiday_rows(year: HolidayYear, told: Mapping[dt.date, int]) -> Iterator[tuple[str, Words]]:
    """A year's holidays and make-up workdays, by day; ``told`` is what the school said of them."""
    rows: list[tuple[dt.date, str, Words]] = []
    for first, last, name in year.spans():
        span = first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
        rows.append((first, span, name))
    for day, noticed in year.work.items():
        follows = told.get(day, noticed)
        words = Sentence("make-up workday: nobody has said whose timetable")
        if follows is not None:
            words = Sentence("make-up workday, follows {weekday}", weekday=WEEKDAY_WORDS[follows])
        rows.append((day, day.isoformat(), words))
    for _, span, said in sorted(rows, key=lambda row: row[0]):
        yield span, said
