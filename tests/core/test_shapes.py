"""Sides, counting off, stations, casts, older with younger: each shape keeps what it promises."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeskills.core.counting_off import counted, ways
from lifeskills.core.grouping import (
    FORMS,
    Grouping,
    group_learners,
    group_open,
    how_many,
    keep_groups,
)
from lifeskills.core.people import Learner
from lifeskills.core.sides import sides
from lifeskills.core.wishes import Wishes
from tests.core.test_grouping import seated
from tests.strategies import classes

EVERY = st.sampled_from(sorted(FORMS))


def sizes(grouping: Grouping) -> list[int]:
    return [len(group) for group in grouping.groups]


@given(classes(), EVERY, st.integers(0, 9), st.booleans(), st.booleans())
def test_everybody_once_whatever_the_teacher_asks_for(
    learners: list[Learner], shape: str, seed: int, by_lot: bool, single_sex: bool
) -> None:
    def form(people: list[Learner]) -> Grouping:
        return group_learners(people, shape, seed=seed, by_lot=by_lot, single_sex=single_sex)

    grouping = form(learners)

    assert sorted(one for group in grouping.groups for one in group) == [x.id for x in learners]
    assert grouping == form(learners[::-1])
    if not grouping.single_sex:
        assert max(sizes(grouping)) - min(sizes(grouping)) <= 1
    if len(learners) > 1:
        assert min(sizes(grouping)) > 1, "nobody works alone"
    assert set(grouping.movers) <= {x.id for x in learners}


# -- girls and boys apart ---------------------------------------------------------------------


@given(classes(at_least=2), EVERY, st.integers(0, 9), st.booleans())
def test_apart_means_apart_and_strands_nobody(
    learners: list[Learner], shape: str, seed: int, by_lot: bool
) -> None:
    grouping = group_learners(learners, shape, seed=seed, by_lot=by_lot, single_sex=True)
    sex = {one.id: one.sex for one in learners}

    if grouping.single_sex:
        for group in grouping.groups:
            assert not {"girl", "boy"} <= {sex[one] for one in group}
            assert len(group) > 1
    counts = [sum(one.sex == wanted for one in learners) for wanted in ("girl", "boy")]
    forms_sides = shape not in ("circle", "elders") and min(counts) > 1
    assert grouping.single_sex or not forms_sides


@settings(max_examples=40)
@given(st.integers(2, 9), st.integers(2, 9), st.integers(0, 3), st.integers(1, 6))
def test_sizes_of_two_sides_differ_as_little_as_they_can(
    girls: int, boys: int, unknown: int, count: int
) -> None:
    sexes = ["girl"] * girls + ["boy"] * boys + [""] * unknown
    people = [Learner(id=f"p{n}", number=n, sex=sex) for n, sex in enumerate(sexes, 1)]  # type: ignore[arg-type]

    found = sides(people, count)

    def spread(halves: list[tuple[int, int]]) -> int:
        low = min(size // groups for size, groups in halves)
        return max(-(-size // groups) for size, groups in halves) - low

    def off(halves: list[tuple[int, int]]) -> int:
        return max(0, abs(sum(groups for _, groups in halves) - count) - 1)

    every = [
        [(girls + more, here), (boys + unknown - more, there)]
        for more in range(unknown + 1)
        for here in range(1, (girls + more) // 2 + 1)
        for there in range(1, (boys + unknown - more) // 2 + 1)
    ]
    mine = [(len(side.people), side.groups) for side in found]
    assert sorted(one.id for side in found for one in side.people) == sorted(x.id for x in people)
    assert (off(mine), spread(mine)) == min((off(one), spread(one)) for one in every)


@pytest.mark.parametrize("sexes", [["girl"] * 6, [""] * 6, ["boy"] + ["girl"] * 5])
def test_one_side_alone_is_no_side(sexes: list[str]) -> None:
    people = [Learner(id=f"p{n}", number=n, sex=sex) for n, sex in enumerate(sexes, 1)]  # type: ignore[arg-type]
    grouping = group_learners(people, "pairs", single_sex=True)

    assert not grouping.single_sex
    assert sizes(grouping) == [2, 2, 2]


@given(classes(at_least=6), st.data())
def test_latecomer_joins_the_own_side(learners: list[Learner], data: st.DataObject) -> None:
    late = data.draw(st.sampled_from(learners), "late")
    before = group_learners([one for one in learners if one != late], "fours", single_sex=True)
    after = keep_groups(before, learners)
    sex = {one.id: one.sex for one in learners}
    joined = next(group for group in after.groups if late.id in group)

    own = {one.sex for one in learners if one != late}
    if before.single_sex and late.sex and late.sex in own:
        assert not {"girl", "boy"} <= {sex[one] for one in joined}
    for old, new in zip(before.groups, after.groups, strict=True):
        assert new[: len(old)] == old


# -- counting off -----------------------------------------------------------------------------


def test_counting_along_the_rows_is_what_pupils_do() -> None:
    room = seated(2, 4)
    found = {str(words): counted(order, 3) for words, order in ways(room)}

    assert found["row by row from the front left"] == (
        ("p1", "p4", "p7"),
        ("p2", "p5", "p8"),
        ("p3", "p6"),
    )
    assert found["line by line from the front right to the back"][0] == ("p4", "p7", "p1")
    assert len(found) == 8


@given(classes(at_least=10), st.integers(0, 9), st.integers(0, 9))
def test_the_way_of_counting_lets_the_fewest_meet_anew(
    learners: list[Learner], seed: int, other: int
) -> None:
    before = group_learners(learners, "count-off", seed=other).groups
    met: dict[str, dict[str, int]] = {}
    for group in before:
        for one, two in itertools.permutations(group, 2):
            met.setdefault(one, {})[two] = 1
    wishes = Wishes(met=met)
    grouping = group_learners(learners, "count-off", seed=seed, wishes=wishes)

    def again(groups: tuple[tuple[str, ...], ...]) -> int:
        pairs = [pair for group in groups for pair in itertools.combinations(group, 2)]
        return sum(met.get(one, {}).get(two, 0) for one, two in pairs)

    count = len(grouping.groups)
    assert again(grouping.groups) == min(
        again(counted(order, count)) for _, order in ways(learners)
    )
    assert grouping.movers == ()


def test_a_pair_that_every_way_of_counting_joins_is_parted_by_one_change() -> None:
    room = seated(4, 4)
    together = [counted(order, 3) for _, order in ways(room)]
    pair = next(
        frozenset(two)
        for two in itertools.combinations([one.id for one in room], 2)
        if all(any(set(two) <= set(group) for group in groups) for groups in together)
    )
    grouping = group_learners(room, "count-off", wishes=Wishes(apart=frozenset([pair])))

    assert not any(pair <= set(group) for group in grouping.groups)
    assert len(grouping.movers) == 2
    assert pair & set(grouping.movers)


# -- stations, casts, circles -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("people", "groups"), [(60, 10), (50, 10), (30, 10), (29, 5), (15, 5), (12, 4), (5, 1)]
)
def test_two_groups_at_each_of_five_stations_or_one_where_groups_would_be_tiny(
    people: int, groups: int
) -> None:
    assert how_many(people, "stations") == groups


def test_stations_say_where_to_begin_and_how_to_move_on() -> None:
    says = str(group_learners(seated(6, 8), "stations", minutes=7).says)

    assert says.startswith("Count off from 1 to 10")
    assert "Groups 1 and 2 begin at station 1" in says
    assert "Every 7 minutes all move one station on, from 5 to 1." in says
    assert "from 4 to 1" in str(group_open(12, "stations").says)


@given(st.integers(1, 120))
def test_casts_are_eight_to_ten_where_a_class_allows_it(people: int) -> None:
    count = how_many(people, "casts")
    possible = [n for n in range(1, people + 1) if people // n >= 8 and -(-people // n) <= 10]

    assert count in possible if possible else count >= 1


def test_one_circle_holds_everybody() -> None:
    grouping = group_learners(seated(2, 6), "circle")

    assert len(grouping.groups) == 1
    assert str(grouping.says) == "Everybody in one circle."


# -- older with younger -----------------------------------------------------------------------


@given(st.lists(st.integers(1, 3), min_size=2, max_size=24), st.integers(0, 9))
def test_older_pairs_with_younger_wherever_that_can_be(grades: list[int], seed: int) -> None:
    people = [Learner(id=f"p{n}", number=n, grade=one) for n, one in enumerate(grades, 1)]
    grade = {one.id: one.grade for one in people}
    grouping = group_learners(people, "elders", seed=seed)

    assert sorted(one for group in grouping.groups for one in group) == sorted(grade)
    assert max(sizes(grouping)) - min(sizes(grouping)) <= 1
    most = max(grades.count(one) for one in set(grades))
    if 2 * most <= len(grades):
        assert all(len({grade[one] for one in group}) > 1 for group in grouping.groups)


def test_without_grades_the_first_half_by_number_helps_the_second() -> None:
    people = [Learner(id=f"p{n:02}", number=n) for n in range(1, 21)]
    random.Random(1).shuffle(people)
    grouping = group_learners(people, "elders", seed=3)

    for group in grouping.groups:
        assert sorted(int(one[1:]) > 10 for one in group) == [False, True]
