"""A session found open."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.resuming import (
    AfterBell,
    Ask,
    Counted,
    clock_is_behind,
    on_reopening,
    resume_gap,
)
from lifeskills.core.session import Event, PlanStep, SessionState, fold
from tests.fakes import MONDAY_MORNING


def later(minutes: float) -> dt.datetime:
    return MONDAY_MORNING + dt.timedelta(minutes=minutes)


@given(st.floats(0, 120))
def test_up_to_two_hours_count_because_the_bell_does_not_wait(minutes: float) -> None:
    counted = resume_gap(MONDAY_MORNING, later(minutes), False)

    assert isinstance(counted, Counted)
    assert counted.minutes == pytest.approx(minutes, abs=0.001)


@given(st.floats(0, 120))
def test_nothing_counts_while_paused(minutes: float) -> None:
    assert resume_gap(MONDAY_MORNING, later(minutes), True) == Counted(0)


@given(st.floats(-100_000, -0.01) | st.floats(120.01, 100_000), st.booleans())
def test_negative_or_longer_gap_asks_one_question(minutes: float, paused: bool) -> None:
    asked = resume_gap(MONDAY_MORNING, later(minutes), paused)

    assert isinstance(asked, Ask)
    assert str(asked.sentence).count("?") == 1


def state(*kinds: str, minutes: int = 45, at: float = 600) -> SessionState:
    on = MONDAY_MORNING.isoformat()
    plan = [PlanStep(id="act", title="Act it", minutes=40).as_dict()] if minutes else []
    data = {"class": "c", "minutes": minutes, "plan": plan}
    events = [Event(1, "opened", 0, on, data), Event(2, "step_begun", 0, on, {"step": "act"})]
    events += [Event(3 + n, kind, at, on, {}) for n, kind in enumerate(kinds)]
    return fold(events)


def test_lesson_found_before_its_bell_goes_on() -> None:
    assert on_reopening(state("roll_done"), later(34)) == Counted(34)


def test_lesson_found_after_its_bell_is_not_resumed() -> None:
    found = on_reopening(state("roll_done"), later(35))

    assert isinstance(found, AfterBell)
    assert found.step == "Act it"
    assert "stopped at “Act it”" in str(found.sentence)
    assert isinstance(on_reopening(state("roll_done"), later(2000)), AfterBell)


def test_paused_lesson_waits() -> None:
    assert on_reopening(state("roll_done", "paused"), later(100)) == Counted(0)


def test_roll_has_no_bell() -> None:
    assert on_reopening(state("roll_done", minutes=0), later(100)) == Counted(100)


def test_clock_that_was_set_back_asks() -> None:
    assert isinstance(on_reopening(state("roll_done"), later(-1)), Ask)


def test_day_before_the_last_event_is_said() -> None:
    last = MONDAY_MORNING.isoformat()

    assert clock_is_behind(last, later(-5)) is None
    assert clock_is_behind("", later(0)) is None
    assert "2026-11-22" in str(clock_is_behind(last, later(-24 * 60)))
