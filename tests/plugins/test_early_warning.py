"""The rules that notice who stops coming: what they say, and what must hold of them."""

from __future__ import annotations

import dataclasses
import datetime as dt
import math
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lifeskills import places
from lifeskills.api import (
    Attended,
    ClassHistory,
    ClassSession,
    Finding,
    LearnerHistory,
    SignalRule,
    Thresholds,
    Worry,
)
from lifeskills.core.concern import LEVELS, WORRY_CODES
from lifeskills.plugins import PluginSet
from lifeskills.trust import TrustList

START = dt.date(2026, 9, 7)


def load_rules() -> dict[str, SignalRule]:
    plugins = PluginSet.load(
        shipped=places.shipped("plugins"), trust=TrustList(Path("no list")), entry_points=False
    )
    return {rule.id: rule for rule in plugins.signals()}


RULES = load_rules()
BY_PRESENCE = ("run", "falling-off", "share")


def history(
    marks: str,
    *,
    days: Sequence[int] | None = None,
    shares: Sequence[float] | None = None,
    thin: Sequence[int] = (),
    today: dt.date | None = None,
    worries: tuple[Worry, ...] = (),
    learner: str = "c-1",
) -> tuple[LearnerHistory, ClassHistory]:
    """Sessions from letters: ``.`` present, ``A`` absent, ``E`` excused; a day apart unless said."""
    offsets = list(days) if days is not None else list(range(len(marks)))
    dates = [START + dt.timedelta(days=offset) for offset in offsets]
    sessions = tuple(
        Attended(f"s{number}", day, absent=mark == "A", excused=mark == "E")
        for number, (mark, day) in enumerate(zip(marks, dates, strict=True))
    )
    group = tuple(
        ClassSession(one.session, one.day, shares[number] if shares else 0.95, thin=number in thin)
        for number, one in enumerate(sessions)
    )
    last = dates[-1] if dates else START
    return (
        LearnerHistory(learner=learner, sessions=sessions, worries=worries),
        ClassHistory(sessions=group, today=today or last),
    )


def judge(rule: str, *args: object, **values: object) -> Finding | None:
    learner, group = history(*args, **values)  # type: ignore[arg-type]
    return RULES[rule].judge(learner, group, Thresholds())


def level(rule: str, *args: object, **values: object) -> str:
    found = judge(rule, *args, **values)
    return found.level if found else ""


# -- run --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("....A", ""),
        ("...AA", "ask"),
        ("..AAA", "open"),
        (".AAAA", "visit"),
        ("AAAAAAA", "visit"),
        ("AAAA.", ""),
        ("AA.A", ""),
        ("", ""),
    ],
)
def test_run_by_sessions(marks: str, expected: str) -> None:
    assert level("run", marks) == expected


@pytest.mark.parametrize(
    ("span", "expected"),
    [(6, "ask"), (7, "ask"), (13, "ask"), (14, "open"), (20, "open"), (21, "visit")],
)
def test_run_by_days(span: int, expected: str) -> None:
    assert level("run", ".AA", days=[0, 1, 1 + span]) == expected


def test_run_by_days_asks_where_a_school_waits_for_more_sessions() -> None:
    learner, group = history(".AA", days=[0, 1, 8])
    patient = Thresholds(version="2", values={"run.ask": 5, "run.open": 6, "run.visit": 7})

    found = RULES["run"].judge(learner, group, patient)

    assert found is not None
    assert (found.level, found.version) == ("ask", "1/2")


@pytest.mark.parametrize(
    ("marks", "days", "expected"),
    [
        ("..A", [0, 7, 17], ""),
        ("..A", [0, 7, 18], "ask"),
        ("..E", [0, 7, 18], ""),
        (".A.", [0, 18, 25], ""),
        ("A", [0], ""),
    ],
)
def test_one_absence_asks_where_the_last_two_meetings_are_far_apart(
    marks: str, days: list[int], expected: str
) -> None:
    assert level("run", marks, days=days) == expected


def test_one_absence_spans_no_days() -> None:
    zero = Thresholds(values={"run.ask_days": 0, "run.ask": 2})
    learner, group = history("..A")

    assert RULES["run"].judge(learner, group, zero) is None


@pytest.mark.parametrize(
    ("marks", "expected"), [(".AEA", "ask"), (".EE", ""), ("AEEE", ""), ("AAEA", "open")]
)
def test_excused_neither_adds_to_a_run_nor_breaks_it(marks: str, expected: str) -> None:
    assert level("run", marks) == expected


def test_a_presence_between_breaks_the_days_too() -> None:
    assert level("run", "A.A", days=[0, 20, 30]) == ""


def test_run_names_its_dates_and_sessions() -> None:
    found = judge("run", "..AEA", days=[0, 7, 14, 21, 28])

    assert found is not None
    words = found.sentence.words
    assert words is not None
    assert found.sentence.fill(words.get("zh"), "zh") == (
        "连着2次没来，还不知道原因：9月21日、10月5日。"
    )
    assert str(found.sentence) == "Absent 2 times in a row, the reason not known: 21 Sep, 5 Oct."
    assert found.sessions == found.missed == ("s2", "s4")
    assert found.since == dt.date(2026, 9, 21)


