"""Block text to HTML: CommonMark and tables; nothing that could fetch, embed or style.

Runs of three or more underscores are blanks to write on, never emphasis and never a rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markupsafe import Markup

_OFF = (
    "html_block",
    "html_inline",
    "lheading",
    "heading",
    "code",
    "hr",
    "reference",
    "image",
    "link",
    "autolink",
)
_SHORTEST_BLANK = 3
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_FULL_WIDTH_BLANK = re.compile("＿{2,}")
_EMPTY_BRACKETS = re.compile(r"([(（])[ \u3000\u00a0]+([)）])")
_ITEM = re.compile(r"\s*(?:[-*+]|(\d+)[.)])\s+")
_ROW = re.compile(r"\s*\|(.*)\|\s*$")
_RULE = re.compile(r"\s*\|[\s|:-]+")


def block_html(text: str, *, lines: bool = False) -> Markup:
    """The text as paragraphs, lists and tables; with ``lines`` a line stays a line."""
    return Markup(_reader().render(_roomy(text), {"lines": lines}))  # noqa: S704 - escaped by the reader


def line_html(text: str) -> Markup:
    """The text as one run of words, without a paragraph around it."""
    joined = _joined(_roomy(text).split("\n"))
    return Markup(_reader().renderInline(joined, {}))  # noqa: S704 - as above


def flat_html(text: str) -> Markup:
    """Lists and lines as one paragraph, numbers kept and points as dots: for narrow places."""
    return line_html("\n".join(_flat_lines(text)))


def tokens_of(text: str) -> Sequence[Token]:
    """The reader's tokens, for another kind of page than HTML."""
    return _reader().parse(_roomy(text))


def _roomy(text: str) -> str:
    """Brackets around nothing are a place to write a word in: HTML would close them up."""
    text = _FULL_WIDTH_BLANK.sub(lambda found: "_" * (2 * len(found[0])), text)
    return _EMPTY_BRACKETS.sub(lambda found: found[1] + "\u00a0" * 7 + found[2], text)


def clean(text: str) -> str:
    """Without control and text-direction characters, which no page can show as themselves."""
    return _UNPRINTABLE.sub("", text)


def joint(before: str, after: str) -> str:
    """What stands between two lines that are joined: nothing where one side is Chinese."""
    if before and after and (_wide(before[-1]) or _wide(after[0])):
        return ""
    return " "


def _flat_lines(text: str) -> list[str]:
    found: list[str] = []
    for raw in text.splitlines():
        row, item = _ROW.match(raw), _ITEM.match(raw)
        if not raw.strip() or _RULE.fullmatch(raw):
            continue
        words = raw.strip()
        if row:
            words = " · ".join(cell.strip() for cell in row[1].split("|"))
        elif item:
            mark = f"{item[1]}. " if item[1] else "· "
            words = ("\u00a0\u00a0" if found else "") + mark + raw[item.end() :].strip()
        found.append(words)
    return found


def _joined(lines: Sequence[str]) -> str:
    text = ""
    for line in lines:
        text = text + joint(text, line) + line if text else line
    return text


def _wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF" or sign in "“”‘’—…"


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable(list(_OFF))
    reader.inline.ruler.before("emphasis", "blank", _blank)
    reader.add_render_rule("blank", _render_blank)
    reader.add_render_rule("softbreak", _render_softbreak)
    return reader


def _blank(state: StateInline, silent: bool) -> bool:
    end = state.pos
    while end < state.posMax and state.src[end] == "_":
        end += 1
    if end - state.pos < _SHORTEST_BLANK:
        return False
    if not silent:
        state.push("blank", "", 0).content = "_" * (end - state.pos)
    state.pos = end
    return True


def _render_blank(self: Any, tokens: Sequence[Token], index: int, *_: Any) -> str:
    return f'<span class="blank">{tokens[index].content}</span>'


def _render_softbreak(
    self: Any, tokens: Sequence[Token], index: int, options: Any, env: Any
) -> str:
    if env.get("lines"):
        return "<br />\n"
    before = next((one.content for one in reversed(tokens[:index]) if one.content), "")
    after = next((one.content for one in tokens[index + 1 :] if one.content), "")
    return joint(before, after)
