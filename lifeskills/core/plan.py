"""From an adapted lesson to the plan of the day that is stored in ``opened``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from lifeskills.core.lesson import Lesson, Step, periods
from lifeskills.core.pacing import Fit, plan_for
from lifeskills.core.session import PlanStep
from lifeskills.core.tool import Activity


def plan_of_the_day(
    lesson: Lesson,
    part: int,
    minutes: int,
    activities: Mapping[str, Activity],
    *,
    story: bool = False,
) -> tuple[PlanStep, ...]:
    """One part of a lesson (from 1; 0 takes the whole), fitted to the minutes of the period."""
    return fit_of_the_day(lesson, part, minutes, activities, story=story).plan


def fit_of_the_day(
    lesson: Lesson,
    part: int,
    minutes: int,
    activities: Mapping[str, Activity],
    *,
    story: bool = False,
) -> Fit:
    """As :func:`plan_of_the_day`, with the ids of the steps that are left out.

    A double lesson taught whole, in all its minutes, is fitted period by period: each is out at
    its own bell. In fewer minutes it is one stretch.
    """
    split = periods(lesson.steps)
    if 0 < part <= len(split):
        return plan_for(plan_steps(split[part - 1], activities, story=story), minutes)
    plans = [plan_steps(steps, activities, story=story) for steps in split]
    if len(plans) < 2 or minutes < lesson.minutes:
        return plan_for([step for plan in plans for step in plan], minutes)
    return _by_periods(plans, minutes)


def _by_periods(plans: Sequence[Sequence[PlanStep]], minutes: int) -> Fit:
    """Each period in its share of the minutes; the last has what does not divide."""
    each = minutes // len(plans)
    shares = [*([each] * (len(plans) - 1)), minutes - each * (len(plans) - 1)]
    fits = [plan_for(plan, share) for plan, share in zip(plans, shares, strict=True)]
    return Fit(
        plan=tuple(
            replace(step, period=number)
            for number, fitted in enumerate(fits, 1)
            for step in fitted.plan
        ),
        cut=tuple(step for fitted in fits for step in fitted.cut),
        over=sum(fitted.over for fitted in fits),
    )


def plan_steps(
    steps: Sequence[Step], activities: Mapping[str, Activity], *, story: bool = False
) -> tuple[PlanStep, ...]:
    """The steps as planned: titles and minutes as written, the tool from the activity.

    ``story`` says whether the course's episode can be played; a step of an activity with the
    story tool otherwise takes the activity's ``without_story`` tool (an option), or a countdown.
    So does a step marked as telling a scene of its own.
    """
    return tuple(
        PlanStep(
            id=step.id,
            title=step.title,
            kind=step.kind,
            phase=step.phase,
            shape=step.shape,
            minutes=step.minutes,
            least=step.least,
            needs=step.needs,
            tool=_tool(activities.get(step.kind), story and "told" not in step.marks),
            meeting="class-meeting" in step.marks,
        )
        for step in steps
    )


def _tool(activity: Activity | None, story: bool) -> str:
    if activity is None:
        return "countdown"
    if activity.tool == "story" and not story:
        return str(activity.options.get("without_story", "countdown"))
    return activity.tool
