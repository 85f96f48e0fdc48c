"""3–2–1: three groups speak for a minute each, two add only what is new, one sums up.

Groups are drawn, so that all prepare; those that have not reported come first.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from lifeskills.core.term import NO_PAST, Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Which groups report, by their place from 0: the three, the two, the one."""

    speak: tuple[int, ...] = ()
    add: tuple[int, ...] = ()
    sum_up: tuple[int, ...] = ()

    @property
    def all(self) -> tuple[int, ...]:
        """Every group that reports, in order."""
        return (*self.speak, *self.add, *self.sum_up)


def next_report(
    groups: Sequence[Sequence[str]],
    *,
    reported: Collection[str] = (),
    past: Past = NO_PAST,
    seed: int = 0,
) -> Report:
    """The groups that report now; fewer than six groups share the parts as far as they go.

    First those none of whose members' groups has reported in this lesson (``reported``), of them
    those that have reported least this term, then chance.
    """
    chance = random.Random(f"report:{seed}:{len(reported)}")
    lots = {n: chance.random() for n in range(len(groups))}

    def place(n: int) -> tuple[int, float, float]:
        group = groups[n]
        before = sum(past.reported.get(one, 0) for one in group) / max(1, len(group))
        return sum(one in reported for one in group), before, lots[n]

    order = sorted(range(len(groups)), key=place)
    three, two, one = _parts(len(order))
    return Report(
        speak=tuple(order[:three]),
        add=tuple(order[three : three + two]),
        sum_up=tuple(order[three + two : three + two + one]),
    )


def _parts(groups: int) -> tuple[int, int, int]:
    """How many speak, add and sum up: 3, 2 and 1, or less in that order of need."""
    one = 1 if groups > 1 else 0
    two = min(2, max(0, groups - one - 1) // 2)
    return min(3, groups - one - two), two, one
