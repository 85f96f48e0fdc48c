"""A class's year: shown, moved about, and set."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills.classroom.school import School
from lifeskills.classroom.schoolyear import year_request
from lifeskills.core.errors import PlanError, UnknownName
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Say, Sentence
from lifeskills.core.weekdays import WEEKDAYS
from lifeskills.core.yearlaying import may_move_to, plan_year
from lifeskills.core.yearlines import booster_words, piece_words
from lifeskills.core.yearplan import BOOSTER_MINUTES, Move, Placed, YearPlan, YearRequest
from lifeskills.core.yearreading import read_moves, write_moves
from lifeskills.core.yearwords import remarks

if TYPE_CHECKING:
    from lifeskills.exchange.ical import CalendarEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A class's plan with what it was made from and what has to be said about it."""

    group: ClassGroup
    request: YearRequest
    plan: YearPlan

    @property
    def remarks(self) -> tuple[Sentence, ...]:
        """What did not fit, what is late, and what is not known."""
        return remarks(self.request, self.plan)


def year_of(school: School, name: str) -> Year:
    """The year of a class. Raises UnknownName."""
    group = school.classes.get(name)
    request = year_request(school, group)
    return Year(group=group, request=request, plan=plan_year(request))


def year_row(school: School, year: Year, say: Say) -> dict[str, Any]:
    """A class's year as plain values: the promise of ``year show --json``."""
    plan, rhythm = year.plan, year.plan.rhythm
    return {
        "class": year.group.name,
        "pathway": year.group.pathway,
        "weekday": WEEKDAYS[rhythm.weekday] if rhythm.weekday is not None else None,
        "slot": rhythm.slot,
        "every": rhythm.every,
        "lessons": [_lesson_row(school, one) for one in plan.lessons],
        "left_over": [
            {"course": one.course, "parts": list(one.parts), "of": one.of} for one in plan.left_over
        ],
        "boosters": [
            {"day": one.day.isoformat(), "term": one.term, "courses": list(one.courses)}
            for one in plan.boosters
        ],
        "not_written": list(plan.unwritten),
        "remarks": [say(one) for one in year.remarks],
    }


def _lesson_row(school: School, one: Placed) -> dict[str, Any]:
    piece = one.piece
    return {
        "day": one.day.isoformat(),
        "course": piece.course,
        "title": _titles(school, piece.course),
        "parts": list(piece.parts),
        "of": piece.of,
        "state": one.state,
        "moved": one.moved,
    }


def _titles(school: School, course: str) -> dict[str, str]:
    try:
        return school.library.titles(course).as_map()
    except UnknownName:
        return {}


# -- moving about ---------------------------------------------------------------------------------


def move_lesson(
    school: School, name: str, course: str, day: dt.date | None, *, part: int | None = None
) -> Year:
    """Put a lesson on another day, or with None back to where the plan has it.

    ``part`` is the first part of a double lesson that is meant; without it the first that is not
    taught. Raises UnknownName for a course that is not planned, PlanError for a day without
    lessons.
    """
    year = year_of(school, name)
    pieces = [one.piece for one in year.plan.planned] + list(year.plan.left_over)
    parts = sorted(one.part for one in pieces if one.course == course)
    wanted = part if part is not None else next(iter(parts), -1)
    if wanted not in parts:
        raise UnknownName(
            "This class has no such lesson to come.",
            subject=course,
            mend=Sentence(
                "To come: {names}",
                names=" ".join(dict.fromkeys(one.course for one in pieces)) or "–",
            ),
        )
    document = school.classes.year(year.group.id)
    kept = [one for one in read_moves(document) if (one.course, one.part) != (course, wanted)]
    if day is not None:
        _check_day(year, day)
        kept = [one for one in kept if one.day != day]  # what stood there by hand slides on
        kept.append(Move(course=course, part=wanted, day=day))
    school.classes.save_year(year.group.id, {"moves": write_moves(kept)})
    return year_of(school, name)


def drop_slot(school: School, name: str, day: dt.date, *, back: bool = False) -> Year:
    """Say that a slot falls out (or with ``back`` does not); its lesson and the rest slide on.

    Raises PlanError where the class has no slot on this day.
    """
    year = year_of(school, name)
    document = school.classes.year(year.group.id)
    dropped = {str(one["day"]): one for one in document["dropped"]}
    moves = read_moves(document)
    if back:
        if dropped.pop(day.isoformat(), None) is None:
            raise PlanError("No slot of this day falls out.", subject=day.isoformat())
    else:
        if day not in {*year.plan.open_days, *(one.day for one in year.plan.planned)}:
            raise PlanError(
                "This class has no slot to come on this day.",
                subject=day.isoformat(),
                mend=_next_slots(year),
            )
        if day in year.plan.open_days:
            dropped[day.isoformat()] = {"day": day.isoformat()}
        moves = _slid_on(year, moves, day)
    changed = {"dropped": [dropped[one] for one in sorted(dropped)], "moves": write_moves(moves)}
    school.classes.save_year(year.group.id, changed)
    return year_of(school, name)


