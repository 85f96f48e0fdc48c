"""A story is decided by the class and can be walked again another way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lifeskills.api import People, StoryTool, Text
from lifeskills.core.story import PassageCard, Story
from tests.tools.making import a_story, step_with

TOOL = StoryTool({"mother": Text(zh="妈妈", en="mother")})
STEP = step_with(story=a_story())


def played(*keys: tuple[str, Any], present: int = 52, story: Story | None = None) -> Any:
    step = STEP if story is None else step_with(story=story)
    state = TOOL.start(step, People(present=present))
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
        "here": "safe",
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


# -- the card at the passage ------------------------------------------------------------------


def with_cards() -> Story:
    """The first passage needs two cards; of a third nobody may say anything here."""
    cards = {
        "min-age": PassageCard(
            id="min-age",
            title="不满十六周岁不得招用",
            plain="没满十六岁，谁都不能招你。",
            basis="（依据：第2条）",
            review_by="2027-11-23",
            brief=(("say", "错在大人。"), ("dont", "- 不要问谁打过工。")),
        ),
        "id-card": PassageCard(id="id-card", title="证件", plain="自己收好。", basis="（依据）"),
    }
    story = a_story()
    first = replace(story.passages[0], cards=("min-age", "unsaid", "id-card"))
    return replace(story, passages=(first, *story.passages[1:]), cards=cards, who=("小薇", "弟弟"))


def test_a_card_stands_at_the_passage_that_needs_it_and_nowhere_else() -> None:
    assert "card:min-age" in offered(played(story=with_cards()))
    later = played(("win:B", None), story=with_cards())
    assert not [one for one in offered(later) if one.startswith("card:")]


def test_pupils_see_the_plain_words_and_the_teacher_the_date_and_the_brief() -> None:
    view = TOOL.view(played(("card:min-age", None), story=with_cards()), 0)

    assert (view.headline, view.body) == ("不满十六周岁不得招用", "没满十六岁，谁都不能招你。")
    assert [(str(title), words) for title, words in view.teacher] == [
        ("It rests on (to be checked again by 2027-11-23)", "（依据：第2条）"),
        ("You could say", "错在大人。"),
        ("Do not say", "- 不要问谁打过工。"),
    ]
    assert view.rows == ()


def test_one_card_after_the_other_and_space_leads_back_to_the_same_choice() -> None:
    state = played(("card:min-age", None), story=with_cards())
    assert [one for one in offered(state) if one.startswith("card:")] == ["card:id-card"]

    state = played(
        ("card:min-age", None), ("card:id-card", None), ("go-on", None), story=with_cards()
    )
    assert TOOL.view(state, 0).headline == "小卖部"
    assert offered(state)[:3] == ["win:A", "win:B", "win:C"]


def test_nothing_is_decided_and_no_card_of_elsewhere_shown_while_a_card_is_open() -> None:
    state = played(("card:min-age", None), ("win:A", None), story=with_cards())
    assert TOOL.view(state, 0).headline == "不满十六周岁不得招用"

    state = played(("card:unsaid", None), ("card:made-up", None), story=with_cards())
    assert TOOL.view(state, 0).headline == "小卖部"


def test_the_record_names_the_cards_that_were_shown() -> None:
    state = played(("card:min-age", None), ("go-on", None), ("win:A", None), story=with_cards())

    assert TOOL.record(state)["cards"] == ["min-age"]


# -- advice, and a circle that talks ----------------------------------------------------------


def test_what_would_you_advise_is_asked_of_the_one_the_story_is_about_and_counted() -> None:
    state = played(("advise", None), ("heard", None), ("heard", None), story=with_cards())
    view = TOOL.view(state, 0)

    assert str(view.headline) == "What would you advise 小薇?"
    assert str(view.body).startswith("In pairs, one minute")
    assert [number for _, number in view.counts] == [2]
    after = TOOL.apply(TOOL.apply(state, "go-on", None, 9.0), "win:A", None, 9.0)
    assert TOOL.record(after)["advice"] == 2


def test_advice_is_asked_where_something_is_decided_and_at_an_ending_only() -> None:
    assert "advise" in offered(played())
    assert "advise" not in offered(played(("win:B", None)))
    assert "advise" in offered(played(("win:A", None)))
    assert "advise" not in offered(played(("win:A", None), ("debrief", None)))


def test_a_circle_talks_and_names_a_letter_without_counting_hands() -> None:
    state = played(present=9)

    assert offered(state)[:3] == ["win:A", "win:B", "win:C"]
    assert not [one.id for one in TOOL.actions(state) if one.id.startswith(("count:", "add:"))]
    assert str(TOOL.view(state, 0).rows[0].label).startswith("Talk it over together")
    assert TOOL.view(played(("win:B", None), present=9), 0).headline == "晚上"
    circle = TOOL.view(played(("advise", None), present=9), 0)
    assert str(circle.body).startswith("Round the circle")


def test_sixteen_are_a_class_and_an_unknown_number_too() -> None:
    for present in (16, 0):
        ids = [one.id for one in TOOL.actions(played(present=present))]
        assert "count:A" in ids
