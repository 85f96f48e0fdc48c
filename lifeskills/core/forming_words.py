"""The sentence that a teacher says, and the class sits in groups."""

from __future__ import annotations

from collections.abc import Sequence

from lifeskills.core.grouping import FORMS, STATIONS
from lifeskills.core.people import Learner
from lifeskills.core.sides import Half
from lifeskills.core.text import Sentence, joined
from lifeskills.core.wishes import Groups


def forming_words(
    how: str, people: Sequence[Learner], halves: Sequence[Half], shape: str, minutes: int
) -> Sentence:
    """The sentence for groups formed in a way (``Grouping.how``); ``minutes`` at each station."""
    count = sum(len(half.groups) for half in halves)
    if how == "ages":
        return Sentence("Older with younger: {groups} pairs, as listed.", groups=count)
    if how == "lot":
        says = _drawn(shape, count, apart=len(halves) > 1)
    elif how == "count":
        says = _counting(halves, count)
    elif len(halves) > 1:
        return Sentence(
            "Girls with girls, boys with boys, with those who sit nearest: {groups} groups.",
            groups=count,
        )
    elif how == "number":
        return _in_order(halves[0].groups, people)
    else:
        return _by_rows(shape, people)
    return station_words(says, count, minutes) if shape == "stations" else says


def station_words(says: Sentence, groups: int, minutes: int) -> Sentence:
    """How groups go from station to station, after the sentence that forms them."""
    stations = min(groups, STATIONS)
    if groups > STATIONS:
        return Sentence(
            "{says} Groups 1 and 2 begin at station 1, groups 3 and 4 at station 2, and so on. "
            "Every {minutes} minutes all move one station on, from {last} to 1.",
            says=says,
            minutes=minutes,
            last=stations,
        )
    return Sentence(
        "{says} Group 1 begins at station 1, group 2 at station 2, and so on. "
        "Every {minutes} minutes all move one station on, from {last} to 1.",
        says=says,
        minutes=minutes,
        last=stations,
    )


def _drawn(shape: str, count: int, *, apart: bool) -> Sentence:
    if apart:
        return Sentence("Girls and boys apart, drawn by lot: {groups} groups.", groups=count)
    if shape == "casts":
        return Sentence("Drawn by lot: {groups} casts for a play.", groups=count)
    return Sentence("Drawn by lot: {groups} groups.", groups=count)


def _counting(halves: Sequence[Half], count: int) -> Sentence:
    way = halves[0].way or ""
    if len(halves) == 1:
        return Sentence(
            "Count off from 1 to {groups}, {way}; the same numbers sit together.",
            groups=count,
            way=way,
        )
    first = len(halves[0].groups)
    return Sentence(
        "Girls count off from 1 to {girls}, {way}; boys from {first} to {groups}, {other}. "
        "The same numbers sit together.",
        girls=first,
        way=way,
        first=first + 1,
        groups=count,
        other=halves[1].way or "",
    )


def _by_rows(shape: str, people: Sequence[Learner]) -> Sentence:
    if shape == "pairs":
        return Sentence("Desk mates work together.")
    rows = {one.desk[0] for one in people if one.desk is not None}
    turned = [str(row) for row in sorted(rows) if row % 2 and row + 1 in rows]
    if not turned:
        return Sentence("Turn to your neighbours: groups of {size}.", size=FORMS[shape])
    turning = joined(turned)
    if shape == "eights":
        return Sentence(
            "Rows {rows} turn round, and two fours side by side join: groups of eight.",
            rows=turning,
        )
    return Sentence(
        "Rows {rows} turn round to the row behind: groups of {size}.",
        rows=turning,
        size=FORMS[shape],
    )


def _in_order(groups: Groups, people: Sequence[Learner]) -> Sentence:
    numbers = {one.id: one.number for one in people}
    first = sorted(numbers[one] for one in groups[0])
    return Sentence(
        "By class number, {groups} groups: {first} to {last} sit together, and so on.",
        groups=len(groups),
        first=first[0],
        last=first[-1],
    )
