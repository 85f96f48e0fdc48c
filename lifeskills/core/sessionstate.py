"""What the events of a session say, and the questions that faces and rules ask of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lifeskills.core.events import AWAY


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step as the plan of the day has it; minutes are whole."""

    id: str
    title: str
    kind: str = ""
    phase: str = ""
    shape: str = "class"
    minutes: int = 0
    least: int = 0
    needs: str = "should"
    tool: str = ""
    meeting: bool = False
    """Part of the 25-minute class-meeting cut."""
    period: int = 1
    """The period of a double lesson that it belongs to, from 1."""

    def as_dict(self) -> dict[str, Any]:
        """Plain values for an event."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class StepRun:
    """What became of a step: when it began, when and why it ended, seconds actually used.

    ``paused_before`` is the session's paused seconds when it began, so that pauses can be left out.
    ``why`` is the code of ``core.remarks`` with which it was left out, or "".
    """

    id: str
    begun: float
    paused_before: float = 0.0
    ended: float | None = None
    reason: str = ""
    seconds: float = 0.0
    why: str = ""

    def used(self, until: float, paused: float) -> float:
        """Seconds from its beginning to ``until``, with ``paused`` the session's paused seconds."""
        return max(0.0, until - self.begun - (paused - self.paused_before))


@dataclass(frozen=True, slots=True)
class Formed:
    """Groups that were formed: in which step ("" before the first), when, shape and number."""

    step: str
    at: float
    shape: str
    groups: int


