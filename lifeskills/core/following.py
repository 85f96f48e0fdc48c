"""From findings to what adults owe: silences, duties, the limit on workload, seat order.

The limit (10 % of the class, at least one) is applied once, after the rules; it needs an order
(how grave, then how recent) that is neither shown nor stored. What it leaves out stays visible
under "also", and so does a note, which asks nothing of anybody. Lists are in seat order.

Duties are counted from a finding's newest fact: a new absence asks anew, and only what was done
since then is done. A finding that was put aside comes back with new facts and with nothing else.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

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
LISTEN = Sentence("Talk with this pupil alone: listen first, then ask what would help.")
"""The words of a talk with somebody who was not missed."""
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
    """What a class's adults have before them.

    ``look_again`` are silences whose day has come and whose finding still stands; each is there
    until its finding is put aside anew or fades.
    """

    concerns: tuple[Concern, ...] = ()
    also: tuple[Concern, ...] = ()
    look_again: tuple[Silence, ...] = ()


def findings_of(
    histories: Iterable[LearnerHistory],
    history: ClassHistory,
    rules: Sequence[SignalRule],
    thresholds: Thresholds,
) -> dict[str, tuple[Finding, ...]]:
    """Every rule's findings for every learner who has one, the gravest first, then by rule id."""
    found: dict[str, tuple[Finding, ...]] = {}
    ordered = sorted(rules, key=lambda rule: rule.id)
    for one in histories:
        seen = [finding for rule in ordered if (finding := rule.judge(one, history, thresholds))]
        if seen:
            # Sorting is stable: of equal levels the rules keep the order of their ids.
            found[one.learner] = tuple(sorted(seen, key=lambda f: -LEVELS.index(f.level)))
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
    newest = _newest(silences)
    open_: list[Concern] = []
    for learner in learners:
        findings = tuple(
            finding
            for finding in found.get(learner.id, ())
            if not _silent(finding, newest.get((learner.id, finding.rule)))
        )
        if findings:
            duties = _duties(findings, learner.id, done, compulsory=compulsory)
            open_.append(Concern(learner=learner.id, findings=findings, duties=duties))
    limit = max(1, math.ceil(WORKLOAD * len(learners)))
    asking = sorted((one for one in open_ if _asks(one)), key=_urgency)
    first = {one.learner for one in asking[:limit]}
    first |= {one.learner for one in open_ if one.duties and not _asks(one)}
    seats = {learner.id: _seat(learner) for learner in learners}
    in_order = sorted(open_, key=lambda one: seats[one.learner])
    return Following(
        concerns=tuple(one for one in in_order if one.learner in first),
        also=tuple(replace(one, also=True) for one in in_order if one.learner not in first),
        look_again=_look_again(newest, found, seats, today),
    )


def check_silence(silence: Silence) -> Silence:
    """The silence if its code is known and its day lies 1 to 30 days ahead; else SessionError."""
    ahead = (silence.look_again - silence.on).days
    if silence.code not in SILENCE_CODES:
        raise SessionError("Choose a reason to put it aside.", mend=" ".join(SILENCE_CODES))
    if not 0 < ahead <= MOST_SILENT_DAYS:
        raise SessionError(
            Sentence("The day to look again lies 1 to {days} days ahead.", days=MOST_SILENT_DAYS),
            subject=silence.look_again.isoformat(),
        )
    return silence


def check_worry(code: str) -> str:
    """The code if it is one of the worries; else SessionError."""
    if code not in WORRY_CODES:
        raise SessionError("Choose what you saw or heard.", mend=" ".join(WORRY_CODES))
    return code


def _newest(silences: Iterable[Silence]) -> dict[tuple[str, str], Silence]:
    """The last word on each learner's finding: of two silences the later one holds."""
    return {(one.learner, one.rule): one for one in sorted(silences, key=lambda one: one.on)}


def _silent(finding: Finding, silence: Silence | None) -> bool:
    if silence is None:
        return False
    # Whoever is ill until a day goes on being absent until then: that is nothing new.
    if silence.code == "ill-back-on" and finding.latest < silence.look_again:
        return True
    return set(finding.facts) <= set(silence.sessions)


def _look_again(
    newest: Mapping[tuple[str, str], Silence],
    found: Mapping[str, Sequence[Finding]],
    seats: Mapping[str, tuple[int, int, int]],
    today: dt.date,
) -> tuple[Silence, ...]:
    """Those whose finding is silent still and whose day has come, in seat order."""
    due = [
        newest[learner, finding.rule]
        for learner, findings in found.items()
        for finding in findings
        if learner in seats and _silent(finding, newest.get((learner, finding.rule)))
    ]
    return tuple(
        sorted(
            (one for one in due if one.look_again <= today),
            key=lambda one: (seats[one.learner], one.rule),
        )
    )


def _duties(
    findings: Sequence[Finding], learner: str, done: Collection[DutyDone], *, compulsory: bool
) -> tuple[Duty, ...]:
    level = max((finding.level for finding in findings), key=LEVELS.index)
    latest = max(finding.latest for finding in findings)
    kinds, words = list(_OWED[level]), DUTY_WORDS
    if kinds == ["ask"] and not any(finding.missed for finding in findings):
        # Nobody was missed: what a pupil said or showed is talked over with her, not with others.
        kinds, words = ["talk"], {"talk": LISTEN}
    if compulsory and level == "visit":
        kinds += ["register", "report"]
    acts = {(act.kind, act.on) for act in done if act.learner == learner and act.on >= latest}
    return tuple(
        Duty(
            kind=kind,
            due=latest + dt.timedelta(days=DUTY_DAYS[kind]),
            sentence=words[kind],
            done_on=max((on for what, on in acts if what == kind), default=None),
        )
        for kind in kinds
    )


def _asks(concern: Concern) -> bool:
    """True while something is still to be done for this learner."""
    return any(duty.done_on is None for duty in concern.duties)


def _urgency(concern: Concern) -> tuple[int, int, str]:
    level = max(LEVELS.index(finding.level) for finding in concern.findings)
    newest = max(finding.latest for finding in concern.findings)
    return (-level, -newest.toordinal(), concern.learner)


def _seat(learner: Learner) -> tuple[int, int, int]:
    row, column = learner.desk or (999, 999)
    return (row, column, learner.number)
