"""What a class does next, whether it is ready, and what to do with a lesson found open."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeskills.classroom.school import School
from lifeskills.classroom.schoolyear import year_request
from lifeskills.core.errors import UnknownName
from lifeskills.core.lesson import CourseInfo, Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.resuming import clock_is_behind
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.core.session import SessionState
    from lifeskills.core.yearplan import YearPlan

SENSITIVE = 2
"""From this sensitivity on, a lesson may bring a pupil to tell something serious."""
MOST_READY_LINES = 3
MOST_NAGS = 2
"""Lessons of a term before which the same blank is named; after that the blank is known."""
TERM_DAYS = 120
"""What counts as this term where the school has not said when its terms are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLesson:
    """The lesson a class has next; ``part`` as in ``begin``.

    ``when`` is None without a weekday or where the lesson fits into no term; ``year`` is the plan
    that it is from.
    """

    info: CourseInfo
    part: int
    when: dt.date | None
    slot: str
    done: int
    of: int
    year: YearPlan


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """A lesson that was taught: course, its title if a pack still has it, and the day."""

    course: str
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """Something not ready, in one line, with the command that mends it ("" for none)."""

    sentence: Sentence
    mend: str = ""


MEND_LOCALLY = "local-facts"
"""The command that fills in helpers and local facts."""


@dataclass(frozen=True, slots=True)
class FoundOpen:
    """A session that is open on the disk: what it is and how long ago its last key was."""

    state: SessionState
    minutes_since: float


def taught(school: School, group: ClassGroup) -> tuple[Taught, ...]:
    """The class's lessons so far, oldest first."""
    return tuple(
        Taught(
            course=str(record["course"]),
            title=_title(school, str(record["course"])),
            day=str(record["day"]),
        )
        for record in school.classes.records(group.id)
        if record.get("kind") == "lesson" and record.get("course") and record.get("held", True)
    )


def next_lesson(school: School, group: ClassGroup) -> NextLesson | None:
    """The lesson that the class's year plan has next, or None when all of it was taught.

    A lesson for which the plan found no day comes next all the same, with no day.
    """
    from lifeskills.core.yearlaying import plan_year

    request = year_request(school, group)
    plan = plan_year(request)
    placed = plan.next
    piece = placed.piece if placed else next(iter(plan.left_over), None)
    if piece is None:
        return None
    to_come = {one.piece.course for one in plan.planned} | {one.course for one in plan.left_over}
    wanted = {one.course for one in request.wanted}
    return NextLesson(
        info=school.library.info(piece.course, school.language),
        part=piece.part,
        when=placed.day if placed else None,
        slot=group.slot,
        done=len(wanted - to_come),
        of=len(wanted),
        year=plan,
    )


def year_plan(school: School, group: ClassGroup) -> YearPlan:
    """The class's year as it stands today."""
    from lifeskills.core.yearlaying import plan_year

    return plan_year(year_request(school, group))


def not_offered(school: School, group: ClassGroup, course: str) -> Sentence | None:
    """Why a course is not offered to this class (audience or age band), or None if it is."""
    info = school.library.info(course, school.language)
    if not info.offered_to(group.audiences, None):
        return Sentence("“{title}” is not written for this class's audience.", title=info.title)
    setting = school.setting(group)
    if setting.band is not None and setting.band not in info.bands:
        return Sentence("“{title}” is not offered to this age band.", title=info.title)
    return None


def cover_instead(school: School, group: ClassGroup, course: str) -> CourseInfo | None:
    """What a substitute might teach instead of a course that may bring disclosures, or None.

    A course of sensitivity 2 or 3 wants somebody whom the pupils know. The first course of lower
    sensitivity that the class has not had is offered, else one that it has had, to go over again.
    """
    if school.library.info(course, school.language).sensitivity < SENSITIVE:
        return None
    light = [
        info
        for info in school.library.courses(school.language)
        if info.number is not None
        and info.sensitivity < SENSITIVE
        and not_offered(school, group, info.course) is None
    ]
    had = {one.course for one in taught(school, group)}
    return next((info for info in light if info.course not in had), light[0] if light else None)


def clock_warning(school: School) -> Sentence | None:
    """A warning if this machine's date lies before a lesson that was already taught.

    Nothing dated can then be trusted: not the day of a roll, nor whether a law card is in date.
    """
    ends = [
        str(records[-1].get("closed", ""))
        for group in school.classes.list()
        if (records := school.classes.records(group.id))
    ]
    return clock_is_behind(max(ends, default=""), school.clock.now())


def cover_sentence(title: str) -> Sentence:
    """Why a substitute is offered another lesson."""
    return Sentence("“{title}” is better taught by somebody the pupils know.", title=title)


def ready(school: School, group: ClassGroup, lesson: Lesson) -> tuple[ReadyLine, ...]:
    """At most three lines of what is not ready, the gravest first. The lesson goes on anyway.

    A local fact that is still blank is named before two lessons of a term, and no more.
    """
    lines: list[ReadyLine] = []
    late = clock_warning(school)
    if late is not None:
        lines.append(ReadyLine(late))
    settings = school.settings
    contacts = settings.local_contacts
    if lesson.info.sensitivity >= SENSITIVE and not contacts.get("care-person"):
        lines.append(
            ReadyLine(
                Sentence("No care person is named yet: write the name on the help list."),
                MEND_LOCALLY,
            )
        )
    named = _named_this_term(school, group)
    missing = [
        fact
        for fact in lesson.info.local_facts
        if not contacts.get(fact.id) and named[fact.id] < MOST_NAGS
    ]
    if missing:
        first = missing[0]
        lines.append(
            ReadyLine(
                Sentence(
                    "Local facts still blank: {count}. First ask {whom}: {ask}",
                    count=len(missing),
                    whom=first.whom,
                    ask=first.ask,
                ),
                MEND_LOCALLY,
            )
        )
    lines.extend(ReadyLine(notice) for notice in lesson.notices)
    return tuple(lines[:MOST_READY_LINES])


def _named_this_term(school: School, group: ClassGroup) -> Counter[str]:
    """How many of the class's lessons of this term asked for each local fact."""
    today = school.clock.today()
    begun = [first for _, first, last in school.settings.terms if first <= today <= last]
    since = begun[0] if begun else today - dt.timedelta(days=TERM_DAYS)
    known, setting = _course_ids(school), school.setting(group)
    held = [
        one.course
        for one in taught(school, group)
        if one.course in known and dt.date.fromisoformat(one.day) >= since
    ]
    # Overlays ask for facts of their own, so the lessons are read as the class had them.
    asked = {course: school.lesson(course, setting).info.local_facts for course in set(held)}
    return Counter(fact.id for course in held for fact in asked[course])


def found_open(school: School, group: ClassGroup) -> FoundOpen | None:
    """The session that is open for a class, if there is one."""
    events = school.running.peek(group.id)
    if not events:
        return None
    from lifeskills.core.session import fold

    state = fold(events)
    if not state.open:
        return None
    last = dt.datetime.fromisoformat(state.last_on)
    return FoundOpen(state, (school.clock.now() - last).total_seconds() / 60)


def _title(school: School, course: str) -> str:
    try:
        return school.library.info(course, school.language).title
    except UnknownName:
        return course


def _course_ids(school: School) -> frozenset[str]:
    return frozenset(info.course for info in school.library.courses(school.language))
