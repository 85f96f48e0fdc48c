"""Out at the bell: what to keep, shorten, cut or lengthen so that a plan fits its minutes.

In this order: every ``must`` step is kept at its ``least`` or more; as many ``should`` steps as can
be; as many ``could`` steps; then as much as possible of the minutes as written. So a step is
shortened before another is cut. The answer is exact: it is the best of all subsets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lifeskills.core.session import PlanStep, SessionState
from lifeskills.core.text import Sentence

CLASS_MEETING = 25
"""Minutes of a class meeting: the steps marked for it, and every must."""
RESCUE = 20
"""Minutes in which a lesson can still be saved when most of it is lost."""
SPARE_WORTH_AN_OFFER = 3
CHANGES_NAMED = 3
"""Changes that an offer names; with more it would not fit on two lines of a small screen."""
_SHORTENED_FIRST = ("could", "should", "must")
_LENGTHENED = frozenset({"try", "reflect", "use"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A plan for so many minutes. ``cut`` are the ids left out, in the plan's order.

    ``over`` is by how many minutes even the must steps at their least run past; mostly 0.
    """

    plan: tuple[PlanStep, ...]
    cut: tuple[str, ...] = ()
    over: int = 0

    @property
    def minutes(self) -> int:
        """Whole minutes of the plan."""
        return sum(step.minutes for step in self.plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A way out at the bell: the sentence that offers it, and the new plan in full."""

    sentence: Sentence
    plan: tuple[PlanStep, ...]
    cut: tuple[str, ...] = ()


def fit(plan: Sequence[PlanStep], minutes: int) -> Fit:
    """The plan for this many minutes; its sum is just that unless only musts are left over."""
    return _fitted(plan, minutes, evenly=True)


def class_meeting(plan: Sequence[PlanStep], minutes: int = CLASS_MEETING) -> Fit:
    """The class-meeting cut: marked steps and every must, fitted; all steps if none is marked."""
    if not any(step.meeting for step in plan):
        return fit(plan, minutes)
    kept = [step for step in plan if step.meeting or step.needs == "must"]
    fitted = fit(kept, minutes)
    left = {step.id for step in fitted.plan}
    return replace(fitted, cut=tuple(step.id for step in plan if step.id not in left))


def rescue(plan: Sequence[PlanStep], minutes: int = RESCUE) -> Fit:
    """What can be saved of a lesson in 20 minutes: musts first, at their least if need be."""
    return fit(plan, minutes)


def plan_for(plan: Sequence[PlanStep], minutes: int) -> Fit:
    """The plan for a period of 40, 45, 60, 90 … minutes, a class meeting of 25, or less."""
    return class_meeting(plan, minutes) if RESCUE < minutes <= CLASS_MEETING else fit(plan, minutes)


def offers(state: SessionState, at: float) -> tuple[Offer, ...]:
    """What to offer at ``at`` seconds: ways to end at the bell, the gentlest first.

    None when the lesson is on time or nothing is left to change. When there are at least three
    minutes to spare, one offer to use them, as far as half as much again of the working steps.
    """
    rest = _with_added(state.remaining, state.added)
    planned = sum(step.minutes for step in rest)
    left = round((state.bell_left(at) - max(0.0, state.step_left(at))) / 60)
    behind = planned - max(0, left)
    if not rest or -SPARE_WORTH_AN_OFFER < behind <= 0:
        return ()
    if behind < 0:
        return _to_spare(state, rest, left, -behind)
    found: list[Offer] = []
    for fitted in (_fitted(rest, max(0, left), evenly=False), _one_cut(rest, behind)):
        if fitted is not None and all(
            fitted.plan != offer_plan for offer_plan in _rests(found, rest)
        ):
            found.append(_offer(state, rest, fitted, _behind(behind, fitted.over)))
    return tuple(found)


# -- choosing and spreading -------------------------------------------------------------------


def _fitted(plan: Sequence[PlanStep], minutes: int, *, evenly: bool) -> Fit:
    kept = _kept(plan, minutes)
    cut = tuple(step.id for step in plan if step not in kept)
    planned = sum(step.minutes for step in kept)
    if planned > minutes:
        shorter = _shortened(kept, planned - minutes, evenly=evenly)
        over = max(0, sum(step.minutes for step in shorter) - minutes)
        return Fit(plan=shorter, cut=cut, over=over)
    return Fit(plan=_lengthened(kept, minutes - planned), cut=cut)


def least_minutes(step: PlanStep) -> int:
    """The fewest minutes in which a step is still that step."""
    return min(step.minutes, max(1, step.least)) if step.minutes else 0


def _kept(plan: Sequence[PlanStep], minutes: int) -> list[PlanStep]:
    """The best subset, by dynamic programming over steps.

    Subsets that agree in what they keep and need are one state; of those, the one that keeps the
    earlier steps stays. Values are tuples of "kept" in the plan's order.
    """
    room = minutes - sum(least_minutes(step) for step in plan if step.needs == "must")
    states: dict[tuple[int, int, int, int], tuple[bool, ...]] = {(0, 0, 0, 0): ()}
    for step in plan:
        fresh: dict[tuple[int, int, int, int], tuple[bool, ...]] = {}
        for state, chosen in states.items():
            for keep in (True, False) if step.needs != "must" else (True,):
                key = _with_step(state, step) if keep else state
                if key[2] <= max(0, room) and (*chosen, keep) > fresh.get(key, ()):
                    fresh[key] = (*chosen, keep)
        states = fresh

    def worth(item: tuple[tuple[int, int, int, int], tuple[bool, ...]]) -> tuple[object, ...]:
        (should, could, _, planned), chosen = item
        return should, could, min(planned, minutes), -max(0, planned - minutes), chosen

    _, best = max(states.items(), key=worth)
    return [step for step, keep in zip(plan, best, strict=True) if keep]


def _with_step(state: tuple[int, int, int, int], step: PlanStep) -> tuple[int, int, int, int]:
    should, could, least, planned = state
    optional = least_minutes(step) if step.needs != "must" else 0
    return (
        should + (step.needs == "should"),
        could + (step.needs not in ("must", "should")),
        least + optional,
        planned + step.minutes,
    )


def _shortened(kept: Sequence[PlanStep], excess: int, *, evenly: bool) -> tuple[PlanStep, ...]:
    """Take ``excess`` minutes from could steps, then should, then must, never below the least.

    ``evenly`` takes them from whoever has most to give; otherwise few steps are touched.
    """
    minutes = [step.minutes for step in kept]
    for needs in _SHORTENED_FIRST:
        those = [n for n, step in enumerate(kept) if _rank(step) == needs]

        def slack(n: int) -> tuple[int, int]:
            return minutes[n] - least_minutes(kept[n]), n

        while excess and any(slack(n)[0] for n in those):
            giver = max(those, key=slack)
            taken = 1 if evenly else min(excess, slack(giver)[0])
            minutes[giver] -= taken
            excess -= taken
    return tuple(replace(s, minutes=m) for s, m in zip(kept, minutes, strict=True))


def _rank(step: PlanStep) -> str:
    return step.needs if step.needs in ("must", "should") else "could"


def _lengthened(kept: Sequence[PlanStep], extra: int) -> tuple[PlanStep, ...]:
    """Give ``extra`` minutes to the steps in which learners work, by their length."""
    active = [n for n, step in enumerate(kept) if step.phase in _LENGTHENED and step.minutes]
    those = active or [n for n, step in enumerate(kept) if step.minutes]
    whole = sum(kept[n].minutes for n in those)
    if not extra or not whole:
        return tuple(kept)
    minutes = [step.minutes for step in kept]
    shares = {n: extra * kept[n].minutes / whole for n in those}
    for n, share in shares.items():
        minutes[n] += int(share)
    rest = extra - sum(int(share) for share in shares.values())
    by_fraction = sorted(those, key=lambda n: (int(shares[n]) - shares[n], n))
    for n in by_fraction[:rest]:
        minutes[n] += 1
    return tuple(replace(s, minutes=m) for s, m in zip(kept, minutes, strict=True))


# -- offers -----------------------------------------------------------------------------------


def _with_added(steps: Sequence[PlanStep], added: Mapping[str, int]) -> tuple[PlanStep, ...]:
    """Minutes given by hand become minutes of the plan, which a new plan would forget."""
    return tuple(replace(s, minutes=max(0, s.minutes + added.get(s.id, 0))) for s in steps)


def _one_cut(rest: Sequence[PlanStep], behind: int) -> Fit | None:
    """Leave out one whole step that is just long enough, could before should; nothing else."""
    long = [step for step in rest if step.needs != "must" and step.minutes >= behind]
    if not long:
        return None
    gone = min(long, key=lambda step: (_rank(step) == "should", step.minutes))
    return Fit(plan=tuple(step for step in rest if step is not gone), cut=(gone.id,))


def _rests(found: Sequence[Offer], rest: Sequence[PlanStep]) -> list[tuple[PlanStep, ...]]:
    ids = {step.id for step in rest}
    return [tuple(step for step in offer.plan if step.id in ids) for offer in found]


def _to_spare(
    state: SessionState, rest: Sequence[PlanStep], left: int, spare: int
) -> tuple[Offer, ...]:
    planned = sum(step.minutes for step in rest)
    active = sum(step.minutes for step in rest if step.phase in _LENGTHENED)
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


def _offer(state: SessionState, rest: Sequence[PlanStep], fitted: Fit, lead: Sentence) -> Offer:
    fresh = {step.id: step for step in fitted.plan}
    cut_first = sorted(rest, key=lambda step: step.id in fresh)
    changes = [change for step in cut_first if (change := _change(step, fresh.get(step.id)))]
    waiting = {step.id for step in rest}
    plan = tuple(
        fresh.get(step.id, step)
        for step in _with_added(state.plan, state.added)
        if step.id in fresh or step.id not in waiting
    )
    if not changes:
        return Offer(sentence=Sentence("{lead}.", lead=lead), plan=plan)
    more = len(changes) - CHANGES_NAMED
    named = CHANGES_NAMED if more > 1 else len(changes)
    listed = changes[0]
    for change in changes[1:named]:
        listed = Sentence("{first}, {second}", first=listed, second=change)
    if more > 1:
        listed = Sentence("{first} and {count} more changes", first=listed, count=more)
    sentence = Sentence("{lead}: {changes}?", lead=lead, changes=listed)
    return Offer(sentence=sentence, plan=plan, cut=fitted.cut)


def _change(step: PlanStep, fresh: PlanStep | None) -> Sentence | None:
    if fresh is None:
        return Sentence("cut {step} ({minutes})", step=step.title, minutes=step.minutes)
    less = step.minutes - fresh.minutes
    if less > 0:
        return Sentence("shorten {step} (−{minutes})", step=step.title, minutes=less)
    if less < 0:
        return Sentence("lengthen {step} (+{minutes})", step=step.title, minutes=-less)
    return None
