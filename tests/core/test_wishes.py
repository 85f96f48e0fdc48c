"""Who is kept apart or together, and who meets anew: exact on small cases, never worse than a lot."""

from __future__ import annotations

import itertools
import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from lifeskills.core.drawing import DRAWS, dealt
from lifeskills.core.grouping import SIZES, group_learners, how_many, keep_groups
from lifeskills.core.people import Learner
from lifeskills.core.term import add_meetings
from lifeskills.core.wishes import Wishes, broken, fewer_repeats, kept_to, repeats
from tests.strategies import classes

SHAPES = st.sampled_from([*SIZES, "count-off", "stations", "casts"])


def wishes_among(ids: list[str], most: int = 5) -> st.SearchStrategy[Wishes]:
    """Pairs to keep apart and together, none of them both."""
    every = [frozenset(pair) for pair in itertools.combinations(ids, 2)]
    some = st.frozensets(st.sampled_from(every), max_size=most)
    return st.tuples(some, some).map(lambda two: Wishes(apart=two[0], together=two[1] - two[0]))


def partitions(ids: list[str], sizes: list[int]) -> list[list[list[str]]]:
    """Every way to fill groups of these sizes."""
    if not sizes:
        return [[]]
    return [
        [list(first), *rest]
        for first in itertools.combinations(ids, sizes[0])
        for rest in partitions([one for one in ids if one not in first], sizes[1:])
    ]


@settings(max_examples=60)
@given(st.integers(2, 7), st.integers(1, 3), st.data())
def test_as_few_wishes_are_broken_as_can_be(people: int, count: int, data: st.DataObject) -> None:
    ids = [f"p{n}" for n in range(people)]
    count = min(count, people)
    groups = [ids[start::count] for start in range(count)]
    wishes = data.draw(wishes_among(ids), "wishes")

    kept = kept_to(groups, wishes)

    assert [len(group) for group in kept] == [len(group) for group in groups]
    assert sorted(one for group in kept for one in group) == ids
    best = min(broken(one, wishes) for one in partitions(ids, [len(group) for group in groups]))
    assert broken(kept, wishes) == best
    if broken(groups, wishes) == best == (0, 0):
        assert kept == groups, "nobody moves without a reason"


@settings(max_examples=60)
@given(classes(at_least=12), SHAPES, st.integers(0, 9), st.booleans(), st.data())
def test_a_pair_apart_and_a_pair_together_in_every_shape(
    learners: list[Learner], shape: str, seed: int, by_lot: bool, data: st.DataObject
) -> None:
    a, b, c, d = data.draw(st.permutations([one.id for one in learners]), "who")[:4]
    wishes = Wishes(apart=frozenset([frozenset((a, b))]), together=frozenset([frozenset((c, d))]))
    grouping = group_learners(learners, shape, seed=seed, by_lot=by_lot, wishes=wishes)

    assert sorted(one for group in grouping.groups for one in group) == [x.id for x in learners]
    sizes = [len(group) for group in grouping.groups]
    assert max(sizes) - min(sizes) <= 1
    assert broken(grouping.groups, wishes) == (int(len(sizes) == 1), 0)


@settings(max_examples=40)
@given(classes(at_least=10), st.integers(0, 99), st.data())
def test_never_more_meet_anew_than_in_the_best_of_plain_lots(
    learners: list[Learner], seed: int, data: st.DataObject
) -> None:
    met: dict[str, Counter[str]] = {}
    for lesson in range(data.draw(st.integers(1, 4), "lessons before")):
        add_meetings(met, dealt(learners, how_many(len(learners), "groups"), random.Random(lesson)))
    wishes = Wishes(met=met)
    grouping = group_learners(learners, "groups", seed=seed, by_lot=True, wishes=wishes)

    lots = [
        dealt(learners, len(grouping.groups), random.Random(f"groups:{seed}:groups:{n}"))
        for n in range(DRAWS)
    ]
    assert repeats(grouping.groups, wishes) <= min(repeats(lot, wishes) for lot in lots)
    for sex in ("girl", "boy"):
        spread = [sum(one.id in group and one.sex == sex for one in learners) for group in lots[0]]
        found = [
            sum(one.sex == sex for one in learners if one.id in group) for group in grouping.groups
        ]
        assert max(found) - min(found) <= max(1, max(spread) - min(spread))


def test_a_class_of_fifty_meets_nobody_anew_for_three_lessons() -> None:
    learners = [
        Learner(id=f"p{n:02}", number=n, sex="girl" if n % 2 else "boy") for n in range(1, 51)
    ]
    met: dict[str, Counter[str]] = {}
    for lesson in range(4):
        wishes = Wishes(met=met)
        grouping = group_learners(learners, "groups", seed=lesson, by_lot=True, wishes=wishes)
        assert repeats(grouping.groups, wishes) == 0
        add_meetings(met, grouping.groups)


def test_changing_places_never_parts_those_who_are_to_be_together() -> None:
    met: dict[str, Counter[str]] = {}
    add_meetings(met, [("a", "b", "x")])
    wishes = Wishes(together=frozenset([frozenset(("a", "b"))]), met=met)
    groups = fewer_repeats([["a", "b", "x"], ["c", "d", "e"]], wishes, {})

    assert broken(groups, wishes) == (0, 0)
    assert repeats(groups, wishes) == 1, "x has left, a and b have stayed"


@settings(max_examples=60)
@given(classes(at_least=6), SHAPES, st.data())
def test_latecomer_does_not_join_those_to_be_kept_apart_from(
    learners: list[Learner], shape: str, data: st.DataObject
) -> None:
    late, other = data.draw(st.permutations(learners), "who")[:2]
    wishes = Wishes(apart=frozenset([frozenset((late.id, other.id))]))
    before = group_learners([one for one in learners if one != late], shape, wishes=wishes)
    after = keep_groups(before, learners, wishes)

    for old, new in zip(before.groups, after.groups, strict=True):
        assert new[: len(old)] == old
    if len(after.groups) > 1:
        assert broken(after.groups, wishes) == (0, 0)
