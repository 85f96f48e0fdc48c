"""What tools read from a step's blocks, and from what a teacher types."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lifeskills.core.text import Text, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lifeskills.core.lesson import Step


LETTERS = "ABCDEFGH"
MOST_PEOPLE = 9999
MOST_LETTERS = 24
"""A theme is a word or two; more would be a story about somebody."""

_BULLET = re.compile(r"^[-*+]\s+(?P<words>.+)$")
_NUMBERED = re.compile(r"^(?P<number>\d{1,3})[.)]\s+(?P<words>.+)$")
_OPTION = re.compile(r"^(?P<letter>[A-H])(?![A-Za-z])[.、:：]?\s*(?P<words>.*)$")
_MARKS = re.compile(r"\*\*|(?<!_)__(?!_)|\\(?=[^\w\s])")


@dataclass(frozen=True, slots=True)
class Option:
    """A way that a class can choose: its letter and its words."""

    letter: str
    words: Words


def plain(words: str) -> str:
    """Markdown words without their marks, on one line."""
    return " ".join(_MARKS.sub("", words).split())


def bullets(step: Step, kind: str) -> tuple[str, ...]:
    """List items (``- …``) in the step's blocks of a kind, in order."""
    return tuple(plain(found["words"]) for found in _matches(step, kind, _BULLET))


def numbered(step: Step, kind: str) -> tuple[str, ...]:
    """Numbered items (``1. …``) in the step's blocks of a kind, in order."""
    return tuple(plain(found["words"]) for found in _matches(step, kind, _NUMBERED))


def options(step: Step) -> tuple[Option, ...]:
    """The options of a vote: list items ``- A …`` in the task, a letter once."""
    found: dict[str, Option] = {}
    for item in bullets(step, "task"):
        match = _OPTION.match(item)
        if match is not None:
            found.setdefault(match["letter"], Option(match["letter"], match["words"]))
    return tuple(found.values())


def named(words: Iterable[Mapping[str, str]], letters: str = LETTERS) -> tuple[Option, ...]:
    """Options that an activity names itself, ``[{ zh = "同意", en = "Agree" }, …]``, by letter."""
    pairs = zip(letters, words, strict=False)
    return tuple(Option(letter, Text.from_map(one)) for letter, one in pairs)


def _matches(step: Step, kind: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    lines = [line.strip() for block in step.of_kind(kind) for line in block.text.splitlines()]
    return [match for line in lines if (match := pattern.match(line)) is not None]


def whole(value: Any) -> int | None:
    """A number of people or things as typed (full-width digits too), or None if it is none."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return value if 0 <= value <= MOST_PEOPLE else None
    if not isinstance(value, str):
        return None
    digits = unicodedata.normalize("NFKC", value).strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 6:
        return None
    return whole(int(digits))


def wholes(value: Any) -> tuple[int, ...]:
    """Several numbers typed in one go, ``30 12 5``; empty when anything else is among them."""
    if isinstance(value, list | tuple):
        parts: list[Any] = list(value)
    elif isinstance(value, str):
        parts = re.split(r"[\s,，、/]+", value.strip())
    else:
        return ()
    found = [whole(part) for part in parts]
    return tuple(one for one in found if one is not None) if None not in found else ()


def theme(value: Any) -> str:
    """A theme in a few letters, control characters taken out; "" for anything else."""
    if not isinstance(value, str):
        return ""
    kept = "".join(one for one in value if unicodedata.category(one)[0] != "C" or one == " ")
    return " ".join(kept.split())[:MOST_LETTERS].strip()
