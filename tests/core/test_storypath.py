"""The way a class took is read again from what its record kept, whatever it tried."""

from __future__ import annotations

import datetime as dt
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.api import People, StoryTool
from lifeskills.core.storypath import last_story, story_kept, walked
from tests.tools.making import a_story, step_with

STORY = a_story()
TOOL = StoryTool()


def kept(*keys: str) -> dict[str, Any]:
    state = TOOL.start(step_with(story=STORY), People(present=52))
    for second, key in enumerate(keys):
        action, _, hands = key.partition("=")
        state = TOOL.apply(state, action, hands or None, float(second))
    return dict(TOOL.record(state))


def names(record: dict[str, Any]) -> list[tuple[str, str]]:
    return [(stop.passage.id, "".join(stop.chosen)) for stop in walked(STORY, record).stops]


def test_the_way_is_the_scenes_in_order_with_what_was_chosen() -> None:
    assert names(kept("win:B", "go-on", "win:A")) == [
        ("kiosk", "B"),
        ("think", ""),
        ("lane", "A"),
        ("safe", ""),
    ]


def test_another_way_stands_beside_the_first_and_both_endings_are_there() -> None:
    assert names(kept("win:C", "other", "win:B", "go-on", "win:B", "other", "win:A")) == [
        ("kiosk", "CB"),
        ("gone", ""),
        ("think", ""),
        ("lane", "BA"),
        ("safe", ""),
    ]


def test_hands_are_those_of_the_first_time() -> None:
    record = kept("count:A=20", "count:C=9", "win:C", "other", "count:A=1", "win:A")
    (first, *_) = walked(STORY, record).stops

    assert first.hands == {"A": 20, "C": 9}


def test_the_way_ends_where_the_class_stood() -> None:
    assert names(kept("win:B")) == [("kiosk", "B"), ("think", "")]
    assert names(kept("win:B", "go-on"))[-1] == ("lane", "")


def test_a_story_that_was_rewritten_is_told_as_far_as_it_is_known() -> None:
    record = kept("win:B", "go-on", "win:A")
    record["choices"][1]["at"] = "harbour"

    assert walked(STORY, record).changed
    assert names(record)[:2] == [("kiosk", "B"), ("think", "")]
    record["choices"][0]["letter"] = "H"
    assert walked(STORY, record).changed


@given(
    st.lists(st.sampled_from(["win:A", "win:B", "win:C", "go-on", "other", "debrief"]), max_size=14)
)
def test_every_way_that_can_be_walked_is_found_again(keys: list[str]) -> None:
    record = kept(*keys)
    if not record:
        return
    way = walked(STORY, record)
    decided: dict[str, list[str]] = {}
    for choice in record["choices"]:
        decided.setdefault(choice["at"], []).append(choice["letter"])

    assert not way.changed
    assert {stop.passage.id: list(stop.chosen) for stop in way.stops if stop.chosen} == {
        at: list(dict.fromkeys(letters)) for at, letters in decided.items()
    }
    assert set(record["endings"]) <= {stop.passage.id for stop in way.stops}
    assert record["here"] in {stop.passage.id for stop in way.stops}


def lesson(day: str, story: str = "", closed: str = "") -> dict[str, Any]:
    tools: dict[str, Any] = (
        {"s1": {"story": story, "choices": []}} if story else {"s1": {"faces": {}}}
    )
    return {"day": day, "closed": closed, "tools": tools}


def test_the_last_story_is_the_newest_that_was_played() -> None:
    records = [lesson("2026-09-01", "E1"), lesson("2026-10-01", "E3"), lesson("2026-11-01")]

    found = last_story(records)
    assert found is not None
    assert story_kept(found)["story"] == "E3"
    assert last_story(records, story="E1") == records[0]
    assert last_story(records, day=dt.date(2026, 9, 1)) == records[0]
    assert last_story(records, day=dt.date(2026, 11, 1)) is None
    assert story_kept(records[2]) == {}
