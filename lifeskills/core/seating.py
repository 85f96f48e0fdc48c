"""Who sits near whom: the geometry under :mod:`lifeskills.core.grouping`.

Desks are double: columns 1 and 2 are mates, 3 and 4, and so on; rows count from the front.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = list["Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Somebody's seat."""

    id: str
    row: int
    column: int


def distance(one: Spot, other: Spot) -> float:
    """How far apart two seats are; a row counts as much as two columns."""
    return float(abs(one.row - other.row) * 2 + abs(one.column - other.column))


def cells(spots: Sequence[Spot], shape: str) -> list[Cell]:
    """The groups that the desks themselves make, by row and column, members in seat order."""
    found: dict[tuple[int, int], Cell] = {}
    for spot in sorted(spots, key=_seat):
        found.setdefault(_cell(spot, shape), []).append(spot)
    return [found[key] for key in sorted(found)]


def balanced(natural: Sequence[Cell], count: int, *, low: int, more: int) -> list[Cell]:
    """``count`` groups out of natural cells, ``more`` of them with ``low`` + 1 members at most.

    Whole cells are joined or split first, then single people move from the nearest larger group,
    until sizes differ by at most one.
    """
    high = low + 1 if more else low
    groups = [list(cell) for cell in natural]
    while len(groups) > max(1, count):
        _dissolve_smallest(groups, low, high)
    while len(groups) < count and any(len(group) > 1 for group in groups):
        _split_largest(groups)
    while groups and max(map(len, groups)) - min(map(len, groups)) > 1:
        _move_one(groups)
    for group in groups:
        group.sort(key=_seat)
    return sorted(groups, key=lambda group: _seat(group[0]))


def movers(cell: Sequence[Spot]) -> tuple[str, ...]:
    """Those whose seat does not touch the largest cluster of their group."""
    rest = list(cell)
    clusters: list[Cell] = []
    while rest:
        cluster = [rest.pop(0)]
        for spot in cluster:  # grows while it is read: whoever touches it belongs to it
            near = [one for one in rest if _touch(spot, one)]
            cluster += near
            rest = [one for one in rest if one not in near]
        clusters.append(cluster)
    staying = max(clusters, key=len, default=[])
    return tuple(spot.id for spot in cell if spot not in staying)


def _seat(spot: Spot) -> tuple[int, int, str]:
    return spot.row, spot.column, spot.id


def _cell(spot: Spot, shape: str) -> tuple[int, int]:
    if shape == "pairs":
        return spot.row, (spot.column - 1) // 2
    across = 4 if shape == "eights" else 2
    return (spot.row - 1) // 2, (spot.column - 1) // across


def _touch(one: Spot, other: Spot) -> bool:
    return abs(one.row - other.row) <= 1 and abs(one.column - other.column) <= 2


def _gap(one: Sequence[Spot], other: Sequence[Spot]) -> float:
    return min(distance(a, b) for a in one for b in other)


def _dissolve_smallest(groups: list[Cell], low: int, high: int) -> None:
    """Join the smallest group, the last of them, to the nearest that it fills up."""
    smallest = min(reversed(groups), key=len)
    groups.remove(smallest)
    for size in (low, high):
        fitting = [group for group in groups if len(group) + len(smallest) <= size]
        if fitting:
            min(fitting, key=lambda group: _gap(group, smallest)).extend(smallest)
            return
    for spot in smallest:
        open_groups = [group for group in groups if len(group) < high] or groups
        min(open_groups, key=lambda group: _gap(group, [spot])).append(spot)


def _split_largest(groups: list[Cell]) -> None:
    largest = max(groups, key=len)
    largest.sort(key=_seat)
    half = len(largest) // 2
    groups.append(largest[half:])
    del largest[half:]


def _move_one(groups: list[Cell]) -> None:
    """Somebody of the nearest larger group joins the smallest."""
    smallest = min(groups, key=len)
    larger = [group for group in groups if len(group) >= len(smallest) + 2]
    giver = min(larger, key=lambda group: _gap(group, smallest))
    spot = min(giver, key=lambda one: _gap([one], smallest))
    giver.remove(spot)
    smallest.append(spot)
