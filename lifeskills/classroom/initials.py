"""Whom a teacher means: class numbers, names, and the letters that names begin with in pinyin.

Letters count in all their readings: 曾 is z and c.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lifeskills.core.finding import Found, Letters, type_key
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.tools.reading import whole

SIGNS = {"-": "late", "=": "excused", "\\": "left-early", "、": "left-early", "+": ""}
"""The sign after a number or a name, as on the roll screen; ``+`` is present after all."""
_ENTRY = re.compile(r"^(?P<who>.+?)(?P<sign>[-=\\、+]?)$")

_SURNAMES = dict(zip("曾单解仇查区朴盖乐尉覃冼翟缪任", "zsxqzopgywqxzmr", strict=True))
"""Characters that are read otherwise as a family name than in most words."""
_WORDS = re.compile(r"[A-Za-z]+|[^\W\dA-Za-z_]")


def name_letters(learners: Iterable[Learner]) -> dict[str, Letters]:
    """Learner id to the letters of the name; a character without a known reading fits any key."""
    return {one.id: letters_of(one.name or one.given) for one in learners}


def letters_of(name: str) -> Letters:
    """The first letters of each character of a name (each word of a Latin one)."""
    first, *rest = _WORDS.findall(name) or [""]
    if not first:
        return ()
    own = _letters(first)
    usual = _SURNAMES.get(first, "")
    return (usual + own.replace(usual, ""), *(_letters(part) for part in rest))


def _letters(part: str) -> str:
    if part[0].isascii():
        return part[0].lower()
    # Single characters need no phrases; leaving them out saves 40 MB and 0.2 s.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin import Style, pinyin

    readings = pinyin(part, style=Style.FIRST_LETTER, heteronym=True, errors="ignore")
    return "".join(dict.fromkeys(one for found in readings for one in found if one.isascii()))


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word of a line means: a learner and a mark ("" for present), or those it may be."""

    learner: Learner | None
    mark: str = ""
    may_be: tuple[Learner, ...] = ()
    typed: str = ""


def entries(line: str, group: ClassGroup, *, usual: str = "absent") -> Iterator[Entry]:
    """The words of a line: ``17 23- lx=``; full-width forms count as themselves.

    ``usual`` is the mark of a word without a sign.
    """
    words = unicodedata.normalize("NFKC", line).replace(",", " ").replace("，", " ").split()
    for word in words:
        found = _ENTRY.match(word)
        who, sign = (found["who"], found["sign"]) if found else (word, "")
        may_be = find(who, group)
        one = may_be[0] if len(may_be) == 1 else None
        yield Entry(one, SIGNS[sign] if sign else usual, may_be, who)


def find(who: str, group: ClassGroup) -> tuple[Learner, ...]:
    """Learners by exact number or name, else by initials in any reading."""
    number = whole(who)
    exact = [one for one in group.current if one.number == number or one.name == who]
    if exact or number is not None:
        return tuple(exact)
    if not who.isascii():
        return ()
    letters, found = name_letters(group.current), Found()
    for char in who:
        found = type_key(found, char, group.current, letters)
    if found.typed != who.lower():
        return ()
    return tuple(one for one in group.current if one.id in found.matches)
