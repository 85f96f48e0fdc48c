"""A lesson to read: its whole text, its plan, what to prepare, what pupils take home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content

from lifeskills.classroom.lessons import BLOCK_TITLES
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Step
from lifeskills.core.session import PlanStep
from lifeskills.core.text import Say, Sentence
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.words import plain, visible
from lifeskills.tui.wrapping import Paragraph

BLANK = Paragraph(Content(""))
_QUIET = "$foreground 70%"


def lesson_text(lesson: Lesson, say: Say) -> list[Paragraph]:
    """Aim and key messages, then every step with all its blocks."""
    lines = [Paragraph(plain(lesson.info.aim)), BLANK]
    lines += [Paragraph(plain(f"- {message}"), 2) for message in lesson.info.key_messages]
    for step in lesson.steps:
        lines += [BLANK, *_step(step, say)]
    return lines


def plan_lines(plan: Sequence[PlanStep], info: CourseInfo, say: Say) -> list[Paragraph]:
    """The steps of the day with their minutes, a line each; then what to prepare."""
    lines = [Paragraph(Content.styled(say(Sentence("The plan")), "bold $primary"))]
    wide = max((cell_len(visible(step.title)) for step in plan), default=0)
    for step in plan:
        title = visible(step.title)
        minutes = say(Sentence("{minutes} min", minutes=step.minutes))
        gap = " " * (wide - cell_len(title) + 2)
        lines.append(Paragraph(Content.assemble(f"  {title}{gap}", (minutes, _QUIET)), 2))
    if info.preparation:
        lines += [BLANK, Paragraph(Content.styled(say(Sentence("Prepare")), "bold $primary"))]
    lines += [Paragraph(plain("  - ") + paragraphs(one)[0].words, 4) for one in info.preparation]
    return lines


def home_lines(lesson: Lesson, say: Say) -> Iterator[Paragraph]:
    """What pupils take home, to say before they go."""
    blocks = [block for step in lesson.steps for block in step.of_kind("home")]
    if blocks:
        yield Paragraph(Content.styled(say(BLOCK_TITLES["home"]), "bold $secondary"))
    for block in blocks:
        yield from paragraphs(block.text, indent=2)


def _step(step: Step, say: Say) -> Iterable[Paragraph]:
    minutes = say(Sentence("{minutes} min", minutes=step.minutes))
    yield Paragraph(plain(step.title, "bold $primary") + f"  {minutes}")
    for block in step.blocks:
        yield from _block(block, say)


def _block(block: Block, say: Say) -> Iterable[Paragraph]:
    title = say(BLOCK_TITLES.get(block.kind, Sentence("Note")))
    yield Paragraph(Content.styled(f"  {title}", "$secondary"))
    yield from paragraphs(block.text, indent=4)
