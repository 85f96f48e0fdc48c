"""A small made-up school for the screens: 8(3) of 52 at fixed desks, 职一(2), an open group."""

from __future__ import annotations

from pathlib import Path

from lifeskills.classroom.school import School
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.store.classes import ClassStore
from lifeskills.store.school_file import SchoolSettings, write_school
from tests.fakes import FakeClock

NAMES = [
    "王小花",
    "张伟",
    "刘洋",
    "陈静",
    "杨帆",
    "赵雪",
    "黄磊",
    "周婷",
    "吴昊",
    "徐丽",
    "孙鹏",
    "李想",
    "马丽娜",
    "朱琳",
    "胡杨",
    "郭晨",
    "何苗",
    "高远",
    "林芳",
    "罗丹",
    "郑凯",
    "梁宇",
    "谢颖",
    "宋佳",
    "唐果",
    "许诺",
    "韩梅",
    "冯刚",
    "李响",
    "邓超",
    "曹雪",
    "彭程",
    "曾荣",
    "肖战",
    "田甜",
    "董洁",
    "袁方",
    "潘悦",
    "于洋",
    "蒋欣",
    "𠮷㛃",
    "余波",
    "杜鹃",
    "叶青",
    "程程",
    "魏来",
    "苏醒",
    "吕品",
    "丁香",
    "任重",
    "单丹",
    "阿依古丽·买买提",
]
"""Two share their initials (12 李想, 29 李响), one has rare characters (41 𠮷㛃)."""


def make_class(size: int = 52) -> ClassGroup:
    """8(3): desks in seven columns, girls and boys in turn, every name made up."""
    learners = tuple(
        Learner(
            id=f"p-{number:02}",
            number=number,
            name=name,
            given=name[1:],
            sex="girl" if number % 2 else "boy",
            desk=((number - 1) // 7 + 1, (number - 1) % 7 + 1),
        )
        for number, name in enumerate(NAMES[:size], 1)
    )
    return ClassGroup(
        id="c-8003",
        name="8(3)",
        audiences=("g7-9",),
        band="under16",
        learners=learners,
        pathway="grade-8",
        weekday=2,
        slot="班会",
    )


def make_school(folder: Path, *, language: str = "zh", size: int = 52) -> School:
    """Write the school into ``folder`` and open it at a clock that stands still."""
    write_school(
        folder,
        SchoolSettings(
            name="杉树湾中学（虚构）",
            province="guizhou",
            side="sending",
            language=language,
            slots=("班会",),
            local_contacts={},
        ),
    )
    classes = ClassStore(folder)
    classes.save(make_class(size))
    young_workers = ClassGroup(
        id="c-2open",
        name="周四晚间小组",
        kind="open",
        audiences=("workers",),
        band="16plus",
        pathway="womens-home",
    )
    vocational = ClassGroup(
        id="c-voc12",
        name="职一(2)",
        audiences=("voc",),
        band="mixed",
        learners=tuple(
            Learner(id=f"v-{n:02}", number=n, name=name, given=name[1:], sex="girl")
            for n, name in enumerate(NAMES[10:48], 1)
        ),
        pathway="vocational",
        weekday=4,
    )
    for group in (young_workers, vocational):
        classes.save(group)
    return School(folder, clock=FakeClock(), language=language)
