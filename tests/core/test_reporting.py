"""3–2–1: which groups report."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.reporting import next_report
from lifeskills.core.term import Past


def groups(count: int) -> list[list[str]]:
    return [[f"p{n}-{k}" for k in range(4)] for n in range(count)]


@pytest.mark.parametrize(
    ("count", "parts"),
    [
        (0, (0, 0, 0)),
        (1, (1, 0, 0)),
        (2, (1, 0, 1)),
        (3, (2, 0, 1)),
        (4, (2, 1, 1)),
        (5, (3, 1, 1)),
        (6, (3, 2, 1)),
        (13, (3, 2, 1)),
    ],
)
def test_three_two_and_one_as_far_as_groups_go(count: int, parts: tuple[int, int, int]) -> None:
    report = next_report(groups(count))

    assert (len(report.speak), len(report.add), len(report.sum_up)) == parts
    assert len(set(report.all)) == len(report.all)


@given(st.integers(6, 15), st.integers(0, 99))
def test_no_group_reports_twice_before_each_has_reported(count: int, seed: int) -> None:
    room = groups(count)
    said: list[str] = []
    order: list[int] = []
    while len(order) < 2 * count:
        report = next_report(room, reported=said, seed=seed)
        order += report.all
        said += [one for n in report.all for one in room[n]]
        if len(set(order)) < count:
            assert len(set(order)) == len(order)

    assert set(order) == set(range(count))


def test_groups_that_reported_this_term_come_last() -> None:
    room = groups(8)
    past = Past(reported={one: 1 for group in room[:2] for one in group})

    assert not set(next_report(room, past=past).all) & {0, 1}
