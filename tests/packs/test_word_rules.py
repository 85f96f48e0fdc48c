"""Rules about words leave alone what is right: each pair is a word list and what passes it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lifeskills.packs.rules.law import LAW_LOOKING
from lifeskills.packs.rules.messages import COSTS, OUT, PROMISE, WHY_YOU
from lifeskills.packs.rules.overlays import TOO_LIKE, likeness
from lifeskills.packs.rules.people import AGENCIES, LABELS
from tests.packs.examples import BASE
from tests.packs.sample import write_stamped
from tests.packs.test_rules import change, findings


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (PROMISE, "不能保证，只给答复和下一步。"),
        (PROMISE, "别急着答应。"),
        (PROMISE, "a reply, not promises"),
        (WHY_YOU, "他为什么犹豫？"),
        (COSTS, "十分钟就够，不用花钱。"),
        (COSTS, "Ten minutes; no money."),
        (LABELS, "和家人分开住的同学"),
        (LABELS, "单人座"),
        (AGENCIES, "石桥中学的老师们"),
    ],
)
def test_what_is_right_passes(words: re.Pattern[str], said: str) -> None:
    assert words.search(said) is None


@pytest.mark.parametrize("said", ["这是违法的，三天后他回来了。", "他干了八小时，很累。"])
def test_a_number_away_from_law_words_passes(said: str) -> None:
    assert not any(one.search(said) for one in LAW_LOOKING)


@pytest.mark.parametrize(
    "said", ["法定年龄是16岁", "按法律一天8小时", "违法的要罚五千元", "the legal limit is 8 hours"]
)
def test_a_number_beside_law_words_looks_like_law(said: str) -> None:
    assert any(one.search(said) for one in LAW_LOOKING)


@pytest.mark.parametrize("said", ["戏演完了，我是我自己", "我不是小薇，我是王芳", "说出自己的名字"])
def test_stepping_out_of_a_role_may_be_said_in_several_ways(said: str) -> None:
    assert OUT.search(said)


def test_names_changed_are_the_same_words_and_other_scenes_are_not() -> None:
    one = "石桥村的小卖部前，小薇在等外婆。"

    assert likeness(one, one.replace("小薇", "小宇")) >= TOO_LIKE
    assert likeness(one, "放学了，小宇在地铁站口修耳机。") < TOO_LIKE
    assert likeness("He waits by the village shop.", "She waits by the village shop.") >= TOO_LIKE


def test_a_note_may_name_a_label_in_order_to_warn_of_it(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, BASE, "围成一圈。", "围成一圈。不说“留守儿童”。")

    assert "label" not in {one.rule for one in findings(tmp_path)}


def test_a_word_of_the_glossary_and_an_everyday_character_may_be_rare(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, BASE, "教给家里一个人。", "教给家里一个人：囫囵，饕。")
    change(
        tmp_path,
        "core/glossary.toml",
        "",
        'everyday = "饕"\n[[term]]\nid = "whole"\n'
        'word = { zh = "囫囵", en = "whole" }\nsays = { zh = "整个", en = "in one piece" }\n',
    )

    assert "rare-character" not in {one.rule for one in findings(tmp_path)}


def test_what_the_teacher_reads_aloud_may_be_long(tmp_path: Path) -> None:
    write_stamped(tmp_path)
    change(tmp_path, BASE, "::: {.task #local .slot}", "::: {.task #local .slot read=teacher}")
    change(tmp_path, BASE, "（本地练习）", "听" * 40)

    assert "sentence-length" not in {one.rule for one in findings(tmp_path)}
