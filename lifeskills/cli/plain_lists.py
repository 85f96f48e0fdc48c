"""Lists and pages in lines: all lessons, the year, the help list, the disclosure card."""

from __future__ import annotations

from collections.abc import Iterable

from lifeskills.classroom.disclosure import disclosure_card
from lifeskills.classroom.lessons import BLOCK_TITLES, find_lessons
from lifeskills.classroom.localfacts import fill_in, local_lines
from lifeskills.classroom.planning import not_offered
from lifeskills.classroom.school import School
from lifeskills.cli.lines import Lines, prose_lines
from lifeskills.core.lesson import CourseInfo, Lesson
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole

TEACH = frozenset({"teach", "上课"})
EMPTY = "-"


def lessons_lines(lines: Lines, group: ClassGroup) -> str:
    """List, search and read lessons; gives the id of the one to teach, or "" to go back."""
    school = lines.face.needed
    offered = [one for one in find_lessons(school, "") if _offered(school, group, one)]
    _tell_lessons(lines, offered)
    while True:
        typed = lines.ask(
            Sentence("A number or words of the title reads; teach 25 teaches; an empty line: back")
        )
        if not typed:
            return ""
        word, _space, rest = typed.partition(" ")
        teach = word.lower() in TEACH and bool(rest)
        found = _found(school, rest if teach else typed)
        if len(found) != 1:
            _tell_lessons(lines, found)
            continue
        (info,) = found
        if teach:
            return info.course
        _read(lines, school.lesson(info.course, school.setting(group)))


def _read(lines: Lines, lesson: Lesson) -> None:
    """The whole lesson as this class gets it."""
    lines.tell(lesson.info.title, lesson.info.aim, *lesson.notices)
    for number, step in enumerate(lesson.steps, 1):
        minutes = Sentence("{title}, {minutes} min", title=step.title, minutes=step.minutes)
        lines.tell("", f"{number} {lines.say(minutes)}")
        for block in step.blocks:
            lines.tell(BLOCK_TITLES[block.kind])
            lines.tell_all(f"  {line}" for line in prose_lines(block.text))


def _found(school: School, typed: str) -> list[CourseInfo]:
    found = find_lessons(school, typed)
    number = whole(typed)
    exact = [one for one in found if number is not None and one.number == number]
    return exact or list(found)


def _tell_lessons(lines: Lines, infos: Iterable[CourseInfo]) -> None:
    infos = list(infos)
    if not infos:
        lines.tell(Sentence("No lesson fits."))
    lines.tell_all(f"{info.number or '-'} {info.title}" for info in infos)


def _offered(school: School, group: ClassGroup, info: CourseInfo) -> bool:
    return not_offered(school, group, info.course) is None


def facts_lines(lines: Lines, group: ClassGroup, courses: Iterable[str]) -> None:
    """Fill in helpers and local facts, one after the other, until an empty line."""
    school, courses = lines.face.needed, tuple(courses)
    while True:
        found = local_lines(school, group, courses)
        for number, one in enumerate(found, 1):
            value = one.value or lines.say(Sentence("still blank"))
            lines.tell(f"{number} {lines.say(one.label)}: {value}")
        typed = lines.ask(Sentence("Which line? Its number; an empty line: back"))
        if not typed:
            return
        at = whole(typed) or 0
        if not 0 < at <= len(found):
            continue
        line = found[at - 1]
        lines.tell(line.ask)
        if line.whom:
            lines.tell(Sentence("Ask: {whom}", whom=line.whom))
        value = lines.ask(Sentence("Name, place and time; - empties it; an empty line leaves it"))
        if value:
            fill_in(school, line.id, "" if value == EMPTY else value)


def year_lines(lines: Lines, group: ClassGroup) -> None:
    """The plan of the year, as ``year show`` has it."""
    from lifeskills.classroom.years import year_of
    from lifeskills.cli.year import tell_year

    tell_year(lines.face, year_of(lines.face.needed, group.name))


def tell_card(lines: Lines, school: School, group: ClassGroup) -> None:
    """What to say, what not to promise, whom to call. Nothing is kept."""
    card = disclosure_card(school, group)
    lines.tell(card.title)
    for title, words in card.parts:
        lines.tell_all([lines.say(title), *(f"  {one}" for one in prose_lines(words))])
    lines.tell_all(f"{call} {lines.say(purpose)}" for call, purpose in card.numbers)
    lines.tell_all(
        lines.say(Sentence("{name}: {value}", name=label, value=value or Sentence("still blank")))
        for label, value in card.contacts
    )
