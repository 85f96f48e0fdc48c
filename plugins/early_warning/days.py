"""From sessions to days that count: thin sessions out, two sessions of one day made one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from lifeskills.api import Attended, ClassHistory, LearnerHistory, Text


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which the class met and this learner counted; she was in or away."""

    day: dt.date
    away: bool
    excused: bool
    share: float
    """Share of the class present, 0-1."""
    sessions: tuple[str, ...]
    missed: tuple[str, ...]


def counted_days(learner: LearnerHistory, group: ClassHistory) -> tuple[Day, ...]:
    """The learner's days, oldest first. Present in either of two sessions is present."""
    met = {one.session: one for one in group.sessions}
    by_day: dict[dt.date, list[Attended]] = {}
    for one in learner.sessions:
        known = met.get(one.session)
        if known is None or not known.thin:
            by_day.setdefault(one.day, []).append(one)
    return tuple(
        _day(
            day,
            sessions,
            max(met[one.session].share if one.session in met else 1.0 for one in sessions),
        )
        for day, sessions in sorted(by_day.items())
    )


def _day(day: dt.date, sessions: list[Attended], share: float) -> Day:
    away = all(one.absent or one.excused for one in sessions)
    return Day(
        day=day,
        away=away,
        excused=away and any(one.excused for one in sessions),
        share=share,
        sessions=tuple(one.session for one in sessions),
        missed=tuple(one.session for one in sessions) if away else (),
    )


MOST_DATES = 6
"""Dates that a sentence names; of more the newest ones stand, behind an ellipsis."""

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def dates(days: list[Day] | tuple[Day, ...], today: dt.date) -> Text:
    """The dates in words, those excused marked, the year where it is not this one."""
    shown = days[-MOST_DATES:]
    more = len(days) > len(shown)
    zh = [_zh(one.day, today) + ("（请假）" if one.excused else "") for one in shown]
    en = [_en(one.day, today) + (" (excused)" if one.excused else "") for one in shown]
    return Text(
        zh=("……" if more else "") + "、".join(zh), en=("… " if more else "") + ", ".join(en)
    )


def date_words(day: dt.date, today: dt.date) -> Text:
    """One date in words."""
    return Text(zh=_zh(day, today), en=_en(day, today))


def _zh(day: dt.date, today: dt.date) -> str:
    year = "" if day.year == today.year else f"{day.year}年"
    return f"{year}{day.month}月{day.day}日"


def _en(day: dt.date, today: dt.date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day.day} {_MONTHS[day.month - 1]}{year}"
