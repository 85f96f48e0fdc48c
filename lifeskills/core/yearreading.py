"""From what a class's file, the school and the packs say to the request for a year plan."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from lifeskills.core.yearplan import (
    Deadline,
    Held,
    Move,
    Rhythm,
    Wanted,
    YearRequest,
    periods_needed,
)

if TYPE_CHECKING:
    from lifeskills.core.curriculum import Pathway
    from lifeskills.core.lesson import CourseInfo
    from lifeskills.core.people import ClassGroup
    from lifeskills.core.setting import AgeBand
    from lifeskills.core.workdays import Workdays


def read_rhythm(group: ClassGroup, document: Mapping[str, Any], every: int = 1) -> Rhythm:
    """When a class has its lessons; ``every`` is the pathway's rhythm, which the class may change.

    Raises ValueError or TypeError for a file that somebody broke.
    """
    starts = str(document.get("starts") or "")
    return Rhythm(
        weekday=group.weekday,
        slot=group.slot,
        every=int(document.get("every") or every),
        first=_day(document.get("first")),
        periods=int(document.get("periods") or 1),
        starts=dt.time.fromisoformat(starts) if starts else None,
    )


def read_moves(document: Mapping[str, Any]) -> tuple[Move, ...]:
    """The lessons that were moved by hand."""
    return tuple(
        Move(course=str(one["course"]), part=int(one.get("part", 0)), day=_must(one["day"]))
        for one in document.get("moves", ())
    )


def write_moves(moves: Iterable[Move]) -> list[dict[str, Any]]:
    """Moves as the class file holds them."""
    return [{"course": one.course, "part": one.part, "day": one.day.isoformat()} for one in moves]


def lessons_held(
    records: Iterable[Mapping[str, Any]], infos: Mapping[str, CourseInfo]
) -> tuple[Held, ...]:
    """The lessons on record that took place, oldest first."""
    return tuple(
        Held(
            course=str(one["course"]),
            part=int(one.get("part") or 0),
            day=_must(one["day"]),
            title=infos[one["course"]].title if one["course"] in infos else str(one["course"]),
        )
        for one in records
        if one.get("kind") == "lesson" and one.get("course") and one.get("held", True)
    )


def year_request(
    *,
    today: dt.date,
    group: ClassGroup,
    band: AgeBand | None,
    document: Mapping[str, Any],
    records: Sequence[Mapping[str, Any]],
    pathway: Pathway | None,
    infos: Iterable[CourseInfo],
    period: tuple[str, int],
    days: Workdays,
) -> YearRequest:
    """The request for a class.

    ``document`` is the year's part of the class file; ``infos`` are the courses that are written;
    ``period`` the audience and the minutes of its lessons. Without a pathway it is every course
    that is offered to the class. Raises ValueError for a document that somebody broke.
    """
    audience, minutes = period
    known = {info.course: info for info in infos}
    offered = (i for i in known.values() if i.number and i.offered_to(group.audiences, band))
    courses = pathway.courses if pathway else tuple(info.course for info in offered)
    before = frozenset(pathway.before_internship) if pathway else frozenset()

    def wanted(named: Iterable[str]) -> tuple[Wanted, ...]:
        cut = bool(pathway and pathway.minutes)
        return tuple(
            _wanted(known[one], audience, minutes, cut=cut) for one in named if one in known
        )

    return YearRequest(
        today=today,
        rhythm=read_rhythm(group, document, pathway.every if pathway else 1),
        wanted=wanted(courses),
        days=days,
        held=lessons_held(records, known),
        moves=read_moves(document),
        dropped=frozenset(_must(one["day"]) for one in document.get("dropped", ())),
        deadline=Deadline(courses=before, day=_day(document.get("internship"))) if before else None,
        unwritten=tuple(course for course in courses if course not in known),
        asked_before=wanted(pathway.asked_before if pathway else ()),
        asked_after=wanted(pathway.asked_after if pathway else ()),
    )


def _wanted(info: CourseInfo, audience: str, minutes: int, *, cut: bool) -> Wanted:
    """A course of a pathway; ``cut`` to the pathway's minutes it is always one period."""
    periods = 1 if cut else periods_needed(info.minutes_for(audience), minutes)
    return Wanted(course=info.course, title=info.title, periods=periods)


def _must(value: object) -> dt.date:
    return dt.date.fromisoformat(str(value))


def _day(value: object) -> dt.date | None:
    return _must(value) if value else None
