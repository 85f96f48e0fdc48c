"""The next lesson in a teacher's words: what, when, what to prepare."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from lifeskills.classroom.planning import FoundOpen, NextLesson
from lifeskills.core.errors import UnknownName
from lifeskills.core.lesson import CourseInfo
from lifeskills.core.text import Sentence
from lifeskills.tui.days import near_day_words
from lifeskills.tui.words import plain

if TYPE_CHECKING:
    from lifeskills.tui.app import LifeskillsApp

MOST_PREPARED = 4


def course_words(info: CourseInfo) -> str:
    """Number and title."""
    return f"{info.number} {info.title}" if info.number else info.title


def next_words(app: LifeskillsApp, following: NextLesson) -> Content:
    """What comes next, when, and what to prepare."""
    info = following.info
    rows = [(Sentence("Next lesson"), plain(course_words(info), "bold"))]
    if following.part:
        part = Sentence("Part {part} of a double lesson", part=following.part)
        rows.append((Sentence(""), Content(app.say(part))))
    rows.append((Sentence("When"), Content(_when(app, following))))
    rows += list(_prepare(app, info))
    progress = Sentence("{done} of {of} lessons taught", done=following.done, of=following.of)
    rows.append((Sentence(""), Content(app.say(progress)).stylize("$foreground 70%")))
    return in_two_columns(app, rows)


def open_words(app: LifeskillsApp, found: FoundOpen) -> Content:
    """A session that is open: what it is."""
    state = found.state
    if state.kind == "roll":
        what = app.say(Sentence("A roll is open."))
    else:
        try:
            info = app.school.library.info(state.course, app.school.language)
            title = course_words(info)
        except UnknownName:
            title = state.course
        what = app.say(Sentence("A lesson is open: {title}", title=title))
    begun = Sentence("Begun {day} {time}", day=state.day, time=str(state.meta.get("on", ""))[11:16])
    return Content("\n").join(
        [
            plain(what, "bold $warning"),
            Content(app.say(begun)),
            Content(app.say(Sentence("Enter: go on with it or close it"))),
        ]
    )


def in_two_columns(app: LifeskillsApp, rows: Iterable[tuple[Sentence, Content]]) -> Content:
    """Labels to the left, words to the right; further lines of the words are indented."""
    said = [(app.say(label) if label.id else "", words) for label, words in rows]
    wide = max((cell_len(label) for label, _words in said), default=0) + 2
    lines = []
    for label, words in said:
        first, *rest = words.split("\n") or [Content("")]
        start = Content.styled(label + " " * (wide - cell_len(label)), "$foreground 70%")
        lines.append(start + first)
        lines += [Content(" " * wide) + line for line in rest]
    return Content("\n").join(lines)


def _when(app: LifeskillsApp, following: NextLesson) -> str:
    if following.when is None:
        return app.say(Sentence("No day is set for this class"))
    day = app.say(near_day_words(following.when, app.school.clock.today()))
    return f"{day}  {app.say(following.slot)}" if following.slot else day


def _prepare(app: LifeskillsApp, info: CourseInfo) -> Iterable[tuple[Sentence, Content]]:
    if info.preparation or info.preparation_minutes:
        minutes = Sentence("about {minutes} minutes", minutes=info.preparation_minutes)
        lines = [Content(app.say(minutes))] if info.preparation_minutes else []
        lines += [plain(f"- {line}") for line in info.preparation[:MOST_PREPARED]]
        yield Sentence("Prepare"), Content("\n").join(lines)
    if info.materials:
        yield Sentence("Bring"), plain(" / ".join(one.item for one in info.materials))
