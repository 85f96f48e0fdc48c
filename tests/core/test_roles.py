"""Roles: offered by seat, going round; the reader never among them."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.roles import READER, ROLES, first_seat, offered_roles, role_seats

GROUPS = st.integers(1, 10).map(lambda size: [f"p{n}" for n in range(size)])


@given(GROUPS, st.integers(0, 99))
def test_nobody_has_two_roles_and_no_role_two_people(group: list[str], lesson: int) -> None:
    seats = role_seats(group, lesson)

    assert tuple(seats) == offered_roles(len(group))
    assert len(set(seats.values())) == len(seats)
    assert set(seats.values()) <= set(group)
    if seats:
        assert seats["leader"] == group[first_seat(lesson, len(group)) - 1]


@given(GROUPS, st.integers(0, 99))
def test_in_as_many_lessons_as_members_each_is_offered_each_role_once(
    group: list[str], start: int
) -> None:
    lessons = [role_seats(group, start + n) for n in range(len(group))]

    for role in offered_roles(len(group)):
        assert Counter(seats[role] for seats in lessons) == Counter(group)


def test_roles_are_never_more_than_people_and_a_pair_needs_none() -> None:
    assert offered_roles(2) == ()
    assert offered_roles(3) == ("leader", "recorder", "speaker")
    assert offered_roles(9) == ROLES


def test_the_reader_is_whoever_likes_to() -> None:
    assert "reader" not in ROLES
    assert str(READER) == "Reading aloud: whoever likes to."
