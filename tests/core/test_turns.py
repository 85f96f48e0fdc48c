"""Fair turns."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.turns import next_turn

PEOPLE = [f"p{n}" for n in range(12)]


def drawn(present: list[str], count: int, sexes: dict[str, str], seed: int = 7) -> list[str]:
    turns: list[str] = []
    for _ in range(count):
        one = next_turn(present, turns=turns, sexes=sexes, seed=seed)
        assert one is not None
        turns.append(one)
    return turns


@given(st.integers(1, 12), st.integers(0, 12), st.integers(0, 99), st.integers(1, 3))
def test_everybody_once_before_anybody_twice(n: int, girls: int, seed: int, rounds: int) -> None:
    present = PEOPLE[:n]
    sexes = {one: "girl" if int(one[1:]) < girls else "boy" for one in present}
    turns = drawn(present, rounds * n, sexes, seed)

    for start in range(0, rounds * n, n):
        assert sorted(turns[start : start + n]) == sorted(present)


@given(st.integers(1, 11), st.integers(0, 99))
def test_girls_and_boys_are_even_at_every_moment(girls: int, seed: int) -> None:
    sexes = {one: "girl" if int(one[1:]) < girls else "boy" for one in PEOPLE}
    turns = drawn(PEOPLE, 12, sexes, seed)

    for heard in range(1, 13):
        spoken = sum(sexes[one] == "girl" for one in turns[:heard])
        assert abs(spoken - heard * girls / 12) <= 1


def test_passing_is_free_and_nobody_is_pressed() -> None:
    first = next_turn(PEOPLE, seed=1)
    assert first is not None
    turns: list[str] = []
    for _ in range(11):
        one = next_turn(PEOPLE, turns=turns, passes=[first], seed=1)
        assert one not in (None, first)
        turns.append(str(one))

    assert Counter(turns).most_common(1)[0][1] == 1


def test_same_seed_draws_the_same() -> None:
    assert drawn(PEOPLE, 12, {}, 3) == drawn(PEOPLE[::-1], 12, {}, 3)
    assert drawn(PEOPLE, 12, {}, 3) != drawn(PEOPLE, 12, {}, 4)


def test_latecomer_is_not_asked_twice_running() -> None:
    turns = drawn(PEOPLE[:4], 8, {})
    present = PEOPLE[:5]
    first = next_turn(present, turns=turns, seed=7)
    assert first == "p4"
    assert next_turn(present, turns=[*turns, "p4"], seed=7) != "p4"


def test_nobody_there() -> None:
    assert next_turn([]) is None
