"""The words of a step, laid out for who needs them: the teacher, the pupils, the notes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lifeskills.core.lesson import Block, Step

View = Literal["teacher", "task", "board", "notes"]

_KINDS: dict[View, tuple[str, ...]] = {
    "teacher": ("say", "do", "task", "board", "ask", "touch", "slip"),
    "task": ("task", "slip"),
    "board": ("board",),
    "notes": ("note", "opt-out", "care", "student", "home", "record"),
}
"""The teacher's words keep the file's order: what is said stands before what is done next."""


@dataclass(frozen=True, slots=True)
class StepPage:
    """The blocks of one view of a step, in the order in which they are used."""

    view: View
    blocks: tuple[Block, ...]


def step_pages(step: Step) -> tuple[StepPage, ...]:
    """The views of a step that have something in them, the teacher's first."""
    found = [StepPage(view, step.of_kind(*kinds)) for view, kinds in _KINDS.items()]
    return tuple(page for page in found if page.blocks)
