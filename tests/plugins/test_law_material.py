"""The indicator lists for case analysis: complete, the same in both languages, marked for grade."""

from __future__ import annotations

import re

import pytest

from lifeskills import places
from lifeskills.core.folders import PackFolder
from lifeskills.packs.library import Library

ROW = re.compile(r"^\| (D\d\.\d+) \| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
MARKS = {"zh": {"强": "S", "中": "M", "弱": "W", "—": ""}}
MARKS["en"] = {"strong": "S", "medium": "M", "weak": "W", "—": ""}
RULED = ("D1.1", "D2.1", "D4.1", "D5.1", "D5.2", "D5.3", "D5.4")
"""The strong indicators of adult labour."""


@pytest.fixture(scope="module")
def library() -> Library:
    return Library([PackFolder(places.shipped("curricula") / "law", "shipped")])


def rows(library: Library, language: str) -> dict[str, tuple[str, str]]:
    guide = library.guide("case-analysis", language)
    text = "\n".join(block.text for step in guide.steps for block in step.blocks)
    mark = MARKS[language]
    return {one[1]: (mark[one[3]], mark[one[4]]) for one in ROW.finditer(text)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_67_signs_for_adults_and_65_for_those_under_18(library: Library, language: str) -> None:
    found = rows(library, language)

    assert len([adult for adult, _ in found.values() if adult]) == 67
    children = [child for _, child in found.values() if child]
    assert len(children) == 65
    assert "W" not in children
    assert tuple(name for name, (adult, _) in found.items() if adult == "S") == RULED


def test_the_languages_agree(library: Library) -> None:
    assert rows(library, "zh") == rows(library, "en")


def test_every_table_says_how_sure_it_is(library: Library) -> None:
    for step in library.guide("case-analysis", "zh").steps:
        if any(ROW.search(block.text) for block in step.blocks):
            assert "C级" in step.title
