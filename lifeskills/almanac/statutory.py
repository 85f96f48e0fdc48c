"""Holidays by law of any year; the one module that imports holidays.

The library also knows what past notices moved; only the days of the law are taken from it, for
half a notice (days off without their make-up days) would be a guess.
"""

from __future__ import annotations

from importlib.metadata import version

import holidays

from lifeskills.core.text import Text
from lifeskills.core.workdays import HolidayYear

NAMES = {
    "New Year's Day": Text(zh="元旦", en="New Year"),
    "Chinese New Year's Eve": Text(zh="春节", en="Spring Festival"),
    "Chinese New Year (Spring Festival)": Text(zh="春节", en="Spring Festival"),
    "Tomb-Sweeping Day": Text(zh="清明节", en="Qingming"),
    "Labor Day": Text(zh="劳动节", en="Labour Day"),
    "Dragon Boat Festival": Text(zh="端午节", en="Dragon Boat Festival"),
    "Mid-Autumn Festival": Text(zh="中秋节", en="Mid-Autumn Festival"),
    "National Day": Text(zh="国庆节", en="National Day"),
}
"""The library's names and ours; a day with any other name is none of the law's."""


def statutory_year(year: int) -> HolidayYear:
    """The thirteen days of the law, and that nothing is known of make-up days."""
    known = holidays.country_holidays("CN", years=year, observed=False, language="en_US")
    return HolidayYear(
        year=year,
        announced=False,
        off={day: NAMES[name] for day in known for name in known.get_list(day) if name in NAMES},
        source=f"holidays {version('holidays')}",
    )
