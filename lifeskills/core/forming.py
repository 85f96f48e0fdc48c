"""Groups for a running session: formed once, then kept as people leave and come."""

from __future__ import annotations

from lifeskills.core.grouping import Grouping, group_learners, group_open, keep_groups
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import SessionState


def form_groups(group: ClassGroup, state: SessionState, shape: str) -> Grouping:
    """The groups of this shape for those present now.

    Where groups of the shape stand already, absent learners are taken out and latecomers join;
    nobody else moves. An open group counts off.
    """
    if group.kind == "open":
        return group_open(state.present_count, shape)
    present = set(state.present)
    learners = [one for one in group.current if one.id in present]
    fresh = group_learners(learners, shape, seed=int(state.meta.get("seed", 0)))
    if state.group_shape != shape or not state.groups:
        return fresh
    standing = Grouping(shape=shape, groups=state.groups, says=fresh.says)
    return keep_groups(standing, learners)
