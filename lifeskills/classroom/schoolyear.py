"""What of a school a year is planned from: its days, and a class with its pathway and records.

A part of what every use case is given, beside the school itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lifeskills.core.workdays import HolidayYear, Workdays, school_days

if TYPE_CHECKING:
    from lifeskills.classroom.school import School
    from lifeskills.core.people import ClassGroup
    from lifeskills.core.yearplan import YearRequest


def holidays(school: School, year: int) -> HolidayYear:
    """The holidays of a year: a pack's, else what the libraries know of it."""
    known = school.library.calendar.get(year)
    if known is not None:
        return known
    from lifeskills.almanac import holiday_year

    return holiday_year(year)


def workdays(school: School) -> Workdays:
    """The days of a school from today's year to the end of its last term."""
    settings = school.settings
    return school_days(
        school.clock.today(),
        settings.terms,
        settings.free,
        settings.make_up,
        lambda year: holidays(school, year),
    )


def year_request(school: School, group: ClassGroup, language: str = "") -> YearRequest:
    """What a class's year plan is made from; titles in the school's language or another."""
    from lifeskills.core import yearreading
    from lifeskills.core.quiet import in_place_order

    settings = school.settings
    pathway = school.library.pathways.get(group.pathway)
    if pathway is not None:
        quiet = school.library.law.quiet_of(settings.county or settings.province)
        pathway = replace(pathway, courses=in_place_order(pathway.courses, quiet))
    return yearreading.year_request(
        today=school.clock.today(),
        group=group,
        band=school.setting(group).band,
        document=school.classes.year(group.id),
        records=school.classes.records(group.id),
        pathway=pathway,
        infos=school.library.courses(language or school.language),
        period=school.period(group),
        days=workdays(school),
    )
