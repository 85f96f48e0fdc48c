"""Groups at fixed desks: all work at once, nobody carries a table, nobody is left over.

Desk mates are a pair, a front pair that turns round to the pair behind is a four, two fours side
by side are an eight. Sizes differ by at most one. Once formed, groups stay: who leaves is taken
out, who comes joins the nearest of the smallest groups, and nobody else moves.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass

from lifeskills.core.people import Learner
from lifeskills.core.seating import Spot, balanced, cells, distance, movers
from lifeskills.core.text import Sentence

SIZES = {"pairs": 2, "fours": 4, "eights": 8, "groups": 5}
"""How many people a group of each shape wants."""
_SMALLEST = {"pairs": 2, "fours": 3, "eights": 6, "groups": 4}

ROLES = ("leader", "recorder", "speaker", "timekeeper", "carer")
"""Roles offered to a group, in the order in which they are needed; the carer sees that nobody is
left out. Reading aloud is never given by lot."""
ROLE_WORDS = {
    "leader": Sentence("leader"),
    "recorder": Sentence("recorder"),
    "speaker": Sentence("speaker"),
    "timekeeper": Sentence("timekeeper"),
    "carer": Sentence("carer"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Groups of learner ids, and the sentence that forms them.

    ``movers`` are the few whose desk does not touch their group's: they change seats.
    In an open group the ids are the numbers counted off.
    """

    shape: str
    groups: tuple[tuple[str, ...], ...]
    says: Sentence
    movers: tuple[str, ...] = ()


def how_many(people: int, shape: str) -> int:
    """The number of groups: none alone, as near to the shape's size as whole people allow."""
    size = SIZES.get(shape)
    if size is None or people < 1:
        return 0
    if shape == "pairs":
        return max(1, people // 2)
    count = (people + 2) // 5 if shape == "groups" else -(-people // size)
    if people // max(1, count) < _SMALLEST[shape]:
        count = people // size
    return max(1, count)


def group_learners(
    learners: Sequence[Learner], shape: str, *, seed: int = 0, by_lot: bool = False
) -> Grouping:
    """Form groups of the learners who are present.

    By desks where at least half have one, else by class number; ``by_lot`` draws instead, the
    same for the same seed. A shape without groups (class, alone, standing) gives none.
    """
    count = how_many(len(learners), shape)
    if not count:
        return Grouping(shape=shape, groups=(), says=_everybody(shape))
    people = sorted(learners, key=lambda one: (one.number, one.id))
    if by_lot:
        random.Random(f"groups:{seed}:{shape}").shuffle(people)
        groups = _cut([one.id for one in people], count)
        return Grouping(shape=shape, groups=groups, says=_by_lot(count))
    spots = [Spot(one.id, *one.desk) for one in people if one.desk is not None]
    if 2 * len(spots) < len(people):
        groups = _cut([one.id for one in people], count)
        return Grouping(shape=shape, groups=groups, says=_by_number(people, count))
    return _by_desks(people, spots, shape, count)


def group_open(people: int, shape: str) -> Grouping:
    """Groups of an open group, which has no roster: people count off, equal numbers sit together.

    The members are the people's places in the row, from 1.
    """
    count = how_many(people, shape)
    groups = tuple(
        tuple(str(one) for one in range(start, people + 1, count)) for start in range(1, count + 1)
    )
    if count < 2:
        return Grouping(shape=shape, groups=groups, says=Sentence("Everybody in one circle."))
    says = Sentence("Count off from 1 to {groups}; the same numbers sit together.", groups=count)
    return Grouping(shape=shape, groups=groups, says=says)


def keep_groups(grouping: Grouping, learners: Sequence[Learner]) -> Grouping:
    """The groups for those present now: absent out, latecomers in, nobody else moves."""
    present = {one.id: one for one in learners}
    groups = [[one for one in group if one in present] for group in grouping.groups]
    groups = [group for group in groups if group]
    placed = {one for group in groups for one in group}
    newcomers = sorted(
        (one for one in learners if one.id not in placed), key=lambda one: (one.number, one.id)
    )
    for newcomer in newcomers:
        if not groups:
            groups.append([])
        _nearest_smallest(groups, newcomer, present).append(newcomer.id)
    kept = tuple(tuple(group) for group in groups)
    stays = tuple(one for one in grouping.movers if one in present)
    return Grouping(shape=grouping.shape, groups=kept, says=grouping.says, movers=stays)


def offered_roles(size: int) -> tuple[str, ...]:
    """Roles to offer to a group of this size: never more roles than people, none for a pair."""
    return ROLES[:size] if size > 2 else ()


def _by_desks(people: Sequence[Learner], spots: Sequence[Spot], shape: str, count: int) -> Grouping:
    low, more = divmod(len(people), count)
    formed = balanced(cells(spots, shape), count, low=low, more=more)
    groups = [[spot.id for spot in cell] for cell in formed]
    groups += [[] for _ in range(count - len(groups))]
    seated = {spot.id for spot in spots}
    for one in people:
        if one.id not in seated:
            min(groups, key=len).append(one.id)
    return Grouping(
        shape=shape,
        groups=tuple(tuple(group) for group in groups),
        says=_by_rows(shape, spots),
        movers=tuple(one for cell in formed for one in movers(cell)),
    )


def _nearest_smallest(
    groups: list[list[str]], newcomer: Learner, present: dict[str, Learner]
) -> list[str]:
    least = min(len(group) for group in groups)
    smallest = [group for group in groups if len(group) == least]
    if newcomer.desk is None:
        return smallest[0]
    here = Spot(newcomer.id, *newcomer.desk)

    def away(group: list[str]) -> float:
        desks = [present[one].desk for one in group]
        seats = [Spot("", *desk) for desk in desks if desk is not None]
        return min((distance(here, seat) for seat in seats), default=float("inf"))

    return min(smallest, key=away)


def _cut(ids: Sequence[str], count: int) -> tuple[tuple[str, ...], ...]:
    size, more = divmod(len(ids), count)
    ends = [n * size + min(n, more) for n in range(count + 1)]
    return tuple(tuple(ids[a:b]) for a, b in itertools.pairwise(ends))


def _by_rows(shape: str, spots: Sequence[Spot]) -> Sentence:
    if shape == "pairs":
        return Sentence("Desk mates work together.")
    rows = {spot.row for spot in spots}
    turning = ", ".join(str(row) for row in sorted(rows) if row % 2 and row + 1 in rows)
    if not turning:
        return Sentence("Turn to your neighbours: groups of {size}.", size=SIZES[shape])
    if shape == "eights":
        return Sentence(
            "Rows {rows} turn round, and two fours side by side join: groups of eight.",
            rows=turning,
        )
    return Sentence(
        "Rows {rows} turn round to the row behind: groups of {size}.",
        rows=turning,
        size=SIZES[shape],
    )


def _by_number(people: Sequence[Learner], count: int) -> Sentence:
    first = _cut([str(one.number) for one in people], count)[0]
    return Sentence(
        "By class number, {groups} groups: {first} to {last} sit together, and so on.",
        groups=count,
        first=first[0],
        last=first[-1],
    )


def _by_lot(count: int) -> Sentence:
    return Sentence("Drawn by lot: {groups} groups.", groups=count)


def _everybody(shape: str) -> Sentence:
    return Sentence("Each works alone.") if shape == "alone" else Sentence("The class together.")
