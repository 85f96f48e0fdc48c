"""How much of a lesson is the learners' own: active share and speaking time, planned and measured.

The formulas are those of the method for large classes:

- ``active share`` = Σ(minutes × share of learners with a task) ÷ lesson minutes; wanted: 0.6.
- ``speaking seconds`` = Σ(minutes × people speaking at once) × 60 ÷ learners; wanted: 150.

In groups everybody has a task and one in each group speaks; alone and standing everybody has a
task, and alone nobody speaks; with the class as a whole one speaks and the others listen, unless
the kind is one in which all do something; a circle of many is the class as a whole.
While the teacher explains no learner speaks. So in a
class of 50 half an hour of whole-class turns gives 36 seconds each, ten minutes of pairs give 300.

*Planned*, minutes and shapes are the plan's and there are as many groups as the shape makes of the
learners. *Measured*, minutes are those that each step took, learners those who were there, and
groups those that were formed (see :func:`measured`). Both are figures of a lesson, for the teacher
who taught it: nothing adds them up or compares teachers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from lifeskills.core.grouping import CIRCLE_BELOW, FORMS, how_many
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.core.session import SessionState

ACTIVE_SHARE_WANTED = 0.6
SPEAKING_SECONDS_WANTED = 150.0

ALL_AT_ONCE = frozenset({"energiser", "exit-slip", "quiz-relay", "stand-up-vote"})
"""Kinds in which everybody does something although the class sits as a whole."""
TEACHER_SPEAKS = frozenset({"mini-input"})
"""Kinds in which the teacher speaks and the learners listen."""


class Timed(Protocol):
    """A step, planned or as written."""

    @property
    def kind(self) -> str:
        """The activity's id."""

    @property
    def shape(self) -> str:
        """How learners sit and work."""

    @property
    def minutes(self) -> float:
        """Minutes; whole ones in a plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A step as it was taught; ``groups`` is how many were formed, 0 if nobody said."""

    kind: str
    shape: str
    minutes: float
    groups: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """Both figures, at once and with groups in turn. Shares are 0–1, seconds are per learner."""

    active_share: float
    speaking_seconds: float
    active_share_in_turn: float
    speaking_seconds_in_turn: float

    def as_dict(self) -> dict[str, Any]:
        """The two figures as a record keeps them: three digits of the share, whole seconds."""
        return {
            "active_share": round(self.active_share, 3),
            "speaking_seconds": round(self.speaking_seconds),
        }


def engagement(
    steps: Iterable[Timed], learners: int, *, lesson_minutes: float | None = None
) -> Engagement:
    """The figures for a lesson with this many learners.

    ``lesson_minutes`` are those of the whole lesson where they are more than its steps'.
    """
    steps = tuple(steps)
    return Engagement(
        active_share=active_minutes_share(steps, learners, lesson_minutes=lesson_minutes),
        speaking_seconds=speaking_seconds_per_learner(steps, learners),
        active_share_in_turn=active_minutes_share(
            steps, learners, in_turn=True, lesson_minutes=lesson_minutes
        ),
        speaking_seconds_in_turn=speaking_seconds_per_learner(steps, learners, in_turn=True),
    )


def offered(step: Timed, shape: str, groups: int, learners: int) -> Engagement:
    """The figures of one step, were it worked in so many groups of a shape."""
    worked = Worked(kind=step.kind, shape=shape, minutes=step.minutes, groups=groups)
    return engagement([worked], learners)


def active_minutes_share(
    steps: Iterable[Timed],
    learners: int,
    *,
    in_turn: bool = False,
    lesson_minutes: float | None = None,
) -> float:
    """The share of learner minutes with a task, 0–1; 0 without minutes or learners."""
    steps = tuple(steps)
    total = max(sum(step.minutes for step in steps), lesson_minutes or 0.0)
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
    if _in_groups(step, learners):
        return 1 / _groups(step, learners) if in_turn else 1.0
    if step.shape in ("alone", "standing") or step.kind in ALL_AT_ONCE:
        return 1.0
    return 0.0


