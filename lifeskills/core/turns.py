"""Whose turn it is: everybody once before anybody twice, girls and boys in step, passing is free.

Within that, chance: whoever has been asked less this term, for the lessons they were in, comes
sooner. A pass counts as having been asked, so that nobody is pressed, and no record says who.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence

from lifeskills.core.term import NO_PAST, Past
from lifeskills.core.text import Sentence

RULE = Sentence(
    "Everybody once before anybody twice, girls and boys in step; "
    "asked less this term comes sooner; passing is free."
)


def next_turn(
    present: Sequence[str],
    *,
    turns: Sequence[str] = (),
    passes: Sequence[str] = (),
    sexes: Mapping[str, str] | None = None,
    past: Past = NO_PAST,
    seed: int = 0,
) -> str | None:
    """The id of the learner who is asked next, or None if nobody is there.

    ``turns`` are those who spoke so far in order, ``passes`` those who passed; both count as
    asked, so nobody who passed is asked again in the same round. Among those asked least, the
    girl or boy whose side has spoken less for its number comes first; then a weighted lot
    (:func:`weight`), which is the same for the same seed and turns.
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
    able = sorted(one for one in waiting if (sexes or {}).get(one, "") == side)
    return chance.choices(able, [weight(one, past) for one in able])[0]


def weight(one: str, past: Past) -> float:
    """The weight of somebody's lot: (1 + lessons they were in) ÷ (1 + times they were asked).

    Somebody who was away for weeks has few lessons and so is not the first to be asked.
    """
    return (1 + past.present.get(one, 0)) / (1 + past.asked.get(one, 0))


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
