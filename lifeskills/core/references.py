"""References in prose: ``{law:LCL-10} {value:…} {card:…} {course:…} {number:…}``.

A reference is put into words before a face sees it. One that is not known becomes a visible note
in brackets, never nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lifeskills.core.setting import Setting
from lifeskills.core.text import Sentence, Text

REFERENCE_KINDS = ("law", "value", "card", "course", "number")
_REFERENCE = re.compile(r"\{(law|value|card|course|number):([A-Za-z0-9][A-Za-z0-9_-]*)\}")
_STOPS = "。．.！!？?；;，,、）)"

UNKNOWN = Text(zh="［查不到：{id}］", en="[not found: {id}]")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in prose; ``start`` and ``end`` are its place in the text."""

    kind: str
    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Words for a reference or a whole text, with the statements used and one-line warnings.

    ``spoken`` is a shorter form for words that are said aloud: a number without what it is for.
    """

    text: str
    spoken: str = ""
    law: tuple[str, ...] = ()
    notices: tuple[Sentence, ...] = ()


Resolve = Callable[[str, str, Setting], Resolved | None]
"""(kind, id, setting) → words, or None if the id is not known. Words are in setting.language."""


def references(text: str) -> Iterator[Reference]:
    """The references of a text, in order."""
    for found in _REFERENCE.finditer(text):
        yield Reference(found[1], found[2], found.start(), found.end())


def has_legal(text: str) -> bool:
    """True if the text cites a statement or a card: it must never be out of date in silence."""
    return any(one.kind in ("law", "card") for one in references(text))


def resolve_text(
    text: str, setting: Setting, resolve: Resolve, *, spoken: bool = False
) -> Resolved:
    """The text with every reference in words; a full stop is not doubled where one follows.

    ``spoken`` says that the text is said aloud: references with a spoken form take it.
    """
    pieces: list[str] = []
    law: list[str] = []
    notices: list[Sentence] = []
    at = 0
    for one in references(text):
        pieces.append(text[at : one.start])
        words = resolve(one.kind, one.id, setting)
        if words is None:
            words = _unknown(one, setting)
        law.extend(words.law)
        notices.extend(words.notices)
        chosen = words.spoken if spoken and words.spoken else words.text
        pieces.append(_fit(chosen, text[one.end : one.end + 1]))
        at = one.end
    pieces.append(text[at:])
    return Resolved(
        text="".join(pieces),
        law=tuple(dict.fromkeys(law)),
        notices=tuple(dict.fromkeys(notices)),
    )


def _unknown(one: Reference, setting: Setting) -> Resolved:
    name = f"{one.kind}:{one.id}"
    return Resolved(
        text=UNKNOWN.get(setting.language).format(id=name),
        notices=(Sentence("“{id}” is named in the lesson and is in no pack.", id=name),),
    )


def _fit(words: str, following: str) -> str:
    """Words without their last full stop when the sentence goes on or stops by itself."""
    if following and following in _STOPS and words[-1:] in "。.":
        return words[:-1]
    return words
