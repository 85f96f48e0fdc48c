"""Counting off: people say 1, 2, 3 … along the desks, and the same numbers sit together.

Who counts after whom depends on where the counting begins and which way it goes. So one short
sentence makes other groups each time, and nobody reads out a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence

Way = tuple[Sentence, tuple[str, ...]]
"""How to count in words, and the ids in that order."""


def ways(people: Sequence[Learner]) -> tuple[Way, ...]:
    """Every way of counting that makes sense here; where desks are unknown, by class number."""
    seated = [one for one in people if one.desk is not None]
    by_number = sorted(people, key=lambda one: (one.number, one.id))
    if 2 * len(seated) < len(people):
        return (
            (Sentence("by class number, the lowest first"), _ids(by_number)),
            (Sentence("by class number, the highest first"), _ids(by_number[::-1])),
        )
    rest = [one for one in by_number if one.desk is None]
    return tuple(
        (words, _ids([*_along(seated, by_rows, down, across), *rest]))
        for words, by_rows, down, across in _WAYS
    )


def counted(order: Sequence[str], count: int) -> tuple[tuple[str, ...], ...]:
    """The groups of people who count from 1 to ``count`` again and again in this order."""
    return tuple(tuple(order[start::count]) for start in range(count))


_WAYS = (
    (Sentence("row by row from the front left"), True, 1, 1),
    (Sentence("line by line from the front left to the back"), False, 1, 1),
    (Sentence("row by row from the front right"), True, 1, -1),
    (Sentence("line by line from the back left to the front"), False, -1, 1),
    (Sentence("row by row from the back left"), True, -1, 1),
    (Sentence("line by line from the front right to the back"), False, 1, -1),
    (Sentence("row by row from the back right"), True, -1, -1),
    (Sentence("line by line from the back right to the front"), False, -1, -1),
)


def _along(seated: Sequence[Learner], by_rows: bool, down: int, across: int) -> list[Learner]:
    def place(one: Learner) -> tuple[int, int, str]:
        row, column = one.desk or (0, 0)
        first, second = down * row, across * column
        return (first, second, one.id) if by_rows else (second, first, one.id)

    return sorted(seated, key=place)


def _ids(people: Sequence[Learner]) -> tuple[str, ...]:
    return tuple(one.id for one in people)
