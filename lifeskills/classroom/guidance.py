"""How an adult does what is owed: the matching words of the follow-up guide, a pack's content."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.lesson import Block, Step
from lifeskills.core.people import ClassGroup

GUIDE = "follow-up-guide"
SECTIONS: Mapping[str, tuple[str, ...]] = {
    "ask": ("talk",),
    "talk": ("talk",),
    "visit": ("visit",),
    "aid": ("aid",),
    "buddy": ("buddy", "return"),
    "register": ("visit",),
    "report": ("visit",),
}
"""Sections of the guide by duty; who keeps a seat also prepares the day of return."""
BY_LAW = frozenset({"register", "report"})
"""Duties of which only the lines that stand on a law are shown."""


@dataclass(frozen=True, slots=True)
class Guidance:
    """A section's title and its parts: the kind of block (say, do, note) with its words."""

    title: str
    parts: tuple[tuple[str, str], ...]


def guidance(school: School, group: ClassGroup, duty: str) -> tuple[Guidance, ...]:
    """How to do a duty of this kind, for a pupil of this class; nothing where no pack says it."""
    try:
        setting = school.setting(group)
        local = school.settings.local_contacts
        guide = school.library.guide(GUIDE, school.language, setting, local=local)
    except LifeskillsError:
        return ()  # without the pack or the place the duties still stand
    if duty not in BY_LAW:
        steps = {step.id: step for step in guide.steps}
        return tuple(_whole(steps[one]) for one in SECTIONS.get(duty, ()) if one in steps)
    laws = [school.library.law.resolve("law", law, setting) for law in guide.law]
    told = [one.text for one in laws if one is not None]
    return tuple(
        Guidance(step.title, (("do", "\n".join(lines)),))
        for step in guide.steps
        if step.id in SECTIONS[duty] and (lines := [*_lines_with(step.of_kind("do"), told)])
    )


def _whole(step: Step) -> Guidance:
    return Guidance(step.title, tuple((block.kind, block.text) for block in step.blocks))


def _lines_with(blocks: tuple[Block, ...], laws: list[str]) -> Iterator[str]:
    for block in blocks:
        for line in block.text.splitlines():
            if any(law in line for law in laws):
                yield line
