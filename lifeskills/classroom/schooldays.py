"""The school's terms and days: what it names in ``school.toml``, and the holidays of a year."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.classroom.schoolyear import holidays
from lifeskills.core.errors import PlanError, UnknownName
from lifeskills.core.text import Sentence
from lifeskills.core.weekdays import WEEKDAYS
from lifeskills.core.workdays import Span


def set_term(school: School, name: str, first: dt.date | None, last: dt.date | None) -> None:
    """Add a term, change the one of this name, or without days take it away.

    Raises PlanError where it would lie over another, UnknownName if there is none to take away.
    """
    spans = _changed(school.settings.terms, name, first, last)
    in_order = sorted(spans, key=lambda one: one[1])
    for (before, _, ends), (after, begins, _) in pairwise(in_order):
        if begins <= ends:
            raise PlanError(
                Sentence("The terms {first} and {second} overlap.", first=before, second=after),
                subject=name,
            )
    school.change_settings(terms=tuple(in_order))


def set_free(school: School, name: str, first: dt.date | None, last: dt.date | None) -> None:
    """Say on which days nothing is taught: exams, a sports day; without days take them away."""
    spans = _changed(school.settings.free, name, first, last)
    school.change_settings(free=tuple(sorted(spans, key=lambda one: one[1])))


def set_make_up(school: School, day: dt.date, weekday: int | None) -> None:
    """Say whose timetable a make-up workday follows here; None takes it back.

    Raises PlanError for a day that is no make-up workday in a year whose notice is known.
    """
    year = holidays(school, day.year)
    if weekday is not None and year.announced and day not in year.work:
        raise PlanError(
            "This day is no make-up workday.",
            subject=day.isoformat(),
            mend=Sentence(
                "Make-up workdays: {days}", days=" ".join(one.isoformat() for one in year.work)
            ),
        )
    told = {one: follows for one, follows in school.settings.make_up.items() if one != day}
    if weekday is not None:
        told[day] = weekday
    school.change_settings(make_up=dict(sorted(told.items())))


def _changed(
    spans: Iterable[Span], name: str, first: dt.date | None, last: dt.date | None
) -> list[Span]:
    kept = [one for one in spans if one[0] != name]
    if first is None or last is None:
        if len(kept) == len(tuple(spans)):
            raise UnknownName(
                "Nothing of this name is in school.toml.",
                subject=name,
                mend=Sentence("Known: {names}", names=" ".join(one[0] for one in kept) or "–"),
            )
        return kept
    if last < first:
        raise PlanError("The last day lies before the first.", subject=name)
    return [*kept, (name, first, last)]


# -- holidays -------------------------------------------------------------------------------------


def holiday_row(school: School, year: int) -> dict[str, Any]:
    """A year's holidays as plain values: the promise of ``year holidays --json``."""
    found = holidays(school, year)
    told = school.settings.make_up if school.folder is not None else {}
    return {
        "year": found.year,
        "announced": found.announced,
        "source": found.source,
        "seen_on": found.seen_on.isoformat() if found.seen_on else None,
        "holidays": [
            {"first": first.isoformat(), "last": last.isoformat(), "title": name.as_map()}
            for first, last, name in found.spans()
        ],
        "make_up": [
            {"day": day.isoformat(), "as": _weekday(told.get(day, follows))}
            for day, follows in found.work.items()
        ],
    }


def term_rows(school: School) -> Iterator[dict[str, str]]:
    """The school's terms and free days as plain values: ``year terms --json``."""
    for kind, spans in (("term", school.settings.terms), ("free", school.settings.free)):
        for name, first, last in spans:
            yield {
                "kind": kind,
                "name": name,
                "first": first.isoformat(),
                "last": last.isoformat(),
            }


def _weekday(number: int | None) -> str | None:
    return WEEKDAYS[number] if number is not None else None
