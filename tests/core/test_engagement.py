"""Active share and speaking seconds, against the worked examples of the method."""

from __future__ import annotations

from typing import Any

import pytest

from lifeskills.core.engagement import (
    engaged,
    engaged_words,
    engagement,
    measured,
    speaking_seconds_per_learner,
    worked,
)
from lifeskills.core.session import Event, PlanStep, SessionState, fold


def step(shape: str, minutes: int, kind: str = "case-analysis") -> PlanStep:
    return PlanStep(id=shape, title=shape, kind=kind, shape=shape, minutes=minutes)


def test_half_an_hour_of_whole_class_turns_is_36_seconds_each() -> None:
    assert speaking_seconds_per_learner([step("class", 30)], 50) == 36


def test_ten_minutes_of_pairs_are_five_minutes_each() -> None:
    assert speaking_seconds_per_learner([step("pairs", 10)], 50) == 300


def test_groups_at_once_beside_groups_in_turn() -> None:
    figures = engagement(
        [step("class", 9, "mini-input"), step("fours", 31), step("alone", 5, "exit-slip")], 52
    )

    assert figures.active_share == pytest.approx(36 / 45)
    assert figures.active_share_in_turn == pytest.approx((31 / 13 + 5) / 45)
    assert figures.speaking_seconds == pytest.approx(31 * 13 * 60 / 52)
    assert figures.speaking_seconds_in_turn == pytest.approx(31 * 60 / 52)


def test_no_learner_speaks_while_the_teacher_explains() -> None:
    assert speaking_seconds_per_learner([step("class", 6, "mini-input")], 50) == 0


def test_everybody_is_active_in_an_energiser() -> None:
    assert engagement([step("class", 3, "energiser")], 50).active_share == 1


def test_nobody_and_nothing_are_zero() -> None:
    assert engagement([], 50).active_share == 0
    assert engagement([step("pairs", 5)], 0).speaking_seconds == 0


# -- measured ---------------------------------------------------------------------------------

PLAN = (
    PlanStep(id="talk", title="", kind="mini-input", shape="class", minutes=10),
    PlanStep(id="turns", title="", kind="guest-seminar", shape="class", minutes=5),
    PlanStep(id="pairs", title="", kind="think-pair-share", shape="pairs", minutes=25),
    PlanStep(id="slip", title="", kind="exit-slip", shape="alone", minutes=5),
)
CLASS = [f"p-{n:02}" for n in range(50)]
Key = tuple[float, str, dict[str, Any]]


def lesson(*keys: Key, plan: tuple[PlanStep, ...] = PLAN, **opened: object) -> SessionState:
    """A lesson of 50 learners in 45 minutes; keys are (minute, kind, data)."""
    rows = [step.as_dict() for step in plan]
    data = {"class": "c", "minutes": 45, "plan": rows, "learners": CLASS, **opened}
    events = [Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)]
    for seq, (minute, kind, more) in enumerate(keys, start=2):
        events.append(Event(seq, kind, minute * 60, "", more))
    return fold(events)


def begun(minute: float, step: str) -> Key:
    return minute, "step_begun", {"step": step}


def ended(minute: float, step: str) -> Key:
    return minute, "step_ended", {"step": step, "reason": "done"}


def formed(minute: float, shape: str, groups: int) -> Key:
    members = [CLASS[n::groups] for n in range(groups)]
    return minute, "grouped", {"shape": shape, "groups": members}


def test_the_worked_example_of_the_method_comes_out_when_it_is_taught_so() -> None:
    turns = measured(lesson(begun(0, "turns"), ended(30, "turns")), 30 * 60)
    pairs = measured(lesson(begun(0, "pairs"), ended(10, "pairs")), 10 * 60)

    assert turns is not None
    assert pairs is not None
    assert (turns.speaking_seconds, turns.active_share) == (36, 0)
    assert (pairs.speaking_seconds, pairs.active_share) == (300, 1)


