"""A guest reads what pupils hear, and is asked about what nobody could check, never told it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills.classroom.printing import print_book
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder

COURSE = "internship-rights"


@pytest.fixture(scope="module")
def shipped() -> School:
    return School(None, language="zh")


def page(school: School, folder: Path, place: str, language: str) -> str:
    order = BookOrder(
        book="guest-seminar",
        output=folder / "guest.html",
        audience="voc",
        place=place,
        language=language,
        course=COURSE,
    )
    return print_book(school, order).path.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_topics_are_asked_about_and_no_unchecked_words_are_printed(
    shipped: School, tmp_path: Path, language: str
) -> None:
    law = shipped.library.law
    told = page(shipped, tmp_path, "jiangsu", language)

    asked = [law.provision(one) for one in ("INT-19", "MW-9", "JSL-42")]
    for one in asked:
        assert one.heading.get(language) in told
        assert one.text.get(language) not in told
        assert not one.printable


def test_what_holds_elsewhere_only_is_not_asked_here(shipped: School, tmp_path: Path) -> None:
    heading = shipped.library.law.provision("JSL-42").heading.get("zh")

    assert heading in page(shipped, tmp_path, "jiangsu", "zh")
    assert heading not in page(shipped, tmp_path, "guizhou", "zh")


def test_a_guide_for_one_age_prints_the_cards_words_for_it(shipped: School, tmp_path: Path) -> None:
    order = BookOrder(book="guide-sheet", output=tmp_path / "host.html", guide="host-sheet")
    card = shipped.library.law.card("written-contract", "zh")
    older, younger = (card.section("plain", age)[-1].text for age in ("16plus", "under16"))

    told = print_book(shipped, order).path.read_text(encoding="utf-8")

    assert older.splitlines()[0] in told
    assert younger.splitlines()[0] not in told
