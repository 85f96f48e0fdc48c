"""Whose turn it is: everybody once before anybody twice, girls and boys evenly, passing is free."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence


def next_turn(
    present: Sequence[str],
    *,
    turns: Sequence[str] = (),
    passes: Sequence[str] = (),
    sexes: Mapping[str, str] | None = None,
    seed: int = 0,
) -> str | None:
    """The id of the learner who is asked next, or None if nobody is there.

    ``turns`` are those who spoke so far in order, ``passes`` those who passed; both count as
    asked, so nobody who passed is asked again in the same round. Among those asked least, the
    girl or boy whose side has spoken less for its number comes first; then chance, which is the
    same for the same seed and turns.
    """
    asked = Counter([*turns, *passes])
    if not present:
        return None
    # Somebody who came late has fewer turns, and is still not asked twice running.
    others = [one for one in present if one not in turns[-1:]] or list(present)
    fewest = min(asked[one] for one in others)
    waiting = [one for one in others if asked[one] == fewest]
    side = _behind(present, waiting, asked, sexes or {})
    chance = random.Random(f"turn:{seed}:{len(turns)}:{len(passes)}")
    return chance.choice(sorted(one for one in waiting if (sexes or {}).get(one, "") == side))


def _behind(
    present: Sequence[str], waiting: Sequence[str], asked: Counter[str], sexes: Mapping[str, str]
) -> str:
    """Of the sides that somebody waits on, the one asked least for its number."""
    number = Counter(sexes.get(one, "") for one in present)
    heard: Counter[str] = Counter()
    for one in present:
        heard[sexes.get(one, "")] += asked[one]
    sides = sorted({sexes.get(one, "") for one in waiting})
    return min(sides, key=lambda side: (heard[side] + 1) / number[side])
