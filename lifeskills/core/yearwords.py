"""What has to be said about a year plan, the gravest first; nothing about people."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from lifeskills.core.text import Sentence
from lifeskills.core.yearlaying import widest_rhythm
from lifeskills.core.yearplan import Move, YearPlan, YearRequest

BETWEEN = " · "


def remarks(request: YearRequest, plan: YearPlan) -> tuple[Sentence, ...]:
    """What did not fit, what is late, what was moved in vain, and what is not known."""
    found = (
        *_missing(plan),
        *_left_over(request, plan),
        *_deadline(request, plan),
        *(_lost(move, request) for move in plan.lost_moves),
        *_unwritten(plan),
        *_asked(request),
        *_calendar(request, plan),
    )
    return tuple(found)


def _missing(plan: YearPlan) -> Iterator[Sentence]:
    if plan.rhythm.weekday is None:
        yield Sentence(
            "No weekday is set for this class, so no lesson has a day. "
            "Set it: lifeskills year set CLASS --weekday wednesday"
        )
    if not plan.terms:
        yield Sentence(
            "The school has named no terms: the plan runs on through its holidays. "
            "Name them: lifeskills year term NAME --first DAY --last DAY"
        )
    elif plan.terms[-1].last < plan.today:
        yield Sentence(
            "The last term that the school has named is over. "
            "Name the next: lifeskills year term NAME --first DAY --last DAY"
        )


def _left_over(request: YearRequest, plan: YearPlan) -> Iterator[Sentence]:
    if not plan.left_over or plan.rhythm.weekday is None:
        return
    titles = dict.fromkeys(piece.title for piece in plan.left_over)
    yield Sentence("No day is left for: {titles}.", count=len(titles), titles=BETWEEN.join(titles))
    every = widest_rhythm(request)
    if every == 1:
        yield Sentence("With a lesson every week all of them would fit.")
    elif every is not None:
        yield Sentence("With a lesson every {every} weeks all of them would fit.", every=every)


def _deadline(request: YearRequest, plan: YearPlan) -> Iterator[Sentence]:
    deadline, titles = request.deadline, {one.course: one.title for one in request.wanted}
    pieces = [one.piece for one in plan.planned] + list(plan.left_over)
    to_come = dict.fromkeys(piece.course for piece in pieces)
    if deadline is None or not deadline.courses & set(to_come):
        return
    if deadline.day is None:
        yield Sentence(
            "Say when the first internship begins; these come before it: {titles}.",
            titles=_named(titles, [one for one in to_come if one in deadline.courses]),
        )
        return
    day = deadline.day.isoformat()
    if plan.late:
        yield Sentence(
            "Too late for the internship on {day}: {titles}.",
            day=day,
            titles=_named(titles, plan.late),
        )
    if plan.brought_forward:
        yield Sentence(
            "Brought forward, to come before the internship on {day}: {titles}.",
            day=day,
            titles=_named(titles, plan.brought_forward),
        )


def _lost(move: Move, request: YearRequest) -> Sentence:
    titles = {one.course: one.title for one in request.wanted}
    title, day = titles.get(move.course, move.course), move.day.isoformat()
    if move.day <= request.today:
        return Sentence("“{title}” was moved to {day} and not taught then.", title=title, day=day)
    return Sentence(
        "“{title}” was moved to {day}, which is not free any more.", title=title, day=day
    )


def _unwritten(plan: YearPlan) -> Iterator[Sentence]:
    if plan.unwritten:
        yield Sentence(
            "{count} lessons of the pathway are not written yet and have no day.",
            count=len(plan.unwritten),
        )


def _asked(request: YearRequest) -> Iterator[Sentence]:
    """What is asked before the first lesson, until one is taught; and after the last."""
    courses = {one.course for one in request.wanted}
    last = max((one.day for one in request.held if one.course in courses), default=None)
    had = {one.course for one in request.held}
    before = [one for one in request.asked_before if last is None and one.course not in had]
    since = {one.course for one in request.held if last is not None and one.day >= last}
    after = [one for one in request.asked_after if one.course not in since]
    if before:
        yield Sentence(
            "Before the first lesson, outside its minutes: {titles}. "
            "Ask: lifeskills teach CLASS {course}",
            titles=BETWEEN.join(one.title for one in before),
            course=before[0].course,
        )
    if after:
        yield Sentence(
            "After the last lesson, outside its minutes: {titles}. "
            "Ask: lifeskills teach CLASS {course}",
            titles=BETWEEN.join(one.title for one in after),
            course=after[0].course,
        )


def _calendar(request: YearRequest, plan: YearPlan) -> Iterator[Sentence]:
    days = [one.day for one in plan.planned]
    last = max([*days, *(term.last for term in plan.terms), request.today])
    yield from request.days.remarks(request.today, last)
    offered = request.days.offered(request.today, last)
    in_terms = [day for day in offered if not plan.terms or request.days.term(day) is not None]
    if in_terms:
        yield Sentence(
            "Make-up workdays, not used until the school says whose timetable they follow: {days}.",
            days=_days(in_terms),
        )


def _named(titles: dict[str, str], courses: Iterable[str]) -> str:
    return BETWEEN.join(titles.get(course, course) for course in courses)


def _days(days: Iterable[dt.date]) -> str:
    return " ".join(day.isoformat() for day in days)
