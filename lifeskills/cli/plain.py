"""Every path in lines: for a screen reader, for a pipe, for a terminal that shows no screens.

What is shown goes to stdout, what is asked to stderr. At the end of the input everything that is
open stays open, saved up to the last line.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from lifeskills.classroom.forecast import forecast
from lifeskills.classroom.planning import (
    FoundOpen,
    cover_instead,
    cover_sentence,
    found_open,
    next_lesson,
    not_offered,
    ready,
)
from lifeskills.classroom.settling import settle
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import YES, Ended, Lines
from lifeskills.cli.plain_close import close_plain
from lifeskills.cli.plain_lesson import PlainLesson
from lifeskills.cli.plain_roll import call_roll
from lifeskills.cli.plain_screen import turn_on
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.lesson import Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.resuming import AfterBell, Ask, Outcome, on_reopening
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole

if TYPE_CHECKING:
    from lifeskills.cli.face import Face
    from lifeskills.core.setting import AgeBand


def roll_plain(face: Face, group: ClassGroup) -> None:
    """Call the roll of a class, without a lesson."""
    _talk(face, group, _roll_alone)


def teach_plain(
    face: Face, group: ClassGroup, course: str, *, cover: bool = False, minutes: int | None = None
) -> None:
    """Teach a class its next lesson, or ``course``; a session found open goes first.

    ``minutes`` are taken instead of the period's.
    """
    _talk(face, group, partial(_lesson, course=course, cover=cover, minutes=minutes))


def open_again_plain(face: Face, group: ClassGroup, session: str) -> None:
    """Open a closed session again, to put its record right; its clock stands still."""

    def again(lines: Lines, group: ClassGroup) -> None:
        teaching = Teaching.reopen(lines.face.needed, group, session)
        lines.tell(Sentence("Open again; its clock stands still. close saves it anew."))
        if teaching.state.kind == "roll":
            call_roll(lines, teaching)
        _go_through(lines, teaching)

    _talk(face, group, again)


def record_plain(face: Face, group: ClassGroup, course: str, day: dt.date) -> None:
    """Key in a lesson that was taught from paper; nothing is saved before the last question."""
    from lifeskills.cli.plain_record import record_lines

    lines = Lines(face)
    try:
        record_lines(lines, group, course, day)
    except Ended:
        face.complain(Sentence("Nothing was recorded."))


def play_story(face: Face, id: str, language: str, band: AgeBand | None = None) -> None:
    """Play a story: a passage, then the letter that the class chose."""
    from lifeskills.cli.plain_story import story_lines

    try:
        story_lines(Lines(face), id, language, band)
    except Ended:
        face.complain(Sentence("The story was left."))


Talk = Callable[[Lines, ClassGroup], Teaching | None]


def _talk(face: Face, group: ClassGroup, begin: Callable[[Lines, ClassGroup], None]) -> None:
    try:
        begin(Lines(face), group)
    except Ended:
        if found_open(face.needed, group) is not None:
            face.complain(
                Sentence(
                    "Left; {name} stays open and saved. To go on: lifeskills teach {name} --plain",
                    name=group.name,
                )
            )


def _roll_alone(lines: Lines, group: ClassGroup) -> None:
    school = lines.face.needed
    teaching = _found(lines, group) if found_open(school, group) is not None else None
    if teaching is None and found_open(school, group) is None:
        teaching = Teaching.begin(school, group)
    if teaching is not None:
        _go_through(lines, teaching)


def _lesson(
    lines: Lines, group: ClassGroup, *, course: str, cover: bool, minutes: int | None
) -> None:
    school = lines.face.needed
    if found_open(school, group) is not None:
        teaching = _found(lines, group)
    else:
        teaching = _begun(lines, group, course, cover=cover, minutes=minutes)
    if teaching is not None:
        _go_through(lines, teaching)


def _go_through(lines: Lines, teaching: Teaching) -> None:
    try:
        if teaching.school.settings.second_screen:
            turn_on(lines, teaching)
        if not teaching.state.roll_done and not teaching.state.runs:
            call_roll(lines, teaching)
        if teaching.state.kind == "roll":
            teaching.close()
            lines.tell(Sentence("Closed and saved."))
            return
        while PlainLesson(lines, teaching).run():
            if close_plain(lines, teaching):
                return
        raise Ended
    finally:
        lines.wall.turn_off()
        teaching.leave()


def _begun(
    lines: Lines, group: ClassGroup, course: str, *, cover: bool, minutes: int | None
) -> Teaching | None:
    school, part = lines.face.needed, 0
    following = next_lesson(school, group)
    if following is not None and course in ("", following.info.course):
        course, part = following.info.course, following.part
    if not course:
        lines.tell(Sentence("This class has had every lesson of its pathway."))
        return None
    if cover:
        course, part = _cover(lines, group, course, part)
    why = not_offered(school, group, course)
    if why is not None:
        lines.tell(why)
        if lines.ask(Sentence("Teach it all the same? yes or no")).lower() not in YES:
            return None
    lesson = school.lesson(course, school.setting(group))
    lines.tell(*forecast(school, group, lesson, part, minutes).sentences())
    if not cover:
        _ready(lines, group, lesson)
    return Teaching.begin(
        school,
        group,
        course,
        part=part,
        minutes=minutes,
        cover=cover,
        off_offer=why is not None,
    )


def _ready(lines: Lines, group: ClassGroup, lesson: Lesson) -> None:
    """What is not ready; what only this school knows can be written down at once."""
    not_ready = ready(lines.face.needed, group, lesson)
    lines.tell(*(one.sentence for one in not_ready))
    if any(one.mend for one in not_ready):
        lines.tell(Sentence("facts, where a class is chosen, fills it in."))


def _cover(lines: Lines, group: ClassGroup, course: str, part: int) -> tuple[str, int]:
    """A substitute is offered another lesson where this one may bring disclosures."""
    school = lines.face.needed
    instead = cover_instead(school, group, course)
    if instead is None:
        return course, part
    lines.tell(cover_sentence(school.library.info(course, school.language).title))
    question = Sentence("Teach “{title}” instead? yes or no", title=instead.title)
    return (instead.course, 0) if lines.ask(question).lower() in YES else (course, part)


# -- a session found open ---------------------------------------------------------------------


def _found(lines: Lines, group: ClassGroup) -> Teaching | None:
    """The session to go on with, or None when it was closed by an answer."""
    school = lines.face.needed
    found = found_open(school, group)
    if found is None:
        return None
    how = on_reopening(found.state, school.clock.now())
    if isinstance(how, AfterBell):
        _close_after_bell(lines, group, found, how)
        return None
    minutes: float | None = None if isinstance(how, Ask) else how.minutes
    while minutes is None:
        minutes = whole(lines.ask(cast("Ask", how).sentence) or "0")
    teaching = Teaching.resume(school, group)
    if minutes:
        decided_by = "teacher" if isinstance(how, Ask) else "clock"
        teaching.settle_gap(minutes, decided_by=decided_by)
    lines.tell(Sentence("{name} was open; it goes on where it stood.", name=group.name))
    return teaching


def _close_after_bell(lines: Lines, group: ClassGroup, found: FoundOpen, how: AfterBell) -> None:
    lines.tell(how.sentence)
    answers: list[tuple[Outcome, str, Sentence]] = [
        ("finished", "", Sentence("Finished as planned")),
        *(
            ("stopped", step.id, Sentence("Stopped at “{step}”", step=step.title))
            for step in found.state.plan
        ),
        ("not-held", "", Sentence("Not held after all")),
    ]
    lines.tell_all(f"{n} {lines.say(words)}" for n, (_, _, words) in enumerate(answers, 1))
    number = None
    while number is None or not 0 < number <= len(answers):
        number = whole(lines.ask(Sentence("Number")))
    outcome, step, _words = answers[number - 1]
    teaching = Teaching.resume(lines.face.needed, group)
    try:
        settle(teaching, outcome, step=step)
    except LifeskillsError:
        teaching.leave()
        raise
    lines.tell(Sentence("Closed and saved."))
