"""Out at the bell, exactly."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.pacing import (
    Offer,
    class_meeting,
    fit,
    least_minutes,
    offers,
    plan_for,
    rescue,
)
from lifeskills.core.session import Event, PlanStep, SessionState, fold
from tests.strategies import plans

MINUTES = st.sampled_from([10, 20, 25, 40, 45, 60, 90])


def subsets(plan: Sequence[PlanStep]) -> list[list[PlanStep]]:
    """Every way to leave steps out; a must is never left out."""
    ways = itertools.product((True, False), repeat=len(plan))
    return [
        [step for step, keep in zip(plan, way, strict=True) if keep]
        for way in ways
        if all(keep or step.needs != "must" for step, keep in zip(plan, way, strict=True))
    ]


def worth(kept: Sequence[PlanStep], minutes: int) -> tuple[int, int, int, int]:
    planned = sum(step.minutes for step in kept)
    return (
        sum(step.needs == "should" for step in kept),
        sum(step.needs == "could" for step in kept),
        min(planned, minutes),
        -max(0, planned - minutes),
    )


@given(plans(), st.integers(5, 100))
def test_fit_is_the_best_of_all_subsets(plan: tuple[PlanStep, ...], minutes: int) -> None:
    fitted = fit(plan, minutes)
    possible = [k for k in subsets(plan) if sum(map(least_minutes, k)) <= minutes]
    kept = [step for step in plan if step.id not in fitted.cut]

    if possible:
        assert worth(kept, minutes) == max(worth(one, minutes) for one in possible)
        assert fitted.minutes == (minutes if kept else 0)
        assert fitted.over == 0
    else:
        assert all(step.needs == "must" for step in kept)
        assert fitted.minutes - minutes == fitted.over > 0


@given(plans(), st.integers(5, 100))
def test_no_must_is_cut_and_no_step_is_below_its_least(
    plan: tuple[PlanStep, ...], minutes: int
) -> None:
    fitted = fit(plan, minutes)
    as_written = {step.id: step for step in plan}

    assert [s.id for s in plan if s.needs == "must" and s.id in fitted.cut] == []
    assert all(step.minutes >= step.least for step in fitted.plan)
    assert [s.id for s in plan if s.id not in fitted.cut] == [s.id for s in fitted.plan]
    changed = [step.minutes - as_written[step.id].minutes for step in fitted.plan]
    assert all(c <= 0 for c in changed) or all(c >= 0 for c in changed)
    assert all(
        replace(s, minutes=as_written[s.id].minutes) == as_written[s.id] for s in fitted.plan
    )


@given(plans(), st.integers(5, 100))
def test_nothing_is_cut_that_shortening_would_have_saved(
    plan: tuple[PlanStep, ...], minutes: int
) -> None:
    if sum(map(least_minutes, plan)) <= minutes:
        assert fit(plan, minutes).cut == ()


@given(plans())
def test_plan_that_fits_stays_as_it_is(plan: tuple[PlanStep, ...]) -> None:
    assert fit(plan, sum(step.minutes for step in plan)).plan == plan


@given(plans(most=24), st.integers(20, 90))
def test_long_plans_are_fitted_too(plan: tuple[PlanStep, ...], minutes: int) -> None:
    fitted = fit(plan, minutes)

    assert fitted.over or fitted.minutes in (0, minutes)


def step(id: str, minutes: int, least: int, needs: str, phase: str = "try") -> PlanStep:
    return PlanStep(
        id=id,
        title=id,
        minutes=minutes,
        least=least,
        needs=needs,
        phase=phase,
        meeting=id in {"open", "act", "slip"},
    )


LESSON = (
    step("open", 5, 3, "should", "open"),
    step("act", 14, 9, "must"),
    step("share", 8, 4, "must", "reflect"),
    step("walk", 5, 4, "could", "explain"),
    step("use", 9, 6, "should", "use"),
    step("slip", 4, 2, "must", "close"),
)


@pytest.mark.parametrize(
    ("minutes", "plan"),
    [
        (40, {"open": 4, "act": 14, "share": 8, "walk": 4, "use": 6, "slip": 4}),
        (45, {"open": 5, "act": 14, "share": 8, "walk": 5, "use": 9, "slip": 4}),
        (60, {"open": 5, "act": 21, "share": 12, "walk": 5, "use": 13, "slip": 4}),
        (90, {"open": 5, "act": 34, "share": 20, "walk": 5, "use": 22, "slip": 4}),
        (20, {"open": 3, "act": 10, "share": 5, "slip": 2}),
        (25, {"open": 3, "act": 12, "share": 6, "slip": 4}),
    ],
)
def test_usual_periods(minutes: int, plan: dict[str, int]) -> None:
    fitted = plan_for(LESSON, minutes)

    assert {one.id: one.minutes for one in fitted.plan} == plan
    assert fitted.minutes == minutes


def test_class_meeting_is_the_marked_steps_and_every_must() -> None:
    fitted = class_meeting(LESSON)

    assert [one.id for one in fitted.plan] == ["open", "act", "share", "slip"]
    assert fitted.cut == ("walk", "use")


def test_rescue_in_fewer_minutes_than_the_musts_need_says_how_many_over() -> None:
    fitted = rescue(LESSON, 12)

    assert [one.id for one in fitted.plan] == ["act", "share", "slip"]
    assert fitted.over == 3


# -- offers -----------------------------------------------------------------------------------


def taught(plan: Sequence[PlanStep], begun: str, at_minute: float, *more: Event) -> SessionState:
    """A lesson of 45 minutes in which the steps before ``begun`` are done."""
    rows = [step.as_dict() for step in plan]
    data = {"class": "c", "minutes": 45, "plan": rows, "learners": []}
    events = [Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)]
    for one in plan:
        if one.id == begun:
            events.append(Event(len(events) + 1, "step_begun", at_minute * 60, "", {"step": begun}))
            break
        events.append(Event(len(events) + 1, "step_ended", 0, "", {"step": one.id}))
    return fold([*events, *more])


def says(found: Sequence[Offer]) -> list[str]:
    return [str(offer.sentence) for offer in found]


def test_lesson_on_time_is_left_alone() -> None:
    assert offers(taught(LESSON, "act", 5), 5 * 60) == ()


def test_six_minutes_behind_is_shortened_or_one_step_is_cut() -> None:
    state = taught(LESSON, "act", 11)

    assert says(offers(state, 11 * 60)) == [
        "6 minutes behind: shorten share (−2), shorten walk (−1), shorten use (−3)?",
        "6 minutes behind: cut use (9)?",
    ]


def test_an_offer_of_many_changes_names_three_and_counts_the_rest() -> None:
    plan = tuple(replace(LESSON[1], id=f"s{n}", title=f"s{n}", needs="must") for n in range(6))
    state = taught(plan, "s0", 30)
    (first,) = offers(state, 30 * 60)

    assert str(first.sentence).count("shorten") == 3
    assert str(first.sentence).endswith("more changes?")


def test_minutes_to_spare_never_more_than_half_as_much_again() -> None:
    plan = (replace(LESSON[0], id="a", minutes=2), replace(LESSON[1], id="b", phase="use"))
    state = taught(plan, "a", 0)

    longest = [step.minutes for offer in offers(state, 0) for step in offer.plan if step.id == "b"]

    assert all(minutes <= plan[1].minutes * 1.5 for minutes in longest)


def test_far_behind_cuts_before_the_musts_go_below_their_least() -> None:
    state = taught(LESSON, "act", 20)
    (first,) = offers(state, 20 * 60)

    assert (
        str(first.sentence)
        == "15 minutes behind: cut use (9), shorten share (−4), shorten walk (−1), shorten slip (−1)?"
    )
    assert [one.id for one in first.plan] == ["open", "act", "share", "walk", "slip"]


def test_too_late_says_how_far_past_the_bell() -> None:
    (first,) = offers(taught(LESSON, "act", 30), 30 * 60)

    assert "past the bell even so" in str(first.sentence)


def test_minutes_to_spare_are_offered_to_the_steps_that_are_left() -> None:
    (offer,) = offers(taught(LESSON, "act", 1), 60)

    assert str(offer.sentence).startswith("4 minutes to spare: lengthen share (+2)")


@given(plans(), st.integers(0, 60), st.integers(0, 8))
def test_every_offer_ends_at_the_bell_and_keeps_what_is_done(
    plan: tuple[PlanStep, ...], minute: int, begun: int
) -> None:
    state = taught(plan, plan[min(begun, len(plan) - 1)].id, minute)
    rest = {one.id for one in state.remaining}
    left = (state.bell_left(minute * 60) - max(0, state.step_left(minute * 60))) / 60

    for offer in offers(state, minute * 60):
        todo = sum(one.minutes for one in offer.plan if one.id in rest)
        musts = sum(least_minutes(one) for one in state.remaining if one.needs == "must")
        assert todo <= max(left, musts)
        assert [one for one in offer.plan if one.id not in rest] == [
            one for one in plan if one.id not in rest
        ]
        kept = {one.id for one in offer.plan}
        assert all(one.id in kept for one in plan if one.needs == "must")


def test_minutes_given_by_hand_are_not_forgotten_by_a_new_plan() -> None:
    given_by_hand = Event(9, "minutes_added", 700, "", {"step": "act", "minutes": 2})
    state = taught(LESSON, "act", 11, given_by_hand)
    offer = offers(state, 11 * 60)[0]

    assert {one.id: one.minutes for one in offer.plan}["act"] == 16
