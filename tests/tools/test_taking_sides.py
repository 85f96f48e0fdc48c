"""Positions before and after reasons, and the debate: what the keys do, and what the class sees."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.api import Debate, People, Stands, Tool, ToolView
from lifeskills.language import translator
from tests.tools.making import step_with

ROOM = People(present=50)
SIDES = [{"zh": "赞成", "en": "For"}, {"zh": "反对", "en": "Against"}, {"zh": "没想好", "en": "?"}]
STATEMENTS = step_with(ask="- 男孩也可以哭\n- 面子最要紧", options={"positions": SIDES})
STAGES = step_with(
    minutes=40, phases=(0.1, 0.25, 0.25, 0.2, 0.2), options={"speeches": 3, "positions": SIDES}
)
NEXT = ("next-phase", None)


def press(tool: Tool, *keys: tuple[str, Any], step: Any, start: float = 0.0) -> Any:
    state = tool.start(step, ROOM)
    for second, (action, value) in enumerate(keys):
        state = tool.apply(state, action, value, start + second)
    return state


def rows(view: ToolView, language: str = "zh") -> list[str]:
    say = translator(language)
    return [" ".join(filter(None, (say(row.label), say(row.note)))) for row in view.rows]


# -- stands -----------------------------------------------------------------------------------


def test_each_position_has_its_letter_and_words_in_both_languages() -> None:
    view = Stands().view(press(Stands(), step=STATEMENTS), 0)

    assert rows(view) == ["A 赞成", "B 反对", "C 没想好"]
    assert rows(view, "en")[1] == "B Against"
    assert view.body == "男孩也可以哭"


def test_positions_may_change_after_the_reasons_and_the_change_is_said() -> None:
    before = (("count:A", 20), ("count:B", 25), ("count:C", 5))
    after = (("count:A", 32), ("count:B", 18))
    state = press(Stands(), *before, ("go-on", None), *after, step=STATEMENTS)

    said = rows(Stands().view(state, 0), "en")
    assert said[:2] == ["A For before: 20, now 12 more", "B Against before: 25, now 7 fewer"]
    (one,) = Stands().record(state)["statements"]
    assert [round_["hands"] for round_ in one["rounds"]] == [
        {"A": 20, "B": 25, "C": 5},
        {"A": 32, "B": 18},
    ]
    assert one["changes"] == {"A": 12, "B": -7}


def test_the_next_statement_begins_anew() -> None:
    keys = (("win:A", None), ("go-on", None), ("go-on", None))
    state = press(Stands(), *keys, ("win:B", None), step=STATEMENTS)

    assert Stands().view(state, 0).body == "面子最要紧"
    told = Stands().record(state)["statements"]
    assert [(one["n"], one["rounds"][0]["winner"]) for one in told] == [(1, "A"), (2, "B")]


def test_after_the_last_statement_nothing_goes_on() -> None:
    state = press(Stands(), *[("go-on", None)] * 9, step=STATEMENTS)

    assert "go-on" not in {one.id for one in Stands().actions(state)}
    assert Stands().record(state) == {}


# -- debate -----------------------------------------------------------------------------------


def stage(state: Any, at: float = 0.0) -> str:
    clock = Debate().view(state, at).clock
    assert clock is not None
    return f"{clock.number}/{clock.of} {translator('en')(clock.phase)} {clock.total:g}"


def test_speeches_are_two_minutes_turn_about_and_what_is_left_is_for_questions() -> None:
    seen = [stage(press(Debate(), *[NEXT] * done, step=STAGES)) for done in range(8)]

    assert [one.split(" ", 1)[1] for one in seen] == [
        "Part 1 240", "Part 2 600",
        "For, speech 1 120", "Against, speech 1 120", "For, speech 2 120", "Against, speech 2 120",
        "Part 4 600", "Part 5 480",
    ]  # fmt: skip
    assert {one.split(" ")[0].split("/")[1] for one in seen} == {"8"}


def test_a_speech_that_runs_over_waits_for_the_teacher() -> None:
    state = press(Debate(), NEXT, NEXT, step=STAGES)

    view = Debate().view(state, 300.0)

    assert view.clock is not None
    assert view.clock.number == 3
    assert view.clock.left < 0


def test_in_a_short_step_speeches_are_shorter() -> None:
    short = step_with(minutes=8, phases=(0.1, 0.25, 0.25, 0.2, 0.2), options={"speeches": 3})

    assert stage(press(Debate(), NEXT, NEXT, step=short)) == "3/8 For, speech 1 30"


def test_the_first_vote_does_not_lead_the_debate() -> None:
    counted = (("count:A", 20), ("count:B", 25), ("count:C", 5))
    state = press(Debate(), *counted, NEXT, step=STAGES)

    assert rows(Debate().view(state, 0)) == []
    state = press(Debate(), *counted, *[NEXT] * 7, ("count:A", 31), step=STAGES)
    assert rows(Debate().view(state, 0))[0] == "A 赞成 之前20人，多了11人"
    assert Debate().record(state)["changes"] == {"A": 11}


def test_three_arguments_a_side_are_kept() -> None:
    said = [("for", word) for word in ("学技术", "认识人", "有文凭", "第四个")]
    state = press(Debate(), NEXT, NEXT, *said, ("against", "花钱"), step=STAGES)

    assert Debate().record(state)["arguments"] == {
        "for": ["学技术", "认识人", "有文凭"],
        "against": ["花钱"],
    }


def test_girls_and_boys_who_spoke_are_the_teachers_alone() -> None:
    spoke = (("line:girls", None), ("line:girls", None), ("line:boys", None))
    state = press(Debate(), NEXT, NEXT, *spoke, step=STAGES)

    view = Debate().view(state, 0)

    assert Debate().record(state)["spoke"] == {"girls": 2, "boys": 1}
    assert view.counts == ()
    assert "女生发言 2" in {translator("zh")(one.title) for one in view.options}


@given(at=st.floats(0, 6000))
def test_a_lot_is_drawn_once_and_replays(at: float) -> None:
    first, second = (press(Debate(), ("lot", None), step=STAGES, start=at) for _ in range(2))

    assert first.lot == second.lot != ""
    assert "lot" not in {one.id for one in Debate().actions(first)}


def test_lots_fall_both_ways() -> None:
    lots = [press(Debate(), ("lot", None), step=STAGES, start=n / 10).lot for n in range(1000)]

    assert 400 < lots.count("window") < 600
