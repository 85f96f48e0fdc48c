"""Out at the bell, exactly."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeskills.core.pacing import (
    WORKING,
    Fit,
    class_meeting,
    fit,
    least_minutes,
    plan_for,
    rescue,
)
from lifeskills.core.session import PlanStep
from tests.core.lessons import LESSON
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


@pytest.mark.parametrize(
    ("minutes", "plan"),
    [
        (40, {"open": 4, "act": 14, "share": 8, "walk": 4, "use": 6, "slip": 4}),
        (45, {"open": 5, "act": 14, "share": 8, "walk": 5, "use": 9, "slip": 4}),
        (60, {"open": 5, "act": 21, "share": 12, "walk": 5, "use": 13, "slip": 4}),
        (90, {"open": 5, "act": 34, "share": 20, "walk": 5, "use": 22, "slip": 4}),
        (20, {"act": 11, "share": 6, "slip": 3}),
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


def test_rescue_hurries_no_must_to_make_room_for_a_should() -> None:
    fitted = rescue(LESSON, 30)

    assert {one.id: one.minutes for one in fitted.plan} == {
        "open": 4, "act": 14, "share": 8, "slip": 4,
    }  # fmt: skip
    assert fitted.cut == ("walk", "use")


def test_rescue_in_fewer_minutes_than_the_musts_need_says_how_many_over() -> None:
    fitted = rescue(LESSON, 12)

    assert [one.id for one in fitted.plan] == ["act", "share", "slip"]
    assert fitted.over == 3


# -- against brute force ----------------------------------------------------------------------

NEEDS = st.sampled_from(["must", "should", "could"])
SMALL = st.lists(
    st.tuples(NEEDS, st.integers(0, 5), st.integers(0, 6), st.sampled_from(["try", "explain"])),
    max_size=4,
).map(
    lambda rows: tuple(
        PlanStep(id=f"s{n}", title="", needs=needs, minutes=minutes, least=least, phase=phase)
        for n, (needs, minutes, least, phase) in enumerate(rows)
    )
)
Split = tuple[int, ...]


def splits(kept: Sequence[PlanStep], most: int) -> Iterator[Split]:
    """All whole minutes of these steps, none below its least, together at most ``most``."""
    if not kept:
        yield ()
        return
    first, later = kept[0], sum(map(least_minutes, kept[1:]))
    for minutes in range(least_minutes(first), most - later + 1):
        for rest in splits(kept[1:], most - minutes):
            yield (minutes, *rest)


def taken(kept: Sequence[PlanStep], split: Split, needs: str) -> int:
    pairs = zip(kept, split, strict=True)
    return sum(max(0, step.minutes - m) for step, m in pairs if step.needs == needs)


def above(kept: Sequence[PlanStep], split: Split, needs: str) -> list[int]:
    """Minutes as written that are left above the least, the most first: even is small."""
    pairs = [(s, m) for s, m in zip(kept, split, strict=True) if s.needs == needs]
    return sorted((min(m, s.minutes) - least_minutes(s) for s, m in pairs), reverse=True)


def unlike_in_proportion(kept: Sequence[PlanStep], split: Split) -> Fraction:
    """How far minutes that were added are from their share; more than any split if misplaced."""
    takers = [s for s in kept if s.phase in WORKING and s.minutes] or [s for s in kept if s.minutes]
    more = {s.id: max(0, m - s.minutes) for s, m in zip(kept, split, strict=True)}
    whole = sum(s.minutes for s in takers)
    if not whole:
        return Fraction(sum(more.values()) * 1000)
    extra = sum(more.values())
    shares = {s.id: Fraction(extra * s.minutes, whole) for s in takers}
    misplaced = sum(minutes for one, minutes in more.items() if one not in shares)
    return 1000 * misplaced + sum(
        ((more[one] - share) ** 2 for one, share in shares.items()), Fraction()
    )


def value(plan: Sequence[PlanStep], kept: Sequence[PlanStep], split: Split, period: int) -> Any:
    """The objective as the module states it, from the first to the last; more is better."""
    written = [min(m, s.minutes) for s, m in zip(kept, split, strict=True)]
    misplaced = unlike_in_proportion(kept, split) >= 1000
    return (
        -max(0, sum(split) - period),
        sum(s.needs == "should" for s in kept),
        sum(s.needs == "could" for s in kept),
        sum(written),
        sum(written) - sum(s.minutes for s in kept),
        tuple(s in kept for s in plan),
        [-taken(kept, split, needs) for needs in ("must", "should", "could")],
        [[-one for one in above(kept, split, needs)] for needs in ("must", "should", "could")],
        not misplaced,
        sum(split),
        -unlike_in_proportion(kept, split),
        split,
    )


def best_of_all(plan: Sequence[PlanStep], period: int) -> tuple[list[PlanStep], Split]:
    """By brute force: every subset that keeps the musts, at every split of the minutes."""
    musts = sum(least_minutes(step) for step in plan if step.needs == "must")
    ways = [(kept, m) for kept in subsets(plan) for m in splits(kept, max(period, musts))]
    return max(ways, key=lambda way: value(plan, way[0], way[1], period))


def minutes_of(fitted: Fit) -> list[tuple[str, int]]:
    return [(step.id, step.minutes) for step in fitted.plan]


@settings(max_examples=200)
@given(SMALL, st.integers(0, 10))
def test_fit_is_the_best_of_all_subsets_and_all_splits(
    plan: tuple[PlanStep, ...], period: int
) -> None:
    kept, split = best_of_all(plan, period)

    assert minutes_of(fit(plan, period)) == [(s.id, m) for s, m in zip(kept, split, strict=True)]


@given(SMALL, st.integers(0, 10))
def test_rescue_keeps_the_musts_whole_as_long_as_it_can(
    plan: tuple[PlanStep, ...], period: int
) -> None:
    musts = tuple(step for step in plan if step.needs == "must")
    firm = tuple(replace(s, least=s.minutes) if s.needs == "must" else s for s in plan)
    whole = sum(step.minutes for step in musts) < period
    kept, split = best_of_all(firm if whole else musts, period)

    assert minutes_of(rescue(plan, period)) == [(s.id, m) for s, m in zip(kept, split, strict=True)]


@given(plans(), st.sampled_from([0, 20, 25, 40, 45, 60, 90]))
def test_every_step_is_in_the_plan_or_named_as_cut(
    plan: tuple[PlanStep, ...], minutes: int
) -> None:
    for fitted in (plan_for(plan, minutes), rescue(plan, minutes), class_meeting(plan, minutes)):
        left = {step.id for step in fitted.plan}
        assert [s.id for s in plan if s.id not in left] == list(fitted.cut)
        assert all(
            step.least == was.least for step in fitted.plan for was in plan if was.id == step.id
        )
