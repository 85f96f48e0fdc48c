"""A lesson or roll of today that is closed and may be opened again, to put its record right."""

from __future__ import annotations

from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.people import ClassGroup


@dataclass(frozen=True, slots=True)
class ClosedToday:
    """The newest session of today: the id of its record, its course ("" for a roll alone)."""

    session: str
    course: str


def closed_today(school: School, group: ClassGroup) -> ClosedToday | None:
    """What can be opened again, or None: nothing of today, from paper, or a session is open."""
    today = school.clock.today().isoformat()
    for record in reversed(school.classes.records(group.id)):
        if record.get("day") == today and not record.get("paper") and record.get("held", True):
            if school.running.exists(group.id):
                return None
            return ClosedToday(str(record["id"]), str(record.get("course", "")))
    return None
