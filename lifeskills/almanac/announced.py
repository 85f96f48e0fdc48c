"""Holidays and make-up workdays as announced; the one module that imports chinese_calendar."""

from __future__ import annotations

import datetime as dt
from importlib.metadata import version

from chinese_calendar import constants

from lifeskills.core.text import Text
from lifeskills.core.workdays import HolidayYear

NAMES = {
    "New Year's Day": Text(zh="元旦", en="New Year"),
    "Spring Festival": Text(zh="春节", en="Spring Festival"),
    "Tomb-sweeping Day": Text(zh="清明节", en="Qingming"),
    "Labour Day": Text(zh="劳动节", en="Labour Day"),
    "Dragon Boat Festival": Text(zh="端午节", en="Dragon Boat Festival"),
    "National Day": Text(zh="国庆节", en="National Day"),
    "Mid-autumn Festival": Text(zh="中秋节", en="Mid-Autumn Festival"),
}
"""The library's names and ours."""


def announced_year(year: int) -> HolidayYear | None:
    """The year as its notice has it, or None for a year that the library does not know."""
    off = {day: _named(name) for day, name in constants.holidays.items() if day.year == year}
    if not off:
        return None
    work: dict[dt.date, int | None] = {day: None for day in constants.workdays if day.year == year}
    return HolidayYear(
        year=year,
        announced=True,
        off=off,
        work=work,
        source=f"chinesecalendar {version('chinesecalendar')}",
    )


def _named(name: str) -> Text:
    return NAMES.get(name, Text(zh=name, en=name))
