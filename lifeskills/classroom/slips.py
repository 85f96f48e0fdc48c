"""Exit slips that were left for later: which lesson's, and the three numbers when they come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.closing import owes_slips, present_in, with_slips
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup

ASKED_DAYS = 31
"""Nobody is asked for the slips of an older lesson: they are lost, and a nag must end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedSlips:
    """The lesson whose slips are still to be counted. ``session`` is the id of its record."""

    session: str
    course: str
    day: dt.date
    present: int


def owed_slips(
    school: School, group: ClassGroup, *, course: str = "", on: dt.date | None = None
) -> OwedSlips | None:
    """The newest lesson of the last days that was closed with "later"; of a course or day only."""
    since = school.clock.today() - dt.timedelta(days=ASKED_DAYS)
    for record in reversed(school.classes.records(group.id)):
        day = dt.date.fromisoformat(str(record["day"]))
        if on is None and day < since:
            return None
        wanted = course in ("", record.get("course")) and on in (None, day)
        if wanted and owes_slips(record):
            return OwedSlips(
                session=str(record["id"]),
                course=str(record.get("course", "")),
                day=day,
                present=present_in(record),
            )
    return None


def count_slips(
    school: School, group: ClassGroup, session: str, faces: Mapping[str, int] | None
) -> None:
    """Write the numbers by face into the class record; None: they will never be counted.

    Nothing changes for a lesson that owes none, so the same numbers can be sent twice. Raises
    UnknownName for a session that the class never had.
    """
    for record in school.classes.records(group.id):
        if record["id"] == session:
            if owes_slips(record):
                school.classes.add_record(group.id, with_slips(record, faces))
            return
    raise UnknownName("This class has no such lesson.", subject=session)
