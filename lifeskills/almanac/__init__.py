"""Public holidays of a year that no pack has: what two libraries know.

Loaded only when such a year is asked for: start-up is a feature.
"""

from __future__ import annotations

from lifeskills.core.workdays import HolidayYear


def holiday_year(year: int) -> HolidayYear:
    """The year as announced where a library knows its notice, else the holidays of the law."""
    from lifeskills.almanac.announced import announced_year

    found = announced_year(year)
    if found is not None:
        return found
    from lifeskills.almanac.statutory import statutory_year

    return statutory_year(year)
