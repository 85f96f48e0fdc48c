"""Groups at fixed desks: all work at once, nobody carries a table, nobody is left over.

Desk mates are a pair, a front pair that turns round to the pair behind is a four, two fours side
by side are an eight. Drawn groups mix the class: counted off, by lot, older with younger. Sizes
differ by at most one, or as little as two sides of a class allow. Once formed, groups stay: who
leaves is taken out, who comes joins, and nobody else moves.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lifeskills.core.people import Learner
from lifeskills.core.seating import Spot, distance
from lifeskills.core.text import Sentence
from lifeskills.core.wishes import NO_WISHES, Wishes

SIZES = {"pairs": 2, "fours": 4, "eights": 8, "groups": 5}
"""How many people a group of each shape that a step may name wants."""
FORMS = {**SIZES, "count-off": 5, "stations": 5, "casts": 9, "elders": 2, "circle": 15}
"""The same for every shape that a teacher can form."""
_SMALLEST = {"pairs": 2, "elders": 2, "fours": 3, "eights": 6, "groups": 4, "count-off": 4}

CIRCLE_BELOW = 16
"""Fewer people present than this are one small group: they sit in one circle."""
STATIONS = 5
STATION_MINUTES = 6
"""Five stations with two groups at each, six minutes each (facts of the field, §4.2)."""
CAST = (8, 10)
"""The smallest and the largest cast of a play."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the teacher asks for: a shape, by desks or by lot, mixed or girls and boys apart."""

    shape: str = "fours"
    by_lot: bool = False
    single_sex: bool = False

    def as_dict(self) -> dict[str, object]:
        """Plain values for an event."""
        return {"shape": self.shape, "by_lot": self.by_lot, "single_sex": self.single_sex}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Groups of learner ids, and the sentence that forms them.

    ``how`` is desks, number (neighbours by class number), count (counted off), lot, ages, or ""
    without groups. ``movers`` are the few who change seats or groups. In an open group the ids
    are the numbers counted off.
    """

    shape: str
    groups: tuple[tuple[str, ...], ...]
    says: Sentence
    movers: tuple[str, ...] = ()
    how: str = "desks"
    single_sex: bool = False

    @property
    def drawn(self) -> bool:
        """True if the class was mixed anew, so that it matters who has met before."""
        return self.how in ("count", "lot", "ages")


def how_many(people: int, shape: str) -> int:
    """The number of groups: none alone, as near to the shape's size as whole people allow."""
    size = FORMS.get(shape)
    if size is None or people < 1:
        return 0
    if shape == "circle":
        return 1
    if shape in ("pairs", "elders"):
        return max(1, people // 2)
    if shape == "stations":
        return _at_stations(people)
    if shape == "casts":
        return _casts(people)
    count = (people + 2) // 5 if size == 5 else -(-people // size)
    if people // max(1, count) < _SMALLEST[shape]:
        count = people // size
    return max(1, count)


def _at_stations(people: int) -> int:
    """Two groups at each station, or one where groups would be smaller than three."""
    if people >= 2 * STATIONS * 3:
        return 2 * STATIONS
    return min(STATIONS, max(1, people // 3))


def _casts(people: int) -> int:
    """As many as come nearest to casts of eight to ten; of two that are as near, the fewer."""
    smallest, largest = CAST

    def off(count: int) -> int:
        low, high = people // count, -(-people // count)
        return max(0, smallest - low) + max(0, high - largest)

    return min(range(1, max(2, people // 4 + 1)), key=lambda count: (off(count), count))


def group_learners(
    learners: Sequence[Learner],
    shape: str,
    *,
    seed: int = 0,
    by_lot: bool = False,
    single_sex: bool = False,
    wishes: Wishes = NO_WISHES,
    minutes: int = STATION_MINUTES,
) -> Grouping:
    """Form groups of the learners who are present, the same for the same seed.

    By desks where at least half have one, else by class number; stations count off, casts are
    drawn, and ``by_lot`` draws any shape. ``minutes`` are those at each station. A shape without
    groups (class, alone, standing) gives none.
    """
    from lifeskills.core.drawing import Draw, formed

    count = how_many(len(learners), shape)
    if not count:
        return Grouping(shape=shape, groups=(), says=_everybody(shape), how="")
    people = tuple(sorted(learners, key=lambda one: (one.number, one.id)))
    if shape == "circle":
        says = Sentence("Everybody in one circle.")
        return Grouping(shape=shape, groups=(tuple(one.id for one in people),), says=says)
    wanted = Wanted(shape=shape, by_lot=by_lot, single_sex=single_sex)
    return formed(people, Draw(wanted, count, seed, wishes, minutes))


def group_open(people: int, shape: str, minutes: int = STATION_MINUTES) -> Grouping:
    """Groups of an open group, which has no roster: people count off, equal numbers sit together.

    The members are the people's places in the row, from 1.
    """
    from lifeskills.core.forming_words import station_words

    count = how_many(people, shape)
    groups = tuple(
        tuple(str(one) for one in range(start, people + 1, count)) for start in range(1, count + 1)
    )
    if count < 2:
        return Grouping(shape=shape, groups=groups, says=Sentence("Everybody in one circle."))
    says = Sentence("Count off from 1 to {groups}; the same numbers sit together.", groups=count)
    if shape == "stations":
        says = station_words(says, count, minutes)
    return Grouping(shape=shape, groups=groups, says=says, how="count")


def keep_groups(
    grouping: Grouping, learners: Sequence[Learner], wishes: Wishes = NO_WISHES
) -> Grouping:
    """The groups for those present now: absent out, latecomers in, nobody else moves.

    A latecomer joins the smallest group, the nearest of them; before that counts that nobody in
    it is to be kept apart from them and, where girls and boys sit apart, whose side it is.
    """
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
        fits = [
            _fit(newcomer, [present[x] for x in group], wishes, single_sex=grouping.single_sex)
            for group in groups
        ]
        groups[fits.index(min(fits))].append(newcomer.id)
    return Grouping(
        shape=grouping.shape,
        groups=tuple(tuple(group) for group in groups),
        says=grouping.says,
        movers=tuple(one for one in grouping.movers if one in present),
        how=grouping.how,
        single_sex=grouping.single_sex,
    )


def _fit(
    newcomer: Learner, group: Sequence[Learner], wishes: Wishes, *, single_sex: bool
) -> tuple[int, int, int, int, float]:
    """How well a latecomer fits a group: the smaller, the better."""
    pairs = {frozenset((newcomer.id, one.id)) for one in group}
    others = {one.sex for one in group} - {"", newcomer.sex}
    return (
        len(pairs & wishes.apart),
        int(single_sex and bool(newcomer.sex) and bool(others)),
        len(group),
        -len(pairs & wishes.together),
        away(newcomer, group),
    )


def away(one: Learner, group: Sequence[Learner]) -> float:
    """How far somebody's desk is from the nearest desk of a group; infinity if none is known."""
    if one.desk is None:
        return float("inf")
    here = Spot(one.id, *one.desk)
    seats = [Spot("", *other.desk) for other in group if other.desk is not None]
    return min((distance(here, seat) for seat in seats), default=float("inf"))


def _everybody(shape: str) -> Sentence:
    return Sentence("Each works alone.") if shape == "alone" else Sentence("The class together.")
