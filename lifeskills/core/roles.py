"""Roles in a group: offered, never assigned; they go round by seat, so that no mark is needed."""

from __future__ import annotations

from collections.abc import Sequence

from lifeskills.core.text import Sentence

ROLES = ("leader", "recorder", "speaker", "timekeeper", "carer")
"""Roles offered to a group, in the order in which they are needed; the carer sees that nobody is
left out. The reader is not among them: whoever likes to reads aloud, never by lot, seat or mark.
"""
ROLE_WORDS = {
    "leader": Sentence("leader"),
    "recorder": Sentence("recorder"),
    "speaker": Sentence("speaker"),
    "timekeeper": Sentence("timekeeper"),
    "carer": Sentence("carer"),
}
READER = Sentence("Reading aloud: whoever likes to.")
SWAP = Sentence("Whoever would rather have another role swaps, without a word.")


def offered_roles(size: int) -> tuple[str, ...]:
    """Roles to offer to a group of this size: never more roles than people, none for a pair."""
    return ROLES[:size] if size > 2 else ()


def role_seats(group: Sequence[str], lesson: int) -> dict[str, str]:
    """Role to the id of the one whom it is offered to in the class's ``lesson``-th lesson.

    The first role goes one seat on from lesson to lesson and the others follow in seat order: in
    as many lessons as a group has members, each of them is offered each role once.
    """
    size = len(group)
    return {role: group[(lesson + n) % size] for n, role in enumerate(offered_roles(size))}


def first_seat(lesson: int, size: int) -> int:
    """The place in the group, from 1, at which the roles begin in this lesson."""
    return lesson % size + 1 if size else 0
