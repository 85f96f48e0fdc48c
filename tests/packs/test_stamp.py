"""Stamping writes ``of=`` and touches nothing else; a changed base is then known."""

from __future__ import annotations

import re
from pathlib import Path

from lifeskills.packs.check import check
from lifeskills.packs.library import Library
from lifeskills.packs.stamp import stamp
from tests.packs.sample import DAY, folders, sample, setting, write, write_stamped

EN = "core/lessons/08-say-no.en.md"
ZH = "core/lessons/08-say-no.zh.md"


def test_stamp_changes_of_and_nothing_else(tmp_path: Path) -> None:
    found = write(tmp_path, sample())

    stamped = stamp(found, "core")

    text = (tmp_path / EN).read_bytes().decode()
    assert sample()[EN] == re.sub(r"of=[0-9a-f]{8}", "of=00000000", text)
    assert "of=00000000" not in text
    assert {str(tmp_path / EN): 6, str(tmp_path / "core/guides/disclosure-card.en.md"): 1} == {
        one.file: one.steps for one in stamped
    }


def test_stamp_twice_changes_nothing(tmp_path: Path) -> None:
    found = write_stamped(tmp_path)

    assert stamp(found, "core") == ()


def test_stamp_keeps_crlf_and_writes_where_none_stood(tmp_path: Path) -> None:
    files = sample()
    files[EN] = files[EN].replace(" of=00000000", "").replace("\n", "\r\n")
    found = write(tmp_path, files)

    stamp(found, "core")

    raw = (tmp_path / EN).read_bytes()
    assert raw.count(b"\r\n") == raw.count(b"\n")
    assert len(re.findall(rb"\{#[a-z]+ of=[0-9a-f]{8}\}\r\n", raw)) == 6


def test_overlay_is_stamped_over_the_base_of_another_pack(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    path = tmp_path / ZH
    path.write_text(
        path.read_text(encoding="utf-8").replace("（本地开场）", "（开场）"), encoding="utf-8"
    )

    stale = [one for one in check(folders(tmp_path), day=DAY) if one.rule == "stale"]

    assert {EN, "sending/lessons/08-say-no.zh.md", "receiving/lessons/08-say-no.zh.md"} == {
        Path(one.file).relative_to(tmp_path).as_posix() for one in stale
    }


def test_changed_minutes_make_nothing_stale(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    path = tmp_path / ZH
    path.write_text(
        path.read_text(encoding="utf-8").replace("least=6", "least=7"), encoding="utf-8"
    )

    assert [one for one in check(folders(tmp_path), day=DAY) if one.rule == "stale"] == []


def test_stale_words_stay_marked_and_care_falls_back(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    path = tmp_path / ZH
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("他为什么犹豫", "她为什么犹豫").replace("可以画画。", "可以写。"),
        encoding="utf-8",
    )

    lesson = Library(folders(tmp_path)).lesson("say-no", setting(language="en"))

    steps = {step.id: step for step in lesson.steps}
    assert "Why does he hesitate?" in steps["think"].blocks[0].text
    assert steps["think"].blocks[0].stale is not None
    care = next(block for block in steps["sort"].blocks if block.kind == "care")
    assert "谢谢你告诉我" in care.text
    assert care.language == "zh"
