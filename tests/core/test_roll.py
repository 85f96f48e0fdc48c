"""What counts, and what a mark may overwrite."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.concern import ClassHistory
from lifeskills.core.roll import (
    class_history,
    learner_histories,
    learner_history,
    mark_all,
    roll_days,
    toggled,
)
from lifeskills.core.session import MARKS

TODAY = dt.date(2026, 12, 1)
CLASS = [f"p{n}" for n in range(10)]


def record(day: int, marks: dict[str, str] | None = None, **more: Any) -> dict[str, Any]:
    marks = marks or {}
    date = dt.date(2026, 11, 1) + dt.timedelta(days=day)
    present = [one for one in CLASS if marks.get(one) not in ("absent", "excused")]
    return {
        "id": f"s{day}",
        "day": date.isoformat(),
        "opened": f"{date}T08:00:00+08:00",
        "counted": True,
        "present": present,
        "marks": marks,
        **more,
    }


def absent(count: int) -> dict[str, str]:
    return dict.fromkeys(CLASS[:count], "absent")


@given(st.dictionaries(st.sampled_from(CLASS), st.sampled_from(MARKS)), st.sampled_from(MARKS))
def test_mark_all_never_overwrites(marks: dict[str, str], mark: Any) -> None:
    chosen = mark_all(marks, CLASS, mark)

    assert set(chosen) == set(CLASS) - set(marks)


def test_unknown_mark_is_refused() -> None:
    with pytest.raises(ValueError, match="sick"):
        mark_all({}, CLASS, "sick")  # type: ignore[arg-type]


def test_same_key_takes_the_mark_away() -> None:
    assert toggled({}, "p1", "absent") == "absent"
    assert toggled({"p1": "absent"}, "p1", "absent") is None
    assert toggled({"p1": "absent"}, "p1", "late") == "late"


def test_only_sessions_with_a_roll_count() -> None:
    records = [record(1), record(2, counted=False), record(3)]

    assert [day.session for day in roll_days(records)] == ["s1", "s3"]


def test_late_and_left_early_are_present() -> None:
    (day,) = roll_days([record(1, {"p1": "late", "p2": "left-early", "p3": "absent"})])

    assert day.present == frozenset(CLASS) - {"p3"}
    assert day.share == 0.9


def test_present_in_one_of_two_sessions_of_a_day_is_present() -> None:
    morning = record(1, {"p1": "absent", "p2": "absent", "p3": "excused"})
    noon = record(1, {"p1": "late", "p2": "absent", "p3": "absent"}, id="s1b")
    noon["opened"] = noon["opened"].replace("08:", "12:")
    (day,) = roll_days([noon, morning])

    assert day.session == "s1", "the day goes by the id of its first session"
    assert "p1" in day.present
    assert day.absent == {"p2"}
    assert day.excused == {"p3"}


def test_holiday_does_not_count() -> None:
    assert roll_days([record(1)], holidays=[dt.date(2026, 11, 2)]) == ()


def test_learner_who_came_later_has_no_sessions_before() -> None:
    early = record(1)
    early["present"].remove("p9")
    history = class_history([early, record(2)], TODAY)

    assert [s.session for s in learner_history("p9", [early, record(2)], history).sessions] == [
        "s2"
    ]


def test_thin_session_is_below_70_percent_of_the_median_of_the_eight_before() -> None:
    records = [record(n) for n in range(8)] + [record(8, absent(4)), record(9, absent(3))]
    history = class_history(records, TODAY)

    assert [s.session for s in history.sessions if s.thin] == ["s8"]
    assert "s8" not in [s.session for s in learner_history("p0", records, history).sessions]


def test_thin_sessions_are_not_among_the_eight_before() -> None:
    records = [record(n) for n in range(4)] + [record(n, absent(5)) for n in range(4, 20)]

    assert sum(s.thin for s in class_history(records, TODAY).sessions) == 16


def test_with_fewer_than_four_known_nothing_is_thin() -> None:
    records = [record(n) for n in range(3)] + [record(3, absent(9))]

    assert not any(s.thin for s in class_history(records, TODAY).sessions)


def test_excused_is_absent_and_excused() -> None:
    records = [record(1, {"p1": "excused", "p2": "absent"})]
    history = class_history(records, TODAY)
    one, two, three = learner_histories(["p1", "p2", "p3"], records, history)

    assert (one.sessions[0].absent, one.sessions[0].excused) == (True, True)
    assert (two.sessions[0].absent, two.sessions[0].excused) == (True, False)
    assert (three.sessions[0].absent, three.sessions[0].excused) == (False, False)


@given(
    st.lists(st.dictionaries(st.sampled_from(CLASS), st.sampled_from(MARKS)), max_size=12),
    st.randoms(),
)
def test_order_of_records_does_not_matter(days: list[dict[str, str]], chance: Any) -> None:
    records = [record(n // 2, marks, id=f"s{n}") for n, marks in enumerate(days)]
    mixed = records[:]
    chance.shuffle(mixed)

    assert class_history(records, TODAY) == class_history(mixed, TODAY)
    assert roll_days(records) == roll_days(mixed)


def test_no_record_is_an_empty_history() -> None:
    assert class_history([], TODAY) == ClassHistory(sessions=(), today=TODAY)
