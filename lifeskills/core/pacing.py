"""Out at the bell: what to keep, shorten, cut or lengthen so that a plan fits its minutes.

A *way* keeps every ``must`` step and some of the others, each at whole minutes and never below its
least. Of all ways :func:`fit` gives the best one, by this order:

1. out at the bell; where even the musts at their least run over, by as little as can be;
2. as many ``should`` steps as can be, then as many ``could`` steps: so a step is shortened before
   another is cut;
3. as much as possible of the minutes as written, and of those as little as possible taken away;
4. the earlier steps;
5. minutes are taken from ``could`` steps first, then ``should``, then ``must``, evenly: from
   whoever has most above the least, the later step first;
6. minutes to spare go to the steps in which learners work (all steps if there are none), in
   proportion to their length (largest remainder, the earlier step first).

The tests compare it with brute force over all subsets and all splits of the minutes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifeskills.core.session import PlanStep

CLASS_MEETING = 25
"""Minutes of a class meeting: the steps marked for it, and every must."""
RESCUE = 20
"""Minutes in which the heart of a lesson can still be taught when most of its time is lost."""
_SHORTENED_FIRST = ("could", "should", "must")
WORKING = frozenset({"try", "reflect", "use"})
"""Phases in which learners work: minutes to spare go there."""


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


def fit(plan: Sequence[PlanStep], minutes: int, *, evenly: bool = True) -> Fit:
    """The best way to teach a plan in so many minutes, as this module says.

    Unless ``evenly``, minutes are taken from as few steps as can be: so an offer is short.
    """
    kept = _kept(plan, minutes)
    cut = tuple(step.id for step in plan if step not in kept)
    planned = sum(step.minutes for step in kept)
    if planned > minutes:
        shorter = _shortened(kept, planned - minutes, evenly=evenly)
        over = max(0, sum(step.minutes for step in shorter) - minutes)
        return Fit(plan=shorter, cut=cut, over=over)
    return Fit(plan=_lengthened(kept, minutes - planned), cut=cut)


def class_meeting(plan: Sequence[PlanStep], minutes: int = CLASS_MEETING) -> Fit:
    """The class-meeting cut: marked steps and every must, fitted; all steps if none is marked."""
    if not any(step.meeting for step in plan):
        return fit(plan, minutes)
    kept = [step for step in plan if step.meeting or step.needs == "must"]
    fitted = fit(kept, minutes)
    left = {step.id for step in fitted.plan}
    return replace(fitted, cut=tuple(step.id for step in plan if step.id not in left))


def rescue(plan: Sequence[PlanStep], minutes: int = RESCUE) -> Fit:
    """The heart of a lesson, for one that begins late or lost its time.

    The musts come first, at their minutes as written as long as these can be had: no must is
    hurried to make room for a should. Only what is left over goes to the other steps.
    """
    musts = [step for step in plan if step.needs == "must"]
    if sum(step.minutes for step in musts) < minutes:
        return _with_firm_musts(plan, minutes)
    fitted = fit(musts, minutes)
    return replace(fitted, cut=tuple(step.id for step in plan if step.needs != "must"))


def _with_firm_musts(plan: Sequence[PlanStep], minutes: int) -> Fit:
    firm = [replace(s, least=s.minutes) if s.needs == "must" else s for s in plan]
    fitted, least = fit(firm, minutes), {step.id: step.least for step in plan}
    return replace(fitted, plan=tuple(replace(s, least=least[s.id]) for s in fitted.plan))


def plan_for(plan: Sequence[PlanStep], minutes: int) -> Fit:
    """The plan for a period of 40, 45, 60, 90 … minutes, a class meeting of 25, a rescue of 20."""
    if minutes <= RESCUE:
        return rescue(plan, minutes)
    return class_meeting(plan, minutes) if minutes <= CLASS_MEETING else fit(plan, minutes)


# -- choosing and spreading -------------------------------------------------------------------


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
    active = [n for n, step in enumerate(kept) if step.phase in WORKING and step.minutes]
    those = active or [n for n, step in enumerate(kept) if step.minutes]
    whole = sum(kept[n].minutes for n in those)
    if not extra or not whole:
        return tuple(kept)
    minutes = [step.minutes for step in kept]
    shares = {n: divmod(extra * kept[n].minutes, whole) for n in those}
    for n, (share, _) in shares.items():
        minutes[n] += share
    rest = extra - sum(share for share, _ in shares.values())
    for n in sorted(those, key=lambda n: (-shares[n][1], n))[:rest]:
        minutes[n] += 1
    return tuple(replace(s, minutes=m) for s, m in zip(kept, minutes, strict=True))
