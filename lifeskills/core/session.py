"""A lesson as a list of events, and what they fold to.

``fold`` reads nothing but the events: no pack, plugin, clock or roster. Results of chance are
stored in the event that drew them. Learner ids stand in events, never names. Unknown kinds fold
to nothing and are kept. Times ``at`` are seconds on the session's own clock (0 = opened), which
runs on while the program is off for up to two hours: the bell does not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, Literal

Kind = Literal["lesson", "roll"]
Mark = Literal["absent", "late", "excused", "left-early"]
EndReason = Literal["done", "skipped", "cut", "back", "closed"]

MARKS: tuple[Mark, ...] = ("absent", "late", "excused", "left-early")
AWAY: frozenset[str] = frozenset({"absent", "excused"})
"""Marks of somebody who is not in the room; late and left-early count as present (design §7)."""

EVENT_KINDS = (
    "opened",
    "marked",
    "roll_done",
    "headcount",
    "step_begun",
    "step_ended",
    "paused",
    "resumed",
    "minutes_added",
    "plan_changed",
    "grouped",
    "turn",
    "tool",
    "chose",
    "noted",
    "gap",
    "closed",
    "reopened",
    "undone",
)
NOT_UNDONE = frozenset({"opened", "closed", "reopened", "gap", "undone"})
"""Kinds that undo steps over: they are facts about the session, not keys a teacher regrets."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. ``seq`` counts from 1; ``at`` is whole or part seconds on the
    session's clock; ``on`` the wall time as ISO 8601 with offset; ``data`` plain JSON values.
    """

    seq: int
    kind: str
    at: float
    on: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for a file."""
        return {
            "seq": self.seq,
            "kind": self.kind,
            "at": self.at,
            "on": self.on,
            "data": dict(self.data),
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Event:
        """Read back what :meth:`as_dict` wrote; raises KeyError or TypeError on other shapes."""
        return cls(
            int(raw["seq"]),
            str(raw["kind"]),
            float(raw["at"]),
            str(raw["on"]),
            dict(raw["data"]),
        )


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

    def as_dict(self) -> dict[str, Any]:
        """Plain values for an event."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(frozen=True, slots=True)
class StepRun:
    """What became of a step: when it began, when and why it ended, seconds actually used.

    ``paused_before`` is the session's paused seconds when it began, so that pauses can be left out.
    """

    id: str
    begun: float
    paused_before: float = 0.0
    ended: float | None = None
    reason: str = ""
    seconds: float = 0.0

    def used(self, until: float, paused: float) -> float:
        """Seconds from its beginning to ``until``, with ``paused`` the session's paused seconds."""
        return max(0.0, until - self.begun - (paused - self.paused_before))


@dataclass(frozen=True, slots=True)
class ToolAct:
    """One key in a tool, to be replayed: the tool itself is no part of the fold."""

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
    headcount: Mapping[str, int] = field(default_factory=dict)
    plan: tuple[PlanStep, ...] = ()
    runs: tuple[StepRun, ...] = ()
    step: str = ""
    """The id of the step that is running, or ""."""
    paused_at: float | None = None
    paused_seconds: float = 0.0
    added: Mapping[str, int] = field(default_factory=dict)
    """Minutes the teacher gave a step by hand."""
    groups: tuple[tuple[str, ...], ...] = ()
    group_shape: str = ""
    turns: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    tools: Mapping[str, tuple[ToolAct, ...]] = field(default_factory=dict)
    choices: tuple[Mapping[str, Any], ...] = ()
    notes: tuple[Mapping[str, Any], ...] = ()
    gaps: tuple[Mapping[str, Any], ...] = ()
    record: Mapping[str, Any] | None = None
    """The record of ``closed``; None while the session is open."""
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
        step = self.current
        if step is None:
            return 0.0
        return (step.minutes + self.added.get(step.id, 0)) * 60 - self.step_seconds(at)

    def bell_left(self, at: float) -> float:
        """Seconds until the bell; the bell does not wait for a pause."""
        return self.minutes * 60 - at

    def behind(self, at: float) -> int:
        """Whole minutes by which the rest of the plan runs past the bell (negative: to spare)."""
        minutes = sum(step.minutes + self.added.get(step.id, 0) for step in self.remaining)
        rest = minutes * 60 + max(0.0, self.step_left(at))
        return round((rest - self.bell_left(at)) / 60)


def live(events: Iterable[Event]) -> list[Event]:
    """Events in order without those undone; ``undone`` itself is kept out too."""
    events = list(events)
    gone = {int(e.data.get("seq", 0)) for e in events if e.kind == "undone"}
    return [e for e in events if e.seq not in gone and e.kind != "undone"]


def undoable(events: Sequence[Event]) -> Event | None:
    """The newest event that undo would take back, or None."""
    return next((e for e in reversed(live(events)) if e.kind not in NOT_UNDONE), None)


def fold(events: Iterable[Event]) -> SessionState:
    """What the events say, reading nothing else. Unknown kinds are passed over."""
    events = list(events)
    state = SessionState()
    for event in live(events):
        handler = _HANDLERS.get(event.kind)
        if handler is not None:
            state = handler(state, event)
    if events:
        last = events[-1]
        state = replace(state, last_seq=last.seq, last_at=last.at, last_on=last.on)
    return state


def _opened(state: SessionState, event: Event) -> SessionState:
    data = event.data
    return replace(
        state,
        kind=str(data.get("kind", "lesson")),
        group=str(data["class"]),
        course=str(data.get("course", "")),
        day=str(data.get("day", "")),
        minutes=int(data.get("minutes", 0)),
        learners=tuple(data.get("learners", ())),
        plan=_plan(data.get("plan", ())),
        meta=MappingProxyType(dict(data)),
    )


def _plan(raw: Iterable[Mapping[str, Any]]) -> tuple[PlanStep, ...]:
    known = set(PlanStep.__slots__)
    return tuple(PlanStep(**{k: v for k, v in step.items() if k in known}) for step in raw)


def _marked(state: SessionState, event: Event) -> SessionState:
    learner, mark = str(event.data["learner"]), event.data.get("mark")
    marks = {k: v for k, v in state.marks.items() if k != learner}
    if mark in MARKS:
        marks[learner] = str(mark)
    learners = state.learners
    if learner not in learners:
        learners = (*learners, learner)
    return replace(state, marks=MappingProxyType(marks), learners=learners)


def _roll_done(state: SessionState, _event: Event) -> SessionState:
    return replace(state, roll_done=True)


def _headcount(state: SessionState, event: Event) -> SessionState:
    counts = {str(k): int(v) for k, v in dict(event.data.get("counts", {})).items()}
    return replace(state, headcount=MappingProxyType(counts), roll_done=True)


def _step_begun(state: SessionState, event: Event) -> SessionState:
    if state.step:  # two steps never run at once, whatever wrote the events
        state = _step_ended(state, replace(event, data={"step": state.step}))
    waited = max(0.0, event.at - state.paused_at) if state.paused_at is not None else 0.0
    paused = state.paused_seconds + waited
    run = StepRun(str(event.data["step"]), event.at, paused_before=paused)
    return replace(state, step=run.id, runs=(*state.runs, run))


def _step_ended(state: SessionState, event: Event) -> SessionState:
    step = str(event.data.get("step", state.step))
    reason = str(event.data.get("reason", "done"))
    runs = list(state.runs)
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        if run.id == step and run.ended is None:
            until = state.paused_at if state.paused_at is not None else event.at
            used = run.used(until, state.paused_seconds)
            runs[index] = replace(run, ended=event.at, reason=reason, seconds=used)
            break
    else:
        runs.append(StepRun(step, event.at, ended=event.at, reason=reason))
    running = "" if step == state.step else state.step
    return replace(state, runs=tuple(runs), step=running)


def _paused(state: SessionState, event: Event) -> SessionState:
    return state if state.paused_at is not None else replace(state, paused_at=event.at)


def _resumed(state: SessionState, event: Event) -> SessionState:
    if state.paused_at is None:
        return state
    waited = max(0.0, event.at - state.paused_at)
    return replace(state, paused_at=None, paused_seconds=state.paused_seconds + waited)


def _minutes_added(state: SessionState, event: Event) -> SessionState:
    step, minutes = (
        str(event.data.get("step", state.step)),
        int(event.data.get("minutes", 1)),
    )
    if event.data.get("period"):
        return replace(state, minutes=state.minutes + minutes)
    added = dict(state.added)
    added[step] = added.get(step, 0) + minutes
    return replace(state, added=MappingProxyType(added))


def _plan_changed(state: SessionState, event: Event) -> SessionState:
    return replace(state, plan=_plan(event.data.get("plan", ())), added=MappingProxyType({}))


def _grouped(state: SessionState, event: Event) -> SessionState:
    groups = tuple(tuple(group) for group in event.data.get("groups", ()))
    return replace(state, groups=groups, group_shape=str(event.data.get("shape", "")))


def _turn(state: SessionState, event: Event) -> SessionState:
    learner = str(event.data["learner"])
    if event.data.get("passed"):
        return replace(state, passes=(*state.passes, learner))
    return replace(state, turns=(*state.turns, learner))


def _tool(state: SessionState, event: Event) -> SessionState:
    step = str(event.data.get("step", state.step))
    act = ToolAct(str(event.data["action"]), event.data.get("value"), event.at)
    tools = dict(state.tools)
    tools[step] = (*tools.get(step, ()), act)
    return replace(state, tools=MappingProxyType(tools))


def _chose(state: SessionState, event: Event) -> SessionState:
    return replace(state, choices=(*state.choices, MappingProxyType(dict(event.data))))


def _noted(state: SessionState, event: Event) -> SessionState:
    return replace(state, notes=(*state.notes, MappingProxyType(dict(event.data))))


def _gap(state: SessionState, event: Event) -> SessionState:
    return replace(state, gaps=(*state.gaps, MappingProxyType(dict(event.data))))


def _closed(state: SessionState, event: Event) -> SessionState:
    if state.step:
        state = _step_ended(state, replace(event, data={"step": state.step, "reason": "closed"}))
    return replace(state, record=MappingProxyType(dict(event.data.get("record", {}))))


def _reopened(state: SessionState, _event: Event) -> SessionState:
    return replace(state, record=None)


_HANDLERS: Mapping[str, Callable[[SessionState, Event], SessionState]] = {
    "opened": _opened,
    "marked": _marked,
    "roll_done": _roll_done,
    "headcount": _headcount,
    "step_begun": _step_begun,
    "step_ended": _step_ended,
    "paused": _paused,
    "resumed": _resumed,
    "minutes_added": _minutes_added,
    "plan_changed": _plan_changed,
    "grouped": _grouped,
    "turn": _turn,
    "tool": _tool,
    "chose": _chose,
    "noted": _noted,
    "gap": _gap,
    "closed": _closed,
    "reopened": _reopened,
}
