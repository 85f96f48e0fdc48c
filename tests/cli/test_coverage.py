"""What the shipped lessons cover: the ten life skills, every kind in most use, both sides."""

from __future__ import annotations

import json

from tests.cli.conftest import Call

SKILLS = {
    "decision-making": 4,
    "problem-solving": 8,
    "creative-thinking": 1,
    "critical-thinking": 12,
    "effective-communication": 7,
    "interpersonal-relationships": 2,
    "self-awareness": 4,
    "empathy": 3,
    "coping-with-emotions": 1,
    "coping-with-stress": 2,
}
"""In how many of the 44 each is the main skill, as the course map has it."""
AUDIENCES = {"g6": 21, "g7-9": 34, "g10": 36, "voc": 39, "parents": 12, "workers": 31}
FIT = 3
"""So many courses may an audience differ from the map, where writing a lesson showed another."""


def test_the_shipped_set_keeps_to_the_course_map(call: Call) -> None:
    found = json.loads(call("curriculum", "coverage", "--json").stdout)
    main = {one["id"]: one["main"] for one in found["skills"]}
    audiences = {one["id"]: one["courses"] for one in found["audiences"]}

    assert set(main) <= set(SKILLS)
    assert all(count <= SKILLS[name] + 1 for name, count in main.items())
    assert all(count <= AUDIENCES[name] + FIT for name, count in audiences.items())
    assert next(one["id"] for one in found["phases"]) == "open"


def test_every_lesson_has_minutes_methods_and_both_sides(call: Call) -> None:
    found = json.loads(call("curriculum", "coverage", "--json").stdout)

    for one in found["courses"]:
        assert sum(one["methods"].values()) == one["minutes"] == sum(one["phases"].values())
        assert "exit-slip" in one["methods"]
        if set(one["audiences"]) - {"parents"}:
            assert one["sides"] == ["sending", "receiving"], one["course"]


def test_the_tables_are_read_by_people(call: Call) -> None:
    said = call("curriculum", "coverage").stdout

    assert "Critical thinking" in said or "批判性思维" in said
    assert "exit-slip" not in said
