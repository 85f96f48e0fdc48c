"""An invented school with a year behind it, to look at and to try things on.

Everything in it is made up and says so: the town, the school, every name. Nothing in it is a
telephone number. What it is made of stands in ``demo.toml``; it is laid relative to the day it is
made, and is the same for the same day and seed.
"""

from __future__ import annotations

import datetime as dt
import importlib.resources
import random
import shutil
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.clock import Clock, MovableClock
from lifeskills.core.errors import StoreError
from lifeskills.core.invented import invent_events, invent_marks, invent_names, invent_slips
from lifeskills.core.opening import opening
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.plan import plan_of_the_day
from lifeskills.core.record import record_of
from lifeskills.core.session import fold
from lifeskills.core.text import Sentence

SEED = 2010
MARKER = "invented"
"""The key of ``school.toml`` that says so; without it a school is never taken for the sample."""
DEFAULT_FOLDER = "demo-school"
COLUMNS = 8
"""Desks in a row, in pairs."""
STARTS = dt.time(14, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made: the folder, the school opened, and lines that say it."""

    folder: Path
    school: School
    lines: tuple[Sentence, ...]


def make_demo(folder: Path | None, *, language: str = "", seed: int = SEED) -> Made:
    """Make the sample school, or open the one that stands there.

    Raises StoreError where a school stands that is not a sample, or where nothing can be written.
    """
    from lifeskills.store.school_file import is_school

    where = (folder or Path(DEFAULT_FOLDER)).resolve()
    if is_school(where):
        school = School(where, language=language)
        if not school.settings.rest.get(MARKER):
            raise StoreError(
                "A school stands there, and it is not the sample.",
                subject=str(where),
                mend="Name another folder: lifeskills demo DIR",
            )
        line = Sentence("The sample school stands in {folder}.", folder=str(where))
    else:
        school = build_demo(where, language=language, seed=seed)
        line = Sentence(
            "A sample school was made in {folder}; everything in it is invented.",
            folder=str(where),
        )
    return Made(folder=where, school=school, lines=(line,))


class Twin:
    """The sample school once more, to be taught in and thrown away.

    It lies in a temporary folder, and its clock stands at half past two and can be moved on.
    :meth:`build` takes a second and may run in a thread; :meth:`remove` leaves nothing behind.
    """

    def __init__(self, clock: Clock, *, language: str) -> None:
        self.clock = MovableClock(clock, STARTS)
        self.folder = Path(tempfile.mkdtemp(prefix="lifeskills-"))
        self._language = language

    def build(self) -> School:
        """Build the school and read its packs. Raises StoreError."""
        where = self.folder / "school"
        build_demo(where, language=self._language, today=self.clock.today())
        school = School(where, clock=self.clock, language=self._language)
        school.library.courses(self._language)
        school.plugins.activities()
        return school

    def remove(self) -> None:
        """Throw the folder away, also when it is gone already."""
        shutil.rmtree(self.folder, ignore_errors=True)


def build_demo(
    where: Path, *, language: str = "", seed: int = SEED, today: dt.date | None = None
) -> School:
    """Build the sample school in a folder that is no school yet, as of ``today``.

    ``school.toml`` is written last: a folder is a school when all of it is there. Raises
    StoreError for a folder with other things in it, or one that cannot be written.
    """
    from lifeskills.store.classes import ClassStore
    from lifeskills.store.school_file import make_folders, write_school

    _check_free(where)
    script = _script()
    day = today or School(None).clock.today()
    settings = _settings(script, day)
    school = School(where, language=language, settings=settings)
    make_folders(where)
    store = ClassStore(where)
    for number, demo in enumerate(script["class"]):
        chance = random.Random(f"{seed}-{number}")
        group = _group(script, demo, chance)
        store.save(group)
        for record in _records(school, script, demo, group, day, chance):
            store.add_record(group.id, record)
        if demo["worries"]:
            store.save_concerns(group.id, _concerns(demo, group, day))
        if "internship" in demo:
            begins = _monday(day) + dt.timedelta(weeks=demo["internship"])
            store.save_year(group.id, {"internship": begins.isoformat()})
    write_school(where, settings)
    return school


def _check_free(where: Path) -> None:
    """A folder that holds nothing but what a sample cut short would have left."""
    from lifeskills.store.school_file import SCHOOL_FOLDERS

    if not where.exists():
        return
    if not where.is_dir() or any(one.name not in SCHOOL_FOLDERS for one in where.iterdir()):
        raise StoreError(
            "Something else stands there already.",
            subject=str(where),
            mend="Name a new folder: lifeskills demo DIR",
        )


def _script() -> dict[str, Any]:
    text = importlib.resources.files("lifeskills.classroom").joinpath("demo.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


def _settings(script: Mapping[str, Any], today: dt.date) -> Any:
    from lifeskills.store.school_file import SchoolSettings

    return SchoolSettings(
        name=script["name"],
        province=script["province"],
        side=script["side"],
        slots=("班会",),
        terms=tuple(_terms(script, today)),
        free=tuple(_exams(script, today)),
        approval=script["approval"],
        local_contacts=script["local_contacts"],
        rest={MARKER: True},
    )


def _terms(script: Mapping[str, Any], today: dt.date) -> Iterator[tuple[str, dt.date, dt.date]]:
    """Terms from Monday to Sunday, in weeks from that of today."""
    for name, first, last in script["terms"]:
        begins, ends = (_monday(today) + dt.timedelta(weeks=week) for week in (first, last))
        yield name, begins, ends + dt.timedelta(days=6)


def _exams(script: Mapping[str, Any], today: dt.date) -> Iterator[tuple[str, dt.date, dt.date]]:
    """The last week of each term that is not over."""
    for _, first, last in _terms(script, today):
        if last >= today:
            yield script["exams"], max(first, last - dt.timedelta(days=6)), last


def _monday(day: dt.date) -> dt.date:
    return day - dt.timedelta(days=day.weekday())


# -- people -----------------------------------------------------------------------------------


def _group(script: Mapping[str, Any], demo: Mapping[str, Any], chance: random.Random) -> ClassGroup:
    from lifeskills.store.classes import new_learner_ids

    names = invent_names(script, demo["size"], chance)
    ids = new_learner_ids(demo["size"], chance=chance)
    return ClassGroup(
        id=demo["id"],
        name=demo["name"],
        kind="open" if demo.get("kind") == "open" else "class",
        audiences=(demo["audience"],),
        learners=tuple(
            Learner(
                id=ids[i],
                number=i + 1,
                name=name,
                given=name[1:] if len(name) > 2 else name,
                sex="girl" if girl else "boy",
                desk=(i // COLUMNS + 1, i % COLUMNS + 1),
            )
            for i, (name, girl) in enumerate(names)
        ),
        pathway=demo["pathway"],
        weekday=demo["weekday"],
        slot=demo["slot"],
    )


# -- the year ---------------------------------------------------------------------------------


def _records(
    school: School,
    script: Mapping[str, Any],
    demo: Mapping[str, Any],
    group: ClassGroup,
    today: dt.date,
    chance: random.Random,
) -> Iterator[dict[str, Any]]:
    """A roll a week outside the holidays, some of them with a lesson; of an open group these."""
    written = {info.course for info in school.library.courses()}
    taught = {week: course for week, course in demo["lessons"] if course in written}
    often: dict[str, int] = {}
    for week in range(script["weeks"], 0, -1):
        holiday = any(first <= week <= last for first, last in script["holidays"])
        if week not in taught and (holiday or group.kind == "open"):
            continue
        days = 7 * week - (demo["weekday"] - today.weekday()) % 7
        marks = invent_marks(demo, group, week, chance, often)
        day = today - dt.timedelta(days=days)
        yield _record(school, group, day, marks, taught.get(week, ""), chance)


def _record(
    school: School,
    group: ClassGroup,
    day: dt.date,
    marks: Mapping[str, str],
    course: str,
    chance: random.Random,
) -> dict[str, Any]:
    """One session as events, folded and closed as any other."""
    start = dt.datetime.combine(day, STARTS, tzinfo=school.clock.now().tzinfo)
    setting = school.setting(group, day=day)
    lesson = school.lesson(course, setting) if course else None
    kinds = school.plugins.activities() if lesson else {}
    plan = plan_of_the_day(lesson, 0, setting.minutes, kinds) if lesson else ()
    data = opening(group=group, lesson=lesson, setting=setting, plan=plan, part=0, now=start)
    events = list(invent_events(group, data, plan, marks, start, chance))
    state = fold(events)
    return record_of(
        state,
        at=events[-1].at,
        on=events[-1].on,
        tools={},
        slips=invent_slips(state.present_count, chance) if course else None,
    )


def _concerns(
    demo: Mapping[str, Any], group: ClassGroup, today: dt.date
) -> dict[str, Sequence[Any]]:
    seen = (today - dt.timedelta(days=5)).isoformat()
    ids = {str(one.number): one.id for one in group.learners}
    return {
        "worries": [
            {"learner": ids[number], "code": code, "day": seen, "by": ""}
            for number, code in demo["worries"].items()
        ],
        "silences": [],
        "duties": [],
    }
