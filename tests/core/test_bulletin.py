"""A bulletin of a labour bureau: what it changes, how far it counts, and as a message of a chat."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.bulletin import Amount, Bulletin, Checked, amend, effects
from lifeskills.core.bulletintext import LONGEST, from_text, to_text
from lifeskills.core.errors import ContentError, LifeskillsError
from lifeskills.core.law import DatedValue, Provision
from lifeskills.core.lawbook import LawBook
from lifeskills.core.text import Text

DAY = dt.date(2027, 1, 5)
SEEN = dt.date(2026, 9, 20)
LAW = Provision(
    id="FW-7",
    law="FW",
    law_title=Text(zh="规定", en="Rules"),
    heading=Text(zh="产假（假期）", en="Maternity leave"),
    text=Text(zh="九十八天。", en="98 days."),
    place="cn",
    grade="A",
    source="mirror",
    seen_on=SEEN,
    valid_from=dt.date(2012, 4, 28),
    review_by=dt.date(2027, 9, 20),
)
WAGE = DatedValue(
    id="minimum-wage",
    title=Text(zh="最低工资（全日制，每月）", en="Minimum wage (full time, a month)"),
    place="yunnan",
    tier="1",
    amount="2270",
    unit=Text(zh="元/月", en="yuan a month"),
    grade="C",
    source="s",
    seen_on=SEEN,
    valid_from=dt.date(2026, 9, 1),
)
BOOK = LawBook(provisions={"FW-7": LAW}, values=(WAGE,))
TOLD = Bulletin(
    id="yn-2027-1",
    issued_by="云南省人社厅",
    issued_on=DAY,
    place="yunnan",
    source="hrss.yn.gov.cn/1",
    amounts=(Amount(id="minimum-wage", tier="1", amount="2370", valid_from=DAY),),
    statements=(Checked(id="FW-7", seen_on=DAY),),
)
SURE = replace(TOLD, confirmed="王老师1月6日问过")


def test_what_nobody_confirmed_counts_for_little() -> None:
    book = amend(BOOK, [TOLD])

    assert [(one.amount, one.grade) for one in book.values] == [("2270", "C"), ("2370", "C")]
    assert book.provisions == BOOK.provisions


def test_what_was_confirmed_counts_but_never_as_read() -> None:
    book = amend(BOOK, [SURE])

    assert [one.grade for one in book.values] == ["C", "B"]
    assert book.provisions["FW-7"].seen_on == DAY
    assert (book.provisions["FW-7"].review_by or DAY) > DAY
    assert book.provisions["FW-7"].grade == "A"


@pytest.mark.parametrize("bulletin", [TOLD, SURE])
def test_an_end_is_believed_at_once(bulletin: Bulletin) -> None:
    ends = replace(bulletin, statements=(Checked(id="FW-7", until=DAY),))
    book = amend(BOOK, [ends])

    assert book.statement("FW-7", DAY) is not None
    assert book.statement("FW-7", DAY + dt.timedelta(days=1)) is None


@pytest.mark.parametrize("grade", ["C", "R"])
def test_no_bulletin_makes_a_lead_a_law(grade: str) -> None:
    lead = replace(LAW, grade=grade)  # type: ignore[arg-type]
    book = amend(LawBook(provisions={"FW-7": lead}), [SURE])

    assert not book.provisions["FW-7"].printable


def test_what_no_pack_has_changes_nothing_and_is_said() -> None:
    strange = replace(
        TOLD,
        amounts=(replace(TOLD.amounts[0], id="rent"),),
        statements=(Checked(id="XX-1", until=DAY),),
    )

    assert amend(BOOK, [strange]) == BOOK
    assert [one.what for one in effects(BOOK, strange)] == ["unknown", "unknown"]


def test_effects_before_it_is_taken() -> None:
    amount, law = effects(BOOK, TOLD)

    assert (amount.what, amount.before, amount.after) == ("new", "2270", "2370")
    assert law.what == "unconfirmed"
    assert effects(BOOK, SURE)[1].what == "checked"
    assert effects(amend(BOOK, [TOLD]), TOLD)[0].what == "same"


def test_taken_twice_is_taken_once() -> None:
    assert amend(BOOK, [SURE, SURE]) == amend(BOOK, [SURE])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_message_is_read_again_from_a_chat(language: str) -> None:
    text = to_text(TOLD, BOOK, language)
    pasted = "李老师 9:31\n" + "\n".join(f"> {line} " for line in text.splitlines()) + "\n\n收到"

    assert len(text) <= LONGEST
    assert from_text(pasted, BOOK) == TOLD
    assert from_text(text.replace("1", "１").replace("：", ":"), BOOK) == TOLD


def test_being_confirmed_does_not_travel() -> None:
    assert to_text(SURE, BOOK, "zh") == to_text(TOLD, BOOK, "zh")


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda text: text.replace("2370", "3370"), 5),
        (lambda text: text.rpartition("\n")[0], 4),
        (lambda text: text.partition("\n")[2], 1),
        (lambda _: "今天开会", 1),
    ],
)
def test_a_message_that_is_not_whole_is_not_taken(spoil: object, line: int) -> None:
    with pytest.raises(ContentError) as error:
        from_text(spoil(to_text(TOLD, BOOK, "zh")), BOOK)  # type: ignore[operator]

    assert error.value.line == line
    assert error.value.mend is not None


@pytest.mark.parametrize("id", ["../../../evil", "/etc/evil", "a.b", "..", "C:evil"])
def test_a_message_cannot_name_a_file_elsewhere(id: str) -> None:
    with pytest.raises(ContentError, match="No bulletin"):
        from_text(to_text(replace(TOLD, id=id), BOOK, "zh"), BOOK)


def test_a_value_that_no_pack_has_is_named() -> None:
    with pytest.raises(ContentError, match="No pack knows"):
        from_text(to_text(TOLD, BOOK, "zh"), LawBook())


def test_a_message_that_is_too_long_is_refused() -> None:
    many = tuple(
        Amount(id="minimum-wage", tier=str(n), amount="2370", valid_from=DAY) for n in range(99)
    )

    with pytest.raises(LifeskillsError, match="500 fit"):
        to_text(replace(TOLD, amounts=many), BOOK, "zh")


amounts = st.builds(
    Amount,
    id=st.just("minimum-wage"),
    tier=st.sampled_from(["", "1", "2", "3"]),
    amount=st.from_regex(r"[1-9][0-9]{1,3}(\.[0-9])?", fullmatch=True),
    valid_from=st.dates(dt.date(2000, 1, 1), dt.date(2099, 1, 1)),
)
checked = st.one_of(
    st.builds(Checked, id=st.sampled_from(["FW-7", "CC-17-18", "2ZW-x1"]), seen_on=st.dates()),
    st.builds(Checked, id=st.just("FW-annex"), until=st.dates()),
)


@given(
    st.lists(amounts, max_size=2, unique_by=lambda one: (one.tier, one.valid_from)),
    st.lists(checked, max_size=2),
    st.sampled_from(["zh", "en"]),
)
def test_every_bulletin_survives_the_chat(
    some: list[Amount], laws: list[Checked], language: str
) -> None:
    ordered = sorted(some, key=lambda one: (one.id, one.valid_from, one.tier))
    told = replace(TOLD, amounts=tuple(ordered), statements=tuple(laws))

    assert from_text(to_text(told, BOOK, language), BOOK) == told
