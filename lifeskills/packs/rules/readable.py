"""Rules about what pupils read themselves, in Chinese: short sentences, common characters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Block
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, blocks_of, rule

READ = ("task", "student", "slip", "home", "board")
"""Blocks that pupils read; what the teacher reads aloud (read=teacher) is heard."""
LONGEST_SENTENCE = 25
"""Characters of a sentence, no punctuation counted; a colon or a wide gap ends one too."""

HARD = "剥削"

_OUT = re.compile(r"\{[^}\n]*\}|^\s*(?:\d+[.)]|[-*+])\s+", re.MULTILINE)
_END = re.compile(r"[。！？；：…!?;\n|　]|——")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@cache
def common() -> frozenset[str]:
    """The 2,500 most frequent characters, as ``.ci/characters`` counted them."""
    file = Path(__file__).parent.parent / "characters.txt"
    return frozenset(file.read_text(encoding="utf-8")) - {"\n"}


def _read(view: PackView) -> Iterator[Block]:
    for page in view.pages:
        if page.language.startswith("zh"):
            for _, block in blocks_of(page):
                if block.kind in READ and block.read != "teacher" and not block.slot:
                    yield block


@rule(
    "sentence-length",
    zh="学生自己读的句子不超过25字",
    en="A sentence that pupils read has at most 25 characters (in Chinese)",
)
def sentences(view: PackView) -> Iterable[Wrong]:
    """Longer ones are lost half-way."""
    for block in _read(view):
        for one in _END.split(_OUT.sub("", block.text)):
            count = sum(map(str.isalnum, one)) if len(one) > LONGEST_SENTENCE else 0
            if count > LONGEST_SENTENCE:
                says = Sentence("“{start}…” has {count} characters.", start=one[:8], count=count)
                yield at(block, says, Sentence("Make two sentences of it: 25 at most."))


@rule(
    "rare-character",
    zh="学生自己读的字在常用2500字里，或者词语表里有解释",
    en="What pupils read is written in the common 2,500 characters, or stands in the glossary",
)
def characters(view: PackView) -> Iterable[Wrong]:
    """A rare character stops a slow reader. Glossary words and everyday characters may stand."""
    known = common() | view.around.everyday
    words = sorted((one.word.get("zh") for one in view.around.glossary), key=len, reverse=True)
    for block in _read(view):
        if not set(_HAN.findall(block.text)) - known:
            continue
        told = block.text
        for word in words:
            told = told.replace(word, "")
        rare = dict.fromkeys(one for one in _HAN.findall(told) if one not in known)
        if rare:
            says = Sentence("Rare characters: {found}", found="".join(rare))
            mend = Sentence("Use a plainer word, or explain the word in glossary.toml.")
            yield at(block, says, mend)


@rule(
    "hard-word",
    zh="学生看的书和大屏不写“剥削”，写“违法用工”",
    en="Pupils’ pages and screens write 违法用工, never 剥削",
)
def hard_words(view: PackView) -> Iterable[Wrong]:
    """The full word stands in the teacher's guide; a module has a title of its own for pupils."""
    mend = Sentence("Write 违法用工; the guide keeps the full word.")
    for block in _read(view):
        if HARD in block.text:
            yield at(block, Sentence("Pupils read “{word}”.", word=HARD), mend)
    for module in view.modules:
        if HARD in module.pupil_title.get("zh"):
            line = view.line("modules.toml", module.id)
            says = Sentence("Pupils read “{word}”.", word=HARD)
            yield Wrong("modules.toml", line, says, Sentence("Write a pupil_title beside it."))


RULES = (sentences, characters, hard_words)
