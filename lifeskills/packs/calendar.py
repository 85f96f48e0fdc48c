"""The blocks of ``calendar.toml`` into holidays of a year."""

from __future__ import annotations

import datetime as dt

from lifeskills.core.text import Text
from lifeskills.core.weekdays import WEEKDAYS
from lifeskills.core.workdays import HolidayYear, span_days
from lifeskills.packs import table_schemas as schemas


def holiday_year_of(one: schemas.YearEntry) -> HolidayYear:
    """A year's days off and make-up days; those of other years are left out."""
    off: dict[dt.date, Text] = {}
    for span in one.off:
        off |= span_days(span.first, span.last, Text.from_map(span.title))
    return HolidayYear(
        year=one.year,
        announced=one.announced,
        off=off,
        work={made.day: WEEKDAYS.index(made.as_) if made.as_ else None for made in one.work},
        source=one.source,
        seen_on=one.seen_on,
    )
