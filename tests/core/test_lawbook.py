"""The three gates: what may be said about law, on which day and where."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.citations import citation
from lifeskills.core.errors import UnknownName
from lifeskills.core.law import (
    Card,
    CardPart,
    DatedValue,
    Grade,
    HelpNumber,
    LocalContact,
    Place,
    Provision,
)
from lifeskills.core.lawbook import LawBook
from lifeskills.core.references import Resolved, references, resolve_text
from lifeskills.core.setting import Setting
from lifeskills.core.text import Text

DAY = dt.date(2026, 11, 23)
LATER = dt.date(2027, 11, 23)
HERE = Setting(
    audience="g7-9", band="under16", place="guizhou", side="sending", language="zh", day=DAY
)


def provision(id: str = "LPM-11", grade: Grade = "A", **more: object) -> Provision:
    keys: dict[str, object] = {
        "law": id.partition("-")[0],
        "law_title": Text(zh="未成年人保护法", en="Law on Minors"),
        "heading": Text(zh="报告"),
        "text": Text(zh="要马上报告。", en="Report at once."),
        "place": "cn",
        "source": "mirror",
        "seen_on": dt.date(2025, 4, 19),
        "valid_from": dt.date(2021, 6, 1),
        "review_by": LATER,
        **more,
    }
    return Provision(id=id, grade=grade, **keys)  # type: ignore[arg-type]


def value(grade: Grade = "C", place: str = "guizhou", **more: object) -> DatedValue:
    keys: dict[str, object] = {
        "title": Text(zh="最低工资", en="Minimum wage"),
        "tier": "1",
        "amount": "2130",
        "unit": Text(zh="元/月", en="yuan a month"),
        "source": "s",
        "seen_on": dt.date(2026, 1, 1),
        "valid_from": dt.date(2025, 2, 1),
        "review_by": LATER,
        **more,
    }
    return DatedValue(id="wage", place=place, grade=grade, **keys)  # type: ignore[arg-type]


def number(id: str, grade: Grade, *, always: bool = False, scope: str = "cn") -> HelpNumber:
    return HelpNumber(
        id=id,
        call=id,
        purpose=Text(zh="求助", en="help"),
        scope=scope,
        grade=grade,
        source="s",
        always=always,
    )


PLACES = {
    "guizhou": Place(id="guizhou", title=Text(zh="贵州"), side="sending"),
    "zunyi": Place(id="zunyi", title=Text(zh="遵义"), side="sending", within="guizhou"),
}


def say(book: LawBook, kind: str, id: str, setting: Setting = HERE, **local: str) -> Resolved:
    found = book.resolve(kind, id, setting, local)
    assert found is not None
    return found


@pytest.mark.parametrize("grade", ["A", "B"])
def test_statement_is_said_with_its_citation(grade: Grade) -> None:
    found = say(LawBook(provisions={"LPM-11": provision(grade=grade)}), "law", "LPM-11")

    assert found.text == "要马上报告（《未成年人保护法》第11条）。"
    assert found.law == ("LPM-11",)


@pytest.mark.parametrize(
    "one",
    [
        provision(grade="C"),
        provision(grade="R"),
        provision(seen_on=None),
        provision(source=""),
        provision(valid_from=None),
        provision(until=dt.date(2026, 11, 22)),
        provision(valid_from=dt.date(2026, 11, 24)),
        provision(place="jiangsu"),
    ],
)
def test_statement_that_may_not_be_said_is_a_note(one: Provision) -> None:
    found = say(LawBook(provisions={"LPM-11": one}, places=PLACES), "law", "LPM-11")

    assert found.text.startswith("［")
    assert "马上" not in found.text
    assert found.law == ()
    assert len(found.notices) == 1


def test_statement_of_a_day() -> None:
    book = LawBook(provisions={"LPM-11": provision(until=DAY)})

    assert book.statement("LPM-11", DAY) is not None
    assert book.statement("LPM-11", DAY + dt.timedelta(days=1)) is None
    with pytest.raises(UnknownName):
        book.statement("LPM-12", DAY)


def test_overdue_statement_is_said_with_its_date() -> None:
    book = LawBook(provisions={"LPM-11": provision(review_by=dt.date(2026, 11, 22))})

    found = say(book, "law", "LPM-11")

    assert "核对到2025年4月19日" in found.text
    assert len(found.notices) == 1


def test_question_to_the_labour_bureau() -> None:
    book = LawBook(provisions={"LPM-11": provision()})

    assert "《未成年人保护法》第11条“要马上报告”" in book.question(["LPM-11", "LL-99"], "zh")
    assert "Law on Minors, Article 11" in book.question(["LPM-11"], "en")
    assert book.question([], "zh") == ""


def test_statement_without_translation_is_in_its_own_language_and_says_so() -> None:
    book = LawBook(provisions={"LPM-11": provision(text=Text(zh="要马上报告。"))})

    found = say(book, "law", "LPM-11", replace(HERE, language="en"))

    assert found.text == "要马上报告（《未成年人保护法》第11条）。"
    assert len(found.notices) == 1


@pytest.mark.parametrize(
    ("id", "zh", "en"),
    [
        ("LPM-11", "第11条", ", Article 11"),
        ("CL-234-1", "第234条之一", ", Article 234-1"),
        ("LCL-68-72", "第68-72条", ", Article 68-72"),
        ("LBC-x1", "", ""),
        ("FW-annex", "附录", ", annex"),
        ("RLE-chapter-4", "第4章", ", Chapter 4"),
        ("ILO-C29", " C29", ", C29"),
    ],
)
def test_citations(id: str, zh: str, en: str) -> None:
    one = provision(id)

    assert "《未成年人保护法》" + zh == citation(one, "zh")
    assert "Law on Minors" + en == citation(one, "en")


def test_two_articles_are_cited_as_two() -> None:
    one = provision("LDM-48-50", label="48、50")

    assert (citation(one, "zh"), citation(one, "en")) == (
        "《未成年人保护法》第48、50条",
        "Law on Minors, Articles 48, 50",
    )


def test_a_point_of_an_article_is_cited() -> None:
    one = provision("PAL-3-b", label="3(b)")

    assert citation(one, "zh").endswith("》第3条(b)项")
    assert citation(one, "en").endswith(", Article 3(b)")


def test_value_at_grade_c_is_about_and_dated() -> None:
    found = say(LawBook(values=(value(),), places=PLACES), "value", "wage")

    assert found.text == "约2130元/月（1类地区）（截至2026年1月1日查到的说法，用之前先核对）"
    english = say(
        LawBook(values=(value(),), places=PLACES), "value", "wage", replace(HERE, language="en")
    )
    assert english.text.startswith("about 2130 yuan a month (tier 1)")


def test_value_that_is_overdue_or_recalled_is_blank() -> None:
    for one in (value(review_by=dt.date(2026, 1, 1)), value("R")):
        found = say(LawBook(values=(one,), places=PLACES), "value", "wage")
        assert "2130" not in found.text
        assert "____" in found.text


def test_newest_value_of_the_nearest_place_holds() -> None:
    book = LawBook(
        values=(
            value("A", amount="1", valid_from=None),
            value("A", amount="2"),
            value("A", amount="3", valid_from=dt.date(2027, 1, 1)),
            value("A", amount="4", place="jiangsu"),
        ),
        places=PLACES,
    )

    assert [one.amount for one in book.values_of("wage", replace(HERE, place="zunyi"))] == ["2"]
    assert "从2025年2月1日起" in say(book, "value", "wage").text
    assert book.values_of("wage", replace(HERE, place="yunnan")) == ()


def test_numbers() -> None:
    book = LawBook(
        numbers={
            "110": number("110", "R", always=True),
            "12348": number("12348", "B"),
            "12333": number("12333", "C"),
            "0851": number("0851", "A", scope="jiangsu"),
        },
        contacts=[LocalContact(id="care", label=Text(zh="王老师"), ask=Text(zh="?"))],
        places=PLACES,
    )

    assert say(book, "number", "110").text == "110（求助）"
    assert say(book, "number", "12348").text == "12348（求助）"
    assert "12333" not in say(book, "number", "12333").text
    assert (say(book, "number", "110").spoken, say(book, "number", "12333").spoken) == ("110", "")
    assert None is book.resolve("number", "0851", HERE)
    assert "王老师：________" in say(book, "number", "care").text
    assert say(book, "number", "care", care="三楼").text == "三楼（王老师）"
    assert [one.id for one in book.numbers_for("guizhou")] == ["110", "12333", "12348"]


def part(text: str, ages: tuple[str, ...] = ()) -> CardPart:
    return CardPart(section="plain", kind="student", text=text, ages=ages)


def card(language: str = "zh", **more: object) -> Card:
    parts = (
        part("小的听。{law:LPM-11}", ("under16",)),
        part("大的听。", ("16plus",)),
        CardPart(section="say", kind="say", text="老师说。"),
    )
    keys: dict[str, object] = {"articles": ("LPM-11", "LPM-99", "LL-15"), **more}
    return Card(id="c", title="卡", language=language, parts=parts, **keys)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("band", "wanted"), [("under16", "小"), ("mixed", "小"), ("16plus", "大"), (None, "大")]
)
def test_card_has_words_for_the_age_and_its_basis(band: str | None, wanted: str) -> None:
    book = LawBook(
        provisions={"LPM-11": provision(), "LL-15": provision("LL-15", "C")},
        cards={("c", "zh"): card()},
    )

    found = say(book, "card", "c", replace(HERE, band=band))  # type: ignore[arg-type]

    assert found.text.startswith(wanted)
    assert found.text.endswith("（依据：《未成年人保护法》第11条）")
    assert found.law == ("LPM-11",)


def test_parents_read_words_of_their_own_and_nobody_else_does() -> None:
    own = CardPart(section="plain", kind="student", text="您听。", audiences=("parents",))
    known = card()
    book = LawBook(
        provisions={"LPM-11": provision()},
        cards={("c", "zh"): replace(known, parts=(*known.parts, own))},
    )

    for_parents = say(book, "card", "c", replace(HERE, band=None, audience="parents")).text
    assert for_parents.startswith("您听")
    assert "大的听" not in for_parents
    for_pupils = say(book, "card", "c", replace(HERE, band="16plus")).text
    assert for_pupils.startswith("大的听")
    assert "您听" not in for_pupils


def test_card_without_a_basis_is_a_note() -> None:
    book = LawBook(cards={("c", "zh"): card()})

    assert say(book, "card", "c").text.startswith("［")


def test_card_that_is_not_translated_shows_in_its_own_language() -> None:
    book = LawBook(provisions={"LPM-11": provision()}, cards={("c", "zh"): card()})

    assert "小的听" in say(book, "card", "c", replace(HERE, language="en")).text


def test_card_does_not_hold_itself() -> None:
    own = replace(card(), parts=(part("{card:c}"),))
    book = LawBook(provisions={"LPM-11": provision()}, cards={("c", "zh"): own})

    assert "［查不到：card:c］" in say(book, "card", "c").text


def test_full_stops_are_not_doubled() -> None:
    def resolve(_kind: str, _id: str, _setting: Setting) -> Resolved:
        return Resolved(text="对。")

    assert resolve_text("说：{law:A-1}。好", HERE, resolve).text == "说：对。好"
    assert resolve_text("说：{law:A-1}，好", HERE, resolve).text == "说：对，好"
    assert resolve_text("说：{law:A-1}好", HERE, resolve).text == "说：对。好"


@given(st.text())
def test_text_without_references_stays(text: str) -> None:
    found = resolve_text(text, HERE, lambda *_: None)

    if not list(references(text)):
        assert text == found.text


@given(st.sampled_from(["law", "card", "value", "number", "course"]), st.text("ABC-1", min_size=1))
def test_nothing_unknown_passes_in_silence(kind: str, id: str) -> None:
    text = f"前{{{kind}:{id}}}后"
    found = resolve_text(text, HERE, LawBook().resolve)

    if list(references(text)):
        assert f"［查不到：{kind}:{id}］" in found.text
        assert found.notices
