"""What pupils may see: built by listing what may pass. Nothing else reaches a wall.

Of a learner nothing passes but a shown name inside a group or a turn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lifeskills.core.lesson import Lesson
from lifeskills.core.session import SessionState
from lifeskills.core.tool import ToolView


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassView:
    """The class screen at one moment; plain words in one language, seconds as floats.

    ``screen`` is idle, roll, step, closed or blank. ``groups`` hold shown names or are empty.
    """

    screen: str = "idle"
    title: str = ""
    step: str = ""
    how: str = ""
    """How to sit and work, in one sentence ("front row turns round: groups of four")."""
    task: str = ""
    board: str = ""
    step_left: float | None = None
    bell_left: float | None = None
    paused: bool = False
    tool: ToolView | None = None
    turn: str = ""
    groups: tuple[tuple[str, ...], ...] = ()
    tip: str = ""
    language: str = "zh"


def class_view(
    state: SessionState,
    *,
    at: float,
    lesson: Lesson | None,
    tool: ToolView | None = None,
    how: str = "",
    shown: Mapping[str, str] | None = None,
    names_in_groups: bool = False,
    tip: str = "",
) -> ClassView:
    """The class screen of an open session at ``at`` seconds.

    ``shown`` maps learner ids to the names that may be shown (given name, number); only the one
    whose turn it is passes, and members of groups where the teacher wants names on the wall.
    """
    language = lesson.setting.language if lesson else "zh"
    title = lesson.info.title if lesson else ""
    if not state.open:
        return ClassView(screen="closed", title=title, tip=tip, language=language)
    plan = state.current
    if plan is None:
        screen = "idle" if state.roll_done else "roll"
        return ClassView(screen=screen, title=title, tip=tip, language=language)
    step = next((one for one in lesson.steps if one.id == plan.id), None) if lesson else None
    names = shown or {}
    return ClassView(
        screen="step",
        title=title,
        step=plan.title,
        how=how,
        task="\n\n".join(block.text for block in step.of_kind("task")) if step else "",
        board="\n\n".join(block.text for block in step.of_kind("board")) if step else "",
        step_left=state.step_left(at),
        bell_left=state.bell_left(at),
        paused=state.paused_at is not None,
        tool=tool,
        turn=names.get(state.turns[-1], "") if state.turns else "",
        groups=tuple(tuple(names.get(one, "") for one in group) for group in state.groups)
        if names_in_groups
        else (),
        tip=tip,
        language=language,
    )
