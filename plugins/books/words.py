"""The fixed words and longer texts of the books, read once when the first book is planned."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LANGUAGES = ("zh", "en")
_PAIRS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    (HERE / "words.toml").read_text(encoding="utf-8")
)
_WORDS = {language: {key: pair[language] for key, pair in _PAIRS.items()} for language in LANGUAGES}
_TEXTS: dict[str, Any] = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8"))
    for file in sorted((HERE / "text").glob("*.toml"))
}


def words(language: str) -> Mapping[str, str]:
    """Every fixed word by key, in this language or in Chinese."""
    return _WORDS.get(language, _WORDS["zh"])


def parts(text: str, language: str) -> tuple[Mapping[str, str], ...]:
    """The parts (``id title text``) of a longer text, in this language or in Chinese."""
    found = _TEXTS.get(f"{text}.{language}") or _TEXTS[f"{text}.zh"]
    return tuple(found["part"])
