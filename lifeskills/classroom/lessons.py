"""Lessons and guides to list and to read: rows for other programs, and one as plain text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any, cast

from lifeskills.classroom.school import School
from lifeskills.core.engagement import engagement, planned_words
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Step
from lifeskills.core.people import ClassGroup
from lifeskills.core.setting import NATION, AgeBand, Setting
from lifeskills.core.text import Say, Sentence, Text

CLASS_OF = 50
"""Learners for whom the text of a lesson works out how active they are."""

BLOCK_TITLES: dict[str, Sentence] = {
    "say": Sentence("Say"),
    "do": Sentence("Do"),
    "task": Sentence("Task for pupils"),
    "ask": Sentence("Ask"),
    "touch": Sentence("A good answer touches"),
    "board": Sentence("Board"),
    "note": Sentence("Note"),
    "opt-out": Sentence("Instead, for those who would rather not"),
    "care": Sentence("If someone is upset or tells you something"),
    "student": Sentence("Pupils' page"),
    "slip": Sentence("Slip"),
    "home": Sentence("Take home"),
    "record": Sentence("Note down"),
}


SIDE_WORDS = {"sending": Sentence("sending side"), "receiving": Sentence("receiving side")}


def lesson_rows(
    school: School, *, slot: str | None = None, everything: bool = False
) -> list[dict[str, Any]]:
    """Lessons as plain values: the promise of ``lesson list --json``.

    The courses, and what a school added. ``everything``: also the sittings and the sessions for
    adults that come with the program. ``minutes`` is the first audience's; ``slot`` keeps only
    lessons that name it.
    """
    library = school.library
    shipped = {pack.id for pack in library.packs if pack.rank == "shipped"}
    return [
        {
            "course": info.course,
            "number": info.number,
            "title": library.titles(info.course).as_map(),
            "minutes": info.minutes[0][1] if info.minutes else 45,
            "audiences": list(info.audiences),
            "languages": list(library.languages(info.course)),
            "packs": list(library.packs_of(info.course)),
        }
        for info in library.courses()
        if (slot is None or slot in info.slots)
        and (everything or info.number or library.packs_of(info.course)[0] not in shipped)
    ]


def find_lessons(school: School, typed: str) -> tuple[CourseInfo, ...]:
    """Lessons by words of the title, aim or messages, or by the number that ``typed`` begins.

    Full-width digits and letters count as plain ones.
    """
    wanted = unicodedata.normalize("NFKC", typed).strip()
    found = school.library.search(wanted, school.language)
    if not wanted.isdecimal():
        return found
    begun = (
        info
        for info in school.library.courses(school.language)
        if str(info.number or "").startswith(wanted)
    )
    return tuple(dict.fromkeys((*begun, *found)))


def lesson_for(school: School, course: str, group: ClassGroup | None) -> Lesson:
    """A lesson as a class gets it; without a class, as the course's first audience would here."""
    return school.lesson(course, school.setting_of(course, group))


def lesson_lines(
    school: School,
    course: str,
    *,
    audience: str,
    band: str | None,
    place: str,
    side: str,
    language: str,
    trace: bool,
    say: Say,
) -> Iterator[str]:
    """A lesson as lines of plain text; with ``trace`` each block names pack, file and line."""
    setting = school.plain_setting(
        audience, band=cast("AgeBand | None", band), place=place, side=side, language=language
    )
    lesson = school.lesson(course, setting)
    yield from _head_lines(school, lesson, say)
    for step in lesson.steps:
        yield ""
        yield from _step_lines(step, trace=trace, say=say)
    yield ""
    yield from _end_lines(lesson, say)


def guide_rows(school: School, place: str = "") -> list[dict[str, Any]]:
    """Every guide as plain values: the promise of ``guide list --json``.

    With a place only those that hold there. Raises UnknownName for a place that no pack knows.
    """
    library = school.library
    side = library.place(place).side if place else ""
    titles = {language: library.guides(language, side, place) for language in ("zh", "en")}
    found = []
    for name in next(iter(titles.values())):
        guide = library.guide(name)
        found.append(
            {
                "id": name,
                "title": Text.from_map(
                    {one: words[name] for one, words in titles.items()}
                ).as_map(),
                "pack": next(block.origin.pack for step in guide.steps for block in step.blocks),
                "checked_on": guide.checked_on.isoformat() if guide.checked_on else "",
            }
        )
    return found


def guide_lines(
    school: School, id: str, *, place: str = "", language: str = "", say: Say
) -> Iterator[str]:
    """A guide as lines of plain text, as it is said in a place. Raises UnknownName."""
    local = school.settings.local_contacts if school.folder else {}
    if place:
        school.library.place(place)
    elif school.folder:
        place = school.settings.county or school.settings.province
    there = place if place in school.library.places else NATION
    setting = Setting.anywhere(language or school.language, school.clock.today(), place=there)
    guide = school.library.guide(id, setting.language, setting, local=local)
    yield guide.title
    for step in guide.steps:
        yield ""
        yield f"## {step.title}"
        for block in step.blocks:
            yield from _block_lines(block, say=say)


def _head_lines(school: School, lesson: Lesson, say: Say) -> Iterator[str]:
    info, setting, library = lesson.info, lesson.setting, school.library
    audience = Text.from_map(dict(library.audiences[setting.audience].title))
    place = library.place(setting.place).title if setting.place in library.places else None
    number = f"{info.number} " if info.number else ""
    yield f"{number}{info.title}"
    yield info.aim
    yield say(
        Sentence(
            "{minutes} min · {audience} · {place} · {side}",
            minutes=lesson.minutes,
            audience=audience.get(setting.language),
            place=place.get(setting.language) if place else setting.place,
            side=say(SIDE_WORDS[setting.side]),
        )
    )
    yield say(
        Sentence(
            "With {learners} learners: {figures}",
            learners=CLASS_OF,
            figures=planned_words(engagement(lesson.steps, CLASS_OF)),
        )
    )
    if setting.audience not in info.audiences or (setting.band and setting.band not in info.bands):
        yield "! " + say(Sentence("This lesson is not written for this audience or age band."))
    for notice in lesson.notices:
        yield f"! {say(notice)}"
    for message in info.key_messages:
        yield f"* {message}"


def _step_lines(step: Step, *, trace: bool, say: Say) -> Iterator[str]:
    about = (step.kind, f"{step.minutes} ({step.least})", step.shape, step.needs)
    head = f"## {step.title}  [{', '.join(filter(None, about))}]"
    yield f"{head}  <{step.origin}>" if trace else head
    for block in step.blocks:
        yield from _block_lines(block, trace=trace, say=say)


def _block_lines(block: Block, *, trace: bool = False, say: Say) -> Iterator[str]:
    """A block under its name; with ``trace`` the name of pack, file and line as well."""
    title = say(BLOCK_TITLES.get(block.kind, Sentence("Note")))
    yield f"{title}:  <{block.origin}>" if trace else f"{title}:"
    if block.stale is not None:
        yield "  " + say(Sentence("(The base changed on {day}: compare.)", day=block.stale))
    if block.language:
        yield "  " + say(Sentence("(Not translated yet: {language})", language=block.language))
    for line in block.text.splitlines():
        yield f"  {line}" if line else ""


def _end_lines(lesson: Lesson, say: Say) -> Iterator[str]:
    packs = " ".join(f"{pack} {version}" for pack, version in lesson.packs)
    yield say(Sentence("Packs: {packs}", packs=packs))
    if lesson.law:
        yield say(Sentence("Law: {ids}", ids=" ".join(lesson.law)))
