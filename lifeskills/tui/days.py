"""Days as people say them: 11月23日 星期一（今天）, Monday 23 November (today)."""

from __future__ import annotations

import datetime as dt

from lifeskills.core.text import Sentence
from lifeskills.core.workdays import WEEKDAY_WORDS

MONTHS = (
    Sentence("January"),
    Sentence("February"),
    Sentence("March"),
    Sentence("April"),
    Sentence("May"),
    Sentence("June"),
    Sentence("July"),
    Sentence("August"),
    Sentence("September"),
    Sentence("October"),
    Sentence("November"),
    Sentence("December"),
)


def day_words(day: dt.date) -> Sentence:
    """The weekday, day and month."""
    return Sentence(
        "{weekday} {day} {month}",
        weekday=WEEKDAY_WORDS[day.weekday()],
        day=day.day,
        month=MONTHS[day.month - 1],
    )


def near_day_words(day: dt.date, today: dt.date) -> Sentence:
    """The same, with today and tomorrow said."""
    near = {0: Sentence("{day} (today)", day=day_words(day))}
    near[1] = Sentence("{day} (tomorrow)", day=day_words(day))
    return near.get((day - today).days, day_words(day))