@dataclass(frozen=True, slots=True)
class ToolAct:
    """One key in a tool, to be replayed: the tool itself is no part of the fold.

    ``at`` is on the clock of tools, which stands still in a pause.
    """

    action: str
    value: Any
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionState:
    """What the events say. Mappings are read-only."""

    kind: str = "lesson"
    group: str = ""
    course: str = ""
    day: str = ""
    minutes: int = 0
    """Minutes of the period, added minutes included."""
    meta: Mapping[str, Any] = field(default_factory=dict)
    """The data of ``opened`` in full: packs, seed, setting, cover."""
    learners: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict)
    roll_done: bool = False
    size: int | None = None
    """How many were there when the roll was done: a latecomer changes no words of the lesson."""
    headcount: Mapping[str, int] = field(default_factory=dict)
    plan: tuple[PlanStep, ...] = ()
    opened_plan: tuple[PlanStep, ...] = ()
    """The plan as it was when the lesson opened; ``plan`` is the newest."""
    runs: tuple[StepRun, ...] = ()
    step: str = ""
    """The id of the step that is running, or ""."""
    paused_at: float | None = None
    paused_seconds: float = 0.0
    added: Mapping[str, int] = field(default_factory=dict)
    """Minutes the teacher gave a step by hand."""
    groups: tuple[tuple[str, ...], ...] = ()
    group_shape: str = ""
    formed: tuple[Formed, ...] = ()
    """Every time that groups were formed, the newest last."""
    group_how: str = ""
    """How they were formed: desks, number, count, lot, ages."""
    group_says: Mapping[str, Any] = field(default_factory=dict)
    """The sentence that formed them, as plain values."""
    group_wanted: Mapping[str, Any] = field(default_factory=dict)
    """What the teacher asked for: shape, by_lot, single_sex."""
    group_step: str = ""
    """The step in which they were formed."""
    single_sex: bool = False
    names_on_wall: bool = False
    """Whether the teacher wants the groups' names on the class screen."""
    drawn: tuple[tuple[tuple[str, ...], ...], ...] = ()
    """The groupings of this session that mixed the class, as they stood last."""
    asked: str = ""
    """Who was drawn to speak and has not yet spoken or passed."""
    speaking: str = ""
    """Whose name may stand on the class screen as the turn."""
    report: Mapping[str, Any] = field(default_factory=dict)
    """Which groups report now, by their place from 0: speak, add, sum_up."""
    reported: tuple[str, ...] = ()
    """Those whose groups have reported."""
    turns: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    tools: Mapping[str, tuple[ToolAct, ...]] = field(default_factory=dict)
    choices: tuple[Mapping[str, Any], ...] = ()
    notes: tuple[Mapping[str, Any], ...] = ()
    gaps: tuple[Mapping[str, Any], ...] = ()
    record: Mapping[str, Any] | None = None
    """The record of ``closed``; None while the session is open."""
    stands: bool = False
    """Opened again after its end to put something right: its clock stands still."""
    last_seq: int = 0
    last_at: float = 0.0
    last_on: str = ""

    @property
    def open(self) -> bool:
        """True from ``opened`` until ``closed``."""
        return bool(self.group) and self.record is None

    @property
    def present(self) -> tuple[str, ...]:
        """Ids of learners in the room, in roster order; everyone until marked."""
        return tuple(one for one in self.learners if self.marks.get(one) not in AWAY)

    @property
    def absent(self) -> tuple[str, ...]:
        """Ids of learners who are absent or excused, in roster order."""
        return tuple(one for one in self.learners if self.marks.get(one) in AWAY)

    @property
    def present_count(self) -> int:
        """People in the room: learners present, or the head count of an open group."""
        return sum(self.headcount.values()) if self.headcount else len(self.present)

    @property
    def step_minutes(self) -> int:
        """Minutes of the running step, with those given by hand."""
        step = self.current
        return step.minutes + self.added.get(step.id, 0) if step is not None else 0

    @property
    def current(self) -> PlanStep | None:
        """The running step of the plan."""
        return next((step for step in self.plan if step.id == self.step), None)

    @property
    def done(self) -> tuple[str, ...]:
        """Ids of steps that ended as done, skipped or cut."""
        return tuple(
            dict.fromkeys(run.id for run in self.runs if run.reason in ("done", "skipped", "cut"))
        )

    @property
    def remaining(self) -> tuple[PlanStep, ...]:
        """Steps of the plan that are neither running nor done."""
        done = set(self.done)
        return tuple(s for s in self.plan if s.id not in done and s.id != self.step)

    def working(self, at: float) -> float:
        """Seconds of the session's clock at ``at`` without its pauses: the clock of tools."""
        return (self.paused_at if self.paused_at is not None else at) - self.paused_seconds

    def step_seconds(self, at: float) -> float:
        """Seconds the running step has used at ``at``, pauses left out."""
        until = self.paused_at if self.paused_at is not None else at
        return sum(
            run.seconds if run.ended is not None else run.used(until, self.paused_seconds)
            for run in self.runs
            if run.id == self.step
        )

    def step_left(self, at: float) -> float:
        """Seconds left of the running step's minutes; negative when it runs over."""
        if self.current is None:
            return 0.0
        return self.step_minutes * 60 - self.step_seconds(at)

    @property
    def periods(self) -> int:
        """How many periods the lesson fills; two in a double lesson taught whole."""
        return max((step.period for step in self.opened_plan), default=1)

    @property
    def period(self) -> int:
        """The period that runs, from 1: the running step's, else the next one's, else the last."""
        step = self.current or next(iter(self.remaining), None)
        return step.period if step is not None else self.periods

    @property
    def remaining_to_bell(self) -> tuple[PlanStep, ...]:
        """:attr:`remaining` as far as the bell that comes next."""
        now = self.period
        return tuple(step for step in self.remaining if step.period <= now)

    def bell_left(self, at: float) -> float:
        """Seconds until the bell that comes next; the bell does not wait for a pause.

        A later period of a double lesson runs from its first step: nobody knows how long the
        break was.
        """
        now, each = self.period, self.minutes // self.periods
        minutes = self.minutes - each * (now - 1) if now == self.periods else each
        those = {step.id for step in self.plan if step.period == now}
        began = next((run.begun for run in self.runs if run.id in those), at) if now > 1 else 0.0
        return minutes * 60 - (at - began)

    def behind(self, at: float) -> int:
        """Whole minutes by which the rest of the period runs past its bell (negative: to spare)."""
        rest_of_it = self.remaining_to_bell
        minutes = sum(step.minutes + self.added.get(step.id, 0) for step in rest_of_it)
        rest = minutes * 60 + max(0.0, self.step_left(at))
        return round((rest - self.bell_left(at)) / 60)
