"""The countdown runs through its phases by itself, or when the teacher says."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.api import Countdown, People, Phases, ToolClock
from tests.tools.making import step_with

ROOM = People(present=50)
TEN = step_with(minutes=10, begun=100.0, phases=(0.2, 0.5, 0.3))


def clock_at(state: Phases, at: float) -> ToolClock:
    clock = Countdown().view(state, at).clock
    assert clock is not None
    return clock


def test_phases_follow_one_another() -> None:
    state = Countdown().start(TEN, ROOM)

    assert (clock_at(state, 100).number, clock_at(state, 100).left) == (1, 120)
    assert (clock_at(state, 230).number, clock_at(state, 230).left) == (2, 290)
    assert (clock_at(state, 700).number, clock_at(state, 700).left) == (3, 0)


def test_the_last_phase_runs_over() -> None:
    state = Countdown().start(TEN, ROOM)

    assert clock_at(state, 760).left == -60
    assert Countdown().view(state, 760).done


def test_next_begins_a_phase_early_and_those_after_it_follow() -> None:
    tool = Countdown()

    state = tool.apply(tool.start(TEN, ROOM), "next-phase", None, 130)

    assert (clock_at(state, 130).number, clock_at(state, 130).left) == (2, 300)
    assert (clock_at(state, 430).number, clock_at(state, 430).left) == (3, 180)


def test_next_in_the_last_phase_changes_nothing() -> None:
    tool = Countdown()
    state = tool.start(TEN, ROOM)

    assert tool.apply(state, "next-phase", None, 600) == state


def test_a_stopped_clock_stands_still() -> None:
    tool = Countdown()
    state = tool.apply(tool.start(TEN, ROOM), "pause", None, 130)
    assert clock_at(state, 999).left == 90

    state = tool.apply(state, "resume", None, 230)

    assert clock_at(state, 240).left == 80


def test_without_phases_the_step_is_one() -> None:
    state = Countdown().start(step_with(minutes=4), ROOM)

    assert clock_at(state, 60) == ToolClock(left=180, total=240, phase="", number=1, of=1)
    assert "next-phase" not in {one.id for one in Countdown().actions(state)}


@given(
    shares=st.lists(st.floats(0.05, 1), min_size=1, max_size=6),
    minutes=st.integers(1, 90),
    at=st.floats(0, 10_000),
)
def test_the_phases_share_the_steps_minutes(shares: list[float], minutes: int, at: float) -> None:
    state = Countdown().start(step_with(minutes=minutes, phases=tuple(shares)), ROOM)

    assert abs(sum(state.seconds) - minutes * 60) < 1e-6
    later = sum(state.seconds[clock_at(state, at).number :])
    assert abs(clock_at(state, at).left + later - (minutes * 60 - at)) < 1e-6
