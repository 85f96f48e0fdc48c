"""Who speaks less in a place: which courses come first there, and what the teacher is told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lifeskills.core.law import Quiet
from lifeskills.core.lesson import Block, Lesson, Origin
from lifeskills.core.text import Text

NOTE = "quiet-here"
"""Id of the block: a trace names it."""

_HEAD = Text(zh="**这里谁说话少：{who}。** {why}", en="**Who speaks less here: {who}.** {why}")


def in_place_order(courses: Sequence[str], quiet: Iterable[Quiet]) -> tuple[str, ...]:
    """The courses, with those that ``quiet`` names in its order on the turns that they have.

    Every other course keeps its turn, and none is added or lost.
    """
    first = [one.course for one in quiet if one.course in courses]
    turns = iter(dict.fromkeys(first))
    return tuple(next(turns) if one in first else one for one in courses)


def with_quiet_note(lesson: Lesson, quiet: Iterable[Quiet]) -> Lesson:
    """The lesson with a note for the teacher at its first step, where this place has one for it."""
    entry = next((one for one in quiet if one.course == lesson.info.course), None)
    if entry is None or not lesson.steps:
        return lesson
    first, *rest = lesson.steps
    if any(block.id == NOTE for block in first.blocks):
        return lesson
    language = lesson.setting.language
    who, why, do = (one.get(language) for one in (entry.who, entry.why, entry.do))
    text = f"{_HEAD.get(language).format(who=who, why=why)}\n\n{do}"
    block = Block(
        kind="note", text=text, origin=Origin(pack="", file="place.toml", line=1), id=NOTE
    )
    return replace(lesson, steps=(replace(first, blocks=(*first.blocks, block)), *rest))
