"""What adults owe pupils who are slipping away: seen only behind F9, by a person, off the wall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core.concern import ClassHistory, Concern, Finding, Silence, Thresholds, Worry
from lifeskills.core.errors import UnknownName
from lifeskills.core.following import (
    COMPULSORY,
    DutyDone,
    check_silence,
    check_worry,
    findings_of,
    following,
)
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.roll import class_history, learner_histories
from lifeskills.core.text import Sentence

FEW_ROLLS = 4
LATELY_DAYS = 31
"""With fewer counted rolls than this in so many days, the screen says how little it sees."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """What stands behind F9 for a class, in seat order."""

    concerns: tuple[Concern, ...]
    also: tuple[Concern, ...]
    look_again: tuple[Silence, ...]
    little: Sentence | None
    learners: Mapping[str, Learner]

    @property
    def every(self) -> tuple[Concern, ...]:
        """The concerns, then those beyond the limit of work."""
        return (*self.concerns, *self.also)

    def of(self, learner: str) -> Concern | None:
        """The concern about a learner."""
        return next((one for one in self.every if one.learner == learner), None)


def follow_up(school: School, group: ClassGroup) -> FollowUp:
    """The class's concerns today, judged anew from the records by the rules at hand."""
    records = school.classes.records(group.id)
    document = school.classes.concerns(group.id)
    today = school.clock.today()
    history = class_history(records, today)
    learners = group.current
    histories = learner_histories(
        (one.id for one in learners), records, history, worries=_worries(document)
    )
    found = findings_of(histories, history, school.plugins.signals(), _thresholds(school))
    result = following(
        found,
        learners,
        today=today,
        silences=_silences(document),
        done=_done(document),
        compulsory=bool(group.audiences) and group.audiences[0] in COMPULSORY,
    )
    return FollowUp(
        concerns=result.concerns,
        also=result.also,
        look_again=result.look_again,
        little=_little(history),
        learners={one.id: one for one in learners},
    )


def _little(history: ClassHistory) -> Sentence | None:
    """How little the rules see, where there are few rolls."""
    since = history.today - dt.timedelta(days=LATELY_DAYS)
    lately = sum(since <= one.day <= history.today for one in history.sessions)
    if lately >= FEW_ROLLS:
        return None
    return Sentence(
        "Rolls in the last {days} days: {count}. This tool sees little.",
        count=lately,
        days=LATELY_DAYS,
    )


def concern_rows(school: School, class_name: str | None = None) -> list[dict[str, Any]]:
    """Every concern as plain values, a row for each finding; sentences in zh and en."""
    rows: list[dict[str, Any]] = []
    for group in _followed(school, class_name):
        found = follow_up(school, group)
        for concern in (*found.concerns, *found.also):
            learner = found.learners[concern.learner]
            rows.extend(_row(group, learner, concern, finding) for finding in concern.findings)
    return rows


def seen_little(school: School, class_name: str | None = None) -> list[tuple[str, Sentence]]:
    """The classes of which the rules see little, each with the sentence that says so."""
    found = []
    for group in _followed(school, class_name):
        history = class_history(school.classes.records(group.id), school.clock.today())
        little = _little(history)
        if little is not None:
            found.append((group.name, little))
    return found


def _followed(school: School, class_name: str | None) -> list[ClassGroup]:
    groups = [school.classes.get(class_name)] if class_name else list(school.classes.list())
    return [group for group in groups if group.kind != "open"]


def worry(school: School, group: ClassGroup, learner: str, code: str, *, by: str = "") -> None:
    """Keep a teacher's own observation by code; the rules see it from now on."""
    entry = {
        "learner": _known(group, learner),
        "code": check_worry(code),
        "day": school.clock.today().isoformat(),
        "by": by,
    }
    _add(school, group, "worries", entry)


def silence(
    school: School,
    group: ClassGroup,
    learner: str,
    finding: Finding,
    code: str,
    look_again: dt.date,
) -> None:
    """Put a finding aside by code until a day at most 30 days ahead, or until new facts.

    Raises SessionError for another code or day.
    """
    checked = check_silence(
        Silence(
            learner=_known(group, learner),
            rule=finding.rule,
            code=code,
            on=school.clock.today(),
            look_again=look_again,
            sessions=finding.facts,
        )
    )
    entry = {
        "learner": checked.learner,
        "rule": checked.rule,
        "code": checked.code,
        "on": checked.on.isoformat(),
        "look_again": checked.look_again.isoformat(),
        "sessions": list(checked.sessions),
    }
    _add(school, group, "silences", entry)


def duty_done(school: School, group: ClassGroup, learner: str, kind: str) -> None:
    """Keep that an adult did what was owed, today."""
    entry = {"learner": _known(group, learner), "kind": kind}
    _add(school, group, "duties", {**entry, "on": school.clock.today().isoformat()})


def _add(school: School, group: ClassGroup, part: str, entry: Mapping[str, Any]) -> None:
    document = school.classes.concerns(group.id)
    school.classes.save_concerns(group.id, {**document, part: [*document[part], dict(entry)]})


def _known(group: ClassGroup, learner: str) -> str:
    if group.learner(learner) is None:
        raise UnknownName("This class has no such learner.", subject=learner)
    return learner


def _thresholds(school: School) -> Thresholds:
    values = dict(school.settings.thresholds)
    version = values.pop("version", None)
    if version is not None:
        return Thresholds(version=f"{version:g}", values=values)
    return Thresholds(version="school", values=values) if values else Thresholds()


def _worries(document: Mapping[str, Any]) -> dict[str, tuple[Worry, ...]]:
    found: dict[str, tuple[Worry, ...]] = {}
    for one in document["worries"]:
        seen = Worry(str(one["code"]), dt.date.fromisoformat(str(one["day"])), str(one["by"]))
        found[str(one["learner"])] = (*found.get(str(one["learner"]), ()), seen)
    return found


def _silences(document: Mapping[str, Any]) -> Sequence[Silence]:
    return tuple(
        Silence(
            learner=str(one["learner"]),
            rule=str(one["rule"]),
            code=str(one["code"]),
            on=dt.date.fromisoformat(str(one["on"])),
            look_again=dt.date.fromisoformat(str(one["look_again"])),
            sessions=tuple(one.get("sessions", ())),
        )
        for one in document["silences"]
    )


def _done(document: Mapping[str, Any]) -> Sequence[DutyDone]:
    return tuple(
        DutyDone(str(one["learner"]), str(one["kind"]), dt.date.fromisoformat(str(one["on"])))
        for one in document["duties"]
    )


def _row(group: ClassGroup, learner: Learner, concern: Concern, finding: Finding) -> dict[str, Any]:
    return {
        "class": group.name,
        "learner": learner.number,
        "name": learner.name,
        "rule": finding.rule,
        "version": finding.version,
        "level": finding.level,
        "sentence": both(finding.sentence),
        "sessions": list(finding.sessions),
        "duties": [
            {
                "kind": duty.kind,
                "due": duty.due.isoformat(),
                "sentence": both(duty.sentence),
                "done_on": duty.done_on.isoformat() if duty.done_on else None,
            }
            for duty in concern.duties
        ],
        "also": concern.also,
    }


def both(sentence: Sentence) -> dict[str, str]:
    """A sentence in both languages of the screen."""
    from lifeskills.language import translator

    return {language: translator(language)(sentence) for language in ("zh", "en")}
