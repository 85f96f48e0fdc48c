"""What an open session starts from, and what one key of undo takes back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lifeskills.core.lesson import Lesson
    from lifeskills.core.people import ClassGroup
    from lifeskills.core.session import Event, PlanStep
    from lifeskills.core.setting import Setting

DOUBLE = 15
"""A course that asks for this many minutes more than a period is a double lesson."""


def is_double(lesson: Lesson, period: int) -> bool:
    """True if the lesson needs two periods of so many minutes."""
    return lesson.minutes > period + DOUBLE


def minutes_of(lesson: Lesson, part: int, period: int, asked: int | None = None) -> int:
    """The minutes of a lesson: those asked for, else the period; of a whole double lesson its own.

    ``part`` counts from 1 for one period of a double lesson; 0 takes the whole. Adults who meet
    (parents, teachers, principals: no band) have no bell, and stay as long as the session asks
    for; a sitting does not fill what is left of the period.
    """
    if asked:
        return asked
    if lesson.info.sitting:
        return min(lesson.minutes, period)
    if lesson.setting.band is None and not part:
        return lesson.minutes
    return lesson.minutes if not part and is_double(lesson, period) else period


def opening(
    *,
    group: ClassGroup,
    lesson: Lesson | None,
    setting: Setting,
    plan: Sequence[PlanStep],
    part: int,
    now: dt.datetime,
    day: dt.date | None = None,
    cover: bool = False,
    off_offer: bool = False,
) -> dict[str, Any]:
    """The data of ``opened``: everything that the fold will ever know of the plan and the class.

    ``day`` is given for a lesson that was taught from paper, else it is today's.
    """
    return {
        "kind": "lesson" if lesson is not None else "roll",
        "class": group.id,
        "course": lesson.course if lesson is not None else "",
        "part": part,
        "day": (day or now.date()).isoformat(),
        "on": now.isoformat(timespec="seconds"),
        "minutes": setting.minutes if lesson is not None else 0,
        "learners": [learner.id for learner in group.current],
        "seed": int(now.timestamp()),
        "plan": [step.as_dict() for step in plan],
        "packs": [list(pack) for pack in lesson.packs] if lesson is not None else [],
        "setting": setting.as_dict(),
        "cover": cover,
        "off_offer": off_offer,
        "paper": day is not None,
    }


def last_key(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events that the newest key made and undo takes back, newest first.

    Going on to a step is two events: the end of one and the beginning of another. A step that is
    begun again after its own end (back from the end of the lesson) is a key of its own.
    """
    from lifeskills.core.session import undoable

    newest = undoable(events)
    if newest is None:
        return ()
    before = undoable([event for event in events if event.seq < newest.seq])
    if (
        newest.kind == "step_begun"
        and before is not None
        and (before.kind, before.seq) == ("step_ended", newest.seq - 1)
        and before.data.get("step") != newest.data.get("step")
    ):
        return newest, before
    return (newest,)
