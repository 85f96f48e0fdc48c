"""Reading a page once more before it goes to the copy shop: what would be wrong on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lifeskills.core.references import REFERENCE_KINDS, UNKNOWN
from lifeskills.core.text import Sentence

_RAW = re.compile(r"\{(?:" + "|".join(REFERENCE_KINDS) + r"):[^}<]*\}")


def proof(html: str) -> tuple[Sentence, ...]:
    """What a reader would stumble over: references without words."""
    return tuple(_found(html))


def _found(html: str) -> Iterator[Sentence]:
    raw = sorted(set(_RAW.findall(html)) | _unknown(html))
    if raw:
        yield Sentence(
            "{count} references lead nowhere, notes stand in their place: {ids}",
            count=len(raw),
            ids=" ".join(raw),
        )


def _unknown(html: str) -> set[str]:
    found: set[str] = set()
    for language in UNKNOWN.languages:
        before, _, after = UNKNOWN.get(language).partition("{id}")
        found |= set(
            re.findall(re.escape(before) + r"([a-z]+:[A-Za-z0-9_-]+)" + re.escape(after), html)
        )
    return found
