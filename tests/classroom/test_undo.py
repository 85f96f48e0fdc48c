"""F2 takes back any key: whatever was done, undo gives the state before it, also after a kill."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.core.grouping import Wanted
from lifeskills.core.offering import offers
from lifeskills.core.people import ClassGroup
from lifeskills.core.remarks import NOTE_WORDS, SKIP_WORDS
from lifeskills.core.session import SessionState, fold
from tests.fakes import FakeClock
from tests.tui.sample_school import make_school

COURSE = "tricks-people-use"
Key = Callable[[Teaching], object]


def mark(teaching: Teaching, at: int, sign: str | None) -> object:
    return teaching.mark(teaching.group.learners[at % len(teaching.group.learners)], sign)


def tool(teaching: Teaching, at: int) -> object:
    actions = teaching.tool_actions() if teaching.state.step else ()
    if not actions:
        return None
    action = actions[at % len(actions)]
    return teaching.tool_key(action.id, "7" if action.asks else action.value)


def fit(teaching: Teaching) -> object:
    found = offers(teaching.state, teaching.at())
    return teaching.change_plan(found[0].plan) if found else None


NUMBER = st.integers(0, 51)
KEYS: st.SearchStrategy[Key] = st.one_of(
    st.builds(
        lambda at, sign: lambda t: mark(t, at, sign),
        NUMBER,
        st.sampled_from(["absent", "late", "excused", "left-early", None]),
    ),
    st.just(lambda t: t.mark_all("absent")),
    st.just(lambda t: t.roll_done()),
    st.just(lambda t: t.headcount({"girl 16-17": 3})),
    st.just(lambda t: t.next_step()),
    st.just(lambda t: t.next_step()),
    st.builds(lambda why: lambda t: t.next_step("skipped", why), st.sampled_from([*SKIP_WORDS])),
    st.just(lambda t: t.back()),
    st.just(lambda t: t.pause()),
    st.builds(lambda n: lambda t: t.add_minutes(n), st.sampled_from([1, -1])),
    st.just(fit),
    st.builds(
        lambda shape, lot: lambda t: GroupWork(t).form(Wanted(shape=shape, by_lot=lot)),
        st.sampled_from(["pairs", "fours", "eights", "count-off", "casts"]),
        st.booleans(),
    ),
    st.builds(lambda show: lambda t: GroupWork(t).show_names(show), st.booleans()),
    st.just(lambda t: GroupWork(t).ask_next()),
    st.just(lambda t: GroupWork(t).passes() if t.state.asked else None),
    st.just(lambda t: GroupWork(t).speaks() if t.state.asked else None),
    st.just(lambda t: GroupWork(t).ask_nobody()),
    st.just(lambda t: GroupWork(t).report()),
    st.just(lambda t: GroupWork(t).ask_next() if t.state.present else None),
    st.just(lambda t: GroupWork(t).passes() if t.state.asked else None),
    st.just(lambda t: GroupWork(t).report() if t.state.groups else None),
    st.builds(lambda show: lambda t: GroupWork(t).show_names(show), st.booleans()),
    st.builds(lambda code: lambda t: t.note(code), st.sampled_from([*NOTE_WORDS])),
    st.builds(lambda at: lambda t: tool(t, at), NUMBER),
)


def said(state: SessionState) -> SessionState:
    """The state without what only counts the events."""
    return replace(state, last_seq=0, last_at=0.0, last_on="")


def cut_short(school: School, group: ClassGroup, since: int) -> Iterator[SessionState]:
    """What is on the disk after each event that was written since, for a kill just then."""
    running = school.running.open(group.id)
    events = list(running.events)
    running.release()
    for event in events:
        if event.seq >= since:
            yield fold(events[: event.seq])


@contextmanager
def a_lesson() -> Iterator[tuple[School, Teaching, FakeClock]]:
    with tempfile.TemporaryDirectory() as folder:
        school = make_school(Path(folder))
        assert isinstance(school.clock, FakeClock)
        teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
        yield school, teaching, school.clock
        teaching.leave()


@settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(keys=st.lists(KEYS, min_size=1, max_size=14), killed=st.booleans())
def test_undo_gives_the_state_before_the_last_key(keys: list[Key], killed: bool) -> None:
    with a_lesson() as (school, begun, clock):
        teaching = begun
        before, lesson = teaching.state, teaching.lesson
        for key in keys:
            seq = teaching.state.last_seq
            then, words = teaching.state, teaching.lesson
            clock.advance(seconds=20)
            key(teaching)
            if teaching.state.last_seq != seq:  # a key that meant nothing is nothing to take back
                before, lesson = then, words
        if killed:
            teaching.leave()
            teaching = Teaching.resume(school, begun.group)
        whole = teaching.state
        teaching.undo()
        teaching.leave()
        for folded in cut_short(school, begun.group, whole.last_seq):
            assert said(folded) in (said(whole), said(before)), "no kill leaves half a key undone"
        teaching = Teaching.resume(school, begun.group)
        assert said(teaching.state) == said(before)
        assert teaching.lesson == lesson
        teaching.leave()


@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(keys=st.lists(KEYS, max_size=8))
def test_undo_takes_everything_back_one_key_after_the_other(keys: list[Key]) -> None:
    with a_lesson() as (_school, teaching, clock):
        states = [teaching.state]
        for key in keys:
            clock.advance(seconds=5)
            key(teaching)
            if teaching.state.last_seq != states[-1].last_seq:
                states.append(teaching.state)
        while len(states) > 1:
            states.pop()
            teaching.undo()
            assert said(teaching.state) == said(states[-1])


def test_closing_is_taken_back_and_closed_again_as_one_record() -> None:
    with a_lesson() as (school, teaching, clock):
        teaching.roll_done()
        teaching.next_step()
        before = teaching.state
        clock.advance(minutes=5)
        first = teaching.close()
        teaching.undo()
        assert said(teaching.state) == said(before)
        assert teaching.state.step == before.step
        clock.advance(minutes=5)
        teaching.note("noise")
        second = teaching.close()
        assert second["id"] == first["id"]
        assert second["minutes"]["actual"] == 10
        assert school.classes.records(teaching.group.id) == (second,)


def test_a_lesson_opened_again_stands_still_while_it_is_put_right() -> None:
    with a_lesson() as (school, teaching, clock):
        teaching.roll_done()
        while teaching.next_step().step:
            clock.advance(minutes=6)
        first = teaching.close()
        clock.advance(minutes=180)
        again = Teaching.reopen(school, teaching.group, first["id"])
        clock.advance(minutes=9)
        again.mark(again.group.learners[2], "absent")
        again.leave()
        again = Teaching.resume(school, teaching.group)
        second = again.close()
        assert second["marks"] == {"p-03": "absent"}
        assert second["minutes"] == first["minutes"]
        assert school.classes.records(teaching.group.id) == (second,)
