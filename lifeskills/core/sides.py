"""Girls with girls and boys with boys, where the teacher wants it; nobody is left alone by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence
from lifeskills.core.wishes import Groups


@dataclass(frozen=True, slots=True)
class Side:
    """People who form groups among themselves, and how many groups that makes."""

    people: tuple[Learner, ...]
    groups: int


@dataclass(frozen=True, slots=True)
class Half:
    """The groups of one side, who changes seats, and how counting went."""

    groups: Groups
    movers: tuple[str, ...] = ()
    way: Sentence | None = None


def sides(people: Sequence[Learner], count: int, *, slack: int = 1) -> tuple[Side, ...]:
    """The two sides of a class that wants ``count`` groups, girls first.

    Together they make ``count`` groups, or up to ``slack`` more or fewer; of such splits the one
    is taken in which sizes differ least, then the one nearest to ``count``. Nobody is alone. Who
    has no sex on the list fills either side up. Where a side is one person or no sex is known,
    everybody is one side.
    """
    girls = [one for one in people if one.sex == "girl"]
    boys = [one for one in people if one.sex == "boy"]
    unknown = [one for one in people if not one.sex]
    splits = []
    for joining in range(len(unknown) + 1) if girls and boys else ():
        left = len(girls) + joining
        right = len(people) - left
        for here in range(1, left // 2 + 1):
            for there in range(1, right // 2 + 1):
                off = abs(here + there - count)
                spread = _spread((left, here), (right, there))
                splits.append((max(0, off - slack), spread, off, joining, here, there))
    if not splits:
        return (Side(tuple(people), count),)
    *_cost, joining, here, there = min(splits)
    return (
        Side((*girls, *unknown[:joining]), here),
        Side((*boys, *unknown[joining:]), there),
    )


def _spread(*halves: tuple[int, int]) -> int:
    sizes = [n for people, groups in halves for n in (people // groups, -(-people // groups))]
    return max(sizes) - min(sizes)
