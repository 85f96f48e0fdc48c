"""Which days a school teaches."""

from __future__ import annotations

import datetime as dt

from lifeskills.core.text import Text
from lifeskills.core.workdays import FreeDays, HolidayYear, Term, Workdays, span_days, terms_or_year

DAY = dt.date
FEAST = Text(zh="国庆节", en="National Day")
YEAR = HolidayYear(
    year=2026,
    announced=True,
    off=span_days(DAY(2026, 10, 1), DAY(2026, 10, 7), FEAST),
    work={DAY(2026, 9, 20): None, DAY(2026, 10, 10): 4},
)


def test_only_dates_of_the_asked_year_are_kept() -> None:
    year = HolidayYear(
        year=2027,
        announced=True,
        off=span_days(DAY(2026, 12, 31), DAY(2027, 1, 2), FEAST),
        work={DAY(2026, 12, 27): None, DAY(2027, 1, 3): None},
    )

    assert list(year.off) == [DAY(2027, 1, 1), DAY(2027, 1, 2)]
    assert list(year.work) == [DAY(2027, 1, 3)]


def test_a_span_is_said_once() -> None:
    assert list(YEAR.spans()) == [(DAY(2026, 10, 1), DAY(2026, 10, 7), FEAST)]


def test_a_make_up_day_follows_a_timetable_only_where_somebody_said_which() -> None:
    days = Workdays(years={2026: YEAR})

    assert days.timetable(DAY(2026, 9, 20)) is None
    assert days.timetable(DAY(2026, 10, 10)) == 4
    assert days.offered(DAY(2026, 9, 1), DAY(2026, 12, 31)) == (DAY(2026, 9, 20),)

    told = Workdays(years={2026: YEAR}, make_up={DAY(2026, 9, 20): 3})

    assert told.timetable(DAY(2026, 9, 20)) == 3
    assert told.offered(DAY(2026, 9, 1), DAY(2026, 12, 31)) == ()


def test_nothing_is_taught_on_a_holiday_or_on_the_schools_own_free_days() -> None:
    exams = FreeDays(name="期中考试", first=DAY(2026, 11, 9), last=DAY(2026, 11, 11))
    days = Workdays(years={2026: YEAR}, free=(exams,), make_up={DAY(2026, 10, 2): 4})

    assert days.timetable(DAY(2026, 10, 2)) is None
    assert days.timetable(DAY(2026, 11, 11)) is None
    assert days.timetable(DAY(2026, 11, 12)) == 3
    why = days.why_free(DAY(2026, 11, 10))
    assert why is not None
    assert why.get("zh") == "期中考试"


def test_a_year_whose_make_up_days_are_not_announced_is_marked() -> None:
    plain = HolidayYear(year=2027, announced=False, seen_on=DAY(2026, 11, 25))
    days = Workdays(years={2026: YEAR, 2027: plain})

    (remark,) = days.remarks(DAY(2026, 9, 1), DAY(2027, 7, 10))

    assert "2027" in str(remark)
    assert "2026-11-25" in str(remark)
    assert "December 2026" in str(remark)
    assert days.remarks(DAY(2026, 9, 1), DAY(2026, 12, 31)) == ()


def test_without_terms_a_year_is_looked_at() -> None:
    (span,) = terms_or_year((), DAY(2026, 11, 23))

    assert (span.name, span.first) == ("", DAY(2026, 11, 23))
    assert span.last > DAY(2027, 11, 1)
    later = Term(name="b", first=DAY(2027, 3, 1), last=DAY(2027, 7, 1))
    sooner = Term(name="a", first=DAY(2026, 9, 1), last=DAY(2027, 1, 15))
    assert terms_or_year((later, sooner), DAY(2026, 11, 23)) == (sooner, later)
