"""Words on a screen: as they are, in lines that Chinese readers expect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content

from lifeskills.tui.keys import as_typed, is_chinese
from lifeskills.tui.prose import paragraphs, prose
from lifeskills.tui.words import plain, visible
from lifeskills.tui.wrapping import Paragraph, wrapped

WORDS = st.text(st.sampled_from("停问查说，。“”（）—… abcdef123\u3000"), max_size=120)


@given(WORDS, st.integers(2, 60))
def test_no_line_is_wider_than_its_room_and_no_word_is_lost(text: str, width: int) -> None:
    lines = wrapped([Paragraph(Content(text))], width)
    assert all(cell_len(line.plain) <= max(2, width) for line in lines)
    joined = "".join(line.plain for line in lines)
    assert joined.replace(" ", "").replace("\u3000", "") == text.replace(" ", "").replace(
        "\u3000", ""
    )


def test_no_line_begins_with_a_full_stop() -> None:
    lines = wrapped([Paragraph(Content("一二三四五六七八。九十"))], 16)
    assert [line.plain for line in lines] == ["一二三四五六七", "八。九十"]


def test_a_list_mark_stays_with_its_words() -> None:
    lines = wrapped(paragraphs("- 把三个故事小声念两遍"), 12)
    assert [line.plain for line in lines] == ["- 把三个故事", "  小声念两遍"]


def test_names_are_neither_markup_nor_control_codes() -> None:
    assert plain("[red]Li[/]").plain == "[red]Li[/]"
    assert visible("a\x1b[31m\x07\u202e𠮷㛃") == "a␛[31m␇\ufffd𠮷㛃"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**停**下", "停下"),
        ("* 一\n* 二", "- 一\n- 二"),
        (r"4\*5", "4*5"),
        ("| 做 | 不做 |\n|---|---|\n| 听 | 问 |", "做  不做\n听  问"),
        ("[b]x[/b]", "[b]x[/b]"),
    ],
)
def test_the_little_markdown_of_lessons_is_read_as_text(text: str, shown: str) -> None:
    assert prose(text).plain.strip() == shown


@given(st.characters())
def test_typed_characters_are_one_character_and_chinese_is_none_of_the_keys(char: str) -> None:
    assert len(as_typed(char)) == 1
    if is_chinese(char):
        assert as_typed(char) == char


def test_a_line_of_keys_breaks_between_two_of_them() -> None:
    keys = Paragraph(Content("y 一次就对  h 帮一下才对  b 回到上一题"), whole=True)
    assert [str(line) for line in wrapped([keys], 30)] == [
        "y 一次就对  h 帮一下才对",
        "b 回到上一题",
    ]
    assert all(line.cell_length <= 8 for line in wrapped([keys], 8))
