"""What a term remembers, and when it forgets."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from lifeskills.core.term import forgotten, past_of, term_began

D = dt.date
TERMS = (
    ("autumn", D(2025, 9, 1), D(2026, 1, 20)),
    ("spring", D(2026, 3, 2), D(2026, 7, 10)),
)


def record(day: str, **more: Any) -> dict[str, Any]:
    return {"id": day, "kind": "lesson", "day": day, "present": ["a", "b", "c"], **more}


@pytest.mark.parametrize(
    ("today", "first"),
    [
        (D(2026, 1, 20), D(2025, 9, 1)),
        (D(2026, 2, 10), D(2026, 2, 1)),
        (D(2026, 3, 2), D(2026, 3, 2)),
        (D(2026, 7, 30), D(2026, 3, 2)),
        (D(2026, 9, 3), D(2026, 8, 1)),
        (D(2028, 5, 3), D(2028, 2, 1)),
    ],
)
def test_term_of_a_day(today: dt.date, first: dt.date) -> None:
    assert term_began(TERMS, today) == first


def test_school_without_terms_has_half_years() -> None:
    assert term_began((), D(2026, 1, 15)) == D(2025, 8, 1)
    assert term_began((), D(2026, 2, 1)) == D(2026, 2, 1)


def test_only_this_terms_lessons_count() -> None:
    records = [
        record("2026-01-12", asked={"a": 5}, drawn=[[["a", "b"]]]),
        record("2026-03-09", asked={"a": 1, "b": 2}, drawn=[[["a", "b", "c"]]], reported=["c"]),
        record("2026-03-16", present=["a"], asked={"b": 1}),
        {**record("2026-03-16"), "kind": "roll", "asked": {"c": 9}},
        {**record("2026-03-23", asked={"c": 9}), "held": False},
        {**record("2026-03-23", asked={"c": 9}), "id": "this"},
    ]
    past = past_of(records, D(2026, 3, 2), without="this")

    assert past.asked == {"a": 1, "b": 3}
    assert past.present == {"a": 2, "b": 1, "c": 1}
    assert past.met["a"] == {"b": 1, "c": 1}
    assert past.reported == {"c": 1}
    assert past.lessons == 2


def test_an_earlier_terms_ids_are_struck_out_and_the_rest_stays() -> None:
    old = record("2026-01-12", asked={"a": 5}, drawn=[[["a", "b"]]], reported=["a"], slips=None)

    assert forgotten(old, D(2026, 3, 2)) == record("2026-01-12", slips=None)
    assert forgotten(old, D(2026, 1, 12)) is None
    assert forgotten(record("2025-12-01"), D(2026, 3, 2)) is None
