"""Groups at fixed desks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.grouping import (
    SIZES,
    group_learners,
    group_open,
    how_many,
    keep_groups,
)
from lifeskills.core.people import Learner
from tests.strategies import classes

SHAPES = st.sampled_from(sorted(SIZES))


def seated(rows: int, across: int) -> list[Learner]:
    """A full classroom, numbered along the rows."""
    seats = [(row, column) for row in range(1, rows + 1) for column in range(1, across + 1)]
    return [Learner(id=f"p{n}", number=n, desk=desk) for n, desk in enumerate(seats, start=1)]


@given(classes(), SHAPES, st.integers(0, 9), st.booleans())
def test_everybody_is_in_exactly_one_group_and_sizes_are_within_one(
    learners: list[Learner], shape: str, seed: int, by_lot: bool
) -> None:
    grouping = group_learners(learners, shape, seed=seed, by_lot=by_lot)

    assert sorted(one for group in grouping.groups for one in group) == [x.id for x in learners]
    sizes = [len(group) for group in grouping.groups]
    assert max(sizes) - min(sizes) <= 1
    assert len(sizes) == how_many(len(learners), shape)
    assert grouping == group_learners(learners[::-1], shape, seed=seed, by_lot=by_lot)
    assert set(grouping.movers) <= {x.id for x in learners}
    assert str(grouping.says)


@given(classes(at_least=4), SHAPES, st.data())
def test_latecomer_moves_nobody(learners: list[Learner], shape: str, data: st.DataObject) -> None:
    late = data.draw(st.sets(st.sampled_from(learners), max_size=len(learners) - 2), "late")
    early = [one for one in learners if one not in late]
    before = group_learners(early, shape)
    after = keep_groups(before, learners)

    for old, new in zip(before.groups, after.groups, strict=True):
        assert new[: len(old)] == old
    assert sorted(one for group in after.groups for one in group) == [x.id for x in learners]
    sizes = [len(group) for group in after.groups]
    assert max(sizes) - min(sizes) <= 1


@given(classes(at_least=4), SHAPES, st.data())
def test_who_leaves_moves_nobody(learners: list[Learner], shape: str, data: st.DataObject) -> None:
    before = group_learners(learners, shape)
    gone = data.draw(st.sets(st.sampled_from([x.id for x in learners])), "gone")
    after = keep_groups(before, [one for one in learners if one.id not in gone])

    left = [tuple(one for one in group if one not in gone) for group in before.groups]
    assert list(after.groups) == [group for group in left if group]


def test_full_class_of_fours_is_what_the_desks_say() -> None:
    grouping = group_learners(seated(6, 8), "fours")

    assert grouping.groups[0] == ("p1", "p2", "p9", "p10")
    assert len(grouping.groups) == 12
    assert grouping.movers == ()
    assert str(grouping.says) == "Rows 1, 3, 5 turn round to the row behind: groups of 4."


def test_three_absent_from_52_leave_every_other_four_alone() -> None:
    room = [one for one in seated(7, 8) if one.number <= 52]
    present = [one for one in room if one.number not in (3, 20, 41)]
    grouping = group_learners(present, "fours")
    natural = {("p1", "p2", "p9", "p10"), ("p7", "p8", "p15", "p16"), ("p17", "p18", "p25", "p26")}

    assert natural <= set(grouping.groups)
    assert grouping.movers == ()


def test_last_row_without_a_row_behind_makes_fours_with_its_neighbours() -> None:
    grouping = group_learners(seated(3, 8), "fours")

    assert grouping.groups[-2:] == (("p17", "p18", "p19", "p20"), ("p21", "p22", "p23", "p24"))


def test_two_without_a_mate_become_a_pair() -> None:
    room = [one for one in seated(2, 6) if one.number not in (2, 12)]
    grouping = group_learners(room, "pairs")

    assert ("p1", "p11") in grouping.groups
    assert len(grouping.movers) == 1
    assert str(grouping.says) == "Desk mates work together."


def test_eights_are_two_fours_side_by_side() -> None:
    groups = group_learners(seated(4, 8), "eights").groups

    assert groups[0] == ("p1", "p2", "p3", "p4", "p9", "p10", "p11", "p12")


def test_without_desks_neighbours_by_number() -> None:
    learners = [Learner(id=f"p{n}", number=n) for n in range(1, 10)]
    grouping = group_learners(learners, "fours")

    assert grouping.groups == (("p1", "p2", "p3"), ("p4", "p5", "p6"), ("p7", "p8", "p9"))
    assert "1 to 3" in str(grouping.says)


@pytest.mark.parametrize(
    ("people", "shape", "groups"),
    [
        (0, "fours", 0),
        (1, "pairs", 1),
        (49, "pairs", 24),
        (5, "fours", 1),
        (6, "fours", 2),
        (50, "fours", 13),
        (9, "eights", 1),
        (50, "groups", 10),
        (12, "class", 0),
    ],
)
def test_number_of_groups(people: int, shape: str, groups: int) -> None:
    assert how_many(people, shape) == groups


@given(st.integers(1, 80), SHAPES)
def test_nobody_works_alone(people: int, shape: str) -> None:
    count = how_many(people, shape)

    assert people // count >= min(people, 2)


@given(st.integers(1, 30), SHAPES)
def test_open_group_counts_off(people: int, shape: str) -> None:
    grouping = group_open(people, shape)

    assert sorted(int(one) for group in grouping.groups for one in group) == list(
        range(1, people + 1)
    )
    sizes = [len(group) for group in grouping.groups]
    assert max(sizes) - min(sizes) <= 1


def test_shape_without_groups_gives_none() -> None:
    assert group_learners(seated(1, 2), "class").groups == ()
