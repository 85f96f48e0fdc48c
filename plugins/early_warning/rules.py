"""The rules: pure, of one learner's days and the class's presence.

Excused absences count for all but ``run``, where they neither add nor break. What a finding says
can be worked out again from the sessions that it names.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable
from pathlib import Path

from lifeskills.api import (
    ClassHistory,
    Finding,
    LearnerHistory,
    Level,
    Sentence,
    Text,
    Thresholds,
    Worry,
)

from .days import Day, counted_days, date_words, dates

VERSION = "1"
WINDOW = 8
"""Days that the sentence of ``falling-off`` looks back; the weight of older ones is under 0.06."""

_TABLES = tomllib.loads(Path(__file__).with_name("thresholds.toml").read_text(encoding="utf-8"))
DEFAULTS: dict[str, float] = {
    f"{rule}.{name}": float(value)
    for rule, table in _TABLES.items()
    for name, value in table.items()
}

WORRIES: dict[str, Text] = {
    "says-will-leave": Text(zh="说不想念了", en="says will leave"),
    "homework-stopped": Text(zh="作业停了", en="homework stopped"),
    "friends-left": Text(zh="要好的同学走了", en="friends left"),
    "often-alone": Text(zh="常常一个人", en="often alone"),
    "asked-for-help": Text(zh="来求助过", en="asked for help"),
}


def run(learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds) -> Finding | None:
    """Absences in a row without a known reason, or days that they span, whichever comes first."""
    missed: list[Day] = []
    for one in reversed(counted_days(learner, group)):
        if not one.away:
            break
        if not one.excused:
            missed.append(one)
    missed.reverse()
    if not missed:
        return None
    span = (missed[-1].day - missed[0].day).days
    level = _run_level(len(missed), span, thresholds)
    if level is None:
        return _far_apart(learner, group, thresholds)
    return _finding(
        "run",
        level,
        Sentence(
            "Absent {n} times in a row, the reason not known: {dates}.",
            Text(
                zh="连着{n}次没来，还不知道原因：{dates}。",
                en="Absent {n} times in a row, the reason not known: {dates}.",
            ),
            n=len(missed),
            dates=dates(missed, group.today),
        ),
        missed,
        thresholds,
    )


def _far_apart(
    learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds
) -> Finding | None:
    """One absence at the newest meeting, where the one before it lies long ago: just ask."""
    days = counted_days(learner, group)[-2:]
    if len(days) < 2 or days[1].excused or not days[1].away:
        return None
    if (days[1].day - days[0].day).days <= _number(thresholds, "run.far_apart_days"):
        return None
    return _finding(
        "run",
        "ask",
        Sentence(
            "Absent last time ({date}), and the time before was {days} days earlier: "
            "is this pupil in school?",
            Text(
                zh="上次没来（{date}），再往前一次隔了{days}天：人在学校吗？",
                en="Absent last time ({date}), and the time before was {days} days earlier: "
                "is this pupil in school?",
            ),
            date=date_words(days[1].day, group.today),
            days=(days[1].day - days[0].day).days,
        ),
        days,
        thresholds,
    )


def _run_level(times: int, span: int, thresholds: Thresholds) -> Level | None:
    levels: tuple[Level, ...] = ("visit", "open", "ask")
    for level in levels:
        enough = times >= _number(thresholds, f"run.{level}")
        # A span has two ends: one absence alone spans nothing, whatever a school has set.
        if enough or (times > 1 and span >= _number(thresholds, f"run.{level}_days")):
            return level
    return None


def falling_off(
    learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds
) -> Finding | None:
    """Recent absences, each day weighed by age and by how much of the class was there."""
    days = counted_days(learner, group)
    decay = _number(thresholds, "falling-off.decay")
    weights = [one.share * decay**age for age, one in enumerate(reversed(days))][::-1]
    total = math.fsum(weights)
    lost = math.fsum(weight for weight, one in zip(weights, days, strict=True) if one.away)
    missed = [one for one in days if one.away]
    if total <= 0 or len(missed) < _number(thresholds, "falling-off.absences"):
        return None
    if lost / total < _number(thresholds, "falling-off.share"):
        return None
    recent = days[-WINDOW:]
    away = [one for one in recent if one.away]
    return _finding(
        "falling-off",
        "ask",
        Sentence(
            "Has been coming less: absent {n} of the last {m} times ({dates}).",
            Text(
                zh="最近来得少了：最近{m}次里有{n}次没来（{dates}）。",
                en="Has been coming less: absent {n} of the last {m} times ({dates}).",
            ),
            n=len(away),
            m=len(recent),
            dates=dates(away, group.today),
        ),
        days,
        thresholds,
    )


def share(learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds) -> Finding | None:
    """The share missed of all days; never early, never for a single absence."""
    days = counted_days(learner, group)
    missed = [one for one in days if one.away]
    if len(days) < _number(thresholds, "share.sessions"):
        return None
    if not missed or len(missed) < _number(thresholds, "share.absences"):
        return None
    part = len(missed) / len(days)
    if part < min(_number(thresholds, "share.note"), _number(thresholds, "share.flag")):
        return None
    return _finding(
        "share",
        "ask" if part >= _number(thresholds, "share.flag") else "note",
        Sentence(
            "Missed {n} of {m} times: {dates}.",
            Text(zh="{m}次里有{n}次没来：{dates}。", en="Missed {n} of {m} times: {dates}."),
            n=len(missed),
            m=len(days),
            dates=dates(missed, group.today),
        ),
        days,
        thresholds,
    )


def worry(learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds) -> Finding | None:
    """What an adult has seen or heard, by code; it fades."""
    lasting = _number(thresholds, "worry.days")
    fresh = sorted(
        (one for one in learner.worries if (group.today - one.day).days <= lasting),
        key=lambda one: (one.day, one.code),
    )
    if not fresh:
        return None
    lines = [(WORRIES.get(one.code, Text(zh=one.code, en=one.code)), one) for one in fresh]
    return Finding(
        rule="worry",
        version=_version(thresholds),
        level="ask",
        sentence=Sentence(
            "An adult has noticed: {seen}.",
            Text(zh="有大人留意到：{seen}。", en="An adult has noticed: {seen}."),
            seen=Text(
                zh="；".join(_seen(lines, group, "zh")), en="; ".join(_seen(lines, group, "en"))
            ),
        ),
        sessions=(),
        since=fresh[0].day,
        seen=tuple(f"{one.code} {one.day.isoformat()}" for one in fresh),
        newest=fresh[-1].day,
    )


def _seen(lines: Iterable[tuple[Text, Worry]], group: ClassHistory, language: str) -> list[str]:
    opening, closing = ("（", "）") if language == "zh" else (" (", ")")
    return [
        f"{words.get(language)}{opening}{date_words(one.day, group.today).get(language)}{closing}"
        for words, one in lines
    ]


def _finding(
    rule: str,
    level: Level,
    sentence: Sentence,
    days: Iterable[Day],
    thresholds: Thresholds,
) -> Finding:
    days = list(days)
    missed = [one for one in days if one.away]
    return Finding(
        rule=rule,
        version=_version(thresholds),
        level=level,
        sentence=sentence,
        sessions=tuple(name for one in days for name in one.sessions),
        since=missed[0].day,
        missed=tuple(name for one in missed for name in one.missed),
        newest=missed[-1].day,
    )


def _number(thresholds: Thresholds, name: str) -> float:
    return thresholds.get(name, DEFAULTS[name])


def _version(thresholds: Thresholds) -> str:
    """The rules' version and that of the thresholds, which a school may have changed."""
    return f"{VERSION}/{thresholds.version}"
