"""How much of a lesson is the learners' own: active share and speaking time, computed.

``active share`` = Σ(minutes × share of learners with a task) ÷ lesson minutes.
``speaking seconds`` = Σ(minutes × people speaking at once) × 60 ÷ learners.
For comparison the same steps with groups working one after the other ("in turn").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from lifeskills.core.grouping import SIZES, how_many

ACTIVE_SHARE_WANTED = 0.6
SPEAKING_SECONDS_WANTED = 150.0

ALL_AT_ONCE = frozenset({"energiser", "exit-slip", "quiz-relay", "stand-up-vote"})
"""Kinds in which everybody does something although the class sits as a whole."""


class Timed(Protocol):
    """A step, planned or as written."""

    @property
    def kind(self) -> str:
        """The activity's id."""

    @property
    def shape(self) -> str:
        """How learners sit and work."""

    @property
    def minutes(self) -> int:
        """Whole minutes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Both figures, at once and with groups in turn. Shares are 0–1, seconds are per learner."""

    active_share: float
    speaking_seconds: float
    active_share_in_turn: float
    speaking_seconds_in_turn: float


def engagement(steps: Iterable[Timed], learners: int) -> Engagement:
    """The figures for a lesson with this many learners."""
    steps = tuple(steps)
    return Engagement(
        active_share=active_minutes_share(steps, learners),
        speaking_seconds=speaking_seconds_per_learner(steps, learners),
        active_share_in_turn=active_minutes_share(steps, learners, in_turn=True),
        speaking_seconds_in_turn=speaking_seconds_per_learner(steps, learners, in_turn=True),
    )


def active_minutes_share(steps: Iterable[Timed], learners: int, *, in_turn: bool = False) -> float:
    """The share of learner minutes with a task, 0–1; 0 without minutes or learners."""
    steps = tuple(steps)
    total = sum(step.minutes for step in steps)
    if not total or learners < 1:
        return 0.0
    return sum(step.minutes * _with_a_task(step, learners, in_turn) for step in steps) / total


def speaking_seconds_per_learner(
    steps: Iterable[Timed], learners: int, *, in_turn: bool = False
) -> float:
    """Seconds in which a learner speaks on average; 0 without learners."""
    if learners < 1:
        return 0.0
    spoken = sum(step.minutes * _speaking_at_once(step, learners, in_turn) for step in steps)
    return spoken * 60 / learners


def _with_a_task(step: Timed, learners: int, in_turn: bool) -> float:
    if step.shape in SIZES:
        return 1 / how_many(learners, step.shape) if in_turn else 1.0
    if step.shape in ("alone", "standing") or step.kind in ALL_AT_ONCE:
        return 1.0
    return 0.0


def _speaking_at_once(step: Timed, learners: int, in_turn: bool) -> int:
    if step.shape in SIZES:
        return 1 if in_turn else how_many(learners, step.shape)
    return 0 if step.shape == "alone" else 1