# -- thin sessions, two on one day ------------------------------------------------------------


def test_a_thin_session_does_not_count_and_does_not_break() -> None:
    assert level("run", "A.A", thin=[1]) == "ask"
    assert level("run", "..A", thin=[2]) == ""


def test_two_sessions_of_a_day_are_one_and_present_wins() -> None:
    assert level("run", "..AA", days=[0, 1, 2, 2]) == ""
    assert level("run", "AA.", days=[0, 1, 1]) == ""
    assert level("run", "AAA", days=[0, 1, 1]) == "ask"


# -- falling off ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "marks",
    [".........A", "........AA", ".......A.A", "......AA.", ".....AAA.", "....AAA.A", "A.A"],
)
def test_falling_off_is_the_weighted_share(marks: str) -> None:
    weights = [0.7**age for age in reversed(range(len(marks)))]
    lost = sum(w for w, mark in zip(weights, marks, strict=True) if mark == "A")
    expected = lost / sum(weights) >= 0.60 and marks.count("A") >= 2

    assert (judge("falling-off", marks) is not None) == expected


def test_falling_off_weighs_by_how_much_of_the_class_was_there() -> None:
    marks = "..A.A"

    assert judge("falling-off", marks, shares=[1, 1, 1, 0.1, 1]) is not None
    assert judge("falling-off", marks, shares=[1, 1, 0.1, 1, 1]) is None


def test_one_absence_is_no_falling_off() -> None:
    assert judge("falling-off", "A") is None


def test_falling_off_shows_excused_dates_as_excused() -> None:
    found = judge("falling-off", "..AEA")

    assert found is not None
    assert str(found.sentence) == (
        "Has been coming less: absent 3 of the last 5 times (9 Sep, 10 Sep (excused), 11 Sep)."
    )


def test_a_class_that_nobody_came_to_finds_nothing() -> None:
    assert judge("falling-off", "AAA", shares=[0, 0, 0]) is None


# -- share ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ("AA.....", ""),
        ("AA......", "ask"),
        ("A.......", ""),
        ("AA" + "." * 8, "ask"),
        ("AA" + "." * 9, "note"),
        ("AA" + "." * 18, "note"),
        ("AA" + "." * 19, ""),
        ("EE" + "." * 9, "note"),
    ],
)
def test_share_notes_a_tenth_and_flags_a_fifth(marks: str, expected: str) -> None:
    assert level("share", marks) == expected


def test_share_names_the_newest_dates() -> None:
    found = judge("share", "A" * 9)

    assert found is not None
    assert str(found.sentence).startswith("Missed 9 of 9 times: … 10 Sep, 11 Sep")


# -- worry ------------------------------------------------------------------------------------


def test_a_worry_fades_after_sixty_days() -> None:
    seen = Worry("says-will-leave", START)

    for days, there in ((0, True), (60, True), (61, False)):
        today = START + dt.timedelta(days=days)
        assert (judge("worry", "", worries=(seen,), today=today) is not None) is there


def test_a_worry_says_what_and_when_in_both_languages() -> None:
    worries = tuple(Worry(code, START) for code in WORRY_CODES)

    found = judge("worry", "", worries=worries, today=START)

    assert found is not None
    words = found.sentence.words
    assert words is not None
    assert found.sentence.fill(words.get("zh"), "zh") == (
        "有大人留意到：来求助过（9月7日）；要好的同学走了（9月7日）；作业停了（9月7日）；"
        "常常一个人（9月7日）；说不想念了（9月7日）。"
    )
    assert str(found.sentence).startswith("An adult has noticed: asked for help (7 Sep); friends")


# -- what must hold ---------------------------------------------------------------------------

marks_ = st.text(alphabet="...AAE", max_size=24)


@st.composite
def histories(draw: st.DrawFn) -> tuple[LearnerHistory, ClassHistory]:
    """A learner's sessions with uneven days, thin ones, doubles, and any shares."""
    marks = draw(marks_)
    gaps = draw(st.lists(st.integers(0, 12), min_size=len(marks), max_size=len(marks)))
    days = [sum(gaps[: number + 1]) for number in range(len(marks))]
    shares = draw(st.lists(st.floats(0.05, 1), min_size=len(marks), max_size=len(marks)))
    thin = draw(st.lists(st.integers(0, max(0, len(marks) - 1)), max_size=4))
    codes = draw(st.lists(st.sampled_from(WORRY_CODES), max_size=2))
    worries = tuple(Worry(code, START + dt.timedelta(days=30)) for code in codes)
    today = START + dt.timedelta(days=(days[-1] if days else 0) + draw(st.integers(0, 80)))
    return history(marks, days=days, shares=shares, thin=thin, today=today, worries=worries)


def flags(learner: LearnerHistory, group: ClassHistory) -> dict[str, Finding]:
    found = {name: rule.judge(learner, group, Thresholds()) for name, rule in RULES.items()}
    return {name: one for name, one in found.items() if one is not None}


