"""What a rule receives, what it finds, and what adults then owe. Rules live in plugins.

The types here have no sex, ethnicity, poverty or parents: a rule cannot use what it is not given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from lifeskills.core.text import Sentence

Level = Literal["note", "ask", "open", "visit"]
LEVELS: tuple[Level, ...] = ("note", "ask", "open", "visit")

SILENCE_CODES = ("talked-fine", "ill-back-on", "moved-confirmed", "roll-mistake")
WORRY_CODES = (
    "says-will-leave",
    "homework-stopped",
    "friends-left",
    "often-alone",
    "asked-for-help",
)
ABSENCE_CODES = ("ill", "family-leave", "school-duty", "not-known", "other")
MOST_SILENT_DAYS = 30
"""Every silence names a day, at most this far ahead, on which it is looked at again."""


@dataclass(frozen=True, slots=True)
class Attended:
    """One counted session for one learner: present, absent (unexplained) or excused."""

    session: str
    day: dt.date
    absent: bool
    excused: bool = False


@dataclass(frozen=True, slots=True)
class ClassSession:
    """One counted session of the class; ``share`` of the class present, 0–1; ``thin`` sessions
    and holidays do not count and do not break a run.
    """

    session: str
    day: dt.date
    share: float
    thin: bool = False


@dataclass(frozen=True, slots=True)
class Worry:
    """A teacher's own observation by code; fades after the threshold's days."""

    code: str
    day: dt.date
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnerHistory:
    """One learner's counted sessions, oldest first, and worries. The id is opaque."""

    learner: str
    sessions: tuple[Attended, ...]
    worries: tuple[Worry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassHistory:
    """The class's sessions by day, oldest first, and the day on which the rules are asked."""

    sessions: tuple[ClassSession, ...]
    today: dt.date


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Numbers of the rules (facts kept with their sources in the early-warning plugin's docs).

    A school may change them in ``school.toml``; ``version`` is kept with each concern.
    """

    version: str = "1"
    values: Mapping[str, float] = field(default_factory=dict)

    def get(self, name: str, default: float) -> float:
        """The school's number, or the rule's own."""
        return float(self.values.get(name, default))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule saw: a sentence about facts, the sessions it rests on, and how soon to act."""

    rule: str
    version: str
    level: Level
    sentence: Sentence
    sessions: tuple[str, ...]
    since: dt.date
    missed: tuple[str, ...] = ()
    """Those of ``sessions`` that were missed: a finding put aside comes back with new ones."""
    seen: tuple[str, ...] = ()
    """What adults noticed, a code and a day each: new ones bring a finding back too."""
    newest: dt.date | None = None
    """The day of the newest fact, from which duties are counted; None: ``since``."""

    @property
    def facts(self) -> tuple[str, ...]:
        """What the finding rests on: what was missed and what was noticed, else its sessions."""
        return (*self.missed, *self.seen) or self.sessions

    @property
    def latest(self) -> dt.date:
        """The day of its newest fact."""
        return self.newest or self.since


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalRule:
    """A rule of a plugin: pure, of one learner's history and the class's presence."""

    id: str
    version: str
    judge: Callable[[LearnerHistory, ClassHistory, Thresholds], Finding | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """What an adult owes: ``kind`` is ask, talk, visit, aid, buddy, register or report."""

    kind: str
    due: dt.date
    sentence: Sentence
    done_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A finding put aside by a person: a code and the day to look again (≤ 30 days ahead)."""

    learner: str
    rule: str
    code: str
    on: dt.date
    look_again: dt.date
    sessions: tuple[str, ...] = ()
    """The finding's facts that it answered; with others the finding comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """A learner's findings and the duties they create.

    ``also``: beyond the limit on adults' workload, or a note that asks nothing of them.
    """

    learner: str
    findings: tuple[Finding, ...]
    duties: tuple[Duty, ...]
    also: bool = False
