"""The frame reader: what it reads, what it reports, and that no bytes make it raise."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lifeskills.packs.frame import Frame, read_frame

FRONT = "+++\ncourse = 'x'\n+++\n"
PIECES = (
    "+++\n",
    "course = 'x'\n",
    "## 步骤 {#a .play phase=try}\n",
    "## no braces\n",
    "##{#b}\n",
    "::: say\n",
    "::: {.do #c age=under16}\n",
    "  ::: say\n",
    ":::\n",
    "：：： say\n",
    "## ｛#x｝\n",
    '{key="a b" key=1 #a #a .}\n',
    "::::: x\n",
    "```\n",
    "~~~~ toml\n",
    "text {law:A-1} {law：A-1} {x}\n",
    "\r",
    "\u2028",
    "\ufeff",
    "e\u0301\n",
    "\x00",
    "<b>\n",
    "===\n",
)


def read(body: str) -> Frame:
    return read_frame((FRONT + body).encode("utf-8"), "x.md")


def rules(frame: Frame) -> list[tuple[int, str]]:
    """Findings with lines counted from the end of front matter."""
    return [(one.line - 3, one.rule) for one in frame.errors]


def test_steps_and_blocks_are_read() -> None:
    frame = read(
        '## 谁 {#who .play phase=try serves="o1 o2"}\n\n::: {.say #a .slot}\n好。\n\n再说。\n:::\n'
    )

    step = frame.steps[0]
    assert (step.title, step.attributes.id, step.attributes.words) == ("谁", "who", ("play",))
    assert dict(step.attributes.keys) == {"phase": "try", "serves": "o1 o2"}
    block = step.blocks[0]
    assert (
        block.kind,
        block.attributes.id,
        block.attributes.words,
        block.text,
        block.line,
    ) == ("say", "a", ("slot",), "好。\n\n再说。", 6)
    assert frame.errors == ()


def test_bom_crlf_and_nfd_are_read() -> None:
    raw = b"\xef\xbb\xbf" + (FRONT + "## Cafe\u0301 {#a}\n::: say\nx\n:::\n").replace(
        "\n", "\r\n"
    ).encode("utf-8")

    frame = read_frame(raw, "x.md")

    assert frame.errors == ()
    assert frame.steps[0].title == "Café"


def test_code_fences_are_respected() -> None:
    frame = read("## a {#a}\n::: note\n```\n::: say\n## no {#x}\n:::\n{not} <b>\n```\n:::\n")

    assert frame.errors == ()
    assert len(frame.steps) == 1
    assert "::: say" in frame.steps[0].blocks[0].text


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("## a {#a}\n::: say\nx\n", [(2, "unclosed")]),
        ("## a {#a}\n::: say\nx\n## b {#b}\n", [(2, "unclosed")]),
        ("## a {#a}\n::: say\nx\n::: do\ny\n:::\n", [(2, "unclosed")]),
        ("## a {#a}\n::: say\nx\n::: do\ny\n:::\nz\n:::\n", [(4, "nested")]),
        ("## a {#a}\n:::\n", [(2, "close-without-open")]),
        ("## a {#a}\n::: say\nx\n:::\n:::\n", [(5, "close-without-open")]),
        ("## a {#a}\n  ::: say\nx\n:::\n", [(2, "indented")]),
        ("## a {#a}\n::: say\n1. x\n   :::\n", [(4, "indented")]),
        ("## a {#a}\nx\ny\n\nz\n", [(2, "outside"), (5, "outside")]),
        ("::: say\nx\n:::\n", [(1, "outside")]),
        ("## a\n", [(1, "step-heading")]),
        ("## a ｛#a｝\n", [(1, "full-width")]),
        ("＃＃ a {#a}\n", [(1, "full-width")]),
        ("## a {#a minutes＝5}\n", [(1, "full-width")]),
        ("## a {#a}\n::: say\n{law：A-1}\n:::\n", [(3, "full-width")]),
        ("## a {#a}\n::: say\n{lwa:A-1}\n:::\n", [(3, "reference")]),
        ("## a {#a}\n::: say\nx\n===\n:::\n", [(4, "heading")]),
        ("## a {#a}\n::: say {#b}\nx\n:::\n", [(2, "frame-line")]),
        ("## a {#a #b}\n", [(1, "key-twice")]),
        ("## a {#a k=1 k=2}\n", [(1, "key-twice")]),
        ('## a {#a k="1}\n', [(1, "frame-attribute")]),
        ("## a {#a}\n::: say\n```\nx\n:::\n", [(2, "unclosed"), (3, "fence-unclosed")]),
    ],
)
def test_silent_failure_is_found(body: str, found: list[tuple[int, str]]) -> None:
    assert found == rules(read(body))


def test_bytes_that_are_no_text_name_their_lines() -> None:
    frame = read_frame(FRONT.encode() + b"## a {#a}\n::: say\n\xff\xfe\nok\n\x80\n:::\n", "x.md")

    assert rules(frame) == [(3, "bytes"), (5, "bytes")]


@given(st.one_of(st.binary(), st.lists(st.sampled_from(PIECES)).map(lambda p: "".join(p).encode())))
@example(b"+++")
@example(b"+++\n+++\n::: say")
def test_any_bytes_are_read(raw: bytes) -> None:
    """Never an exception; every finding has a line of the file, a rule and a mend."""
    frame = read_frame(raw, "x.md")

    lines = raw.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    assert all(1 <= one.line <= lines and one.rule and one.mend for one in frame.errors)
    assert all(str(one) for one in frame.errors)
    assert sorted(one.line for one in frame.errors) == [one.line for one in frame.errors]


@given(
    st.lists(
        st.tuples(st.sampled_from(("say", "do", "note")), st.text("好 a1。\n", min_size=1)),
        max_size=4,
    )
)
def test_what_is_well_formed_comes_back(blocks: list[tuple[str, str]]) -> None:
    """Written and read again, a step is the same; nothing is reported."""
    written = "".join(f"::: {kind}\n好{text}\n:::\n\n" for kind, text in blocks)

    frame = read("## a {#a}\n\n" + written)

    assert frame.errors == ()
    assert [(kind, ("好" + text).rstrip()) for kind, text in blocks] == [
        (one.kind, one.text) for one in frame.steps[0].blocks
    ]