def with_session(learner: LearnerHistory, place: int, **changes: Any) -> LearnerHistory:
    sessions = list(learner.sessions)
    sessions[place] = dataclasses.replace(sessions[place], **changes)
    return dataclasses.replace(learner, sessions=tuple(sessions))


@given(given_=histories(), data=st.data())
def test_a_presence_turned_into_an_absence_removes_no_flag(
    given_: tuple[LearnerHistory, ClassHistory], data: st.DataObject
) -> None:
    learner, group = given_
    there = [n for n, one in enumerate(learner.sessions) if not one.absent and not one.excused]
    assume(there)

    before = flags(learner, group)
    after = flags(with_session(learner, data.draw(st.sampled_from(there)), absent=True), group)

    assert before.keys() <= after.keys()
    assert all(LEVELS.index(after[n].level) >= LEVELS.index(before[n].level) for n in before)


@given(given_=histories())
def test_the_latest_absence_turned_into_a_presence_adds_no_flag(
    given_: tuple[LearnerHistory, ClassHistory],
) -> None:
    learner, group = given_
    away = [n for n, one in enumerate(learner.sessions) if one.absent or one.excused]
    assume(away)

    before = flags(learner, group)
    after = flags(with_session(learner, away[-1], absent=False, excused=False), group)

    assert after.keys() <= before.keys()


@given(given_=histories(), days=st.integers(0, 20), mark=st.sampled_from([True, False]))
def test_a_thin_session_at_the_end_raises_no_flag(
    given_: tuple[LearnerHistory, ClassHistory], days: int, mark: bool
) -> None:
    learner, group = given_
    day = (learner.sessions[-1].day if learner.sessions else START) + dt.timedelta(days=days)
    more = dataclasses.replace(
        learner, sessions=(*learner.sessions, Attended("new", day, absent=mark))
    )
    thin = dataclasses.replace(
        group, sessions=(*group.sessions, ClassSession("new", day, 0.3, thin=True))
    )

    assert flags(more, thin) == flags(learner, group)


@given(given_=histories(), days=st.integers(0, 40))
def test_a_holiday_raises_no_flag(given_: tuple[LearnerHistory, ClassHistory], days: int) -> None:
    """Nobody is asked to come: only the day on which the rules are asked moves on."""
    learner, group = given_
    later = dataclasses.replace(group, today=group.today + dt.timedelta(days=days))

    assert flags(learner, later).keys() <= flags(learner, group).keys()


@given(given_=histories())
def test_every_flag_follows_from_the_sessions_it_names(
    given_: tuple[LearnerHistory, ClassHistory],
) -> None:
    learner, group = given_
    for name, found in flags(learner, group).items():
        if name == "worry":
            assert found.sessions == ()
            continue
        named = set(found.sessions)
        less = dataclasses.replace(
            learner, sessions=tuple(one for one in learner.sessions if one.session in named)
        )
        again = dataclasses.replace(
            group, sessions=tuple(one for one in group.sessions if one.session in named)
        )
        assert RULES[name].judge(less, again, Thresholds()) == found
        assert set(found.missed) <= named


@given(given_=histories(), name=st.text(max_size=8))
def test_who_somebody_is_changes_nothing(
    given_: tuple[LearnerHistory, ClassHistory], name: str
) -> None:
    """No background field can be permuted or blanked: there is none to be seen."""
    learner, group = given_

    assert flags(dataclasses.replace(learner, learner=name), group) == flags(learner, group)
    assert {one.name for one in dataclasses.fields(LearnerHistory)} == {
        "learner",
        "sessions",
        "worries",
    }
    assert {one.name for one in dataclasses.fields(Attended)} == {
        "session",
        "day",
        "absent",
        "excused",
    }


@given(given_=histories())
def test_equal_learners_get_equal_findings(given_: tuple[LearnerHistory, ClassHistory]) -> None:
    learner, group = given_
    twin = dataclasses.replace(learner)

    assert flags(twin, group) == flags(learner, group)


@given(given_=histories())
def test_every_sentence_stands_in_both_languages(
    given_: tuple[LearnerHistory, ClassHistory],
) -> None:
    for found in flags(*given_).values():
        words = found.sentence.words
        assert words is not None
        for language in ("zh", "en"):
            said = found.sentence.fill(words.get(language), language)
            assert said
            assert "{" not in said
        assert words.get("en") == found.sentence.id


@pytest.mark.parametrize("value", [0.0, -1.0, math.nan, math.inf])
@pytest.mark.parametrize("rule", sorted(RULES))
def test_no_threshold_stops_a_rule(rule: str, value: float) -> None:
    names = [
        f"{rule}.{name}" for name in ("ask", "open", "visit", "share", "decay", "note", "days")
    ]
    learner, group = history("..AA.AEA....", worries=(Worry("often-alone", START),))
    values = dict.fromkeys(names, value)

    judged: Callable[..., Finding | None] = RULES[rule].judge
    judged(learner, group, Thresholds(values=values))


def test_the_rules_are_these_and_carry_a_version() -> None:
    assert {rule.id: rule.version for rule in RULES.values()} == {
        "run": "1",
        "falling-off": "1",
        "share": "1",
        "worry": "1",
    }
