"""The braces of a frame line: ``{#id .kind key=value key="several words"}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lifeskills.core.text import Sentence

FULL_WIDTH = "：｛｝＃＝"
TO_ASCII = str.maketrans(FULL_WIDTH, ":{}#=")

_ITEM = re.compile(
    r"""\s*(?:
        \#(?P<id>[A-Za-z0-9][A-Za-z0-9_-]*)
      | \.(?P<word>[a-z0-9][a-z0-9-]*)
      | (?P<key>[A-Za-z][A-Za-z0-9_-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[A-Za-z0-9_-]+))
    )(?=\s|$)""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributes:
    """What stood in the braces: one id, words with a dot, keys with their values."""

    id: str = ""
    words: tuple[str, ...] = ()
    keys: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something wrong on a frame line, before it has a file and a line."""

    rule: str
    says: Sentence
    mend: Sentence


def read_attributes(inside: str) -> tuple[Attributes, tuple[Trouble, ...]]:
    """What stands between the braces, and what is wrong with it. Never raises."""
    own_id = ""
    words: list[str] = []
    keys: dict[str, str] = {}
    troubles: list[Trouble] = []
    at = 0
    while at < len(inside.rstrip()):
        found = _ITEM.match(inside, at)
        if found is None:
            found_end, trouble = _skip(inside, at)
            troubles.append(trouble)
            at = found_end
            continue
        at = found.end()
        if found["id"]:
            if own_id:
                troubles.append(_twice("#" + found["id"]))
            own_id = own_id or found["id"]
        elif found["word"]:
            words.append(found["word"])
        else:
            name = found["key"]
            if name in keys:
                troubles.append(_twice(name))
            else:
                keys[name] = found["quoted"] if found["quoted"] is not None else found["bare"]
    return Attributes(id=own_id, words=tuple(words), keys=keys), tuple(troubles)


def _skip(inside: str, at: int) -> tuple[int, Trouble]:
    """Past a piece that is no id, word or key: to the next blank outside quotes."""
    start = at
    while start < len(inside) and inside[start].isspace():
        start += 1
    end, quoted = start, False
    while end < len(inside) and (quoted or not inside[end].isspace()):
        quoted ^= inside[end] == '"'
        end += 1
    return max(end, at + 1), Trouble(
        "frame-attribute",
        Sentence("“{piece}” is no #id, no .kind and no key=value.", piece=inside[start:end]),
        Sentence('Write #id, .kind or key=value; put several words in quotes: key="a b".'),
    )


def _twice(name: str) -> Trouble:
    return Trouble(
        "key-twice",
        Sentence("“{name}” is given twice on this line.", name=name),
        Sentence("Keep one of the two."),
    )