def _speaking_at_once(step: Timed, learners: int, in_turn: bool) -> int:
    if _in_groups(step, learners):
        return 1 if in_turn else _groups(step, learners)
    return 0 if step.shape == "alone" or step.kind in TEACHER_SPEAKS else 1


def _in_groups(step: Timed, learners: int) -> bool:
    return step.shape in FORMS and (step.shape != "circle" or learners < CIRCLE_BELOW)


def _groups(step: Timed, learners: int) -> int:
    return getattr(step, "groups", 0) or how_many(learners, step.shape)


# -- what happened ----------------------------------------------------------------------------


def measured(state: SessionState, at: float) -> Engagement | None:
    """The figures of a session up to ``at`` seconds; None of a roll, a paper lesson, or nobody.

    - Minutes of a step are those it ran, pauses left out, however often it was returned to. The
      lesson's minutes are all those from its opening to the end of its last step: the roll, pauses
      and what lay between steps were nobody's task.
    - Learners are those present, latecomers too.
    - The shape of a step is that of the groups formed in it, else the plan's. Their number is that
      of the groups formed in it; else of those of this shape that were formed before and still sit
      together; else as many as the shape makes of those present.
    """
    learners = state.present_count
    if not state.runs or learners < 1 or state.meta.get("paper"):
        return None
    ends = [at if run.ended is None else run.ended for run in state.runs]
    return engagement(worked(state, at), learners, lesson_minutes=max(ends) / 60)


def worked(state: SessionState, at: float) -> tuple[Worked, ...]:
    """The steps as they were taught, in the order in which they began."""
    # A step that a new plan leaves out may have run before.
    planned = {step.id: step for step in (*state.opened_plan, *state.plan)}
    steps: dict[str, Worked] = {}
    for run in state.runs:
        plan = planned.get(run.id)
        until = state.paused_at if state.paused_at is not None else at
        seconds = run.seconds if run.ended is not None else run.used(until, state.paused_seconds)
        before = steps[run.id].minutes if run.id in steps else 0.0
        shape, groups = _formed(state, run.id, run.begun, plan.shape if plan else "class")
        kind = plan.kind if plan else ""
        minutes = before + seconds / 60
        steps[run.id] = Worked(kind=kind, shape=shape, minutes=minutes, groups=groups)
    return tuple(steps.values())


def _formed(state: SessionState, step: str, begun: float, shape: str) -> tuple[str, int]:
    own = [one for one in state.formed if one.step == step]
    if own:
        return own[-1].shape, own[-1].groups
    before = [one for one in state.formed if one.shape == shape and one.at <= begun]
    return shape, before[-1].groups if before else 0


# -- kept and said ----------------------------------------------------------------------------


def engaged(state: SessionState, at: float) -> dict[str, Any] | None:
    """What the record keeps: the plan's figures for those present, and the measured ones.

    None without a lesson or with nobody there; ``measured`` is None where nobody took the minutes.
    """
    learners = state.present_count
    if not state.opened_plan or learners < 1:
        return None
    found = measured(state, at)
    return {
        "learners": learners,
        "planned": engagement(state.opened_plan, learners).as_dict(),
        "measured": found.as_dict() if found is not None else None,
    }


def engaged_words(record: Mapping[str, Any]) -> Sentence | None:
    """The measured figures of a record in a line, the plan's beside them; None without any."""
    kept = record.get("engaged") or {}
    planned, found = kept.get("planned"), kept.get("measured")
    if not planned or not found:
        return None
    return Sentence(
        "Active {share} % (plan {planned} %), speaking {seconds} s each (plan {of} s)",
        share=round(found["active_share"] * 100),
        planned=round(planned["active_share"] * 100),
        seconds=found["speaking_seconds"],
        of=planned["speaking_seconds"],
    )


def planned_words(found: Engagement) -> Sentence:
    """The figures of a plan in a line, with what is wanted."""
    return Sentence(
        "Active {share} %, speaking {seconds} s each (aim: {wanted} %, {aim} s)",
        share=round(found.active_share * 100),
        seconds=round(found.speaking_seconds),
        wanted=round(ACTIVE_SHARE_WANTED * 100),
        aim=round(SPEAKING_SECONDS_WANTED),
    )
