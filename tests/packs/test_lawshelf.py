"""A law is read when it is first cited; what a school adds counts for more, whatever its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills import places
from lifeskills.core.folders import PackFolder
from lifeskills.packs.frame import read_frame
from lifeskills.packs.library import Library

OWN = """+++
law = "LPM"
title = "未成年人保护法"
place = "cn"
from = 2021-06-01
source = "school"
seen_on = 2026-11-23
review_by = 2027-11-23
+++

## 我们的话 {#LPM-2 grade=A}

::: statement
我们学校写的。
:::
"""
PACK = """id = "ours"
title = { zh = "我们的" }
version = "1"
api = 1
kind = "law"
languages = ["zh"]
"""


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The law files that were read, by name."""
    names: list[str] = []

    def seen(raw: bytes, file: str) -> object:
        names.append(Path(file).name)
        return read_frame(raw, file)

    monkeypatch.setattr("lifeskills.packs.lawfiles.read_frame", seen)
    return names


def shipped() -> PackFolder:
    return PackFolder(places.shipped("curricula") / "law", "shipped")


def test_a_law_is_read_when_it_is_cited(read: list[str]) -> None:
    law = Library([shipped()]).law

    assert read == []
    assert law.provisions["LPM-11"].law == "LPM"
    assert law.provisions["LPM-2"].law == "LPM"
    assert law.card("id-and-deposit", "en").language == "en"
    assert read == ["LPM.en.md", "LPM.zh.md", "id-and-deposit.en.md", "id-and-deposit.zh.md"]


def test_all_is_read_once_by_who_walks_through_it(read: list[str]) -> None:
    law = Library([shipped()]).law
    _ = law.provisions["LPM-11"]
    count = len(law.provisions)

    assert count == len(list(law.provisions)) > 340
    assert len(read) == len(set(read))


def test_what_no_pack_has_is_not_there() -> None:
    law = Library([shipped()]).law

    assert law.provisions.get("LPM-99") is None
    assert "XX-1" not in law.provisions
    assert ("nothing", "zh") not in law.cards


@pytest.mark.parametrize("first", ["LPM-2", "LPM-11"])
def test_the_school_s_words_count_whatever_the_file_is_called(tmp_path: Path, first: str) -> None:
    (tmp_path / "laws").mkdir()
    (tmp_path / "pack.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "laws" / "our-words.zh.md").write_text(OWN, encoding="utf-8")
    law = Library([shipped(), PackFolder(tmp_path, "school")]).law

    _ = law.provisions[first]
    assert law.provisions["LPM-2"].text.get("zh") == "我们学校写的。"
    assert law.provisions["LPM-11"].source != "school"
    _ = len(law.provisions)
    assert law.provisions["LPM-2"].text.get("zh") == "我们学校写的。"


def test_every_shipped_law_and_card_stands_in_a_file_of_its_name() -> None:
    whole, one_by_one = Library([shipped()]).law, Library([shipped()]).law
    _ = len(whole.provisions), len(whole.cards)

    for name, one in whole.provisions.items():
        assert one_by_one.provisions[name] == one
    for key, card in whole.cards.items():
        assert one_by_one.cards[key] == card
