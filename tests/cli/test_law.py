"""The law at the command line: what may be said, how sure it is, what is due, what is new."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Call

TODAY = dt.datetime.now(dt.UTC).date().isoformat()


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
        blank = one["until"] is not None or one["review_by"] < TODAY
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


def test_a_guest_is_asked_about_all_that_is_said_to_nobody(call: Call) -> None:
    unsaid = {one["id"] for one in rows(call, "list") if not one["printable"]}
    asked = rows(call, "ask")

    assert unsaid == {name for one in asked for name in one["ids"]}
    assert all("现在还是这样规定吗" in one["question"]["zh"] for one in asked)
    assert "JSL" not in {one["law"] for one in rows(call, "ask", "--place", "guizhou")}


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


BULLETIN = """bulletin = "gz-2027-1"
issued_by = "贵州省人社厅"
issued_on = 2026-10-05
place = "guizhou"
source = "rst.guizhou.gov.cn/1"
confirmed = "said the sender"

[[value]]
id = "minimum-wage"
tier = "1"
amount = 2230
from = 2026-10-01

[[statement]]
id = "PCL-2"
seen_on = 2026-10-04

[[statement]]
id = "LPM-104"
until = 2026-10-31
"""


@pytest.fixture
def bulletin(tmp_path: Path) -> Path:
    path = tmp_path / "gz.toml"
    path.write_text(BULLETIN, encoding="utf-8")
    return path


def test_a_bulletin_is_shown_before_it_is_taken(call: Call, folder: Path, bulletin: Path) -> None:
    before = call("law", "values", "--json", school=folder).stdout
    shown = call("law", "take", str(bulletin), school=folder)

    assert "2130 → 2230" in shown.stdout
    assert "Not confirmed" in shown.stdout
    assert "Nothing is taken yet" in shown.stderr
    assert call("law", "values", "--json", school=folder).stdout == before


@pytest.mark.slow
def test_a_bulletin_that_is_taken_names_its_lessons_and_counts(
    call: Call, folder: Path, bulletin: Path
) -> None:
    who = "phoned 12333 on 6 October"
    taken = call("law", "take", str(bulletin), "--yes", "--confirmed", who, school=folder)
    values = json.loads(call("law", "values", "--place", "guizhou", "--json", school=folder).stdout)
    (new,) = [one for one in values if one["amount"] == "2230"]

    assert "35" in taken.stdout
    assert (new["grade"], new["from"]) == ("B", "2026-10-01")
    assert who in new["source"]
    assert "not said today" in call("law", "show", "LPM-104", school=folder).stdout
    assert "Seen on: 2026-10-04" in call("law", "show", "PCL-2", school=folder).stdout
    assert call("pack", "check", school=folder).exit_code == 0


def test_a_message_from_a_chat_is_taken(call: Call, folder: Path, bulletin: Path) -> None:
    message = call("law", "take", str(bulletin), "--as-text", school=folder).stdout
    taken = call("law", "take", "-", "--yes", school=folder, typed=f"Li 9:31\n{message}thanks\n")
    values = json.loads(call("law", "values", "--json", school=folder).stdout)

    assert len(message) <= 501
    assert taken.exit_code == 0
    assert [one["grade"] for one in values if one["amount"] == "2230"] == ["C"]


def test_what_changed_is_one_message(call: Call, folder: Path) -> None:
    message = call("law", "changes", "--since", "2000-01-01", "--as-text", school=folder).stdout

    assert len(message) <= 501
    assert "PSL-47" not in message
    assert "more: law changes" in message


@pytest.mark.parametrize(
    ("spoil", "named"),
    [
        (("amount = 2230", "amunt = 2230"), "gz.toml:11"),
        (('place = "guizhou"', 'place = "guizho"'), "guizhou"),
        (("bulletin = ", "# "), "No bulletin stands"),
    ],
)
def test_a_bulletin_that_is_wrong_is_not_taken(
    call: Call, folder: Path, bulletin: Path, spoil: tuple[str, str], named: str
) -> None:
    bulletin.write_text(BULLETIN.replace(*spoil), encoding="utf-8")
    result = call("law", "take", str(bulletin), "--yes", school=folder)

    assert result.exit_code in (1, 2)
    assert named in result.stderr
    assert not (folder / "curricula" / "labour-bureau").exists()


def test_a_bulletin_needs_a_school_and_a_file(call: Call, bulletin: Path) -> None:
    assert call("law", "take", str(bulletin)).exit_code == 0
    assert call("law", "take", str(bulletin), "--yes").exit_code == 2
    assert call("law", "take", "no-such.toml").exit_code == 2
