"""What the packs at hand cover, for a table and for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core.coverage import Coverage, coverage, covered
from lifeskills.core.setting import Setting
from lifeskills.core.text import Text
from lifeskills.packs.titles import all_titles

SIDES = ("sending", "receiving")


def curriculum_coverage(school: School) -> Coverage:
    """Every numbered course as its base has it, and the sides that have words for it."""
    library = school.library
    there = Setting.anywhere(school.language, school.clock.today())
    of_side = {
        side: {one.id for one in library.packs if one.when.get("side") == side} for side in SIDES
    }
    return coverage(
        covered(
            info,
            library.lesson(info.course, there).steps,
            [side for side in SIDES if of_side[side] & set(library.packs_of(info.course))],
        )
        for info in library.courses(school.language)
        if info.number is not None
    )


def coverage_titles(school: School) -> Mapping[tuple[str, str], Text]:
    """What activities, skills, audiences and cards are called, by table and id."""
    library = school.library
    titles = all_titles(library, school.plugins.activities())
    prefixes = {"kind": "methods", "skill": "skills", "audience": "audiences"}
    found = {}
    for key, words in titles.items():
        kind, _, name = key.partition(":")
        if kind in prefixes:
            found[prefixes[kind], name] = words
    for (name, language), card in library.law.cards.items():
        if language == school.language:
            found["cards", name] = Text.from_map({language: card.title})
    return found


def coverage_values(found: Coverage) -> dict[str, Any]:
    """Plain values: the promise of ``curriculum coverage --json``."""
    return {
        "courses": [
            {
                "course": one.course,
                "number": one.number,
                "minutes": one.minutes,
                "methods": dict(one.methods),
                "skills": list(one.skills),
                "phases": dict(one.phases),
                "audiences": dict(one.audiences),
                "sides": list(one.sides),
                "cards": list(one.cards),
                "episode": one.episode or None,
            }
            for one in found.courses
        ],
        **{
            title: [
                {"id": name, "courses": one.courses, "main": one.main, "minutes": one.minutes}
                for name, one in rows.items()
            ]
            for title, rows in found.tables.items()
        },
    }
