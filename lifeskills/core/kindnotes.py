"""What an activity itself has to say to the teacher, put among the notes of its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from lifeskills.core.lesson import Block, Lesson, Origin, Step

if TYPE_CHECKING:
    from lifeskills.core.tool import Activity

NOTE = "kind"
RULES = "kind-rules"
"""Ids of the block, the second where it holds rules: a trace names it, a face points to it."""


def with_kind_notes(lesson: Lesson, activities: Mapping[str, Activity]) -> Lesson:
    """The lesson with a note more in steps whose kind has rules, or a form and no note of its own.

    The form is that for a large or a small group, as the lesson's setting says; rules come always:
    a lesson cannot leave them out.
    """
    return replace(lesson, steps=tuple(_noted(one, lesson, activities) for one in lesson.steps))


def _noted(step: Step, lesson: Lesson, activities: Mapping[str, Activity]) -> Step:
    activity = activities.get(step.kind)
    if activity is None or any(block.id in (NOTE, RULES) for block in step.blocks):
        return step
    language = lesson.setting.language
    form = activity.small if lesson.setting.small else activity.large
    said = "" if step.of_kind("note") else form.get(language)
    rules = [f"- {rule.get(language)}" for rule in activity.rules]
    if not said and not rules:
        return step
    head = f"**{activity.title.get(language)}** {said}".rstrip()
    text = "\n".join([head, *([""] if rules else []), *rules])
    origin = Origin(pack="", file=f"activity {activity.id}", line=1)
    block = Block(kind="note", text=text, origin=origin, id=RULES if rules else NOTE)
    return replace(step, blocks=(*step.blocks, block))
