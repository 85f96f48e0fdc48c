"""The six numbers of an open group: how many came, by sex and age band; no names."""

from __future__ import annotations

from collections.abc import Mapping

from lifeskills.core.text import Sentence

SEXES: Mapping[str, Sentence] = {"girl": Sentence("Girls, women"), "boy": Sentence("Boys, men")}
AGES: Mapping[str, Sentence] = {
    "under16": Sentence("Under 16"),
    "16-17": Sentence("16 and 17"),
    "18plus": Sentence("18 and over"),
}
FIELDS = tuple(f"{sex} {age}" for age in AGES for sex in SEXES)
"""Keys of a head count as the record has them: ``girl under16``, ``boy under16`` …"""


def field_words(field: str) -> Sentence:
    """A field in words: ``girl 16-17`` is girls and women, 16 and 17."""
    sex, _space, age = field.partition(" ")
    return Sentence("{sex}, {age}", sex=SEXES[sex], age=AGES[age])
