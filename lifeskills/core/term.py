"""What of this term's lessons is remembered for fair groups and turns: ids and counts.

Last term's is not used, and :func:`forgotten` strikes it out of the records.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

HALF_YEARS = ((2, 1), (8, 1))
"""Where a school has named no term, one begins on 1 February and on 1 August."""
KEPT_IDS = ("drawn", "asked", "reported")
"""The fields of a record that are kept for a term and no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A class's term so far.

    ``met``: how often two were drawn into one group, both ways. ``asked``: how often somebody was
    asked to speak (whether they did is not known). ``present``: in how many lessons they were.
    ``reported``: how often their group has reported. ``lessons``: lessons held.
    """

    met: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    asked: Mapping[str, int] = field(default_factory=dict)
    present: Mapping[str, int] = field(default_factory=dict)
    reported: Mapping[str, int] = field(default_factory=dict)
    lessons: int = 0


NO_PAST = Past()


def term_began(terms: Iterable[tuple[str, dt.date, dt.date]], today: dt.date) -> dt.date:
    """The first day of the term that ``today`` lies in, or of the half-year."""
    named = list(terms)
    inside = [first for _name, first, last in named if first <= today <= last]
    if inside:
        return max(inside)
    halves = [dt.date(year, *half) for year in (today.year - 1, today.year) for half in HALF_YEARS]
    begun = [first for _name, first, _last in named if first <= today]
    return max(day for day in [*halves, *begun] if day <= today)


def past_of(records: Iterable[Mapping[str, Any]], since: dt.date, *, without: str = "") -> Past:
    """What the records of lessons held from ``since`` on say.

    ``without`` is the id of a session that is being put right: it is not its own past.
    """
    met: dict[str, Counter[str]] = {}
    asked: Counter[str] = Counter()
    present: Counter[str] = Counter()
    reported: Counter[str] = Counter()
    lessons = 0
    for record in records:
        if record.get("kind") != "lesson" or str(record.get("day", "")) < since.isoformat():
            continue
        if record.get("id") == without or not record.get("held", True):
            continue
        lessons += 1
        present.update(record.get("present") or ())
        asked.update(record.get("asked") or {})
        reported.update(record.get("reported") or ())
        for groups in record.get("drawn") or ():
            add_meetings(met, groups)
    return Past(met=met, asked=asked, present=present, reported=reported, lessons=lessons)


def add_meetings(met: dict[str, Counter[str]], groups: Iterable[Sequence[str]]) -> None:
    """Count that those of each group have met, both ways."""
    for group in groups:
        for one, other in itertools.permutations(group, 2):
            met.setdefault(one, Counter())[other] += 1


def forgotten(record: Mapping[str, Any], since: dt.date) -> dict[str, Any] | None:
    """A record of an earlier term without what was kept for it alone; None if there is nothing."""
    if str(record.get("day", "")) >= since.isoformat() or not any(map(record.get, KEPT_IDS)):
        return None
    return {name: value for name, value in record.items() if name not in KEPT_IDS}
