"""What pupils may see: built by listing what may pass. Nothing else reaches a wall.

Of a learner nothing passes but a shown name inside a group or a turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from lifeskills.core.forming import sit_in_groups
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

    def blanked(self) -> ClassView:
        """Nothing at all, in the same language."""
        return ClassView(screen="blank", language=self.language)

    def later(self, seconds: float) -> ClassView:
        """The same screen so many seconds later: only its clocks have moved.

        A pause stops the step and the tool; the bell does not wait.
        """
        bell = None if self.bell_left is None else self.bell_left - seconds
        if self.paused:
            return replace(self, bell_left=bell)
        step = None if self.step_left is None else self.step_left - seconds
        tool = self.tool
        if tool is not None and tool.clock is not None:
            clock = replace(tool.clock, left=tool.clock.left - seconds)
            tool = replace(tool, clock=clock)
        return replace(self, bell_left=bell, step_left=step, tool=tool)


def class_view(
    state: SessionState,
    *,
    at: float,
    lesson: Lesson | None,
    tool: ToolView | None = None,
    how: str = "",
    shown: Mapping[str, str] | None = None,
    tip: str = "",
) -> ClassView:
    """The class screen of an open session at ``at`` seconds.

    ``shown`` maps learner ids to the names that may be shown (given name, number); only the one
    whose turn it is passes, and members of the groups at work where the teacher wants names on
    the wall. What the teacher can do in a tool (its ``options``) and what only she reads there
    (``teacher``) does not pass.
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
    listed = state.names_on_wall and sit_in_groups(state)
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
        tool=replace(tool, options=(), teacher=()) if tool else None,
        turn=names.get(state.speaking, "") if state.speaking else "",
        groups=_shown_groups(state.groups, names) if listed else (),
        tip=tip,
        language=language,
    )


def _shown_groups(
    groups: Iterable[Iterable[str]], names: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Names as they may be shown; people of an open group are the numbers they counted."""
    shown = [[names.get(one, one if one.isdecimal() else "") for one in group] for group in groups]
    return tuple(tuple(name for name in group if name) for group in shown if any(group))
