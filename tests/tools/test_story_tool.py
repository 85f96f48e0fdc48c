"""A story is decided by the class and can be walked again another way."""

from __future__ import annotations

from typing import Any

from lifeskills.api import People, StoryTool, Text
from tests.tools.making import a_story, step_with

TOOL = StoryTool({"mother": Text(zh="妈妈", en="mother")})
STEP = step_with(story=a_story())


def played(*keys: tuple[str, Any]) -> Any:
    state = TOOL.start(STEP, People(present=52))
    for second, (action, value) in enumerate(keys):
        state = TOOL.apply(state, action, value, float(second))
    return state


def offered(state: Any) -> list[str]:
    return [one.id for one in TOOL.actions(state) if one.key]


def test_the_first_scene_offers_its_choices_and_says_nothing_of_care() -> None:
    view = TOOL.view(played(), 0)

    assert (view.headline, view.body) == ("小卖部", "阿姨说……")
    assert [row.label for row in view.rows] == ["A 不用", "B 想想", "C 收下"]
    assert offered(played())[:3] == ["win:A", "win:B", "win:C"]


def test_one_key_decides_and_the_care_words_follow() -> None:
    view = TOOL.view(played(("win:B", None)), 0)

    assert view.headline == "晚上"
    assert view.rows[0].label == Text(zh="还要小心", en="Still take care")
    assert view.rows[0].note == "有了一晚的时间。"


def test_care_is_named_in_three_ways_and_never_right_or_wrong() -> None:
    cares = [TOOL.view(played((f"win:{letter}", None)), 0).rows[0].label for letter in "ABC"]

    assert [one.get("zh") for one in cares if isinstance(one, Text)] == [
        "多一分把握",
        "还要小心",
        "风险变大",
    ]


def test_a_single_way_on_is_one_key() -> None:
    assert "go-on" in offered(played(("win:B", None)))
    assert TOOL.view(played(("win:B", None), ("go-on", None)), 0).headline == "巷口"


def test_an_ending_says_what_was_gained_the_way_back_who_helps_and_the_small_step() -> None:
    rows = TOOL.view(played(("win:A", None)), 0).rows[1:]

    assert [str(row.label) for row in rows] == [
        "Gained",
        "The way back",
        "Who helps",
        "The next small step",
    ]
    assert isinstance(rows[2].note, Text)
    assert rows[2].note.get("zh") == "妈妈、community"


def test_the_other_branch_can_be_seen() -> None:
    state = played(("win:C", None), ("other", None))

    assert TOOL.view(state, 0).headline == "小卖部"
    assert [str(row.note) for row in TOOL.view(state, 0).rows] == ["", "", "tried before"]


def test_the_other_branch_goes_back_to_the_last_choice_only() -> None:
    state = played(("win:B", None), ("go-on", None), ("win:B", None), ("other", None))

    assert TOOL.view(state, 0).headline == "巷口"


def test_the_record_holds_the_way_taken_as_counts() -> None:
    state = played(
        ("count:A", 30), ("count:C", 20), ("win:C", None), ("other", None), ("win:A", None),
        ("debrief", None),
    )  # fmt: skip

    assert TOOL.record(state) == {
        "story": "E3",
        "choices": [
            {"at": "kiosk", "letter": "C", "care": "less", "hands": {"A": 30, "C": 20}},
            {"at": "kiosk", "letter": "A", "care": "more", "hands": {}},
        ],
        "endings": ["gone", "safe"],
        "replays": 1,
        "talked": True,
    }


def test_the_story_ends_in_a_talk() -> None:
    state = played(("win:A", None), ("debrief", None))

    assert [row.label for row in TOOL.view(state, 0).rows] == ["谁帮了小薇？", "哪里可以停？"]
    assert TOOL.view(state, 0).done


def test_without_a_story_the_scene_is_read_from_the_guide() -> None:
    state = TOOL.start(step_with(), People(present=52))

    assert "Read the scene" in str(TOOL.view(state, 0).body)
    assert TOOL.record(TOOL.apply(state, "win:A", None, 1.0)) == {}


def test_hands_are_checked_against_the_room() -> None:
    state = played(("count:A", 50), ("count:B", 20))

    assert str(state.ballot.remark()) == "70 hands for 52 people: count again?"
