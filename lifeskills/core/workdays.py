"""Which days a school teaches: terms, public holidays, make-up workdays, days it keeps free.

Before each year the State Council's notice says how long the holidays are and on which Saturdays
or Sundays they are made up for. It does not say which weekday's timetable such a day follows; a
school decides that. Nothing here guesses: a year without its notice holds the days of the law (the
Regulation on Public Holidays, HOL-2) and says so, and a make-up day whose timetable nobody named
holds no lesson.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lifeskills.core.text import NO_TEXT, Sentence, Text

NO_TERMS_DAYS = 365
"""How far a plan looks where the school has named no terms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HolidayYear:
    """The holidays of one year.

    ``off`` are days without work and what they are called; ``work`` are make-up workdays, each
    with the weekday (0 = Monday) whose timetable it follows, or None where nobody has said.
    ``announced`` is False while the year's notice is not known; ``seen_on`` is the day on which
    ``source`` was looked at. Dates of other years are left out and stand in ``outside``.
    """

    year: int
    announced: bool
    off: Mapping[dt.date, Text] = field(default_factory=dict)
    work: Mapping[dt.date, int | None] = field(default_factory=dict)
    source: str = ""
    seen_on: dt.date | None = None
    outside: tuple[dt.date, ...] = field(default=(), init=False)

    def __post_init__(self) -> None:
        outside = sorted(day for day in (*self.off, *self.work) if day.year != self.year)
        object.__setattr__(self, "outside", tuple(outside))
        for name in ("off", "work"):
            days = getattr(self, name)
            own = {day: days[day] for day in sorted(days) if day.year == self.year}
            object.__setattr__(self, name, own)

    @property
    def remark(self) -> Sentence | None:
        """That the year's make-up days are not known, or None."""
        if self.announced:
            return None
        if self.seen_on is None:
            return Sentence(
                "The make-up workdays of {year} are not known here: only the holidays of the law "
                "are. Check again in December {before}.",
                year=self.year,
                before=self.year - 1,
            )
        return Sentence(
            "The make-up workdays of {year} were not announced as of {day}: only the holidays of "
            "the law are known. Check again in December {before}.",
            year=self.year,
            day=self.seen_on.isoformat(),
            before=self.year - 1,
        )

    def spans(self) -> Iterator[tuple[dt.date, dt.date, Text]]:
        """The days off as spans: first day, last day, name; neighbours of one name together."""
        days = list(self.off.items())
        while days:
            first, name = days[0]
            last = first
            while days and days[0] == (last, name):
                days.pop(0)
                last += dt.timedelta(days=1)
            yield first, last - dt.timedelta(days=1), name


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of the school, both days included."""

    name: str
    first: dt.date
    last: dt.date

    def __contains__(self, day: dt.date) -> bool:
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeDays:
    """Days on which the school teaches no lessons of this kind: exams, a sports day."""

    name: str
    first: dt.date
    last: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Workdays:
    """A school's days. ``years`` are those that were asked for; a day of another has no holiday.

    ``make_up`` is the school's own word on make-up days: the weekday whose timetable they follow.
    """

    years: Mapping[int, HolidayYear] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    free: tuple[FreeDays, ...] = ()
    make_up: Mapping[dt.date, int] = field(default_factory=dict)

    def term(self, day: dt.date) -> Term | None:
        """The term that a day lies in, or None."""
        return next((term for term in self.terms if day in term), None)

    def term_name(self, day: dt.date) -> str:
        """The name of the term that a day lies in, or ""."""
        term = self.term(day)
        return term.name if term is not None else ""

    def timetable(self, day: dt.date) -> int | None:
        """The weekday whose timetable a day follows; None where nothing is taught.

        Terms are not looked at. A make-up day follows what the school said, else what the notice
        said, else nothing.
        """
        if self.why_free(day) is not None:
            return None
        year = self.years.get(day.year)
        if year is not None and day in year.work:
            return self.make_up.get(day, year.work[day])
        return self.make_up.get(day, day.weekday())

    def why_free(self, day: dt.date) -> Text | None:
        """The name of the holiday or of the school's free days, or None."""
        year = self.years.get(day.year)
        if year is not None and day in year.off:
            return year.off[day]
        for one in self.free:
            if one.first <= day <= one.last:
                return Text(zh=one.name)
        return None

    def offered(self, first: dt.date, last: dt.date) -> tuple[dt.date, ...]:
        """Make-up workdays in a span of which nobody has said whose timetable they follow."""
        return tuple(
            day
            for year in self.years.values()
            for day, follows in year.work.items()
            if follows is None and day not in self.make_up and first <= day <= last
        )

    def remarks(self, first: dt.date, last: dt.date) -> tuple[Sentence, ...]:
        """That make-up days of a year in this span are not known."""
        said = (
            self.years[year].remark
            for year in range(first.year, last.year + 1)
            if year in self.years
        )
        return tuple(one for one in said if one is not None)


Span = tuple[str, dt.date, dt.date]
"""A name with a first and a last day, as ``school.toml`` has terms."""


def school_days(
    today: dt.date,
    terms: Iterable[Span],
    free: Iterable[Span],
    make_up: Mapping[dt.date, int],
    holidays: Callable[[int], HolidayYear],
) -> Workdays:
    """A school's days, with the holidays of each year from today's to the last term's.

    Where the school has named no terms they reach a year ahead.
    """
    found = tuple(Term(name=name, first=first, last=last) for name, first, last in terms)
    last = max(today, *(one.last for one in terms_or_year(found, today)))
    return Workdays(
        years={year: holidays(year) for year in range(today.year, last.year + 1)},
        terms=tuple(sorted(found, key=lambda one: one.first)),
        free=tuple(FreeDays(name=name, first=first, last=last) for name, first, last in free),
        make_up=make_up,
    )


def terms_or_year(terms: Iterable[Term], today: dt.date) -> tuple[Term, ...]:
    """The terms in order; where there are none, a year from today as one span without a name."""
    found = tuple(sorted(terms, key=lambda one: one.first))
    return found or (Term(name="", first=today, last=today + dt.timedelta(days=NO_TERMS_DAYS)),)


def span_days(first: dt.date, last: dt.date, name: Text = NO_TEXT) -> dict[dt.date, Text]:
    """Each day of a span with its name."""
    return {first + dt.timedelta(days=n): name for n in range((last - first).days + 1)}
