"""What pupils may see: built by listing what may pass. Nothing else reaches a wall.

Of a learner nothing passes but a shown name inside a group or a turn.
"""

from __future__ import annotations

from dataclasses import dataclass

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