def test_minutes_are_those_that_were_taken_and_the_roll_is_nobodys_task() -> None:
    state = lesson(
        (3, "roll_done", {}), begun(5, "talk"), ended(20, "talk"), begun(20, "pairs"),
        ended(35, "pairs"), begun(35, "slip"), ended(40, "slip"),
    )  # fmt: skip
    found = measured(state, 44 * 60)

    assert found is not None
    assert found.active_share == pytest.approx((15 + 5) / 40)
    assert found.speaking_seconds == pytest.approx(15 * 25 * 60 / 50)


def test_a_pause_counts_for_nobody_and_a_step_returned_to_counts_twice() -> None:
    state = lesson(
        begun(0, "pairs"), (5, "paused", {}), (15, "resumed", {}), ended(20, "pairs"),
        begun(20, "slip"), ended(22, "slip"), begun(22, "pairs"), ended(27, "pairs"),
    )  # fmt: skip

    assert [(one.shape, one.minutes) for one in worked(state, 27 * 60)] == [
        ("pairs", 15),
        ("alone", 2),
    ]


def test_a_running_step_counts_up_to_now() -> None:
    assert [one.minutes for one in worked(lesson(begun(0, "pairs")), 9 * 60)] == [9]


def test_groups_formed_in_a_step_count_as_they_were_formed() -> None:
    state = lesson(begun(0, "turns"), formed(1, "fours", 12), ended(10, "turns"))
    found = measured(state, 10 * 60)

    assert found is not None
    assert found.active_share == 1
    assert found.speaking_seconds == pytest.approx(10 * 12 * 60 / 50)


def test_groups_formed_before_still_sit_together_where_the_shape_is_theirs() -> None:
    state = lesson(
        formed(1, "pairs", 20), begun(2, "pairs"), ended(12, "pairs"), begun(12, "turns"),
        ended(13, "turns"), formed(14, "pairs", 10),
    )  # fmt: skip

    assert [(one.shape, one.groups) for one in worked(state, 20 * 60)] == [
        ("pairs", 20),
        ("class", 0),
    ]


def test_learners_are_those_who_were_there() -> None:
    away = [(1.0, "marked", {"learner": one, "mark": "absent"}) for one in CLASS[:10]]
    late = (1.0, "marked", {"learner": CLASS[20], "mark": "late"})
    found = measured(lesson(*away, late, begun(2, "pairs"), ended(12, "pairs")), 12 * 60)

    assert found is not None
    assert found.speaking_seconds == 10 * 20 * 60 / 40


def test_the_record_holds_the_plan_as_the_lesson_opened_beside_what_was_measured() -> None:
    shorter = [step.as_dict() for step in PLAN[2:]]
    state = lesson(
        begun(0, "talk"), ended(10, "talk"), (10, "plan_changed", {"plan": shorter}),
        begun(10, "pairs"), ended(20, "pairs"),
    )  # fmt: skip
    kept = engaged(state, 20 * 60)

    assert kept == {
        "learners": 50,
        "planned": {"active_share": round(30 / 45, 3), "speaking_seconds": 756},
        "measured": {"active_share": 0.5, "speaking_seconds": 300},
    }
    assert str(engaged_words({"engaged": kept})) == (
        "Active 50 % (plan 67 %), speaking 300 s each (plan 756 s)"
    )


def test_a_lesson_from_paper_has_a_plan_and_nothing_measured() -> None:
    kept = engaged(lesson(begun(0, "pairs"), ended(10, "pairs"), paper=True), 600)

    assert kept is not None
    assert kept["measured"] is None
    assert engaged_words({"engaged": kept}) is None


def test_a_roll_alone_an_empty_room_and_an_old_record_have_no_figures() -> None:
    assert engaged(lesson(plan=()), 60) is None
    assert engaged(lesson(learners=[]), 60) is None
    assert engaged_words({"minutes": {}}) is None
