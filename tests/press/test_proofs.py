"""Reading a page once more: what leads nowhere is named."""

from __future__ import annotations

from lifeskills.press.proofs import proof


def test_a_whole_page_has_no_remarks() -> None:
    assert proof("<p>停一停，查清了再定。</p>") == ()


def test_references_without_words_are_named() -> None:
    (remark,) = proof("<p>{law:LPM-11} ［查不到：card:none］ [not found: number:x]</p>")
    for name in ("{law:LPM-11}", "card:none", "number:x"):
        assert name in str(remark)
