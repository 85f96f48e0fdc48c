"""Groups for a running session: formed once, then kept as people leave and come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lifeskills.core.grouping import (
    CIRCLE_BELOW,
    SIZES,
    STATION_MINUTES,
    STATIONS,
    Grouping,
    Wanted,
    group_learners,
    group_open,
    keep_groups,
)
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import SessionState
from lifeskills.core.term import Past, add_meetings
from lifeskills.core.text import SEMICOLON, Sentence, joined
from lifeskills.core.wishes import Wishes

LEAST_AT_STATION = 3
"""With fewer minutes at each, a step was not meant for stations."""


def usual_shape(state: SessionState) -> str:
    """The shape to begin with: the running step's; few people make one circle, else fours."""
    step = state.current
    shape = step.shape if step is not None and step.shape in SIZES else "fours"
    return "circle" if shape != "pairs" and state.present_count < CIRCLE_BELOW else shape


def first_wanted(state: SessionState) -> Wanted:
    """What to offer first: what stands, unless a step of another shape has begun since."""
    shape = usual_shape(state)
    if not state.group_wanted:
        return Wanted(shape=shape)
    standing = Wanted(**dict(state.group_wanted))
    step = state.current
    asks = step is not None and step.shape in SIZES and state.group_step != state.step
    if not asks or shape == standing.shape:
        return standing
    return Wanted(shape=shape, single_sex=standing.single_sex)


def wishes_for(state: SessionState, pairs: Mapping[str, Any], past: Past) -> Wishes:
    """What forming heeds: pairs of the class file, and who met this term and in this lesson."""
    met = {one: Counter(others) for one, others in past.met.items()}
    for groups in state.drawn:
        add_meetings(met, groups)
    return Wishes(apart=_pairs(pairs["apart"]), together=_pairs(pairs["together"]), met=met)


def form_groups(
    group: ClassGroup,
    state: SessionState,
    wanted: Wanted,
    wishes: Wishes,
    *,
    anew: bool = False,
    people: int | None = None,
) -> Grouping:
    """The groups for those present now.

    Where groups of this kind stand already, absent learners are taken out and latecomers join;
    nobody else moves, unless they are to be drawn ``anew``. An open group counts off, as many as
    ``people``, or as its head count says.
    """
    minutes = station_minutes(state)
    if group.kind == "open":
        count = state.present_count if people is None else people
        return group_open(count, wanted.shape, minutes)
    present = set(state.present)
    learners = [one for one in group.current if one.id in present]
    if stands(state, wanted) and not anew:
        says = how_they_sit(state) or Sentence("")
        standing = Grouping(
            shape=wanted.shape,
            groups=state.groups,
            says=says,
            how=state.group_how,
            single_sex=state.single_sex,
        )
        return keep_groups(standing, learners, wishes)
    return group_learners(
        learners,
        wanted.shape,
        seed=int(state.meta.get("seed", 0)) + len(state.drawn),
        by_lot=wanted.by_lot,
        single_sex=wanted.single_sex,
        wishes=wishes,
        minutes=minutes,
    )


def stands(state: SessionState, wanted: Wanted) -> bool:
    """True if groups of just this kind have been formed in this session."""
    return bool(state.groups) and state.group_wanted == wanted.as_dict()


def grouped(grouping: Grouping, wanted: Wanted, *, kept: bool) -> dict[str, Any]:
    """The data of the event: the result, so that nothing need ever be drawn again."""
    return {
        "shape": grouping.shape,
        "groups": [list(group) for group in grouping.groups],
        "how": grouping.how,
        "single_sex": grouping.single_sex,
        "wanted": wanted.as_dict(),
        "drawn": grouping.drawn,
        "kept": kept,
        "says": grouping.says.as_dict(),
    }


def how_they_sit(state: SessionState) -> Sentence | None:
    """The sentence that formed the groups that stand, or None without groups."""
    return Sentence.from_dict(state.group_says) if state.group_says else None


def sit_in_groups(state: SessionState) -> bool:
    """True while the class works in the groups that stand: in the step that formed them, and in
    others that ask for groups. Not in one for the whole class; pairs are not for larger groups.
    """
    step = state.current
    if not state.groups or step is None or step.id == state.group_step:
        return bool(state.groups)
    if step.shape not in SIZES:
        return False
    return (step.shape == "pairs") == (state.group_shape == "pairs")


def wall_words(group: ClassGroup, state: SessionState) -> Sentence | None:
    """What the wall says of groups: which report now, else how the class sits in this step."""
    return report_words(group, state) or (how_they_sit(state) if sit_in_groups(state) else None)


def group_labels(group: ClassGroup, state: SessionState) -> tuple[Sentence, ...]:
    """What pupils know each standing group by: where it sits, or the number it counted."""
    desks = {one.id: one.desk for one in group.current if one.desk is not None}
    labels = []
    for number, members in enumerate(state.groups, start=1):
        seats = [desks[one] for one in members if one in desks]
        if state.group_how == "desks" and seats:
            (rows, columns) = zip(*seats, strict=True)
            words = Sentence("row {row}, seat {seat}", row=_span(rows), seat=_span(columns))
        else:
            words = Sentence("group {number}", number=number)
        labels.append(words)
    return tuple(labels)


def report_words(group: ClassGroup, state: SessionState) -> Sentence | None:
    """Which groups report now, in one sentence, or None while none do."""
    labels = group_labels(group, state)
    parts = {
        name: [labels[n] for n in state.report.get(name, ()) if n < len(labels)]
        for name in ("speak", "add", "sum_up")
    }
    if not parts["speak"]:
        return None
    speak = joined(parts["speak"], SEMICOLON)
    if not parts["sum_up"]:
        return Sentence("One minute each: {speak}.", speak=speak)
    sum_up = joined(parts["sum_up"], SEMICOLON)
    if not parts["add"]:
        return Sentence("One minute each: {speak}. Sums up: {sum_up}.", speak=speak, sum_up=sum_up)
    return Sentence(
        "One minute each: {speak}. Only what is new: {add}. Sums up: {sum_up}.",
        speak=speak,
        add=joined(parts["add"], SEMICOLON),
        sum_up=sum_up,
    )


def _span(places: Sequence[int]) -> str:
    low, high = min(places), max(places)
    return str(low) if low == high else f"{low}–{high}"


def station_minutes(state: SessionState) -> int:
    """Minutes at each station: those of a step that is long enough shared out, else the usual."""
    minutes = state.current.minutes // STATIONS if state.current is not None else 0
    return minutes if minutes >= LEAST_AT_STATION else STATION_MINUTES


def _pairs(raw: Iterable[Iterable[str]]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in raw)
