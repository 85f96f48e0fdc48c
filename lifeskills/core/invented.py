"""People and sessions made up by chance, for a school to try things on; the same for one seed."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lifeskills.core.people import ClassGroup
from lifeskills.core.session import Event, PlanStep
from lifeskills.core.tools.slips import FACES

ABSENT, LATE, EXCUSED = 0.015, 0.01, 0.01
"""Chances that somebody is away or late once, besides what the script tells."""
MOST_AWAY = 2
"""Times that chance lets the same learner be away: never enough for a rule."""


def invent_names(
    script: Mapping[str, Any], size: int, chance: random.Random
) -> list[tuple[str, bool]]:
    """Names that are never the same twice, girls and boys in turn, as (name, whether a girl)."""
    given = {True: script["girls"].split(), False: script["boys"].split()}
    names: dict[str, bool] = {}
    while len(names) < size:
        girl = len(names) % 2 == 0
        names.setdefault(chance.choice(script["surnames"]) + chance.choice(given[girl]), girl)
    found = list(names.items())
    rare = script["rare"]
    if size >= rare["number"]:
        found[rare["number"] - 1] = (rare["name"], rare["sex"] == "girl")
    return found


def invent_marks(
    demo: Mapping[str, Any],
    group: ClassGroup,
    week: int,
    chance: random.Random,
    often: dict[str, int],
) -> dict[str, str]:
    """Who was away or late in a week: as the script tells, and now and then by chance."""
    told = {int(number): weeks for number, weeks in demo["away"].items()}
    marks: dict[str, str] = {}
    for learner in group.learners:
        draw = chance.random()
        if learner.number in told:
            if week in told[learner.number]:
                marks[learner.id] = "absent"
        elif draw < LATE:
            marks[learner.id] = "late"
        elif draw < LATE + ABSENT + EXCUSED and often.get(learner.id, 0) < MOST_AWAY:
            often[learner.id] = often.get(learner.id, 0) + 1
            marks[learner.id] = "absent" if draw < LATE + ABSENT else "excused"
    return marks


def invent_events(
    group: ClassGroup,
    opened: Mapping[str, Any],
    plan: Sequence[PlanStep],
    marks: Mapping[str, str],
    start: dt.datetime,
    chance: random.Random,
) -> Iterator[Event]:
    """A session from its opening to the last step, each step about as long as planned."""
    told: list[tuple[str, float, Mapping[str, Any]]] = [("opened", 0.0, opened)]
    told += [("marked", 20.0, {"learner": one, "mark": mark}) for one, mark in marks.items()]
    if group.kind == "open":
        told.append(("headcount", 40.0, {"counts": _heads(chance)}))
    else:
        told.append(("roll_done", 40.0, {}))
    at = 60.0
    for step in plan:
        told.append(("step_begun", at, {"step": step.id}))
        at += max(60, round((step.minutes + chance.choice((-1, -0.5, 0, 0, 0.5))) * 60))
        told.append(("step_ended", at, {"step": step.id, "reason": "done"}))
    for seq, (kind, when, data) in enumerate(told, start=1):
        on = (start + dt.timedelta(seconds=when)).isoformat(timespec="seconds")
        yield Event(seq, kind, when, on, dict(data))


def _heads(chance: random.Random) -> dict[str, int]:
    return {
        "girl 16-17": chance.randint(0, 3),
        "girl 18plus": chance.randint(5, 8),
        "boy 18plus": chance.randint(2, 4),
    }


def invent_slips(present: int, chance: random.Random) -> dict[str, int]:
    """Exit slips of everybody present, most of them happy."""
    partly, not_yet = chance.randint(2, 7), chance.randint(0, 3)
    return dict(zip(FACES, (present - partly - not_yet, partly, not_yet), strict=True))
