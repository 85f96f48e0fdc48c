"""From findings to what adults owe: silences, duties, the limit on workload, seat order.

The limit (10 % of the class, at least one) is applied once, after the rules; it needs an order
(how grave, then how recent) that is neither shown nor stored. What it leaves out stays visible
under "also". Lists are in seat order.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from lifeskills.core.concern import (
    LEVELS,
    MOST_SILENT_DAYS,
    SILENCE_CODES,
    WORRY_CODES,
    ClassHistory,
    Concern,
    Duty,
    Finding,
    LearnerHistory,
    Level,
    SignalRule,
    Silence,
    Thresholds,
)
from lifeskills.core.errors import SessionError
from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence

WORKLOAD = 0.10
"""Share of a class that is asked of its adults at once."""
COMPULSORY = frozenset({"g6", "g7-9"})
"""Audiences in compulsory school: there the school registers and reports (LPM-28)."""

DUTY_DAYS: Mapping[str, int] = {
    "ask": 3,
    "talk": 3,
    "buddy": 7,
    "visit": 7,
    "aid": 14,
    "register": 7,
    "report": 14,
}
"""Days after the finding's newest fact within which an adult acts (risk sheet: ask this week)."""

DUTY_WORDS: Mapping[str, Sentence] = {
    "ask": Sentence("Ask today: is this pupil in school? Ask at home how things are."),
    "talk": Sentence("Talk with this pupil alone: what would make tomorrow possible?"),
    "buddy": Sentence("Ask a classmate this pupil likes to keep the seat and lend notes."),
    "visit": Sentence("Visit the family, two adults, by appointment."),
    "aid": Sentence("Ask the aid office what help there is for the family."),
    "register": Sentence("Register the absence with the school's pupil records."),
    "report": Sentence("If talking does not help: report in writing to the education authority."),
}
_OWED: Mapping[Level, tuple[str, ...]] = {
    "note": (),
    "ask": ("ask",),
    "open": ("talk", "buddy"),
    "visit": ("visit", "aid"),
}


@dataclass(frozen=True, slots=True)
class DutyDone:
    """An adult's act that was done, by learner, kind and day."""

    learner: str
    kind: str
    on: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """What a class's adults have before them. ``look_again`` are silences whose day has come."""

    concerns: tuple[Concern, ...] = ()
    also: tuple[Concern, ...] = ()
    look_again: tuple[Silence, ...] = ()


def findings_of(
    histories: Iterable[LearnerHistory],
    history: ClassHistory,
    rules: Sequence[SignalRule],
    thresholds: Thresholds,
) -> dict[str, tuple[Finding, ...]]:
    """Every rule's finding for every learner who has one, rules in the order of their ids."""
    found: dict[str, tuple[Finding, ...]] = {}
    ordered = sorted(rules, key=lambda rule: rule.id)
    for one in histories:
        seen = [finding for rule in ordered if (finding := rule.judge(one, history, thresholds))]
        if seen:
            found[one.learner] = tuple(seen)
    return found


def following(
    found: Mapping[str, Sequence[Finding]],
    learners: Sequence[Learner],
    *,
    today: dt.date,
    silences: Sequence[Silence] = (),
    done: Collection[DutyDone] = (),
    compulsory: bool = False,
) -> Following:
    """The concerns of a class in seat order, those beyond the workload limit, silences due."""
    open_: list[Concern] = []
    for learner in learners:
        findings = tuple(
            finding
            for finding in found.get(learner.id, ())
            if not _silent(finding, learner.id, silences, today)
        )
        if findings:
            duties = _duties(findings, learner.id, done, compulsory=compulsory)
            open_.append(Concern(learner=learner.id, findings=findings, duties=duties))
    limit = max(1, math.ceil(WORKLOAD * len(learners)))
    first = {one.learner for one in sorted(open_, key=_urgency)[:limit]}
    seats = {learner.id: _seat(learner) for learner in learners}
    in_order = sorted(open_, key=lambda one: seats[one.learner])
    return Following(
        concerns=tuple(one for one in in_order if one.learner in first),
        also=tuple(
            Concern(learner=one.learner, findings=one.findings, duties=one.duties, also=True)
            for one in in_order
            if one.learner not in first
        ),
        look_again=tuple(s for s in silences if s.look_again == today and s.learner in seats),
    )


def check_silence(silence: Silence) -> Silence:
    """The silence if its code is known and its day lies 1 to 30 days ahead; else SessionError."""
    ahead = (silence.look_again - silence.on).days
    if silence.code not in SILENCE_CODES:
        raise SessionError("A silence needs one of the codes.", mend=" ".join(SILENCE_CODES))
    if not 0 < ahead <= MOST_SILENT_DAYS:
        raise SessionError(
            Sentence("The day to look again lies 1 to {days} days ahead.", days=MOST_SILENT_DAYS),
            subject=silence.look_again.isoformat(),
        )
    return silence


def check_worry(code: str) -> str:
    """The code if it is one of the worries; else SessionError."""
    if code not in WORRY_CODES:
        raise SessionError("A worry needs one of the codes.", mend=" ".join(WORRY_CODES))
    return code


def _silent(finding: Finding, learner: str, silences: Sequence[Silence], today: dt.date) -> bool:
    for silence in silences:
        if silence.learner != learner or silence.rule != finding.rule:
            continue
        if silence.code == "ill-back-on" and today < silence.look_again:
            return True
        if set(finding.sessions) <= set(silence.sessions):
            return True
    return False


def _duties(
    findings: Sequence[Finding], learner: str, done: Collection[DutyDone], *, compulsory: bool
) -> tuple[Duty, ...]:
    level = max((finding.level for finding in findings), key=LEVELS.index)
    since = max(finding.since for finding in findings)
    kinds = list(_OWED[level])
    if compulsory and level == "visit":
        kinds += ["register", "report"]
    acts = {(act.kind, act.on) for act in done if act.learner == learner and act.on >= since}
    return tuple(
        Duty(
            kind=kind,
            due=since + dt.timedelta(days=DUTY_DAYS[kind]),
            sentence=DUTY_WORDS[kind],
            done_on=max((on for what, on in acts if what == kind), default=None),
        )
        for kind in kinds
    )


def _urgency(concern: Concern) -> tuple[int, int, str]:
    level = max(LEVELS.index(finding.level) for finding in concern.findings)
    newest = max(finding.since for finding in concern.findings)
    return (-level, -newest.toordinal(), concern.learner)


def _seat(learner: Learner) -> tuple[int, int, int]:
    row, column = learner.desk or (999, 999)
    return (row, column, learner.number)
