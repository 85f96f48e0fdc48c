"""Block text on paper: blanks stay blanks, nothing fetches, nothing escapes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.press.prose import block_html, clean, flat_html, line_html


def test_blanks_never_become_emphasis_or_a_rule() -> None:
    html = block_html("我是________。（________）旁边有____。\n\n________")
    assert html.count('<span class="blank">') == 4
    assert "<em>" not in html
    assert "<strong>" not in html
    assert "<hr" not in html


def test_full_width_underscores_are_blanks_too() -> None:
    assert '<span class="blank">________</span>' in block_html("保存到：＿＿＿＿年")


@pytest.mark.parametrize(
    "text", ["<script>x</script>", "![a](http://x/y.png)", "[a](javascript:x)", "<http://x.org>"]
)
def test_nothing_fetches_or_runs(text: str) -> None:
    html = block_html(text)
    assert not re.search(r"<(script|img|a)\b", html)


def test_lines_are_joined_as_the_language_wants() -> None:
    assert line_html("你好。\n再见。") == "你好。再见。"
    assert line_html("Good\nmorning") == "Good morning"


def test_lines_stay_lines_when_asked() -> None:
    assert "<br />" in block_html("班主任：____\n村医：____", lines=True)


def test_a_list_becomes_one_run_with_its_numbers() -> None:
    flat = flat_html("1. 停\n2. 问\n- 查\n\n| a | b |\n|---|---|\n| c | d |")
    assert "<" not in flat
    for piece in ("1. 停", "2. 问", "· 查", "a · b", "c · d"):
        assert piece in flat


def test_empty_brackets_leave_room_to_write() -> None:
    assert "（" + "\u00a0" * 7 + "）" in block_html("借我一天。（　）")


def test_control_and_direction_signs_are_dropped() -> None:
    assert clean("赵\x1b[31m\u202e\x00一\n") == "赵[31m一\n"


@given(st.text())
def test_any_text_becomes_text_and_our_own_tags_only(text: str) -> None:
    for html in (block_html(text), line_html(text), flat_html(text), block_html(text, lines=True)):
        tags = set(re.findall(r"</?([a-zA-Z]+)", html))
        assert tags <= {
            *("p", "strong", "em", "ul", "ol", "li", "br", "span", "code", "pre", "blockquote"),
            *("table", "thead", "tbody", "tr", "th", "td"),
        }
