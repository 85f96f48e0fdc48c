"""Words in several languages. The core and plugins never translate; faces choose."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True, init=False)
class Text:
    """The same words in several languages, the master language first.

    ``Text(zh="约定", en="Agreement")``. Keys are BCP 47 tags written as Python names allow;
    use :meth:`from_map` for tags with a hyphen.
    """

    pairs: tuple[tuple[str, str], ...]

    def __init__(self, **by_language: str) -> None:
        object.__setattr__(self, "pairs", tuple(by_language.items()))

    @classmethod
    def from_map(cls, by_language: Mapping[str, str]) -> Text:
        """Build from a mapping of language tag to words."""
        text = cls()
        object.__setattr__(text, "pairs", tuple(by_language.items()))
        return text

    def get(self, language: str) -> str:
        """The words in ``language``, or in the master language, or ""."""
        words = dict(self.pairs)
        return words.get(language) or (self.pairs[0][1] if self.pairs else "")

    def has(self, language: str) -> bool:
        """True if there are words in just this language."""
        return bool(dict(self.pairs).get(language))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages present, master first."""
        return tuple(language for language, _ in self.pairs)

    def as_map(self) -> dict[str, str]:
        """A plain dictionary, for JSON."""
        return dict(self.pairs)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.pairs)


NO_TEXT = Text()


@dataclass(frozen=True, slots=True, init=False)
class Sentence:
    """A sentence with values, to be put into words by a face.

    ``id`` is the English sentence with ``{placeholders}`` and is also the catalogue key.
    A plugin that brings its own words gives them as ``words``; a face then needs no catalogue.
    """

    id: str
    values: Mapping[str, object] = field(hash=False)
    words: Text | None = None

    def __init__(self, id: str, /, words: Text | None = None, **values: object) -> None:
        object.__setattr__(self, "id", id)
        object.__setattr__(self, "values", MappingProxyType(dict(values)))
        object.__setattr__(self, "words", words)

    def fill(self, template: str, language: str = "en") -> str:
        """``template`` with this sentence's values; nested sentences and texts are put in too."""
        plain: dict[str, object] = {}
        for name, value in self.values.items():
            if isinstance(value, Text):
                plain[name] = value.get(language)
            else:
                plain[name] = value
        return template.format(**plain)

    def as_dict(self) -> dict[str, object]:
        """Plain values for an event or a file; sentences inside sentences too."""
        values = {
            name: value.as_dict() if isinstance(value, Sentence) else value
            for name, value in self.values.items()
        }
        return {"id": self.id, "values": values}

    @classmethod
    def from_dict(cls, raw: Mapping[str, object]) -> Sentence:
        """Read back what :meth:`as_dict` wrote; raises KeyError or TypeError on other shapes."""
        values = raw["values"]
        if not isinstance(values, Mapping):
            raise TypeError("a sentence's values are a mapping")
        plain = {
            str(name): cls.from_dict(value) if isinstance(value, Mapping) else value
            for name, value in values.items()
        }
        return cls(str(raw["id"]), None, **plain)

    def __str__(self) -> str:
        return self.fill(self.words.get("en") if self.words else self.id)


Words = Sentence | Text | str
"""Whatever can be put into words."""
Say = Callable[[Words], str]
"""Puts words into a language; :mod:`lifeskills.language` makes one."""


COMMA = Sentence("{first}, {second}")
SEMICOLON = Sentence("{first}; {second}")


def joined(parts: Iterable[Words], between: Sentence = COMMA) -> Words:
    """Words one after the other, with the mark that a language sets between them; "" for none."""
    found: Words = ""
    for part in parts:
        found = Sentence(between.id, first=found, second=part) if found else part
    return found


def visible(text: str) -> str:
    """``text`` with control characters shown as their pictures (escape becomes ␛).

    Nothing that stands in a file can then style a screen or move its cursor.
    """
    return "".join(_picture(char) for char in text)


def _picture(char: str) -> str:
    code = ord(char)
    if char in "\n\t":
        return char
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if unicodedata.category(char) in ("Cc", "Cf") and char != "\u200d":
        return "\ufffd"
    return char
