"""The sentences of the lesson screen: its title, the pace, what Space does, its help."""

from __future__ import annotations

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.carry import CarryOn
from lifeskills.core.session import SessionState
from lifeskills.core.text import Say, Sentence
from lifeskills.tui.help import HelpText

LESSON_HELP = HelpText(
    Sentence("The lesson"),
    (
        Sentence("Space goes on: the next scene of a story, the next phase, the next step."),
        Sentence("Letters and digits belong to the tool of the step; the panel names them."),
        Sentence("A vote takes one key: the letter that won. Hands are counted only if you like."),
        Sentence("Notes with ! hold what the activity must keep to. Tab turns to them."),
        Sentence("Every key is saved before the screen changes. F2 takes any of them back."),
        Sentence(
            "When time runs short one line offers a way out at the bell; it never acts itself."
        ),
        Sentence("Backspace returns to the step before, Delete leaves one out, + gives a minute."),
    ),
)

RESUME = Sentence("Resume")
"""What the key of the pause is called while the lesson is paused."""


def lesson_title(teaching: Teaching, say: Say) -> str:
    """Class and lesson; which part of a double lesson."""
    info = teaching.lesson.info if teaching.lesson is not None else None
    name = teaching.group.name
    if info is None:
        return name
    number = f"{info.number} " if info.number is not None else ""
    part = int(teaching.state.meta.get("part", 0))
    title = f"{name}  {number}{info.title}"
    return say(Sentence("{title}, part {part}", title=title, part=part)) if part else title


def pace_words(state: SessionState, at: float) -> tuple[Sentence, Sentence | None, bool]:
    """A word for the step's clock, the pace, and whether it is behind."""
    behind = state.behind(at)
    if behind > 0:
        pace = Sentence("{minutes} min behind", minutes=behind)
    elif behind < 0:
        pace = Sentence("{minutes} min to spare", minutes=-behind)
    else:
        pace = Sentence("out at the bell")
    if not state.step:
        return Sentence("Ready") if state.remaining else Sentence("All done"), pace, behind > 0
    if state.paused_at is not None:
        return Sentence("Paused"), pace, behind > 0
    over = state.step_left(at) < 0
    return Sentence("over") if over else Sentence("this step"), pace, behind > 0


def undecided_words(key: str) -> Sentence:
    """Said once before a vote is left open; ``key`` is what carries the lesson, Space."""
    return Sentence("The class has not decided yet. {key} again goes on.", key=key)


def space_words(coming: CarryOn, key: str) -> Sentence:
    """What the key that carries the lesson (Space) does now."""
    if coming.kind == "tool" and coming.action is not None:
        return Sentence("{key}: {next}", key=key, next=coming.action.title)
    if coming.step is not None:
        return Sentence(
            "{key}: next step, {step} ({minutes} min)",
            key=key,
            step=coming.step.title,
            minutes=coming.step.minutes,
        )
    return Sentence("{key}: close the lesson", key=key)
