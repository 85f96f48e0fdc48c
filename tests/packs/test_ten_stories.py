"""The ten stories together: all there, in both languages, with many helpers and ways back."""

from __future__ import annotations

from collections import Counter

from lifeskills.classroom.school import School

LIBRARY = School(None, language="zh").library
EVERYBODY = {"E1", "E2", "E3", "E4", "E5", "E6", "E7", "E8", "E9", "E10"}
TWICE = {"teacher", "womens-home", "police", "labour-inspection", "mother", "friend"}
"""Helpers that a class meets in at least two stories."""


def test_ten_stories_are_told_in_both_languages() -> None:
    assert {one.id for one in LIBRARY.stories()} == EVERYBODY
    for one in LIBRARY.stories():
        assert set(one.languages) == {"zh", "en"}, one.id
        chinese, english = (LIBRARY.story(one.id, tongue) for tongue in ("zh", "en"))
        assert [p.id for p in chinese.passages] == [p.id for p in english.passages], one.id
        assert [p.ending for p in chinese.passages] == [p.ending for p in english.passages], one.id


def test_no_helper_is_alone_and_every_ending_has_one() -> None:
    seen: Counter[str] = Counter()
    for one in LIBRARY.stories():
        story = LIBRARY.story(one.id)
        seen.update({helper for passage in story.passages for helper in passage.helpers})
        assert all(ending.helpers and ending.way_back for ending in story.endings), one.id
    assert all(seen[name] >= 2 for name in TWICE), seen


def test_girls_and_boys_stand_in_the_middle() -> None:
    people = Counter(name for one in EVERYBODY for name in LIBRARY.story(one).who)

    assert people["小薇"] >= 3
    assert people["小宇"] + people["阿海"] >= 3
