"""Forming the groups of one class: by desks, by number, counted off, by lot, older with younger.

Each way gives groups and whoever changes seats; wishes are then kept with as few changes as can
be. :mod:`lifeskills.core.grouping` is the door.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass

from lifeskills.core.counting_off import counted, ways
from lifeskills.core.forming_words import forming_words
from lifeskills.core.grouping import Grouping, Wanted, away
from lifeskills.core.people import Learner
from lifeskills.core.seating import Spot, balanced, cells, movers
from lifeskills.core.sides import Half, Side, sides
from lifeskills.core.text import Sentence
from lifeskills.core.wishes import Groups, Wishes, broken, fewer_repeats, kept_to, repeats

DRAWS = 6
"""Lots drawn to choose from, at most; the first in which nobody meets anew is taken."""

People = tuple[Learner, ...]


@dataclass(frozen=True, slots=True)
class Draw:
    """What is to be formed: the wish, the number of groups, chance, wishes, station minutes."""

    wanted: Wanted
    count: int
    seed: int
    wishes: Wishes
    minutes: int

    @property
    def how(self) -> str:
        """The way that the shape and the teacher ask for; desks become numbers where unknown."""
        if self.wanted.shape == "elders":
            return "ages"
        if self.wanted.by_lot or self.wanted.shape == "casts":
            return "lot"
        return "count" if self.wanted.shape in ("count-off", "stations") else "desks"

    def chance(self, *salt: object) -> random.Random:
        """Chance that is the same for the same seed, shape and ``salt``."""
        return random.Random(":".join(map(str, ("groups", self.seed, self.wanted.shape, *salt))))


def formed(people: People, draw: Draw) -> Grouping:
    """Groups of everybody, by sides where the teacher wants that."""
    how = draw.how
    if how == "desks" and 2 * sum(one.desk is not None for one in people) < len(people):
        how = "number"
    apart: tuple[Side, ...] = (Side(people, draw.count),)
    if draw.wanted.single_sex and how != "ages":
        apart = sides(people, draw.count, slack=0 if draw.wanted.shape == "stations" else 1)
    halves = [_WAYS[how](_by_number(side.people), side.groups, draw) for side in apart]
    groups = tuple(tuple(group) for half in halves for group in half.groups)
    return Grouping(
        shape=draw.wanted.shape,
        groups=groups,
        says=forming_words(how, people, halves, draw.wanted.shape, draw.minutes),
        movers=tuple(one for half in halves for one in half.movers),
        how=how,
        single_sex=len(apart) > 1,
    )


def _by_number(people: Sequence[Learner]) -> People:
    return tuple(sorted(people, key=lambda one: (one.number, one.id)))


# -- the ways ---------------------------------------------------------------------------------


def _desks(people: People, count: int, draw: Draw) -> Half:
    spots = [Spot(one.id, *one.desk) for one in people if one.desk is not None]
    low, more = divmod(len(people), count)
    natural = balanced(cells(spots, draw.wanted.shape), count, low=low, more=more)
    groups = [[spot.id for spot in cell] for cell in natural]
    groups += [[] for _ in range(count - len(groups))]
    seated = {spot.id: spot for spot in spots}
    for one in people:
        if one.id not in seated:
            min(groups, key=len).append(one.id)
    half = _changed(groups, people, draw)
    in_seats = [[seated[one] for one in group if one in seated] for group in half.groups]
    far = [one for cell in in_seats for one in movers(cell)]
    return Half(half.groups, tuple(dict.fromkeys([*half.movers, *far])))


def _numbers(people: People, count: int, draw: Draw) -> Half:
    size, more = divmod(len(people), count)
    ends = [n * size + min(n, more) for n in range(count + 1)]
    ids = [one.id for one in people]
    return _changed([ids[a:b] for a, b in itertools.pairwise(ends)], people, draw)


def _count_off(people: People, count: int, draw: Draw) -> Half:
    """The way of counting that breaks the fewest wishes and lets the fewest meet anew."""
    found = list(ways(people))
    start = draw.seed % len(found)
    turned = found[start:] + found[:start]

    def cost(way: tuple[Sentence, tuple[str, ...]]) -> tuple[tuple[int, int], int]:
        groups = counted(way[1], count)
        return broken(groups, draw.wishes), repeats(groups, draw.wishes)

    words, order = min(turned, key=cost)
    half = _changed([list(group) for group in counted(order, count)], people, draw)
    return Half(half.groups, half.movers, words)


def _lot(people: People, count: int, draw: Draw) -> Half:
    """The best of some lots, each made better as long as two can change places for it."""
    sexes = {one.id: one.sex for one in people}
    best: Groups = []
    least = ((0, 0), 0)
    for n in range(DRAWS):
        lot = dealt(people, count, draw.chance(n))
        lot = fewer_repeats(kept_to(lot, draw.wishes), draw.wishes, sexes)
        cost = broken(lot, draw.wishes), repeats(lot, draw.wishes)
        if not best or cost < least:
            best, least = lot, cost
        if not cost[1]:
            break
    return Half(best)


def dealt(people: Sequence[Learner], count: int, chance: random.Random) -> Groups:
    """One plain lot: girls, then boys, then the others shuffled and dealt out like cards."""
    order: list[str] = []
    for sex in ("girl", "boy", ""):
        side = [one.id for one in people if one.sex == sex]
        chance.shuffle(side)
        order += side
    return [order[start::count] for start in range(count)]


def _ages(people: People, _count: int, draw: Draw) -> Half:
    """Half a class older, half younger, by grade or by class number; each with one across.

    Two of one grade meet only where one grade is more than half of the class.
    """
    lots = [_across(people, draw.chance(n)) for n in range(DRAWS)]
    best = min(lots, key=lambda lot: (broken(lot, draw.wishes), repeats(lot, draw.wishes)))
    return Half(kept_to(best, draw.wishes))


def _across(people: People, chance: random.Random) -> Groups:
    graded = any(one.grade for one in people)
    order = list(people)
    if graded:
        chance.shuffle(order)
        order.sort(key=lambda one: one.grade)
    half = len(order) // 2
    younger, older = order[:half], order[len(order) - half :]
    if not graded:
        chance.shuffle(older)
    pairs = [[one.id, other.id] for one, other in zip(younger, older, strict=True)] or [[]]
    if len(order) % 2:
        pairs[-1].insert(len(pairs[-1]) // 2, order[half].id)
    return pairs


def _kept(groups: Groups, people: People, draw: Draw) -> Groups:
    by_id = {one.id: one for one in people}
    return kept_to(
        groups, draw.wishes, lambda one, group: away(by_id[one], [by_id[x] for x in group])
    )


def _changed(groups: Groups, people: People, draw: Draw) -> Half:
    """Groups that a sentence makes, and those who then change for a wish."""
    kept = _kept(groups, people, draw)
    moved = [one for old, new in zip(groups, kept, strict=True) for one in new if one not in old]
    return Half(kept, tuple(moved))


_WAYS = {"desks": _desks, "number": _numbers, "count": _count_off, "lot": _lot, "ages": _ages}