def _slid_on(year: Year, moves: Iterable[Move], day: dt.date) -> tuple[Move, ...]:
    """Moves with the one of this day on the next slot, as if it had been planned there."""
    after = next((one for one in year.plan.open_days if one > day), None)
    slid = (replace(one, day=after) if one.day == day and after else one for one in moves)
    return tuple(one for one in slid if one.day != day)


def _next_slots(year: Year) -> Sentence:
    days = " ".join(one.isoformat() for one in year.plan.open_days[:4])
    return Sentence("Its next slots: {days}", days=days or "–")


def restore_year(school: School, name: str, document: Mapping[str, Any]) -> Year:
    """Put moves and slots that fall out back to what an earlier document had."""
    group = school.classes.get(name)
    _ = school.classes.year(group.id)
    kept = {key: document.get(key, []) for key in ("moves", "dropped")}
    school.classes.save_year(group.id, kept)
    return year_of(school, name)


def _check_day(year: Year, day: dt.date) -> None:
    if may_move_to(year.request, day):
        return
    why = year.request.days.why_free(day)
    if day < year.request.today:
        says = Sentence("This day has passed.")
    elif why is not None:
        says = Sentence("No lessons on this day: {name}.", name=why)
    elif day in year.request.dropped:
        says = Sentence("The class's slot on this day falls out.")
    elif year.request.days.terms and year.request.days.term(day) is None:
        says = Sentence("This day lies in no term.")
    else:
        says = Sentence("This class cannot have a lesson on this day.")
    raise PlanError(says, subject=day.isoformat(), mend=_next_slots(year))


# -- what the head teacher decides ----------------------------------------------------------------


def set_rhythm(
    school: School,
    name: str,
    *,
    weekday: int | None = None,
    slot: str | None = None,
    pathway: str | None = None,
    document: Mapping[str, Any],
) -> Year:
    """Change when a class has its lessons; None leaves a value as it is.

    ``document`` are the values of the class file's year: ``every first periods starts
    internship``. Raises UnknownName for a class or pathway.
    """
    group = school.classes.get(name)
    if pathway is not None and pathway not in school.library.pathways:
        raise UnknownName(
            "No pack has this pathway.",
            subject=pathway,
            mend=Sentence("Known: {names}", names=" ".join(school.library.pathways)),
        )
    changed = replace(
        group,
        weekday=group.weekday if weekday is None else weekday,
        slot=group.slot if slot is None else slot,
        pathway=group.pathway if pathway is None else pathway,
    )
    if changed != group:
        school.classes.save(changed)
    if document:
        _ = school.classes.year(group.id)
        school.classes.save_year(group.id, document)
    return year_of(school, group.id)


# -- a calendar for other programs ----------------------------------------------------------------


def write_calendar(school: School, name: str, path: Path, say: Say) -> Year:
    """Write a class's lessons as an iCalendar file; no name of a pupil stands in it.

    Raises UnknownName for a class, StoreError where the file cannot be written.
    """
    from lifeskills.exchange.ical import write_ical
    from lifeskills.press.output import save

    year = year_of(school, name)
    settings, now = school.settings, school.clock.now()
    entries = _entries(year, school.period(year.group)[1], say)
    title = f"{settings.name} {year.group.name}"
    save(path, write_ical(entries, name=title, timezone=settings.timezone, now=now))
    return year


def _entries(year: Year, period: int, say: Say) -> Iterator[CalendarEntry]:
    """An entry a lesson, and one for a booster on a day without a lesson.

    A key is the class with course and part, not the day: moved and taken in anew, it moves.
    """
    from lifeskills.exchange.ical import CalendarEntry

    plan, group = year.plan, year.group
    starts, minutes = plan.rhythm.starts, period * plan.rhythm.periods
    again: Counter[str] = Counter()
    for one in plan.lessons:
        key = f"{group.id}:{one.piece.course}:{one.piece.part}"
        again[key] += 1
        yield CalendarEntry(
            key=f"{key}:{again[key]}",
            day=one.day,
            title=f"{group.name} {say(piece_words(one.piece))}",
            says="\n".join(_says(year, one.day, say)),
            starts=starts,
            minutes=minutes,
        )
    taken = {one.day for one in plan.lessons}
    for booster in plan.boosters:
        if booster.day not in taken:
            yield CalendarEntry(
                key=f"{group.id}:booster:{booster.term}",
                day=booster.day,
                title=f"{group.name} {say(booster_words())}",
                starts=starts,
                minutes=BOOSTER_MINUTES,
            )


def _says(year: Year, day: dt.date, say: Say) -> Iterator[str]:
    """The slot, the booster, and what was not announced when the file was written."""
    if year.plan.rhythm.slot:
        yield year.plan.rhythm.slot
    if year.plan.booster(day) is not None:
        yield say(booster_words())
    if day >= year.plan.today:
        yield from (say(one) for one in year.request.days.remarks(day, day))
