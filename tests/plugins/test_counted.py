"""What the tools counted stands in the class record in words, for every tool that ships."""

from __future__ import annotations

import datetime as dt
import html
from pathlib import Path
from typing import Any

import pytest

from tests.fakes import FakeClock
from tests.press.small_school import DAY, make_school, printed

KEPT: dict[str, tuple[dict[str, Any], list[str]]] = {
    "stands": (
        {
            "statements": [
                {
                    "n": 2,
                    "rounds": [{"winner": "A", "hands": {"A": 20, "B": 5}, "present": 25}],
                    "changes": {},
                }
            ]
        },
        ["第2句：选得最多：A（A 20, B 5）"],
    ),
    "debate": (
        {
            "rounds": [{"winner": "", "hands": {"A": 3}}, {"winner": "B", "hands": {}}],
            "arguments": {"for": ["学技术", "认识人"], "against": ["花钱"]},
            "spoke": {"girls": 4},
        },
        ["A 3", "选得最多：B（–）", "正方：学技术、认识人", "反方：花钱", "女生4次，男生0次"],
    ),
    "ranking": (
        {"groups": 3, "first": {"1": 2, "4": 1}, "last": {"9": 3}},
        ["1 × 2, 4 × 1", "9 × 3"],
    ),
    "fishbowl": ({"turns": 7, "swaps": 1}, ["发言7次，换座1次"]),
    "questions": ({"asked": 4, "answered": 3}, ["问了4个，答了3个"]),
    "counts": (
        {"counts": {"interviews": 12, "no-such-line": 1}, "words": {"message": "回家"}},
        ["访了几人：12", "no-such-line：1", "想说的一句话：回家"],
    ),
    "a tool of a school's own": (
        {
            "rounds": 3,
            "cards": ["a"],
            "counts": [1],
            "themes": "x",
            "faces": 2,
            "first": True,
            "statements": [4],
            "arguments": {"for": 1},
            "choices": "ABC",
            "spoke": None,
            "when": [],
            "turns": "many",
            "ideas": 5,
        },
        ["想法5个"],
    ),
    "cards": ({"cards": 12, "disputed": {"3": 1}, "wrong": {"5": 2}}, ["放错的：5"]),
}


@pytest.mark.parametrize("tool", KEPT)
def test_the_class_record_says_what_was_counted(
    tmp_path: Path, fake_clock: FakeClock, tool: str
) -> None:
    kept, said = KEPT[tool]
    school = make_school(tmp_path / "school", fake_clock)
    (group,) = [one for one in school.classes.list() if school.classes.records(one.id)]
    record = {**school.classes.records(group.id)[0], "tools": {"try": kept}}
    school.classes.add_record(group.id, record)
    file = tmp_path / "record.html"
    printed(school, "class-record", file, class_name=group.name, day=dt.datetime.fromisoformat(DAY))

    page = html.unescape(file.read_text(encoding="utf-8"))

    for words in said:
        assert words in page
