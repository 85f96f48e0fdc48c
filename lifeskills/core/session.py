"""A lesson as a list of events, and what they fold to.

``fold`` reads nothing but the events: no pack, plugin, clock or roster. Results of chance are
stored in the event that drew them. Learner ids stand in events, never names. Unknown kinds fold
to nothing and are kept. Times ``at`` are seconds on the session's own clock (0 = opened), which
runs on while the program is off for up to two hours: the bell does not wait.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from lifeskills.core.events import (
    AWAY,
    EVENT_KINDS,
    MARKS,
    NOT_UNDONE,
    EndReason,
    Event,
    Kind,
    Mark,
)
from lifeskills.core.sessionstate import Formed, PlanStep, SessionState, StepRun, ToolAct

__all__ = [
    "AWAY",
    "EVENT_KINDS",
    "MARKS",
    "NOT_UNDONE",
    "EndReason",
    "Event",
    "Kind",
    "Mark",
    "PlanStep",
    "SessionState",
    "StepRun",
    "ToolAct",
    "fold",
    "live",
    "undoable",
]


def live(events: Iterable[Event]) -> list[Event]:
    """Events in order without those undone; ``undone`` itself is kept out too.

    ``reopened`` takes back the ``closed`` before it: a step that ran at the end runs on.
    """
    events = list(events)
    gone = {seq for e in events if e.kind == "undone" for seq in _taken_back(e)}
    last = max((e.seq for e in events if e.kind == "reopened"), default=0)
    gone |= {e.seq for e in events if e.kind == "closed" and e.seq < last}
    return [e for e in events if e.seq not in gone and e.kind != "undone"]


def _taken_back(undone: Event) -> list[int]:
    """The events of the key that was taken back; at first one ``seq`` was written for each."""
    seqs = undone.data.get("seqs", [undone.data.get("seq", 0)])
    return [int(seq) for seq in seqs]


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
        opened_plan=_plan(data.get("plan", ())),
        meta=MappingProxyType(dict(data)),
    )


def _plan(raw: Iterable[Mapping[str, Any]]) -> tuple[PlanStep, ...]:
    known = set(PlanStep.__slots__)
    return tuple(PlanStep(**{k: v for k, v in step.items() if k in known}) for step in raw)


def _marked(state: SessionState, event: Event) -> SessionState:
    data, mark = event.data, event.data.get("mark")
    marked = [str(one) for one in data.get("learners", ())] or [str(data["learner"])]
    marks = {k: v for k, v in state.marks.items() if k not in marked}
    if mark in MARKS:
        marks |= dict.fromkeys(marked, str(mark))
    learners = tuple(dict.fromkeys((*state.learners, *marked)))
    return replace(state, marks=MappingProxyType(marks), learners=learners)


def _roll_done(state: SessionState, _event: Event) -> SessionState:
    return replace(state, roll_done=True, size=state.present_count)


def _headcount(state: SessionState, event: Event) -> SessionState:
    counts = {str(k): int(v) for k, v in dict(event.data.get("counts", {})).items()}
    size = sum(counts.values())
    return replace(state, headcount=MappingProxyType(counts), roll_done=True, size=size)


def _step_begun(state: SessionState, event: Event) -> SessionState:
    if state.step:  # two steps never run at once, whatever wrote the events
        state = _step_ended(state, replace(event, data={"step": state.step}))
    waited = max(0.0, event.at - state.paused_at) if state.paused_at is not None else 0.0
    paused = state.paused_seconds + waited
    run = StepRun(str(event.data["step"]), event.at, paused_before=paused)
    return replace(state, step=run.id, runs=(*state.runs, run), asked="", speaking="", report=_NONE)


def _step_ended(state: SessionState, event: Event) -> SessionState:
    step = str(event.data.get("step", state.step))
    reason, why = str(event.data.get("reason", "done")), str(event.data.get("why", ""))
    runs = list(state.runs)
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        if run.id == step and run.ended is None:
            until = state.paused_at if state.paused_at is not None else event.at
            used = run.used(until, state.paused_seconds)
            runs[index] = replace(run, ended=event.at, reason=reason, seconds=used, why=why)
            break
    else:
        runs.append(StepRun(step, event.at, ended=event.at, reason=reason, why=why))
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
    """Groups as they were formed; with nothing but ``names``, whether they stand on the wall."""
    data = event.data
    names = bool(data.get("names", state.names_on_wall))
    if "groups" not in data:
        return replace(state, names_on_wall=names)
    groups = tuple(tuple(group) for group in data["groups"])
    drawn = state.drawn
    if data.get("drawn"):
        drawn = (*(drawn[:-1] if data.get("kept") else drawn), groups)
    return replace(
        state,
        groups=groups,
        group_shape=str(data.get("shape", "")),
        group_how=str(data.get("how", "")),
        group_says=MappingProxyType(dict(data.get("says", {}))),
        group_wanted=MappingProxyType(dict(data.get("wanted", {}))),
        group_step=state.step,
        single_sex=bool(data.get("single_sex", False)),
        names_on_wall=names,
        formed=_formed(state, event, len(groups)),
        drawn=drawn,
        report=_NONE,
    )


def _formed(state: SessionState, event: Event, groups: int) -> tuple[Formed, ...]:
    """Groups that were ``kept`` for a latecomer were formed when they were formed."""
    if event.data.get("kept") and state.formed:
        return (*state.formed[:-1], replace(state.formed[-1], groups=groups))
    shape = str(event.data.get("shape", ""))
    return (*state.formed, Formed(state.step, event.at, shape, groups))


_NONE: Mapping[str, Any] = MappingProxyType({})


def _turn(state: SessionState, event: Event) -> SessionState:
    """Somebody speaks or passes (``learner``), somebody is asked (``asked``), groups report."""
    data = event.data
    if "report" in data:
        return _reported(state, dict(data["report"]))
    asked = str(data.get("asked", ""))
    if "learner" not in data:
        return replace(state, asked=asked, speaking=asked)
    learner = str(data["learner"])
    if data.get("passed"):
        return replace(state, passes=(*state.passes, learner), asked=asked, speaking=asked)
    return replace(state, turns=(*state.turns, learner), asked=asked, speaking=asked or learner)


def _reported(state: SessionState, report: dict[str, Any]) -> SessionState:
    places = [n for part in report.values() for n in part if 0 <= n < len(state.groups)]
    members = [one for n in places for one in state.groups[n]]
    return replace(
        state,
        report=MappingProxyType(report),
        reported=tuple(dict.fromkeys([*state.reported, *members])),
    )


def _tool(state: SessionState, event: Event) -> SessionState:
    step = str(event.data.get("step", state.step))
    act = ToolAct(str(event.data["action"]), event.data.get("value"), state.working(event.at))
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


def _reopened(state: SessionState, event: Event) -> SessionState:
    return replace(state, record=None, stands=bool(event.data.get("stands", False)))


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
