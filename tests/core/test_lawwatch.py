"""What of the law is due, and what begins or ends from a day on."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.law import DatedValue, Provision
from lifeskills.core.lawbook import LawBook
from lifeskills.core.lawwatch import changes, due, title_of
from lifeskills.core.text import Text

DAY = dt.date(2026, 11, 23)
LAW = Provision(
    id="LPM-11",
    law="LPM",
    law_title=Text(zh="未成年人保护法"),
    heading=Text(zh="报告", en="Reporting"),
    text=Text(zh="要马上报告。"),
    place="cn",
    grade="A",
    source="mirror",
    seen_on=DAY,
    valid_from=dt.date(2021, 6, 1),
    review_by=dt.date(2027, 11, 23),
)
WAGE = DatedValue(
    id="wage",
    title=Text(zh="最低工资"),
    place="yunnan",
    tier="1",
    amount="2170",
    unit=Text(zh="元/月"),
    grade="C",
    source="s",
    review_by=dt.date(2027, 5, 23),
)


def test_values_of_a_place_are_due_once_and_before_the_law() -> None:
    book = LawBook(provisions={"LPM-11": LAW}, values=(WAGE, replace(WAGE, tier="2")))

    assert [(one.kind, one.id, one.place) for one in due(book, LAW.review_by or DAY)] == [
        ("value", "wage", "yunnan"),
        ("statement", "LPM-11", "cn"),
    ]
    assert due(book, dt.date(2027, 5, 22)) == ()


def test_an_amount_that_follows_another_begins_and_none_ends() -> None:
    new = dt.date(2026, 9, 1)
    old = replace(WAGE, until=new - dt.timedelta(days=1))
    followed = LawBook(values=(old, replace(WAGE, amount="2270", valid_from=new)))
    lost = LawBook(values=(old,))

    assert [(one.day, one.begins) for one in changes(followed, DAY.replace(year=2025))] == [
        (new, True)
    ]
    assert [(one.day, one.begins) for one in changes(lost, DAY.replace(year=2025))] == [
        (new, False)
    ]


def test_a_statement_that_is_no_longer_in_force_ends_the_day_after() -> None:
    until = dt.date(2030, 12, 31)
    book = LawBook(provisions={"LPM-11": replace(LAW, until=until)})
    (one,) = changes(book, DAY)

    assert (one.day, one.begins) == (dt.date(2031, 1, 1), False)
    assert not book.provisions["LPM-11"].in_force(one.day)
    assert book.provisions["LPM-11"].in_force(until)


@given(st.dates(dt.date(2020, 1, 1), dt.date(2032, 1, 1)))
def test_nothing_before_the_day_is_new_and_nothing_after_it_is_due(day: dt.date) -> None:
    book = LawBook(provisions={"LPM-11": LAW}, values=(WAGE,))

    assert all(one.day >= day for one in changes(book, day))
    assert all(one.review_by <= day for one in due(book, day))


def test_what_is_not_known_has_no_title() -> None:
    book = LawBook(provisions={"LPM-11": LAW}, values=(WAGE,))

    assert title_of(book, "statement", "LPM-11").get("en") == "Reporting"
    assert title_of(book, "value", "wage").get("zh") == "最低工资"
    assert title_of(book, "card", "none").languages == ()
