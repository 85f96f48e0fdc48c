"""An invented school with a year behind it, to look at and to try things on.

Everything in it is made up and says so: the town, the school, every name. Nothing in it is a
telephone number. It is laid relative to the day it is made and is the same for the same seed.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.plan import parts, plan_steps
from lifeskills.core.record import record_of
from lifeskills.core.session import Event, fold
from lifeskills.core.text import Sentence

SEED = 2010
WEEKS = 46
HOLIDAY_WEEKS = frozenset({*range(13, 20), *range(33, 37)})
"""Weeks before today without rolls: a summer and a winter holiday wherever today lies."""
MARKER = "invented"
SCHOOL_NAME = "青溪镇中学（虚构）"

SURNAMES = (
    "王李张刘陈杨黄吴赵周徐孙马朱胡林郭何高罗郑梁谢宋唐"
    "许韩冯邓曹彭曾萧田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚"
)
GIRLS = (
    "小梅 雨欣 思琪 春兰 佳怡 婷婷 晓燕 玉珍 秋菊 诗涵 "
    "丽娟 心怡 桂香 紫萱 美玲 慧敏 雪莲 彩云 依诺 文静"
)
BOYS = (
    "志强 浩然 建国 子轩 小龙 宇航 俊杰 明辉 文博 家乐 "
    "海涛 天佑 永福 思远 晨阳 国栋 少华 一鸣 立新 金山"
)
RARE_NAME = "李㛃"
"""One character beyond the common ones: lists, screens and pages must show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoClass:
    """What is invented of one class: its lessons so far and who has been slipping away.

    ``away`` maps a class number to the weeks before today in which the learner was absent.
    """

    id: str
    name: str
    audience: str
    pathway: str
    size: int
    weekday: int
    lessons: tuple[tuple[int, str], ...]
    away: Mapping[int, tuple[int, ...]]
    worries: Mapping[int, str]
    kind: str = "class"


