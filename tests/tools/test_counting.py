"""Votes, themes, things found, the relay and exit slips: what the keys do."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.api import (
    Counts,
    Fishbowl,
    Found,
    People,
    Questions,
    Ranking,
    Relay,
    Slips,
    Tally,
    Tool,
    ToolView,
    Vote,
)
from lifeskills.language import translator
from tests.tools.making import FULL, step_with

ROOM = People(present=50)
STEP = step_with(**FULL)


def press(tool: Tool, *keys: tuple[str, Any], step: Any = STEP) -> Any:
    """The state after these keys."""
    state = tool.start(step, ROOM)
    for second, (action, value) in enumerate(keys):
        state = tool.apply(state, action, value, float(second))
    return state


def labels(view: ToolView) -> list[str]:
    return [str(row.label) for row in view.rows]


# -- vote -------------------------------------------------------------------------------------


def test_the_options_stand_in_the_task() -> None:
    view = Vote().view(press(Vote()), 0)

    assert labels(view) == ["A 说：“我才十五。”", "B 先不答应", "C 把身份证收下"]


def test_one_key_names_the_winner() -> None:
    vote = Vote()
    (win_b,) = [one for one in vote.actions(press(vote)) if one.key == "b"]

    state = press(vote, (win_b.id, win_b.value))

    assert [row.marked for row in vote.view(state, 0).rows] == [False, True, False]
    assert vote.record(state) == {"rounds": [{"winner": "B", "hands": {}, "present": 50}]}


def test_hands_counted_for_every_option_name_the_winner_too() -> None:
    state = press(Vote(), ("count:A", 12), ("count:B", "３０"), ("count:C", 8))

    assert Vote().record(state)["rounds"][0] == {
        "winner": "B",
        "hands": {"A": 12, "B": 30, "C": 8},
        "present": 50,
    }


def test_a_tie_has_no_winner_until_the_teacher_names_one() -> None:
    tied = (("count:A", 25), ("count:B", 25), ("count:C", 0))

    assert not Vote().view(press(Vote(), *tied), 0).done
    assert Vote().view(press(Vote(), *tied, ("win:A", None)), 0).done


def test_rows_add_up() -> None:
    state = press(Vote(), ("add:A", 4), ("add:A", 5), ("add:B", 1))

    assert [row.count for row in Vote().view(state, 0).rows] == [9, 1, None]


def test_more_hands_than_people_are_said_and_kept() -> None:
    state = press(Vote(), ("count:A", 40), ("count:B", 20))

    assert str(Vote().view(state, 0).body) == "60 hands for 50 people: count again?"
    assert Vote().record(state)["rounds"][0]["hands"] == {"A": 40, "B": 20}


def test_a_further_round_keeps_the_one_before() -> None:
    state = press(Vote(), ("win:C", None), ("again", None), ("win:A", None))

    assert [one["winner"] for one in Vote().record(state)["rounds"]] == ["C", "A"]


def test_without_options_there_are_still_three_fingers() -> None:
    assert labels(Vote().view(press(Vote(), step=step_with()), 0)) == ["A", "B", "C"]


def test_reasons_are_kept_beside_the_votes() -> None:
    step = step_with(**FULL, options={"themes": {"en": "A reason"}})
    keys = (("win:A", None), ("theme", "怕"), ("theme", "怕"))

    assert Vote().record(press(Vote(), *keys, step=step))["themes"] == {"怕": 2}


# -- tally ------------------------------------------------------------------------------------


def test_ideas_are_counted_and_themes_kept_short() -> None:
    long = "一" * 60
    state = press(Tally(), ("one", None), ("one", None), ("theme", "钱"), ("theme", long))

    assert Tally().record(state) == {"ideas": 2, "themes": {"钱": 1, "一" * 24: 1}}


def test_a_theme_that_comes_again_is_one_key() -> None:
    state = press(Tally(), ("theme", "钱"), ("theme", "家"), ("again:1", None), ("theme", "家"))

    assert Tally().record(state) == {"themes": {"钱": 2, "家": 2}}


def test_a_theme_cannot_move_the_screen() -> None:
    state = press(Tally(), ("theme", "\x1b[2J红\u202e\n线"))

    assert Tally().record(state) == {"themes": {"[2J红线": 1}}


def test_disputed_cards_are_counted_by_number() -> None:
    step = step_with(**FULL, options={"count": "cards"})
    state = press(Tally(), ("card", "2"), ("card", 2), ("card", 9), step=step)

    assert Tally().record(state) == {"cards": 2, "disputed": {"2": 2}}
    assert labels(Tally().view(state, 0)) == ["2 一起挑一条路。"]


def test_a_card_put_wrong_is_looked_at_again_and_nobody_is_told_wrong() -> None:
    step = step_with(**FULL, options={"count": "cards"})
    state = press(Tally(), ("card", 1), ("wrong", 2), step=step)

    assert Tally().record(state) == {"cards": 2, "disputed": {"1": 1}, "wrong": {"2": 1}}
    assert [str(row.note) for row in Tally().view(state, 0).rows] == ["", "look again"]


# -- counts -----------------------------------------------------------------------------------

SHEET = {
    "sheet": [
        {"id": "interviews", "key": "i", "asks": "count", "title": {"en": "Interviews"}},
        {"id": "stops", "key": "s", "private": True, "title": {"en": "Stopped"}},
        {"id": "title", "key": "k", "asks": "text", "title": {"en": "Title"}},
    ],
    "themes": {"en": "A kind of answer"},
}


def test_what_the_kind_names_is_counted() -> None:
    step = step_with(options=SHEET)
    keys = (("line:interviews", "１２"), ("line:stops", None), ("line:stops", None))
    state = press(Counts(), *keys, ("line:title", "回家"), ("theme", "钱"), step=step)

    assert Counts().record(state) == {
        "counts": {"interviews": 12, "stops": 2},
        "words": {"title": "回家"},
        "themes": {"钱": 1},
    }


def test_a_private_count_stands_beside_its_key_and_never_on_the_wall() -> None:
    state = press(Counts(), ("line:stops", None), step=step_with(options=SHEET))
    view, say = Counts().view(state, 0), translator("en")

    assert view.counts == ()
    assert "Stopped: 1" in [say(one.title) for one in view.options]


def test_nothing_counted_shows_no_zeros() -> None:
    assert Counts().view(press(Counts(), step=step_with(options=SHEET)), 0).counts == ()


def test_a_line_for_each_group_one_by_one_or_all_at_once() -> None:
    each = step_with(options={"each": {"zh": "第{n}张", "en": "Poster {n}"}})
    state = Counts().start(each, People(present=50, groups=3))

    one = Counts().apply(state, "line:2", 8, 0.0)
    every = Counts().apply(state, "all", "12、8、5", 0.0)

    assert Counts().record(one) == {"counts": {"2": 8}}
    assert Counts().record(every) == {"counts": {"1": 12, "2": 8, "3": 5}}
    assert Counts().apply(state, "all", "12 8", 0.0) == state
    assert translator("zh")(Counts().actions(one)[1].title) == "第2张 8"


def test_the_class_sees_the_sum_and_no_poster_with_few_ticks() -> None:
    each = step_with(options={"each": {"zh": "第{n}张", "en": "Poster {n}"}})
    state = press(Counts(), ("line:1", 9), ("line:2", 0), step=each)

    (shown,) = Counts().view(state, 0).counts
    assert shown[1] == 9
    assert "All in order: 9 0 – –" in str(Counts().actions(state)[-2].title)


# -- ranking ----------------------------------------------------------------------------------


def test_two_digits_a_group_make_the_tallies() -> None:
    step = step_with(task="1. 学费\n2. 路远\n3. 面子")
    keys = (("put:1", None), ("put:3", None), ("put:1", None), ("put:2", None))
    state = press(Ranking(), *keys, step=step)

    assert Ranking().record(state) == {"groups": 2, "first": {"1": 2}, "last": {"2": 1, "3": 1}}
    notes = [str(row.note) for row in Ranking().view(state, 0).rows]
    assert notes == ["put first by 2", "put last by 1", "put last by 1"]


def test_one_thing_is_not_first_and_last_of_a_group_and_a_slip_is_taken_back() -> None:
    step = step_with(task="1. 学费\n2. 路远")
    slipped = press(Ranking(), ("put:1", None), ("put:1", None), step=step)
    assert Ranking().record(slipped) == {}
    assert str(Ranking().view(slipped, 0).headline) == "Group 1: what stands last?"

    again = press(Ranking(), ("put:1", None), ("again", None), ("put:2", None), step=step)
    assert again.top == 2


# -- fishbowl ---------------------------------------------------------------------------------


def test_chairs_are_swapped_when_everybody_could_have_spoken() -> None:
    state = press(Fishbowl(), *[("turn", None)] * 6)
    assert "6 turns since the last swap" in str(Fishbowl().view(state, 0).headline)

    state = Fishbowl().apply(state, "go-on", None, 9.0)

    assert Fishbowl().record(state) == {"turns": 6, "swaps": 1}
    assert "go-on" not in {one.id for one in Fishbowl().actions(state)}


def test_in_a_small_group_the_bowl_is_smaller() -> None:
    assert Fishbowl().start(STEP, People(present=8)).seats == 4


# -- questions --------------------------------------------------------------------------------


def test_one_key_a_question() -> None:
    state = press(Questions(), *[("answered", None)] * 3, ("open", None))

    assert Questions().record(state) == {"asked": 4, "answered": 3}
    assert [number for _, number in Questions().view(state, 0).counts] == [4, 3]


# -- found ------------------------------------------------------------------------------------


def test_what_is_not_found_stays_hidden() -> None:
    state = press(Found(), ("item:2", None))

    assert labels(Found().view(state, 0)) == ["1 …", "2 四", "3 …"]
    assert Found().record(state) == {"found": 1, "of": 3, "missed": [1, 3]}


def test_what_was_missed_can_be_shown_and_stays_missed() -> None:
    state = press(Found(), ("item:2", None), ("reveal", None))

    assert labels(Found().view(state, 0)) == ["1 二", "2 四", "3 六"]
    assert Found().record(state)["missed"] == [1, 3]


def test_a_thing_pressed_twice_is_taken_back() -> None:
    assert Found().record(press(Found(), ("item:2", None), ("item:2", None))) == {}


def test_only_the_number_may_be_given() -> None:
    assert Found().record(press(Found(), ("found", "2"))) == {"found": 2, "of": 3}


def test_more_than_there_is_cannot_be_found() -> None:
    assert Found().record(press(Found(), ("found", 4))) == {}


def test_people_are_counted_of_those_present() -> None:
    step = step_with(**FULL, options={"of": "present"})

    assert Found().record(press(Found(), ("found", 43), step=step)) == {"found": 43, "of": 50}


# -- relay ------------------------------------------------------------------------------------


def test_a_question_goes_on_after_help_and_nobody_is_out() -> None:
    state = press(Relay(), ("first", None), ("later", None), ("skipped", None))

    assert Relay().record(state) == {"first_try": 1, "asked": 2, "with_help": [2]}
    assert Relay().view(state, 0).done


def test_the_answer_is_hidden_until_it_is_shown() -> None:
    hidden, shown = press(Relay()), press(Relay(), ("show", None))

    assert Relay().view(hidden, 0).body == "一加一？"
    assert labels(Relay().view(hidden, 0)) == []
    assert labels(Relay().view(shown, 0)) == ["二"]


def test_space_shows_the_answer_and_then_asks_the_next_without_counting() -> None:
    shown = press(Relay(), ("go-on", None))
    assert labels(Relay().view(shown, 0)) == ["二"]

    after = Relay().apply(shown, "go-on", None, 1.0)

    assert Relay().view(after, 0).body == "二加二？"
    assert Relay().record(after) == {"first_try": 0, "asked": 0, "with_help": []}


def test_going_back_asks_the_question_again() -> None:
    state = press(Relay(), ("first", None), ("back", None))

    assert Relay().view(state, 0).body == "一加一？"


def test_questions_without_answers_are_asked_all_the_same() -> None:
    step = step_with(ask="- 一\n- 二", touch="- 甲")

    assert Relay().view(press(Relay(), ("first", None), step=step), 0).body == "二"


@given(answers=st.lists(st.sampled_from(["first", "later", "skipped"]), max_size=6))
def test_first_tries_are_those_given(answers: list[str]) -> None:
    record = Relay().record(press(Relay(), *((one, None) for one in answers)))

    assert record.get("first_try", 0) == answers[:3].count("first")


# -- slips ------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["30 12 5", "30,12,5", "３０、１２、５", [30, 12, 5]])
def test_three_numbers_in_one_go(typed: Any) -> None:
    record = Slips().record(press(Slips(), ("three", typed)))

    assert record == {"faces": {"yes": 30, "partly": 12, "not-yet": 5}, "present": 50}


@pytest.mark.parametrize("typed", ["30 12", "30 12 5 1", "many", "-1 2 3", "", None])
def test_other_than_three_numbers_change_nothing(typed: Any) -> None:
    assert Slips().record(press(Slips(), ("three", typed))) == {}


@pytest.mark.parametrize("when", ["later", "never"])
def test_later_and_never_are_answers(when: str) -> None:
    state = press(Slips(), ("three", "1 2 3"), (when, None))

    assert Slips().record(state) == {"when": when}
    assert Slips().view(state, 0).done


def test_more_slips_than_people_are_said() -> None:
    state = press(Slips(), ("three", "30 20 5"))

    assert str(Slips().view(state, 0).body) == "55 slips for 50 people: count again?"


def test_faces_may_be_counted_one_by_one() -> None:
    state = press(Slips(), ("face:not-yet", 3), ("face:yes", 40))

    assert Slips().record(state)["faces"] == {"yes": 40, "not-yet": 3}


def test_kinds_of_questions_are_kept_beside_the_faces() -> None:
    step = step_with(**FULL, options={"themes": {"en": "A kind of question"}})
    state = press(Slips(), ("three", "3 2 1"), ("theme", "工资"), step=step)

    assert Slips().record(state)["themes"] == {"工资": 1}
    assert Slips().record(state)["faces"] == {"yes": 3, "partly": 2, "not-yet": 1}
