"""A lesson as a list of events."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.opening import last_key
from lifeskills.core.session import NOT_UNDONE, Event, SessionState, fold, live, undoable
from tests.strategies import KEYS, lessons


def without_last(state: SessionState) -> SessionState:
    """The state but for what the newest event's number and time are."""
    return replace(state, last_seq=0, last_at=0.0, last_on="")


def undone(events: Sequence[Event]) -> list[Event]:
    """The events with the newest key taken back."""
    event = undoable(events)
    assert event is not None
    last = events[-1]
    return [*events, Event(last.seq + 1, "undone", last.at, last.on, {"seq": event.seq})]


@given(lessons())
def test_events_come_back_from_a_file(events: list[Event]) -> None:
    through_json = [Event.from_dict(json.loads(json.dumps(e.as_dict()))) for e in events]

    assert through_json == events
    assert fold(through_json) == fold(events)


@given(lessons(), st.sampled_from(KEYS))
def test_undo_takes_back_exactly_the_newest_key(events: list[Event], kind: str) -> None:
    data: dict[str, Any] = {
        "marked": {"learner": "p-1", "mark": "late"},
        "step_begun": {"step": "s1"},
        "step_ended": {"step": "s1"},
        "turn": {"learner": "p-2"},
        "tool": {"step": "s1", "action": "a"},
    }.get(kind, {})
    key = Event(len(events) + 1, kind, events[-1].at + 5, events[-1].on, data)

    assert without_last(fold(undone([*events, key]))) == without_last(fold(events))


@given(lessons())
def test_undo_is_linear_down_to_the_opening_and_stops_there(events: list[Event]) -> None:
    opened = without_last(fold(events[:1]))
    keys = len(events) - 1
    for _ in range(keys):
        events = undone(events)

    assert undoable(events) is None
    assert without_last(fold(events)) == opened


@given(lessons())
def test_one_event_takes_back_all_of_a_key_and_older_files_say_it_one_by_one(
    events: list[Event],
) -> None:
    key = last_key(events)
    at, seqs = events[-1].seq, [one.seq for one in key]
    at_once = [*events, Event(at + 1, "undone", 9999, "", {"seqs": seqs})]
    singly = [*events, *(Event(at + n, "undone", 9999, "", {"seq": s}) for n, s in enumerate(seqs))]
    rest = [one for one in events if one.seq not in seqs]

    assert live(at_once) == live(singly) == live(rest)
    assert without_last(fold(at_once)) == without_last(fold(singly)) == without_last(fold(rest))


@given(lessons(), st.data())
def test_undoing_and_going_on_is_as_if_it_never_was(
    events: list[Event], data: st.DataObject
) -> None:
    regretted = data.draw(st.integers(0, len(events) - 1))
    kept = events[: len(events) - regretted]
    for _ in range(regretted):
        events = undone(events)
    mark = {"learner": "p-3", "mark": "absent"}
    for branch in (kept, events):
        branch.append(Event(branch[-1].seq + 1, "marked", 9999, "", mark))

    assert without_last(fold(kept)) == without_last(fold(events))


@given(lessons(), st.integers(0, 30))
def test_unknown_kinds_fold_to_nothing_and_are_kept(events: list[Event], at: int) -> None:
    place = min(at, len(events))
    odd = Event(900, "sung", 1, "", {"song": [1, {"of": "a later version"}]})
    mixed = [*events[:place], odd, *events[place:]]

    assert without_last(fold(mixed)) == without_last(fold(events))
    assert odd in live(mixed)


@given(lessons())
def test_folding_changes_no_event(events: list[Event]) -> None:
    before = json.dumps([event.as_dict() for event in events])
    fold(events)

    assert json.dumps([event.as_dict() for event in events]) == before


@given(lessons())
def test_seconds_of_steps_and_pauses_are_never_more_than_went_by(events: list[Event]) -> None:
    state = fold(events)
    ended = sum(run.seconds for run in state.runs)
    now = events[-1].at

    waiting = now - state.paused_at if state.paused_at is not None else 0
    assert ended + state.step_seconds(now) * bool(state.step) <= now + ended_twice(state)
    assert 0 <= state.paused_seconds + waiting <= now
    assert sum(run.ended is None for run in state.runs) <= 1


def ended_twice(state: SessionState) -> float:
    """Seconds that the running step's earlier runs have: ``step_seconds`` holds them too."""
    return sum(run.seconds for run in state.runs if run.id == state.step)


@given(lessons())
def test_everybody_is_present_or_absent(events: list[Event]) -> None:
    state = fold(events)

    assert sorted(state.present + state.absent) == sorted(state.learners)


# -- the clock of a step --------------------------------------------------------------------------


def run(*kinds: tuple[str, float]) -> SessionState:
    """A lesson of one step of 10 minutes; ``kinds`` are (kind, seconds)."""
    plan = [{"id": "s", "title": "S", "minutes": 10}, {"id": "t", "title": "T", "minutes": 5}]
    opened = Event(1, "opened", 0, "", {"class": "c", "minutes": 45, "plan": plan})
    rest = [Event(n, kind, at, "", {"step": "s"}) for n, (kind, at) in enumerate(kinds, start=2)]
    return fold([opened, *rest])


def test_pause_stops_the_step_and_not_the_bell() -> None:
    state = run(("step_begun", 60), ("paused", 120), ("resumed", 300))

    assert state.step_seconds(360) == 120
    assert state.step_left(360) == 480
    assert state.bell_left(360) == 45 * 60 - 360


def test_step_begun_in_a_pause_waits_for_its_end() -> None:
    begun = (("paused", 100.0), ("step_begun", 110.0))

    assert run(*begun).step_seconds(130) == 0
    assert run(*begun, ("resumed", 130.0)).step_seconds(140) == 10


def test_step_that_nobody_ended_ends_when_the_next_begins() -> None:
    opened = Event(1, "opened", 0, "", {"class": "c", "plan": []})
    first = Event(2, "step_begun", 10, "", {"step": "s"})
    second = Event(3, "step_begun", 70, "", {"step": "t"})
    state = fold([opened, first, second])

    assert [(one.id, one.seconds, one.reason) for one in state.runs] == [
        ("s", 60, "done"),
        ("t", 0, ""),
    ]


def test_minutes_given_to_a_later_step_count_for_the_bell() -> None:
    plan = [{"id": "s", "title": "S", "minutes": 40}, {"id": "t", "title": "T", "minutes": 5}]
    opened = Event(1, "opened", 0, "", {"class": "c", "minutes": 45, "plan": plan})
    more = Event(2, "minutes_added", 1, "", {"step": "t", "minutes": 3})

    assert fold([opened]).behind(0) == 0
    assert fold([opened, more]).behind(0) == 3


def test_facts_about_the_session_are_not_undone() -> None:
    assert {"opened", "closed", "reopened", "gap", "undone"} == NOT_UNDONE
