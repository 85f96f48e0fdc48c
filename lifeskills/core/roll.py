"""The roll: marks that overwrite nothing, and which sessions and days count for the rules."""

from __future__ import annotations

import datetime as dt
import statistics
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifeskills.core.concern import Attended, ClassHistory, ClassSession, LearnerHistory, Worry
from lifeskills.core.session import AWAY, MARKS, Mark

THIN_SHARE = 0.7
THIN_BEFORE = 8
THIN_KNOWN = 4
"""A session is thin when its presence is below 70 % of the median of the 8 counted ones before;
at least 4 must be known."""


# -- marking ----------------------------------------------------------------------------------


def toggled(marks: Mapping[str, str], learner: str, mark: Mark) -> Mark | None:
    """The learner's mark after a key: the same key again takes it away (None, present)."""
    return None if marks.get(learner) == mark else mark


def mark_all(marks: Mapping[str, str], learners: Iterable[str], mark: Mark) -> tuple[str, ...]:
    """Ids to mark when all are marked at once: those without a mark; nothing is overwritten."""
    if mark not in MARKS:
        raise ValueError(f"{mark} is no mark")
    return tuple(one for one in learners if not marks.get(one))


# -- what counts ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class RollDay:
    """The counted sessions of one day taken together: in the room in one of them is present.

    ``session`` is the id of the day's first. ``excused`` are away with a reason in one of them.
    """

    session: str
    day: dt.date
    present: frozenset[str]
    absent: frozenset[str]
    excused: frozenset[str]

    @property
    def share(self) -> float:
        """The share of those on the roll who were present, 0–1; 0 for nobody."""
        everybody = len(self.present) + len(self.absent) + len(self.excused)
        return len(self.present) / everybody if everybody else 0.0


def roll_days(
    records: Iterable[Mapping[str, Any]], holidays: Collection[dt.date] = ()
) -> tuple[RollDay, ...]:
    """Counted days, oldest first. Only sessions whose roll was done count, and no holiday."""
    days: dict[dt.date, list[Mapping[str, Any]]] = {}
    for record in sorted(records, key=lambda r: (str(r.get("opened", "")), str(r["id"]))):
        day = dt.date.fromisoformat(str(record["day"]))
        on_the_roll = record.get("present") or record.get("marks")
        if record.get("counted") and on_the_roll and day not in holidays:
            days.setdefault(day, []).append(record)
    return tuple(_roll_day(day, days[day]) for day in sorted(days))


def class_history(
    records: Iterable[Mapping[str, Any]], today: dt.date, holidays: Collection[dt.date] = ()
) -> ClassHistory:
    """The class's presence by day, thin days marked."""
    found: list[ClassSession] = []
    for day in roll_days(records, holidays):
        before = [one.share for one in found if not one.thin][-THIN_BEFORE:]
        thin = len(before) >= THIN_KNOWN and day.share < THIN_SHARE * statistics.median(before)
        found.append(ClassSession(day.session, day.day, day.share, thin))
    return ClassHistory(sessions=tuple(found), today=today)


def learner_history(
    learner: str,
    records: Iterable[Mapping[str, Any]],
    history: ClassHistory,
    *,
    worries: Iterable[Worry] = (),
) -> LearnerHistory:
    """The days of the class's history on which the learner was on the roll, thin ones left out.

    An excused absence is both ``absent`` and ``excused``.
    """
    return learner_histories([learner], records, history, worries={learner: tuple(worries)})[0]


def learner_histories(
    learners: Iterable[str],
    records: Iterable[Mapping[str, Any]],
    history: ClassHistory,
    *,
    worries: Mapping[str, Iterable[Worry]] | None = None,
) -> tuple[LearnerHistory, ...]:
    """The history of each learner, in the order asked for, from one reading of the records."""
    counted = {one.day for one in history.sessions if not one.thin}
    days = [day for day in roll_days(records) if day.day in counted]
    return tuple(
        LearnerHistory(
            learner=learner,
            sessions=tuple(
                Attended(
                    day.session,
                    day.day,
                    absent=learner not in day.present,
                    excused=learner in day.excused,
                )
                for day in days
                if learner in day.present or learner in day.absent or learner in day.excused
            ),
            worries=tuple((worries or {}).get(learner, ())),
        )
        for learner in learners
    )


def _roll_day(day: dt.date, records: Sequence[Mapping[str, Any]]) -> RollDay:
    present: set[str] = set()
    away: set[str] = set()
    excused: set[str] = set()
    for record in records:
        marks = dict(record.get("marks") or {})
        present.update(one for one in record.get("present") or () if marks.get(one) not in AWAY)
        present.update(one for one, mark in marks.items() if mark in ("late", "left-early"))
        away.update(one for one, mark in marks.items() if mark in AWAY)
        excused.update(one for one, mark in marks.items() if mark == "excused")
    away -= present
    return RollDay(
        session=str(records[0]["id"]),
        day=day,
        present=frozenset(present),
        absent=frozenset(away - excused),
        excused=frozenset(away & excused),
    )
