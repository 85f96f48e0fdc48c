"""The law at the command line: what may be said, how sure it is, what is due, what is new."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.conftest import Call


def rows(call: Call, *args: str) -> list[dict[str, Any]]:
    result = call("law", *args, "--json")
    assert result.exit_code == 0
    found: list[dict[str, Any]] = json.loads(result.stdout)
    return found


def test_what_is_not_known_is_not_said(call: Call) -> None:
    for one in rows(call, "list"):
        known = all((one["from"], one["seen_on"], one["source"]))
        assert one["printable"] == (one["grade"] in "AB" and known), one["id"]
        assert one["text"]["zh"], one["id"]
        assert one["text"]["en"], one["id"]


def test_statements_only(call: Call) -> None:
    ids = {one["id"] for one in rows(call, "list")}

    assert len(ids) > 340
    assert not ids & {one["id"] for one in rows(call, "values")}
    assert not ids & {one["id"] for one in rows(call, "numbers")}


def test_by_law_and_by_place(call: Call) -> None:
    assert {one["law"] for one in rows(call, "list", "--law", "LPM")} == {"LPM"}
    assert {one["place"] for one in rows(call, "list", "--place", "guizhou")} == {"cn", "int"}
    assert "jiangsu" in {one["place"] for one in rows(call, "list", "--place", "jiangsu")}


def test_110_stands_with_what_it_is_for_and_a_guess_is_a_blank(call: Call) -> None:
    numbers = {one["id"]: one for one in rows(call, "numbers")}

    assert list(numbers)[:3] == ["110", "119", "120"]
    assert all(numbers[name]["source"] for name in ("110", "119", "120"))
    assert "12309" not in numbers["12309"]["says"]["zh"]


def test_a_wage_is_about_so_much_and_a_lapsed_one_is_a_blank(call: Call) -> None:
    found = rows(call, "values", "--place", "yunnan")
    monthly = [one for one in found if one["id"] == "minimum-wage"]

    assert {one["place"] for one in found} == {"yunnan"}
    for one in monthly:
        blank = one["until"] is not None
        assert ("____" in one["says"]["zh"]) == blank
        assert (one["amount"] in one["says"]["en"]) != blank


def test_show_a_statement(call: Call) -> None:
    result = call("law", "show", "LPM-11", "--lang", "zh")

    assert "《未成年人保护法》第11条" in result.stdout
    assert "It may be said." in result.stdout
    assert "mandatory-report" in result.stdout
    assert "my-help-net" in result.stdout


def test_show_says_what_is_not_said_yet(call: Call) -> None:
    assert "ask the labour bureau" in call("law", "show", "WPP-16").stdout


def test_show_a_card_for_both_ages_with_the_brief(call: Call) -> None:
    words = call("--screen-language", "zh", "law", "show", "min-age-16").stdout

    for one in ("没满十六岁", "老师可以这样说", "不要这样说", "学生可能会问", "拿不准问谁"):
        assert one in words
    assert "{law:" not in words


def test_due_asks_law_by_law(call: Call) -> None:
    result = call("law", "due", "--within", "5000d")

    assert "Is this still in force: Law on the Protection of Minors" in result.stdout
    assert "minimum-wage" in result.stdout
    assert all(one["review_by"] for one in rows(call, "due", "--within", "520w"))


def test_changes_name_the_lessons(call: Call) -> None:
    found = {one["id"]: one for one in rows(call, "changes", "--since", "1990-01-01")}

    assert "my-help-net" in found["LPM-11"]["lessons"]
    assert "how-old-to-work" in found["PCL-2"]["lessons"]
    assert found["SPC2-19"]["day"] == "2025-09-01"


@pytest.mark.parametrize(
    ("args", "named"),
    [
        (["show", "LPM-12"], "LPM-2"),
        (["list", "--law", "LPN"], "LPM"),
        (["values", "--place", "guizho"], "guizhou"),
        (["due", "--within", "soon"], "90d"),
        (["changes"], "--since"),
    ],
)
def test_wrong_use_gives_what_is_near(call: Call, args: list[str], named: str) -> None:
    result = call("law", *args)

    assert result.exit_code == 2
    assert named in result.stderr
    assert result.stdout == ""


def test_nothing_due_is_said_on_stderr(call: Call) -> None:
    result = call("law", "due", "--within", "0")

    assert result.exit_code == 0
    assert result.stdout == "" or "overdue" in result.stdout
