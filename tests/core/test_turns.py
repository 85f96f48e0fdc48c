"""Fair turns: what holds at every draw, and what comes out of a thousand lessons."""

from __future__ import annotations

import random
import statistics
from collections import Counter
from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.term import NO_PAST, Past
from lifeskills.core.turns import next_turn, weight

PEOPLE = [f"p{n}" for n in range(12)]
LESSONS = 1000
ASKED = 8
"""How many are asked in a lesson."""


def drawn(
    present: list[str],
    count: int,
    sexes: dict[str, str],
    seed: int = 7,
    past: Past = NO_PAST,
) -> list[str]:
    turns: list[str] = []
    for _ in range(count):
        one = next_turn(present, turns=turns, sexes=sexes, past=past, seed=seed)
        assert one is not None
        turns.append(one)
    return turns


PASTS = st.builds(
    lambda asked, present: Past(
        asked=dict(zip(PEOPLE, asked, strict=True)), present=dict(zip(PEOPLE, present, strict=True))
    ),
    st.lists(st.integers(0, 9), min_size=12, max_size=12),
    st.lists(st.integers(0, 20), min_size=12, max_size=12),
)


@given(st.integers(1, 12), st.integers(0, 12), st.integers(0, 99), st.integers(1, 3), PASTS)
def test_everybody_once_before_anybody_twice(
    n: int, girls: int, seed: int, rounds: int, past: Past
) -> None:
    present = PEOPLE[:n]
    sexes = {one: "girl" if int(one[1:]) < girls else "boy" for one in present}
    turns = drawn(present, rounds * n, sexes, seed, past)

    for start in range(0, rounds * n, n):
        assert sorted(turns[start : start + n]) == sorted(present)


@given(st.integers(1, 11), st.integers(0, 99), PASTS)
def test_girls_and_boys_are_even_at_every_moment(girls: int, seed: int, past: Past) -> None:
    sexes = {one: "girl" if int(one[1:]) < girls else "boy" for one in PEOPLE}
    turns = drawn(PEOPLE, 12, sexes, seed, past)

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


def test_who_comes_back_after_weeks_is_not_the_first_to_be_asked() -> None:
    """Nobody is put before the class because they were away: lessons missed give no weight."""
    always = dict.fromkeys(PEOPLE[1:], 10)
    past = Past(present={**always, "p0": 1}, asked=dict.fromkeys(PEOPLE[1:], 1))

    assert weight("p0", past) < weight("p1", past)
    first = Counter(next_turn(PEOPLE, past=past, seed=seed) for seed in range(600))
    # A lot of 2 against eleven of 5.5: one in 31; fair would be one in 12.
    assert first["p0"] < 600 / 12


# -- a thousand lessons -----------------------------------------------------------------------


class Class:
    """One class in lessons one after another, what the term remembers going with it."""

    def __init__(self, girls: int, boys: int, *, seed: int) -> None:
        self.sexes = {f"g{n:02}": "girl" for n in range(girls)}
        self.sexes |= {f"b{n:02}": "boy" for n in range(boys)}
        self.chance = random.Random(seed)
        self.asked: Counter[str] = Counter()
        self.present: Counter[str] = Counter()

    @property
    def past(self) -> Past:
        return Past(asked=dict(self.asked), present=dict(self.present))

    def lesson(
        self, number: int, *, away: float = 0.0, late: float = 0.0, shy: float = 0.0
    ) -> None:
        """Some are away, some come in the middle, some pass; the rules hold at each draw."""
        here = [one for one in self.sexes if self.chance.random() >= away]
        latecomers = [one for one in here if self.chance.random() < late]
        room = [one for one in here if one not in latecomers]
        turns: list[str] = []
        passes: list[str] = []
        while len(turns) < ASKED:
            if len(turns) == ASKED // 2:
                room = here
            one = next_turn(
                room,
                turns=turns,
                passes=passes,
                sexes=self.sexes,
                past=self.past,
                seed=number,
            )
            assert one in room
            assert one not in turns
            assert one not in passes
            (passes if self.chance.random() < shy else turns).append(one)
        self.asked.update([*turns, *passes])
        self.present.update(here)


def of(asked: Mapping[str, int], side: str) -> list[int]:
    return [asked[one] for one in sorted(asked) if one[0] == side]


def test_a_thousand_lessons_ask_everybody_alike() -> None:
    """Four classes in 250 lessons each. Bounds are derived, none is tuned.

    A lot weighted by 1 ÷ (1 + asked) pulls back whoever is ahead: with a mean of m turns the
    deviation d of one learner drifts by −d/m a turn while chance adds 1, so dv/dm = 1 − 2v/m
    and the variance v settles at m/3, where a plain lot has m·(1 − 4/25). The pooled variance of
    eight sides of 25 over m/3 is χ² with 192 degrees over 192: above 1.5 once in 100,000 runs,
    and a plain lot comes to 2.5. The largest of 200 deviations passes 5.5 standard deviations
    once in 100,000 runs.
    """
    variances, mean = [], 250 * ASKED / 50
    for number_of_class in range(4):
        room = Class(25, 25, seed=number_of_class)
        for number in range(LESSONS // 4):
            room.lesson(LESSONS * number_of_class + number)
        for side in "gb":
            counts = of(room.asked, side)
            assert sum(counts) == 25 * mean
            assert all(abs(one - mean) <= 5.5 * (mean / 3) ** 0.5 for one in counts)
            variances.append(statistics.variance(counts))

    assert statistics.mean(variances) <= 1.5 * mean / 3


def test_a_thousand_lessons_with_absences_passes_and_latecomers() -> None:
    """Fifty terms of twenty lessons each, 30 girls and 20 boys, the rules asserted at each draw.

    Girls and boys stay in step to one turn in each lesson: asked per head, the sides differ by at
    most one turn a lesson and side. Learners of a side are alike, so by symmetry each expects the
    side's mean m over all terms. Whether a learner is asked in a lesson is yes or no, and who was
    asked comes later next time, so the variance of the sum is at most m; the largest of 50
    deviations passes 5.2·√m once in 100,000 runs.
    """
    total: Counter[str] = Counter()
    for term in range(50):
        room = Class(30, 20, seed=term)
        for number in range(20):
            room.lesson(1000 * term + number, away=0.1, late=0.05, shy=0.15)
        total.update(room.asked)

    girls, boys = of(total, "g"), of(total, "b")
    assert abs(sum(girls) / 30 - sum(boys) / 20) <= LESSONS * (1 / 30 + 1 / 20)
    for side in (girls, boys):
        mean = statistics.mean(side)
        assert all(abs(one - mean) <= 5.2 * mean**0.5 for one in side)


def test_in_a_term_of_twenty_lessons_few_are_never_asked() -> None:
    """160 turns for 50: with a plain lot 50·(1 − 8/50)²⁰ = 1.5 are never asked, on average.

    Lots weighted by turns past must leave fewer; over 50 terms a plain lot leaves 76 with a
    standard deviation below √76 < 9, so half of it is more than four deviations away.
    """
    never = 0
    for term in range(50):
        room = Class(25, 25, seed=term)
        for number in range(20):
            room.lesson(1000 * term + number)
        never += sum(room.asked[one] == 0 for one in room.sexes)

    assert never <= 76 / 2
