"""Pairs of learners that an adult keeps apart or together in groups. No reason is kept."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.text import Sentence

Keep = Literal["apart", "together"]
KEEP: Mapping[str, Keep] = MappingProxyType({"apart": "apart", "together": "together"})


def keep_pair(school: School, name: str, first: int, second: int, keep: Keep | None) -> bool:
    """Keep two learners, by class number, apart or together from now on; None ends it. True.

    Raises UnknownName for a class or number, and where both numbers are the same.
    """
    group = school.classes.get(name)
    one, other = _learner(group, first), _learner(group, second)
    if one == other:
        raise UnknownName(
            "A pair is two learners.", subject=str(first), mend="Give two class numbers."
        )
    document = school.classes.pairs(group.id)
    known = {learner.id for learner in group.current}
    pair = sorted((one.id, other.id))
    for kind in KEEP:
        rest = [two for two in document[kind] if sorted(two) != pair and known.issuperset(two)]
        document[kind] = [*rest, pair] if kind == keep else rest
    school.classes.save_pairs(group.id, document)
    return True


def kept(school: School, group: ClassGroup, one: Learner, other: Learner) -> Keep | Literal[""]:
    """Whether two learners are kept apart or together, or ""."""
    document = school.classes.pairs(group.id)
    for kind in KEEP.values():
        if sorted((one.id, other.id)) in map(sorted, document[kind]):
            return kind
    return ""


def pair_row(school: School, name: str) -> dict[str, Any]:
    """The pairs of a class by class number, lowest first. Raises UnknownName."""
    group = school.classes.get(name)
    document = school.classes.pairs(group.id)
    return {"class": group.name, **{k: _numbers(group, document[k]) for k in KEEP}}


def _numbers(group: ClassGroup, pairs: list[list[str]]) -> list[list[int]]:
    number = {one.id: one.number for one in group.current}
    return sorted(sorted(number[one] for one in pair) for pair in pairs if set(pair) <= set(number))


def _learner(group: ClassGroup, number: int) -> Learner:
    found = next((one for one in group.current if one.number == number), None)
    if found is None:
        raise UnknownName(
            "Nobody in this class has this number.",
            subject=str(number),
            mend=Sentence("lifeskills class show {name} lists them.", name=group.name),
        )
    return found
