"""What the keys of the year screen do to a class's year, and taking it back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.classroom.years import Year, drop_slot, move_lesson, restore_year, year_of
from lifeskills.core.yearlines import YearRow


class YearDesk:
    """One class's year. Each method gives the year as it then is, or None where there is no slot.

    What cannot be done raises PlanError, and nothing is changed.
    """

    def __init__(self, school: School, class_id: str) -> None:
        self._school, self._id = school, class_id
        self._before: list[dict[str, Any]] = []
        self.year = year_of(school, class_id)

    def later(self, row: YearRow) -> Year | None:
        """The lesson to the next slot; one without a day to the first."""
        after = row.day or dt.date.min
        return self.to(row, next((d for d in self.year.plan.open_days if d > after), None))

    def earlier(self, row: YearRow) -> Year | None:
        """The lesson to the slot before."""
        before = row.day or dt.date.min
        days = [day for day in self.year.plan.open_days if day < before]
        return self.to(row, days[-1] if days else None)

    def to(self, row: YearRow, day: dt.date | None) -> Year | None:
        """The lesson to a day."""
        if row.piece is None or day is None:
            return None
        before = self._school.classes.year(self._id)
        course, part = row.piece.course, row.piece.part
        return self._changed(before, move_lesson(self._school, self._id, course, day, part=part))

    def fall_out(self, row: YearRow) -> Year | None:
        """The slot falls out; one that falls out already is taken back."""
        if row.day is None:
            return None
        before, back = self._school.classes.year(self._id), row.kind == "dropped"
        return self._changed(before, drop_slot(self._school, self._id, row.day, back=back))

    def undo(self) -> Year | None:
        """The year before the last change; None if there was none."""
        if not self._before:
            return None
        self.year = restore_year(self._school, self._id, self._before[-1])
        self._before.pop()
        return self.year

    def _changed(self, before: dict[str, Any], year: Year) -> Year:
        self._before.append(before)
        self.year = year
        return year


def may_move(row: YearRow | None) -> bool:
    """True for a lesson that is still to come."""
    return row is not None and row.piece is not None and not _is_done(row)


def may_fall_out(row: YearRow | None) -> bool:
    """True for a lesson to come with a day, and for a slot that falls out."""
    if row is None or row.day is None:
        return False
    return row.kind == "dropped" or (row.kind == "lesson" and not _is_done(row))


def _is_done(row: YearRow) -> bool:
    return row.lesson is not None and row.lesson.state == "done"
