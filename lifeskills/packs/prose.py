"""Lines of prose: what CommonMark would take in silence and we do not allow."""

from __future__ import annotations

import re

from lifeskills.core.references import REFERENCE_KINDS
from lifeskills.core.text import Sentence
from lifeskills.packs.attributes import FULL_WIDTH, Trouble

_GOOD = re.compile(r"\{(?:" + "|".join(REFERENCE_KINDS) + r"):[A-Za-z0-9][A-Za-z0-9_-]*\}")
_LIKE = re.compile(r"[{｛][^{}｛｝]*[}｝]?")
_HEADING = re.compile(r" {0,3}#{1,6}(?:\s|$)")
_SETEXT = re.compile(r" {0,3}(?:=+|-{2,})\s*$")
_HTML = re.compile(r"<(?:/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?/?|!--.*)>")


def prose_troubles(line: str) -> tuple[Trouble, ...]:
    """What is wrong with one line of a block's text, code fences aside."""
    found = [*_reference_troubles(line)]
    if _HEADING.match(line):
        mend = Sentence("Use **bold** words on a line of their own.")
        found.append(Trouble("heading", Sentence("A heading stands inside a block."), mend))
    if _SETEXT.match(line):
        mend = Sentence("Take the line away; leave a blank line between paragraphs.")
        found.append(
            Trouble("heading", Sentence("A line of = or - makes the line above a heading."), mend)
        )
    if _HTML.search(line):
        mend = Sentence("Write it in words or with Markdown: raw HTML is not read.")
        found.append(Trouble("html", Sentence("Raw HTML stands in the text."), mend))
    return tuple(found)


def _reference_troubles(line: str) -> list[Trouble]:
    found: list[Trouble] = []
    for piece in _LIKE.findall(_GOOD.sub("", line)):
        if any(sign in FULL_WIDTH for sign in piece):
            mend = Sentence("Type it with the English keyboard, as in {{law:LPM-11}}.")
            says = Sentence("Full-width signs in the reference “{piece}”.", piece=piece)
            found.append(Trouble("full-width", says, mend))
        else:
            kinds = ", ".join(REFERENCE_KINDS)
            mend = Sentence("Write {{kind:id}} without blanks; kinds are {kinds}.", kinds=kinds)
            says = Sentence("“{piece}” is no reference.", piece=piece)
            found.append(Trouble("reference", says, mend))
    return found
