"""Days as people say them: 11月23日 星期一（今天）, Monday 23 November (today)."""

from __future__ import annotations

import datetime as dt

from lifeskills.core.text import Sentence
from lifeskills.core.weekdays import WEEKDAY_WORDS

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

WEEKS_FROM = 14
"""From so many days on people count in weeks."""


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


def ahead_words(day: dt.date, today: dt.date) -> Sentence:
    """A day to come, with how far off it is."""
    days = (day - today).days
    if days < 2:
        return near_day_words(day, today)
    if days < WEEKS_FROM:
        return Sentence("{day} (in {days} days)", day=day_words(day), days=days)
    return Sentence("{day} (in {weeks} weeks)", day=day_words(day), weeks=round(days / 7))


def ago_words(day: dt.date, today: dt.date) -> Sentence:
    """A day that was, with how long ago."""
    days = (today - day).days
    if days < 1:
        return near_day_words(day, today)
    if days == 1:
        return Sentence("{day} (yesterday)", day=day_words(day))
    if days < WEEKS_FROM:
        return Sentence("{day} ({days} days ago)", day=day_words(day), days=days)
    return Sentence("{day} ({weeks} weeks ago)", day=day_words(day), weeks=round(days / 7))
