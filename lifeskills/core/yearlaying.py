"""Laying courses over a class's slots, in order, on days that are taught.

What was taught is fact and never moves. What comes next takes one slot in each span of so many
weeks (the rhythm); the parts of a double lesson follow each other without a gap. A lesson that was
moved stands on its day, and what comes after it in the pathway comes after it in time. What does
not fit is given back, never dropped.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from lifeskills.core.workdays import terms_or_year
from lifeskills.core.yearplan import (
    WHOLE,
    Booster,
    Deadline,
    Move,
    Piece,
    Placed,
    YearPlan,
    YearRequest,
    parts_left,
)

QUESTIONS = 3
"""Questions of a booster: a page of three from earlier courses at the start of each term."""


def plan_year(request: YearRequest) -> YearPlan:
    """Lay the courses over the slots; a deadline brings its courses forward if it must.

    As few others as possible are put behind them, the latest first, so that a pathway still begins
    as it was written.
    """
    pieces = list(_pieces(request))
    plan = _lay(request, pieces)
    deadline = request.deadline
    if deadline is None or deadline.day is None:
        return plan
    pathway = list(dict.fromkeys(piece.course for piece in pieces))
    order = list(pathway)
    behind: list[int] = []
    while (other := _to_put_behind(plan, order)) is not None:
        course, last = other
        order.remove(course)
        order.insert(last, course)
        behind.append(pathway.index(course))
        pieces.sort(key=lambda piece: order.index(piece.course))
        plan = _lay(request, pieces)
    forward = [
        course
        for index, course in enumerate(pathway)
        if course in deadline.courses and behind and index > min(behind)
    ]
    return replace(plan, brought_forward=tuple(forward))


def _to_put_behind(plan: YearPlan, order: Sequence[str]) -> tuple[str, int] | None:
    """The course that makes room for those that are late, and the place behind them."""
    deadline = plan.deadline
    by_hand = {one.piece.course for one in plan.planned if one.moved}
    late = [order.index(course) for course in plan.late if course not in by_hand]
    if deadline is None or not late:
        return None
    others = [course for course in order[: max(late)] if course not in deadline.courses]
    return (others[-1], max(late)) if others else None


def widest_rhythm(request: YearRequest) -> int | None:
    """The most weeks between lessons with which everything fits, below the present; or None."""
    for every in range(request.rhythm.every - 1, 0, -1):
        rhythm = replace(request.rhythm, every=every)
        if not plan_year(replace(request, rhythm=rhythm)).left_over:
            return every
    return None


# -- what is to be taught -----------------------------------------------------------------------


def _pieces(request: YearRequest) -> Iterable[Piece]:
    for one in request.wanted:
        left = parts_left((h.part for h in request.held if h.course == one.course), one.periods)
        if left is None:
            continue
        if left == (WHOLE,):
            yield Piece(course=one.course, title=one.title)
            continue
        in_a_row = request.rhythm.periods
        for start in range(0, len(left), in_a_row):
            yield Piece(
                course=one.course,
                title=one.title,
                parts=left[start : start + in_a_row],
                of=one.periods,
            )


# -- where it goes ------------------------------------------------------------------------------


class _Slots:
    """The class's slots from a day on, and the span of weeks that a day belongs to."""

    def __init__(self, request: YearRequest) -> None:
        rhythm, days = request.rhythm, request.days
        self.terms = terms_or_year(days.terms, request.today)
        self.every = max(1, rhythm.every)
        held_today = any(one.day == request.today for one in request.held)
        start = request.today + dt.timedelta(days=held_today)
        self.start = max(start, rhythm.first) if rhythm.first else start
        self.first = rhythm.first
        self.dropped = request.dropped
        self.days = days
        self.open = tuple(
            day
            for term in self.terms
            for day in _each(max(term.first, self.start), term.last)
            if days.timetable(day) == rhythm.weekday is not None and day not in request.dropped
        )

    def span(self, day: dt.date) -> tuple[int, int]:
        """The term and the span of weeks in it; a day before all terms comes first."""
        for number, term in enumerate(self.terms):
            if day < term.first:
                return number, -1
            if day in term:
                begins = max(term.first, self.first) if self.first and self.first in term else None
                monday = _monday(begins or term.first)
                return number, (day - monday).days // (7 * self.every)
        return len(self.terms), -1

    def pick(self, rest: Sequence[dt.date], span: tuple[int, int], last: dt.date) -> dt.date | None:
        """The day of a new course: in the next span that has one, not close upon the last lesson.

        Where a class is behind, two spans meet: half a span between lessons is then kept, if the
        span has such a day.
        """
        later = [day for day in rest if self.span(day) > span]
        if not later:
            return None
        same = [day for day in later if self.span(day) == self.span(later[0])]
        apart = (day for day in same if (day - last).days >= 7 * ((self.every + 1) // 2))
        return next(apart, same[-1])

    def takes(self, day: dt.date) -> bool:
        """True if a lesson may be moved to this day."""
        return (
            day >= self.start
            and any(day in term for term in self.terms)
            and day not in self.dropped
            and self.days.timetable(day) is not None
        )


def may_move_to(request: YearRequest, day: dt.date) -> bool:
    """True if a lesson of this class may be moved to a day: in a term, taught, not past."""
    return _Slots(request).takes(day)


def _lay(request: YearRequest, pieces: Sequence[Piece]) -> YearPlan:
    slots = _Slots(request)
    pins, lost = _pins(request, slots, pieces)
    placed: list[Placed] = []
    left: list[Piece] = []
    free = [day for day in slots.open if day not in set(pins.values())]
    after, span = dt.date.min, _span_of_held(request, slots)
    last = max((one.day for one in request.held), default=dt.date.min)
    for piece in pieces:
        day = pins.get((piece.course, piece.part))
        moved = day is not None
        if day is None:
            rest = [one for one in free if one > after]
            day = next(iter(rest), None) if piece.goes_on else slots.pick(rest, span, last)
        if day is None:
            left.append(piece)
            continue
        after, last = max(after, day), max(last, day)
        if not piece.goes_on:
            span = max(span, slots.span(day))
        term = request.days.term_name(day)
        placed.append(Placed(piece=piece, day=day, term=term, moved=moved))
    lessons = (*_done(request), *sorted(placed, key=lambda one: one.day))
    return YearPlan(
        today=request.today,
        rhythm=request.rhythm,
        lessons=lessons,
        left_over=tuple(left),
        boosters=tuple(_boosters(request, slots, lessons)),
        open_days=slots.open,
        terms=request.days.terms,
        deadline=request.deadline,
        late=_late(request.deadline, placed, left),
        lost_moves=lost,
        unwritten=request.unwritten,
    )


def _pins(
    request: YearRequest, slots: _Slots, pieces: Sequence[Piece]
) -> tuple[Mapping[tuple[str, int], dt.date], tuple[Move, ...]]:
    """Moves that hold, a day each; and those whose day has passed or is not free any more."""
    wanted = {(piece.course, piece.part) for piece in pieces}
    pins: dict[tuple[str, int], dt.date] = {}
    lost: list[Move] = []
    for move in request.moves:
        key = (move.course, move.part)
        if key not in wanted:
            continue  # it was taught, or its parts are cut otherwise now
        if slots.takes(move.day) and move.day not in pins.values():
            pins[key] = move.day
        else:
            lost.append(move)
    return pins, tuple(lost)


def _span_of_held(request: YearRequest, slots: _Slots) -> tuple[int, int]:
    """The span in which the class's last course was begun."""
    if not request.held:
        return (-1, -1)
    last = max(request.held, key=lambda one: (one.day, one.part))
    return slots.span(min(one.day for one in request.held if one.course == last.course))


def _done(request: YearRequest) -> tuple[Placed, ...]:
    periods = {one.course: one.periods for one in request.wanted}
    return tuple(
        Placed(
            piece=Piece(
                course=one.course,
                title=one.title,
                parts=(one.part,) if one.part else (),
                of=periods.get(one.course, 1),
            ),
            day=one.day,
            term=request.days.term_name(one.day),
            state="done",
        )
        for one in sorted(request.held, key=lambda one: (one.day, one.part))
    )


def _late(
    deadline: Deadline | None, placed: Iterable[Placed], left: Iterable[Piece]
) -> tuple[str, ...]:
    if deadline is None or deadline.day is None:
        return ()
    late = [one.piece.course for one in placed if one.day >= deadline.day]
    late += [piece.course for piece in left]
    return tuple(dict.fromkeys(course for course in late if course in deadline.courses))


def _boosters(request: YearRequest, slots: _Slots, lessons: Sequence[Placed]) -> Iterable[Booster]:
    """One for each term before which the class had lessons, on the term's first lesson.

    Where no lesson is left it stands on the term's first free slot: what was learned fades.
    """
    for number, term in enumerate(request.days.terms):
        before = [one.piece.course for one in lessons if one.day < term.first]
        if not before or term.last < request.today:
            continue
        days = [one.day for one in lessons if one.day in term]
        days = days or [day for day in slots.open if day in term]
        if days:
            courses = _spread(list(dict.fromkeys(before)), turn=number)
            yield Booster(term=term.name, day=min(days), courses=courses)


def _spread(courses: Sequence[str], *, turn: int) -> tuple[str, ...]:
    """Three courses from the whole of the way so far, other ones each term."""
    if len(courses) <= QUESTIONS:
        return tuple(courses)
    third = len(courses) / QUESTIONS
    picks = []
    for n in range(QUESTIONS):
        stretch = courses[round(n * third) : round((n + 1) * third)]
        picks.append(stretch[turn % len(stretch)])
    return tuple(picks)


def _each(first: dt.date, last: dt.date) -> Iterable[dt.date]:
    day = first
    while day <= last:
        yield day
        day += dt.timedelta(days=1)


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())
