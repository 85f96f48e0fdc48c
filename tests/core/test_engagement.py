"""Active share and speaking seconds, against the worked examples of the method."""

from __future__ import annotations

import pytest

from lifeskills.core.engagement import engagement, speaking_seconds_per_learner
from lifeskills.core.session import PlanStep


def step(shape: str, minutes: int, kind: str = "case-analysis") -> PlanStep:
    return PlanStep(id=shape, title=shape, kind=kind, shape=shape, minutes=minutes)


def test_half_an_hour_of_whole_class_turns_is_36_seconds_each() -> None:
    assert speaking_seconds_per_learner([step("class", 30)], 50) == 36


def test_ten_minutes_of_pairs_are_five_minutes_each() -> None:
    assert speaking_seconds_per_learner([step("pairs", 10)], 50) == 300


def test_groups_at_once_beside_groups_in_turn() -> None:
    figures = engagement(
        [step("class", 9, "mini-input"), step("fours", 31), step("alone", 5, "exit-slip")], 52
    )

    assert figures.active_share == pytest.approx(36 / 45)
    assert figures.active_share_in_turn == pytest.approx((31 / 13 + 5) / 45)
    assert figures.speaking_seconds == pytest.approx((9 + 31 * 13) * 60 / 52)
    assert figures.speaking_seconds_in_turn == pytest.approx((9 + 31) * 60 / 52)


def test_everybody_is_active_in_an_energiser() -> None:
    assert engagement([step("class", 3, "energiser")], 50).active_share == 1


def test_nobody_and_nothing_are_zero() -> None:
    assert engagement([], 50).active_share == 0
    assert engagement([step("pairs", 5)], 0).speaking_seconds == 0
