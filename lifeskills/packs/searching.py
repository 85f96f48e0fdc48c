"""Courses found by words or by a number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeskills.core.lesson import CourseInfo
    from lifeskills.packs.library import Library


def search(library: Library, text: str, language: str) -> tuple[CourseInfo, ...]:
    """Courses by number, or whose words hold the text; titles before aims and messages."""
    wanted = text.strip().casefold()
    if not wanted:
        return library.courses(language)
    number = int(wanted) if wanted.isdecimal() else None
    found = (
        one
        for one in library.courses(language)
        if (number is not None and one.number == number)
        or any(wanted in words.casefold() for words in _words(library, one))
    )
    return tuple(sorted(found, key=lambda one: wanted not in one.title.casefold()))


def _words(library: Library, info: CourseInfo) -> Iterable[str]:
    yield from (info.title, info.aim, info.course, *info.key_messages)
    yield from (words for _, words in library.titles(info.course))
