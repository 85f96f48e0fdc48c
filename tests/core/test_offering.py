"""What is offered in a running lesson, at every minute and in every plight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.offering import Offer, offers
from lifeskills.core.pacing import least_minutes
from lifeskills.core.session import Event, PlanStep, SessionState, StepRun, fold
from tests.core.lessons import LESSON
from tests.strategies import plans


def taught(plan: Sequence[PlanStep], begun: str, at_minute: float, *more: Event) -> SessionState:
    """A lesson of 45 minutes in which the steps before ``begun`` are done."""
    rows = [step.as_dict() for step in plan]
    data = {"class": "c", "minutes": 45, "plan": rows, "learners": []}
    events = [Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)]
    for one in plan:
        if one.id == begun:
            events.append(Event(len(events) + 1, "step_begun", at_minute * 60, "", {"step": begun}))
            break
        events.append(Event(len(events) + 1, "step_ended", 0, "", {"step": one.id}))
    return fold([*events, *more])


def says(found: Sequence[Offer]) -> list[str]:
    return [str(offer.sentence) for offer in found]


def test_lesson_on_time_is_left_alone() -> None:
    assert offers(taught(LESSON, "act", 5), 5 * 60) == ()


def in_two_periods(*steps: PlanStep) -> SessionState:
    """A double lesson of 90 minutes taught whole, opened."""
    data = {"class": "c", "minutes": 90, "plan": [one.as_dict() for one in steps], "learners": []}
    return fold([Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)])


def begun(state: SessionState, step: str, minute: float) -> SessionState:
    """The same with a step begun, the one before it done."""
    before = StepRun(state.step, 0.0, ended=minute * 60, reason="done")
    return replace(state, step=step, runs=(*state.runs, before, StepRun(step, minute * 60)))


def test_in_a_double_lesson_the_bell_that_counts_is_the_next_one() -> None:
    one = PlanStep(id="a", title="a", minutes=30, least=10)
    two = replace(one, id="b", title="b", minutes=15, least=5)
    three = replace(one, id="c", title="c", minutes=25, least=5, period=2)
    four = replace(three, id="d", title="d", minutes=20, least=10)
    state = begun(in_two_periods(one, two, three, four), "a", 6)

    assert state.bell_left(6 * 60) == 39 * 60
    assert state.behind(6 * 60) == 6
    (found, *_more) = offers(state, 6 * 60)
    assert says([found]) == ["6 minutes behind: shorten b (−6)?"]
    assert found.plan[2:] == (three, four), "the second period is left as it is"

    later = begun(begun(state, "b", 36), "c", 60)  # 45 minutes, a break of fifteen
    assert later.bell_left(60 * 60) == 45 * 60
    assert offers(later, 60 * 60) == (), "after the break it is on time again"
    assert later.bell_left(105 * 60) == 0


def test_six_minutes_behind_is_shortened_or_one_step_is_cut() -> None:
    state = taught(LESSON, "act", 11)

    assert says(offers(state, 11 * 60)) == [
        "6 minutes behind: shorten share (−2), shorten walk (−1), shorten use (−3)?",
        "6 minutes behind: cut use (9)?",
    ]


def test_an_offer_of_many_changes_names_three_and_counts_the_rest() -> None:
    musts = [replace(LESSON[1], id=f"s{n}", title=f"s{n}", minutes=6, least=4) for n in range(6)]
    state = taught(musts, "s0", 14)
    (first,) = offers(state, 14 * 60)

    assert str(first.sentence) == (
        "5 minutes behind: shorten s3 (−1), shorten s4 (−2), shorten s5 (−2)?"
    )
    (later,) = offers(taught(musts, "s0", 18), 18 * 60)
    assert str(later.sentence) == (
        "9 minutes behind: shorten s1 (−1), shorten s2 (−2), shorten s3 (−2) and 2 more changes?"
    )


def test_minutes_to_spare_never_more_than_half_as_much_again() -> None:
    plan = (replace(LESSON[0], id="a", minutes=2), replace(LESSON[1], id="b", phase="use"))
    state = taught(plan, "a", 0)

    longest = [step.minutes for offer in offers(state, 0) for step in offer.plan if step.id == "b"]

    assert all(minutes <= plan[1].minutes * 1.5 for minutes in longest)


def test_far_behind_cuts_before_the_musts_go_below_their_least() -> None:
    state = taught(LESSON, "act", 20)
    heart, gentle = offers(state, 20 * 60)

    assert (
        str(gentle.sentence)
        == "15 minutes behind: cut use (9), shorten share (−4), shorten walk (−1), shorten slip (−1)?"
    )
    assert [one.id for one in gentle.plan] == ["open", "act", "share", "walk", "slip"]
    assert [(one.id, one.minutes) for one in heart.plan][2:] == [("share", 7), ("slip", 4)]


def test_too_late_says_how_far_past_the_bell() -> None:
    plan = (*LESSON[:4], replace(LESSON[4], needs="must"), LESSON[5])

    (heart,) = offers(taught(plan, "act", 21), 21 * 60)
    assert str(heart.sentence) == (
        "10 min left after this step, 2 too few even so: the heart of the lesson: "
        "share (4), use (6), slip (2)?"
    )
    firm = (LESSON[1], replace(LESSON[2], minutes=20, least=18))
    assert says(offers(taught(firm, "act", 15), 15 * 60)) == [
        "4 minutes behind, and 2 past the bell even so: shorten share (−2)?"
    ]


# -- the rescue -------------------------------------------------------------------------------


def waiting(plan: Sequence[PlanStep], at_minute: float = 0) -> SessionState:
    """A lesson of 45 minutes whose roll ended at a minute; no step has begun."""
    rows = [step.as_dict() for step in plan]
    data = {"class": "c", "minutes": 45, "plan": rows, "learners": []}
    opened = Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)
    return fold([opened, Event(2, "roll_done", at_minute * 60, "", {})])


def test_twenty_minutes_left_at_the_rolls_end_are_offered_the_heart_of_the_lesson_first() -> None:
    first, *gentler = offers(waiting(LESSON), 25 * 60)

    assert says([first]) == ["20 min left: the heart of the lesson: act (11), share (6), slip (3)?"]
    assert first.cut == ("open", "walk", "use")
    assert [one.id for one in first.plan] == ["act", "share", "slip"]
    assert says(gentler) == [
        "25 minutes behind: cut walk (5), cut use (9), shorten open (−2) and 2 more changes?"
    ]


def test_a_lesson_that_lost_its_time_midway_is_offered_what_is_left_of_its_heart() -> None:
    first = offers(taught(LESSON, "act", 22), 22 * 60)[0]

    assert says([first]) == [
        "9 min left after this step: the heart of the lesson: share (6), slip (3)?"
    ]
    assert [one.id for one in first.plan] == ["open", "act", "share", "slip"]


def test_a_lesson_a_little_late_near_its_end_is_only_shortened() -> None:
    state = taught(LESSON, "use", 33)

    assert says(offers(state, 33 * 60)) == ["1 minutes behind: shorten slip (−1)?"]


def test_once_the_rescue_is_taken_nothing_more_is_offered() -> None:
    state = waiting(LESSON)
    plan = [step.as_dict() for step in offers(state, 25 * 60)[0].plan]
    data = {"class": "c", "minutes": 45, "plan": plan, "learners": []}
    after = fold([Event(1, "opened", 0, "2026-11-23T08:00:00+08:00", data)])

    assert offers(after, 25 * 60) == ()


# -- odd moments ------------------------------------------------------------------------------


def test_at_the_bell_the_musts_are_named_at_their_least_and_nothing_is_hidden() -> None:
    first = offers(waiting(LESSON), 45 * 60)[0]

    assert says([first]) == [
        "0 min left, 15 too few even so: the heart of the lesson: act (9), share (4), slip (2)?"
    ]


def test_long_after_the_bell_is_no_later_than_at_the_bell() -> None:
    assert says(offers(waiting(LESSON), 300 * 60)) == says(offers(waiting(LESSON), 45 * 60))


def test_without_a_must_the_end_is_offered() -> None:
    plan = tuple(replace(step, needs="should") for step in LESSON[:2])
    first = offers(waiting(plan), 45 * 60)[0]

    assert says([first]) == ["0 min left: end here?"]
    assert first.plan == ()


def test_a_running_step_that_runs_over_takes_no_more_than_the_clock_has_taken() -> None:
    state = taught(LESSON, "act", 5)  # planned until minute 19

    assert says(offers(state, 25 * 60))[0] == (
        "6 minutes behind: shorten share (−2), shorten walk (−1), shorten use (−3)?"
    )


def test_a_pause_brings_the_bell_nearer() -> None:
    paused = Event(8, "paused", 5 * 60, "", {})
    state = taught(LESSON, "act", 5, paused)

    assert says(offers(state, 5 * 60)) == []
    assert says(offers(state, 11 * 60))[0].startswith("6 minutes behind: shorten share (−2)")


def test_the_second_period_of_a_double_lesson_has_its_own_bell() -> None:
    second = LESSON[3:]  # after the break: 18 minutes of plan for a period of 45

    assert says(offers(waiting(second), 27 * 60)) == []
    assert says(offers(waiting(second), 36 * 60))[0] == (
        "9 min left: the heart of the lesson: walk (5), slip (4)?"
    )


def test_minutes_to_spare_are_offered_to_the_steps_that_are_left() -> None:
    (offer,) = offers(taught(LESSON, "act", 1), 60)

    assert str(offer.sentence).startswith("4 minutes to spare: lengthen share (+2)")


@given(plans(), st.integers(0, 60), st.integers(0, 8))
def test_every_offer_ends_at_the_bell_and_keeps_what_is_done(
    plan: tuple[PlanStep, ...], minute: int, begun: int
) -> None:
    state = taught(plan, plan[min(begun, len(plan) - 1)].id, minute)
    rest = {one.id for one in state.remaining}
    left = (state.bell_left(minute * 60) - max(0, state.step_left(minute * 60))) / 60

    for offer in offers(state, minute * 60):
        todo = sum(one.minutes for one in offer.plan if one.id in rest)
        musts = sum(least_minutes(one) for one in state.remaining if one.needs == "must")
        assert todo <= max(left, musts)
        assert [one for one in offer.plan if one.id not in rest] == [
            one for one in plan if one.id not in rest
        ]
        kept = {one.id for one in offer.plan}
        assert all(one.id in kept for one in plan if one.needs == "must")


def test_minutes_given_by_hand_are_not_forgotten_by_a_new_plan() -> None:
    given_by_hand = Event(9, "minutes_added", 700, "", {"step": "act", "minutes": 2})
    state = taught(LESSON, "act", 11, given_by_hand)
    offer = offers(state, 11 * 60)[0]

    assert {one.id: one.minutes for one in offer.plan}["act"] == 16
