"""A small school on the shipped packs: odd names in the class, one lesson on record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

from lifeskills.classroom.printing import Printed, print_book
from lifeskills.classroom.printing import missing as missing_in
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.store.school_file import SchoolSettings, write_school
from tests.fakes import FakeClock

ODD_NAMES = ("[red]李[/]", "<b>王</b>", "赵\x1b[31m", "李㛃", "{{ 7 * 7 }}")
DAY = "2026-11-18"


def make_school(folder: Path, clock: FakeClock) -> School:
    """Class 8(3) with five odd names, in Guizhou."""
    for part in ("classes", "running"):
        (folder / part).mkdir(parents=True)
    settings = SchoolSettings(
        name="石桥中学",
        province="guizhou",
        side="sending",
        language="zh",
        terms=(
            ("上学期", dt.date(2026, 9, 1), dt.date(2027, 1, 22)),
            ("下学期", dt.date(2027, 2, 22), dt.date(2027, 7, 9)),
        ),
        local_contacts={"class-teacher": "林老师"},
        approval="校务会 2026-09-01",
    )
    write_school(folder, settings)
    school = School(folder, clock=clock, language="zh")
    learners = tuple(
        Learner(id=f"p-{n}", number=n, name=name, given=name) for n, name in enumerate(ODD_NAMES, 1)
    )
    group = ClassGroup(
        id="c-8333", name="8(3)", audiences=("g7-9",), learners=learners, weekday=2, slot="班会"
    )
    school.classes.save(group)
    school.classes.add_record(group.id, record())
    return School(folder, clock=clock, language="zh")


def printed(school: School, book: str, output: Path, **options: Any) -> Printed:
    """Print a book that lacks nothing."""
    order = BookOrder.from_options(book, output=output, options=options)
    assert missing_in(school, order) == []
    return print_book(school, order)


def record() -> dict[str, Any]:
    """A closed lesson of that class."""
    return {
        "id": f"{DAY}-c-8333-lesson",
        "kind": "lesson",
        "class": "c-8333",
        "course": "tricks-people-use",
        "day": DAY,
        "opened": f"{DAY}T14:30:00+08:00",
        "closed": f"{DAY}T15:14:00+08:00",
        "minutes": {
            "planned": 45,
            "actual": 44.0,
            "steps": [
                {"id": "four-signs", "title": "x", "planned": 4, "actual": 4.5, "reason": "done"},
                {"id": "relay", "title": "x", "planned": 7, "actual": 0, "reason": "not reached"},
            ],
        },
        "present": ["p-1", "p-2", "p-4", "p-5"],
        "marks": {"p-3": "absent", "p-2": "late"},
        "counted": True,
        "slips": {"yes": 3, "partly": 1, "not-yet": 0},
        "tools": {"four-signs": {"first_try": 5, "asked": 6, "with_help": [2]}},
    }
