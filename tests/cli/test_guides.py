"""Guides for adults at the command line: listed by place, shown, printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call


def test_a_guide_is_listed_with_its_pack_and_day(call: Call) -> None:
    rows = {one["id"]: one for one in json.loads(call("guide", "list", "--json").stdout)}
    assert rows["disclosure-card"]["title"]["zh"] == "孩子告诉你一件难过的事"
    assert rows["case-analysis"]["pack"] == "law"
    assert rows["follow-up-guide"]["checked_on"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_guide_is_shown_in_both_languages(call: Call, language: str) -> None:
    for one in json.loads(call("guide", "list", "--json").stdout):
        shown = call("guide", "show", one["id"], "--lang", language)
        assert shown.exit_code == 0, one["id"]
        assert shown.stdout.startswith(one["title"][language])
        assert "{law:" not in shown.stdout


def test_an_unknown_guide_is_named_with_those_like_it(call: Call) -> None:
    shown = call("guide", "show", "disclosure-cart")
    assert shown.exit_code == 2
    assert "disclosure-card" in shown.stderr


def test_a_guide_is_printed_by_its_name(call: Call, tmp_path: Path) -> None:
    page = tmp_path / "guide.html"
    order = ("book", "print", "guide-sheet", "-o", str(page))
    assert call(*order).exit_code == 2  # which guide?
    assert call(*order, "--guide", "follow-up-guide", "--lang", "en").exit_code == 0
    html = page.read_text(encoding="utf-8")
    assert "A visit at home" in html
    assert call(*order, "--guide", "nowhere").exit_code == 2


@pytest.mark.parametrize(("guide", "says"), [("travel-card", "暗号"), ("host-sheet", "单位")])
def test_a_guide_for_one_age_is_shown_in_the_words_for_it(
    call: Call, guide: str, says: str
) -> None:
    shown = call("guide", "show", guide, "--lang", "zh").stdout

    assert says in shown
    assert "你的事是上学" not in shown
