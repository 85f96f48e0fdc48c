"""The letters that names begin with in pinyin, in all their readings: 曾 is z and c."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable

from lifeskills.core.finding import Letters
from lifeskills.core.people import Learner

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