CLASSES = (
    DemoClass(
        id="c-8a33",
        name="8(3)",
        audience="g7-9",
        pathway="grade-8",
        size=52,
        weekday=2,
        lessons=((30, "our-class-agreement"), (12, "my-help-net"), (3, "what-is-trafficking")),
        away={17: (1, 2, 3)},
        worries={41: "friends-left"},
    ),
    DemoClass(
        id="c-9a11",
        name="9(1)",
        audience="g7-9",
        pathway="grade-9",
        size=60,
        weekday=3,
        lessons=(
            (40, "our-class-agreement"),
            (29, "my-help-net"),
            (11, "what-is-trafficking"),
            (4, "tricks-people-use"),
        ),
        away={8: (1, 3, 4, 5, 7), 33: (2, 6, 9, 11, 21, 24, 27, 39)},
        worries={},
    ),
    DemoClass(
        id="c-z1b2",
        name="职一(2)",
        audience="voc",
        pathway="vocational",
        size=38,
        weekday=1,
        lessons=((31, "our-class-agreement"), (10, "my-help-net"), (2, "how-old-to-work")),
        away={5: (1, 2)},
        worries={},
    ),
    DemoClass(
        id="c-w7h5",
        name="女工之家夜校",
        audience="workers",
        pathway="womens-home",
        size=0,
        weekday=4,
        lessons=((5, "my-help-net"), (1, "tricks-people-use")),
        away={},
        worries={},
        kind="open",
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made: the folder, the school opened, and lines that say it."""

    folder: Path
    school: School
    lines: tuple[Sentence, ...]


def make_demo(folder: Path | None, *, language: str = "", seed: int = SEED) -> Made:
    """Make the sample school, or open the one that stands there, and print one handbook.

    Raises StoreError where a school stands that is not a sample.
    """
    from lifeskills.core.errors import StoreError
    from lifeskills.store.school_file import is_school

    where = (folder or Path("lifeskills-demo")).resolve()
    lines: list[Sentence] = []
    if is_school(where):
        school = School(where, language=language)
        if not school.settings.rest.get(MARKER):
            raise StoreError(
                "A school stands there, and it is not the sample.",
                subject=str(where),
                mend="Name another folder: lifeskills demo DIR",
            )
        lines.append(Sentence("The sample school stands in {folder}.", folder=str(where)))
    else:
        school = build_demo(where, language=language, seed=seed)
        lines.append(Sentence("An invented sample school was made in {folder}.", folder=str(where)))
    return Made(folder=where, school=school, lines=tuple(lines))


def build_demo(
    where: Path, *, language: str = "", seed: int = SEED, today: dt.date | None = None
) -> School:
    """Build the sample school in an empty folder, as of ``today``."""
    from lifeskills.store.school_file import SchoolSettings, write_school

    for part in ("classes", "running", "curricula", "plugins", "printed", "backups"):
        (where / part).mkdir(parents=True, exist_ok=True)
    settings = SchoolSettings(
        name=SCHOOL_NAME,
        province="guizhou",
        side="sending",
        slots=("班会",),
        rest={MARKER: True},
    )
    write_school(where, settings)
    school = School(where, language=language)
    day = today or school.clock.today()
    for number, demo in enumerate(CLASSES):
        chance = random.Random(f"{seed}-{number}")
        group = _group(demo, chance)
        school.classes.save(group)
        for record in _records(school, demo, group, day, chance):
            school.classes.add_record(group.id, record)
        if demo.worries:
            school.classes.save_concerns(group.id, _concerns(demo, group, day))
    return school


def _group(demo: DemoClass, chance: random.Random) -> ClassGroup:
    from lifeskills.store.classes import new_learner_ids

    names = _names(demo.size, chance)
    ids = new_learner_ids(demo.size, chance=chance)
    return ClassGroup(
        id=demo.id,
        name=demo.name,
        kind="open" if demo.kind == "open" else "class",
        audiences=(demo.audience,),
        learners=tuple(
            Learner(
                id=ids[i],
                number=i + 1,
                name=name,
                given=name[1:] if len(name) > 2 else name,
                sex="girl" if girl else "boy",
                desk=(i // 8 + 1, i % 8 + 1),
            )
            for i, (name, girl) in enumerate(names)
        ),
        pathway=demo.pathway,
        weekday=demo.weekday,
        slot="班会" if demo.kind != "open" else "晚上活动",
    )


def _names(size: int, chance: random.Random) -> list[tuple[str, bool]]:
    girls, boys = GIRLS.split(), BOYS.split()
    names: list[tuple[str, bool]] = []
    used: set[str] = set()
    while len(names) < size:
        girl = len(names) % 2 == 0
        name = chance.choice(SURNAMES) + chance.choice(girls if girl else boys)
        if name not in used:
            used.add(name)
            names.append((name, girl))
    if size > 22:
        names[22] = (RARE_NAME, True)
    return names


def _records(
    school: School, demo: DemoClass, group: ClassGroup, today: dt.date, chance: random.Random
) -> Iterator[dict[str, Any]]:
    taught = dict(demo.lessons)
    missed: dict[str, int] = {}
    for week in range(WEEKS, 0, -1):
        if week in HOLIDAY_WEEKS and week not in taught:
            continue
        if demo.kind == "open" and week not in taught:
            continue
        day = today - dt.timedelta(days=7 * week - _offset(demo, today))
        away = {group.learners[n - 1].id for n, weeks in demo.away.items() if week in weeks}
        for learner in group.learners:
            if missed.get(learner.id, 0) < 2 and chance.random() < 0.02 and week > 6:
                missed[learner.id] = missed.get(learner.id, 0) + 1
                away.add(learner.id)
        yield _record(school, demo, group, day, away, taught.get(week, ""), chance)


def _offset(demo: DemoClass, today: dt.date) -> int:
    """Days by which the class's weekday lies after today's, so that lessons keep their weekday."""
    return (demo.weekday - today.weekday()) % 7


def _record(
    school: School,
    demo: DemoClass,
    group: ClassGroup,
    day: dt.date,
    away: set[str],
    course: str,
    chance: random.Random,
) -> dict[str, Any]:
    start = dt.datetime.combine(day, dt.time(14, 30), tzinfo=school.clock.now().tzinfo)
    lesson = school.library.lesson(course, school.setting(group, day=day)) if course else None
    steps = parts(lesson)[0] if lesson else ()
    plan = plan_steps(steps, school.plugins.activities())
    events: list[Event] = []

    def add(kind: str, at: float, **data: Any) -> None:
        on = (start + dt.timedelta(seconds=at)).isoformat(timespec="seconds")
        events.append(Event(len(events) + 1, kind, at, on, data))

    opened = {
        "kind": "lesson" if course else "roll",
        "class": group.id,
        "course": course,
        "day": day.isoformat(),
        "on": start.isoformat(timespec="seconds"),
        "minutes": lesson.setting.minutes if lesson else 0,
        "learners": [learner.id for learner in group.current],
        "seed": 0,
        "plan": [step.as_dict() for step in plan],
        "packs": [list(pack) for pack in lesson.packs] if lesson else [],
    }
    add("opened", 0, **opened)
    if demo.kind == "open":
        add("headcount", 20, counts=_heads(chance))
    else:
        for learner in sorted(away):
            add("marked", 10, learner=learner, mark="absent")
        add("roll_done", 30)
    at = 60.0
    for step in plan:
        add("step_begun", at, step=step.id)
        at += max(60, round((step.minutes + chance.choice((-1, 0, 0, 0.5, 1))) * 60))
        add("step_ended", at, step=step.id, reason="done")
    state = fold(events)
    return record_of(
        state,
        session=f"{day.isoformat()}-{group.id}-{'lesson' if course else 'roll'}",
        at=at,
        on=(start + dt.timedelta(seconds=at)).isoformat(timespec="seconds"),
        tools={},
        slips=_slips(len(state.present), chance) if course and demo.kind != "open" else None,
    )


def _heads(chance: random.Random) -> dict[str, int]:
    return {"girl 18-24": chance.randint(5, 8), "boy 18-24": chance.randint(2, 5)}


def _slips(present: int, chance: random.Random) -> dict[str, int]:
    not_yet, question = chance.randint(2, 6), chance.randint(1, 4)
    return {"understood": present - not_yet - question, "not_yet": not_yet, "question": question}


def _concerns(demo: DemoClass, group: ClassGroup, today: dt.date) -> dict[str, Sequence[Any]]:
    seen = (today - dt.timedelta(days=5)).isoformat()
    return {
        "worries": [
            {"learner": group.learners[n - 1].id, "code": code, "day": seen, "by": ""}
            for n, code in demo.worries.items()
        ],
        "silences": [],
        "duties": [],
    }
