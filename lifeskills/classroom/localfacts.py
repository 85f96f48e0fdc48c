"""What only this school knows: its helpers, and what its lessons ask for. Kept in ``school.toml``.

Nothing here is invented: what is not filled in is printed as a blank.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import NO_TEXT, Sentence, Text

MOST_CHARACTERS = 200
"""A helper, a place and a time; longer than this prints badly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLine:
    """A line of the help list, or a fact: what it is, what to ask and whom, what is filled in."""

    id: str
    label: Text | str
    ask: Text | str
    whom: Text | str = ""
    value: str = ""


def local_lines(
    school: School, group: ClassGroup | None = None, courses: Iterable[str] = ()
) -> tuple[LocalLine, ...]:
    """What the courses ask for (of a class), then the help list and the facts here; each once."""
    settings = school.settings
    filled = settings.local_contacts
    contacts = {
        one.id: LocalLine(
            id=one.id,
            label=one.label,
            ask=one.ask,
            whom="" if one.whom == NO_TEXT else one.whom,
            value=filled.get(one.id, ""),
        )
        for one in school.library.law.contacts_of(settings.county or settings.province)
    }
    facts: dict[str, LocalLine] = {}
    for course in courses:
        for fact in school.lesson(course, school.setting_of(course, group)).info.local_facts:
            facts[fact.id] = LocalLine(
                id=fact.id,
                label=contacts[fact.id].label if fact.id in contacts else fact.ask,
                ask=fact.ask,
                whom=fact.whom,
                value=filled.get(fact.id, ""),
            )
    return (*facts.values(), *(one for one in contacts.values() if one.id not in facts))


def every_course(school: School) -> tuple[str, ...]:
    """Ids of all courses of the packs."""
    return tuple(info.course for info in school.library.courses(school.language))


def fill_in(school: School, id: str, value: str) -> None:
    """Write a line down, or empty it with ""; from the next screen on it is used and printed.

    Raises UnknownName for an id that neither the help list nor a course has and nobody filled in,
    and for a value that is too long; NotSaved.
    """
    value = " ".join(value.split())
    if len(value) > MOST_CHARACTERS:
        raise UnknownName(
            Sentence("That is longer than {most} characters.", most=MOST_CHARACTERS), subject=id
        )
    filled = dict(school.settings.local_contacts)
    if id not in filled and id not in _known(school):
        raise UnknownName(
            "Neither the help list nor a lesson has such a line.",
            subject=id,
            mend="See: lifeskills school facts",
        )
    filled.pop(id, None)
    if value:
        filled[id] = value
    school.change_settings(local_contacts=filled)


def _known(school: School) -> frozenset[str]:
    return frozenset(one.id for one in local_lines(school, courses=every_course(school)))
