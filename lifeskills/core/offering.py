"""What to offer in a running lesson, so that it is out at the bell. Nothing here ever acts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lifeskills.core.pacing import RESCUE, WORKING, Fit, fit, rescue
from lifeskills.core.session import PlanStep, SessionState
from lifeskills.core.text import Sentence, joined

SPARE_WORTH_AN_OFFER = 3
CHANGES_NAMED = 3
"""Changes that an offer names; with more it would not fit on two lines of a small screen."""
STEPS_NAMED = 5
"""Steps that a rescue names: as many musts as most lessons have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A way out at the bell: the sentence that offers it, and the new plan in full."""

    sentence: Sentence
    plan: tuple[PlanStep, ...]
    cut: tuple[str, ...] = ()


def offers(state: SessionState, at: float) -> tuple[Offer, ...]:
    """What to offer at ``at`` seconds: ways to end at the bell, the gentlest first.

    None when the lesson is on time or nothing is left to change. When there are at least three
    minutes to spare, one offer to use them, as far as half as much again of the working steps.
    A lesson that has lost its time (see :func:`_lost`) is offered its heart first. Minutes are
    what is left after the running step, which is never shortened. In a double lesson the bell is
    that of the period that runs: the other period is left as it is.
    """
    rest = _with_added(state.remaining_to_bell, state.added)
    planned = sum(step.minutes for step in rest)
    left = round((state.bell_left(at) - max(0.0, state.step_left(at))) / 60)
    behind = planned - max(0, left)
    if not rest or -SPARE_WORTH_AN_OFFER < behind <= 0:
        return ()
    if behind < 0:
        return _to_spare(state, rest, left, -behind)
    left = max(0, left)
    found = [_heart(state, rest, left)] if _lost(planned, left) else []
    for fitted in (fit(rest, left, evenly=False), _one_cut(rest, behind)):
        if fitted is not None and all(
            fitted.plan != offer_plan for offer_plan in _rests(found, rest)
        ):
            found.append(_offer(state, rest, fitted, _behind(behind, fitted.over)))
    return tuple(found)


def _lost(planned: int, left: int) -> bool:
    """True with at most 20 minutes left, and not even half of what the rest was to take."""
    return left <= RESCUE and 2 * left <= planned


def _with_added(steps: Sequence[PlanStep], added: Mapping[str, int]) -> tuple[PlanStep, ...]:
    """Minutes given by hand become minutes of the plan, which a new plan would forget."""
    return tuple(replace(s, minutes=max(0, s.minutes + added.get(s.id, 0))) for s in steps)


def _one_cut(rest: Sequence[PlanStep], behind: int) -> Fit | None:
    """Leave out one whole step that is just long enough, could before should; nothing else."""
    long = [step for step in rest if step.needs != "must" and step.minutes >= behind]
    if not long:
        return None
    gone = min(long, key=lambda step: (step.needs == "should", step.minutes))
    return Fit(plan=tuple(step for step in rest if step is not gone), cut=(gone.id,))


def _rests(found: Sequence[Offer], rest: Sequence[PlanStep]) -> list[tuple[PlanStep, ...]]:
    ids = {step.id for step in rest}
    return [tuple(step for step in offer.plan if step.id in ids) for offer in found]


def _to_spare(
    state: SessionState, rest: Sequence[PlanStep], left: int, spare: int
) -> tuple[Offer, ...]:
    planned = sum(step.minutes for step in rest)
    active = sum(step.minutes for step in rest if step.phase in WORKING)
    fitted = fit(rest, min(left, planned + active // 2))
    if fitted.plan == tuple(rest):
        return ()
    lead = Sentence("{minutes} minutes to spare", minutes=spare)
    return (_offer(state, rest, fitted, lead),)


def _behind(minutes: int, over: int) -> Sentence:
    if over:
        return Sentence(
            "{minutes} minutes behind, and {over} past the bell even so", minutes=minutes, over=over
        )
    return Sentence("{minutes} minutes behind", minutes=minutes)


def _heart(state: SessionState, rest: Sequence[PlanStep], left: int) -> Offer:
    """The rescue by name: what is kept, with its minutes."""
    fitted = rescue(rest, left)
    lead = Sentence("{minutes} min left", minutes=left)
    if state.step:
        lead = Sentence("{minutes} min left after this step", minutes=left)
    if fitted.over:
        lead = Sentence("{lead}, {over} too few even so", lead=lead, over=fitted.over)
    plan = _plan_with(state, rest, fitted)
    if not fitted.plan:
        return Offer(sentence=Sentence("{lead}: end here?", lead=lead), plan=plan, cut=fitted.cut)
    kept = [
        Sentence("{step} ({minutes})", step=step.title, minutes=step.minutes)
        for step in fitted.plan
    ]
    steps = joined(kept[:STEPS_NAMED])
    if len(kept) > STEPS_NAMED:
        steps = Sentence("{first} and {count} more", first=steps, count=len(kept) - STEPS_NAMED)
    sentence = Sentence("{lead}: the heart of the lesson: {steps}?", lead=lead, steps=steps)
    return Offer(sentence=sentence, plan=plan, cut=fitted.cut)


def _offer(state: SessionState, rest: Sequence[PlanStep], fitted: Fit, lead: Sentence) -> Offer:
    fresh = {step.id: step for step in fitted.plan}
    cut_first = sorted(rest, key=lambda step: step.id in fresh)
    changes = [change for step in cut_first if (change := _change(step, fresh.get(step.id)))]
    plan = _plan_with(state, rest, fitted)
    if not changes:
        return Offer(sentence=Sentence("{lead}.", lead=lead), plan=plan)
    more = len(changes) - CHANGES_NAMED
    named = joined(changes[:CHANGES_NAMED] if more > 1 else changes)
    if more > 1:
        named = Sentence("{first} and {count} more changes", first=named, count=more)
    sentence = Sentence("{lead}: {changes}?", lead=lead, changes=named)
    return Offer(sentence=sentence, plan=plan, cut=fitted.cut)


def _plan_with(state: SessionState, rest: Sequence[PlanStep], fitted: Fit) -> tuple[PlanStep, ...]:
    """The whole plan anew: what is done or runs as it is, what waits as it was fitted."""
    fresh, waiting = {step.id: step for step in fitted.plan}, {step.id for step in rest}
    return tuple(
        fresh.get(step.id, step)
        for step in _with_added(state.plan, state.added)
        if step.id in fresh or step.id not in waiting
    )


def _change(step: PlanStep, fresh: PlanStep | None) -> Sentence | None:
    if fresh is None:
        return Sentence("cut {step} ({minutes})", step=step.title, minutes=step.minutes)
    less = step.minutes - fresh.minutes
    if less > 0:
        return Sentence("shorten {step} (−{minutes})", step=step.title, minutes=less)
    if less < 0:
        return Sentence("lengthen {step} (+{minutes})", step=step.title, minutes=-less)
    return None
