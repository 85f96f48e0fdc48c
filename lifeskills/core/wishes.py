"""Who is better not together, who is better together, and who has met: ids alone, never why.

Sizes of groups stand. Within them keeping apart comes first, then keeping together, then few
meetings anew, then that few people move.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

Groups = list[list[str]]
Pair = frozenset[str]
Near = Callable[[str, Sequence[str]], float]
"""How far somebody is from a group; smaller is nearer."""
MOST_TRIES = 20_000
"""Placements tried before the best so far is taken: a moment, and more than a class needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """Pairs of learner ids to keep apart or together, and how often two have met this term.

    ``met`` maps an id to ids and counts, both ways.
    """

    apart: frozenset[Pair] = frozenset()
    together: frozenset[Pair] = frozenset()
    met: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    def meetings(self, one: str, others: Iterable[str]) -> int:
        """How often somebody has met these before."""
        known = self.met.get(one)
        return sum(known.get(other, 0) for other in others) if known else 0

    def among(self, ids: Iterable[str]) -> Wishes:
        """The wishes that concern only these ids; meetings are kept as they are."""
        here = frozenset(ids)
        return Wishes(
            apart=frozenset(pair for pair in self.apart if pair <= here),
            together=frozenset(pair for pair in self.together if pair <= here),
            met=self.met,
        )


NO_WISHES = Wishes()


def broken(groups: Iterable[Sequence[str]], wishes: Wishes) -> tuple[int, int]:
    """Pairs to keep apart that share a group, and pairs to keep together that do not."""
    at = {one: n for n, group in enumerate(groups) for one in group}

    def share(pair: Pair) -> bool:
        places = {at.get(one, -1) for one in pair}
        return len(places) == 1 and -1 not in places

    present = [pair for pair in wishes.together if all(one in at for one in pair)]
    return sum(map(share, wishes.apart)), sum(not share(pair) for pair in present)


def repeats(groups: Iterable[Sequence[str]], wishes: Wishes) -> int:
    """Meetings anew: for each two in a group, how often they have met before."""
    return sum(
        wishes.meetings(one, group[n + 1 :]) for group in groups for n, one in enumerate(group)
    )


def kept_to(groups: Iterable[Sequence[str]], wishes: Wishes, near: Near | None = None) -> Groups:
    """Groups of the same sizes in which the fewest wishes are broken; whoever can stay, stays.

    Exact unless more than :data:`MOST_TRIES` placements would have to be tried.
    """
    start = [list(group) for group in groups]
    wishes = wishes.among(one for group in start for one in group)
    if broken(start, wishes) == (0, 0):
        return start
    return _filled(start, _Placing(start, wishes, near).best(), near)


def fewer_repeats(
    groups: Iterable[Sequence[str]], wishes: Wishes, sexes: Mapping[str, str]
) -> Groups:
    """Two of one sex change groups as long as fewer meet anew and no wish more is broken."""
    found = [list(group) for group in groups]
    if not wishes.met:
        return found
    wishes = wishes.among(one for group in found for one in group)
    while _one_change(found, wishes, sexes):
        pass
    return found


def _one_change(groups: Groups, wishes: Wishes, sexes: Mapping[str, str]) -> bool:
    for here in groups:
        for a in here:
            rest = [one for one in here if one != a]
            meets = wishes.meetings(a, rest)
            if meets and _changed(groups, here, a, wishes, sexes, meets):
                return True
    return False


def _changed(
    groups: Groups, here: list[str], a: str, wishes: Wishes, sexes: Mapping[str, str], meets: int
) -> bool:
    """Let ``a`` change places with the first that makes it better."""
    rest = [one for one in here if one != a]
    before = broken(groups, wishes)
    for there in groups:
        if there is here:
            continue
        for b in [one for one in there if sexes.get(one, "") == sexes.get(a, "")]:
            others = [one for one in there if one != b]
            gain = meets + wishes.meetings(b, others)
            if wishes.meetings(a, others) + wishes.meetings(b, rest) >= gain:
                continue
            _swap(here, a, there, b)
            if broken(groups, wishes) <= before:
                return True
            _swap(here, b, there, a)
    return False


def _swap(here: list[str], a: str, there: list[str], b: str) -> None:
    here[here.index(a)], there[there.index(b)] = b, a


class _Placing:
    """Those whom a wish names, placed so that the fewest are broken: branch and bound."""

    def __init__(self, groups: Groups, wishes: Wishes, near: Near | None) -> None:
        named = {one for pair in wishes.apart | wishes.together for one in pair}
        self._home = {one: n for n, group in enumerate(groups) for one in group}
        self._apart = _neighbours(wishes.apart)
        self._together = _neighbours(wishes.together)
        weight = {x: len(self._apart.get(x, ())) + len(self._together.get(x, ())) for x in named}
        self._people = sorted(named, key=lambda one: (-weight[one], self._home[one], one))
        self._room = [len(group) for group in groups]
        self._size = list(self._room)
        self._order = {one: self._nearest(one, groups, near) for one in self._people}
        self._price = len(wishes.together) + 1
        """A pair that is not apart costs more than all that are not together."""
        self._placed: dict[str, int] = {}
        self._found: dict[str, int] = {}
        self._least = self._price * (len(wishes.apart) + 1)
        self._tries = 0

    def _nearest(self, one: str, groups: Groups, near: Near | None) -> list[int]:
        """All groups: their own, then the nearest."""

        def place(n: int) -> tuple[bool, float, int]:
            return n != self._home[one], near(one, groups[n]) if near else 0, n

        return sorted(range(len(groups)), key=place)

    def best(self) -> dict[str, int]:
        """The group of each of them."""
        self._place(0, 0)
        return self._found

    def _place(self, n: int, cost: int) -> None:
        if cost >= self._least or self._tries >= MOST_TRIES:
            return
        if n == len(self._people):
            self._least, self._found = cost, dict(self._placed)
            return
        one = self._people[n]
        empty: set[int] = set()
        for group in self._order[one]:
            if not self._room[group]:
                continue
            if self._room[group] == self._size[group]:
                if self._size[group] in empty:
                    continue  # an empty group is as good as another of its size
                empty.add(self._size[group])
            self._tries += 1
            self._room[group] -= 1
            self._placed[one] = group
            self._place(n + 1, cost + self._cost(one, group))
            del self._placed[one]
            self._room[group] += 1

    def _cost(self, one: str, group: int) -> int:
        placed = self._placed
        met = sum(placed.get(other) == group for other in self._apart.get(one, ()))
        lost = sum(placed.get(other, group) != group for other in self._together.get(one, ()))
        return met * self._price + lost


def _neighbours(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for pair in pairs:
        for one in pair:
            found.setdefault(one, set()).update(pair - {one})
    return found


def _filled(start: Groups, placed: Mapping[str, int], near: Near | None) -> Groups:
    """Everybody else where they were, as far as there is room; the others go to the nearest."""
    sizes = [len(group) for group in start]
    groups: Groups = [[one for one in placed if placed[one] == n] for n in range(len(start))]
    moving: list[str] = []
    for n, group in enumerate(start):
        for one in group:
            if one in placed:
                continue
            if len(groups[n]) < sizes[n]:
                groups[n].append(one)
            else:
                moving.append(one)
    for one in moving:
        free = [n for n in range(len(start)) if len(groups[n]) < sizes[n]]
        groups[min(free, key=lambda n: (near(one, start[n]) if near else 0, n))].append(one)
    order = {one: k for k, one in enumerate(one for group in start for one in group)}
    return [sorted(group, key=order.__getitem__) for group in groups]
