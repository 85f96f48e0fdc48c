"""The next lesson in a teacher's words: what, when, what to prepare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from lifeskills.classroom.planning import FoundOpen, NextLesson
from lifeskills.classroom.slips import OwedSlips
from lifeskills.core.errors import UnknownName
from lifeskills.core.lesson import CourseInfo
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.core.yearplan import BOOSTER_MINUTES, YearPlan
from lifeskills.tui.days import ago_words, ahead_words, near_day_words
from lifeskills.tui.keymap import key_words
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.widgets.pick_list import Pick
from lifeskills.tui.words import plain, visible
from lifeskills.tui.wrapping import Paragraph

if TYPE_CHECKING:
    from lifeskills.tui.app import LifeskillsApp

MOST_PREPARED = 4
GAP_WEEKS = 4
"""A gap of so many weeks, and of two lessons, is said loudly: it may be a holiday or may not."""
BOOSTER_WEEKS = 3
"""A booster is named so many weeks ahead."""
Row = tuple[Sentence | None, Content]
"""A label (None: none) and words beside it."""


def course_words(info: CourseInfo) -> str:
    """Number and title."""
    return f"{info.number} {info.title}" if info.number else info.title


def lesson_pick(app: LifeskillsApp, group: ClassGroup | None, info: CourseInfo) -> Pick:
    """A lesson in a list: number, title, and its minutes for the class."""
    number = f"{info.number:>3} " if info.number else "    "
    audience = group.audiences[0] if group and group.audiences else ""
    minutes = Sentence("{minutes} min", minutes=info.minutes_for(audience))
    return Pick(info.course, f"{number}{visible(info.title)}", app.say(minutes))


def next_words(
    app: LifeskillsApp, following: NextLesson, owed: OwedSlips | None = None
) -> list[Paragraph]:
    """What comes next, when, what to bring and prepare; the slips that are ``owed``, quietly."""
    info = following.info
    rows: list[Row] = [
        *last_rows(app, following.year),
        (Sentence("Next lesson"), plain(course_words(info), "bold")),
    ]
    if following.part:
        part = Sentence("Part {part} of a double lesson", part=following.part)
        rows.append((None, Content(app.say(part))))
    rows.append((Sentence("When"), Content(_when(app, following))))
    rows += booster_rows(app, following.year)
    progress = Sentence("{done} of {of} lessons taught", done=following.done, of=following.of)
    rows.append((Sentence("So far"), Content(app.say(progress))))
    if owed is not None:
        rows.append((Sentence("Exit slips"), slips_words(app, owed)))
    rows += _prepare(app, info)
    return in_two_columns(app, rows)


def all_taught(app: LifeskillsApp, plan: YearPlan, owed: OwedSlips | None) -> list[Paragraph]:
    """That nothing is to come but a look back, what was last, and slips that are ``owed``."""
    said = Sentence("This class has had every lesson of its pathway.")
    if not plan.lessons:
        said = Sentence("No lesson of this class's pathway is written yet.")
    rows: list[Row] = [*last_rows(app, plan), *booster_rows(app, plan)]
    if owed is not None:
        rows.append((Sentence("Exit slips"), slips_words(app, owed)))
    return [Paragraph(Content(app.say(said))), *in_two_columns(app, rows)]


def last_rows(app: LifeskillsApp, plan: YearPlan) -> Iterable[Row]:
    """What the class was taught last and how long ago that is; a gap is said plainly."""
    last = plan.last
    if last is None:
        return
    today = app.school.clock.today()
    day = app.say(ago_words(last.day, today))
    yield Sentence("Last lesson"), plain(course_title(app, last.piece.course))
    weeks = (today - last.day).days // 7
    long_ago = weeks >= GAP_WEEKS and weeks >= 2 * plan.rhythm.every
    yield None, Content.styled(day, "bold $warning" if long_ago else "$foreground 70%")


def booster_rows(app: LifeskillsApp, plan: YearPlan) -> Iterable[Row]:
    """The booster that stands before the next lesson, or comes in the next weeks."""
    today, following = app.school.clock.today(), plan.next
    for one in plan.boosters:
        if not today <= one.day <= today + dt.timedelta(weeks=BOOSTER_WEEKS):
            continue
        words = Sentence("first {minutes} min: three questions", minutes=BOOSTER_MINUTES)
        if following is None or following.day != one.day:
            words = Sentence(
                "{day}, {minutes} min: three questions",
                day=ahead_words(one.day, today),
                minutes=BOOSTER_MINUTES,
            )
        yield Sentence("Look back"), Content(app.say(words))


def slips_words(app: LifeskillsApp, owed: OwedSlips) -> Content:
    """The lesson whose exit slips are still to be counted, and the key."""
    day = near_day_words(owed.day, app.school.clock.today())
    title = course_title(app, owed.course)
    words = Sentence(
        "{title}, {day}: still to be counted. Key {key}", title=title, day=day, key="S"
    )
    return plain(app.say(words), "$foreground 70%")


def open_words(app: LifeskillsApp, found: FoundOpen) -> list[Paragraph]:
    """A session that is open: what it is."""
    state = found.state
    what = Sentence("A roll is open.")
    if state.kind == "lesson":
        what = Sentence("A lesson is open: {title}", title=course_title(app, state.course))
    begun = Sentence("Begun {day} {time}", day=state.day, time=str(state.meta.get("on", ""))[11:16])
    return [
        Paragraph(plain(app.say(what), "bold $warning")),
        Paragraph(Content(app.say(begun))),
        Paragraph(Content(app.say(Sentence("Enter: go on; after its bell: say how it ended")))),
    ]


def in_two_columns(app: LifeskillsApp, rows: Sequence[Row]) -> list[Paragraph]:
    """Labels to the left, words to the right; further lines of the words are indented."""
    labels = [app.say(label) if label else "" for label, _words in rows]
    wide = max((cell_len(label) for label in labels), default=0) + 2
    found = []
    for label, (_label, words) in zip(labels, rows, strict=True):
        start = Content.styled(label + " " * (wide - cell_len(label)), "$foreground 70%")
        mark = 2 if words.plain.startswith("- ") else 0
        found.append(Paragraph(start + words, wide + mark))
    return found


def course_title(app: LifeskillsApp, course: str) -> str:
    """Number and title of a course, or its id where no pack knows it any more."""
    try:
        return course_words(app.school.library.info(course, app.school.language))
    except UnknownName:
        return course


def _when(app: LifeskillsApp, following: NextLesson) -> str:
    if following.when is None:
        if following.year.rhythm.weekday is None:
            return app.say(Sentence("No day is set for this class"))
        return app.say(
            Sentence("No day is left in the terms: key {key}", key=key_words(app, "year", "y"))
        )
    day = app.say(ahead_words(following.when, app.school.clock.today()))
    return f"{day}  {visible(following.slot)}" if following.slot else day


def _prepare(app: LifeskillsApp, info: CourseInfo) -> Iterable[Row]:
    if info.materials:
        items = [one.item for one in info.materials]
        yield Sentence("Bring"), plain(" / ".join(items))
    label: Sentence | None = Sentence("Prepare")
    if info.preparation_minutes:
        minutes = Sentence("about {minutes} minutes", minutes=info.preparation_minutes)
        yield label, Content(app.say(minutes))
        label = None
    for line in info.preparation[:MOST_PREPARED]:
        yield label, plain("- ") + paragraphs(line)[0].words
        label = None
