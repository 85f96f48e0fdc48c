"""Finding a learner by number or by the letters of the name."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.finding import Found, type_key
from lifeskills.core.people import Learner

LEARNERS = tuple(Learner(id=f"p{n}", number=n) for n in range(1, 31))
LETTERS = {"p1": ("l", "x"), "p2": ("l", "yx"), "p3": ("l", "x", "r"), "p4": ("", "j")}


def typed(text: str) -> Found:
    found = Found()
    for key in text:
        found = type_key(found, key, LEARNERS, LETTERS)
    return found


def test_a_number_finds_itself_first_and_then_those_that_begin_so() -> None:
    assert typed("1").matches[:3] == ("p1", "p10", "p11")
    assert typed("17").learner == "p17"


def test_digits_that_fit_nobody_begin_anew() -> None:
    assert typed("172").learner == "p2"
    assert typed("0").matches == ()


def test_a_letter_after_a_number_begins_anew() -> None:
    assert typed("17l").typed == "l"


def test_usual_readings_come_before_rare_ones_and_unknown_characters_last() -> None:
    assert typed("lx").matches == ("p1", "p3", "p2")
    assert typed("lj").matches == ("p4",)
    assert typed("l").matches[-1] == "p4"


def test_tab_goes_round() -> None:
    found = typed("lx")
    assert [found.next(by).learner for by in (0, 1, 2, 3, -1)] == ["p1", "p3", "p2", "p1", "p2"]


@given(st.text("lxyrj0123456789", max_size=12))
def test_whatever_is_typed_means_somebody_whom_it_fits_or_nobody(text: str) -> None:
    found = typed(text)
    assert text.lower().endswith(found.typed)
    assert bool(found.matches) == bool(found.typed)


def test_after_tab_digits_begin_anew() -> None:
    found = typed("3").next()

    for key in "12":
        found = type_key(found, key, LEARNERS, LETTERS)

    assert found.typed == "12"
