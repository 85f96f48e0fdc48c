"""How often girls and boys are at risk, help and decide: a count of Chinese lines.

A line of a block (a paragraph, a list item) counts for a part if it names a girl or a woman (a boy
or a man) and has a word of that part. He and she are not counted: 他 may be anybody. Lines with
both count for both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

LEAST_LINES = 30
"""Fewer lines than this prove nothing about a set."""
LEAST_SHARE = 0.3
"""The least share of either; our own choice: a third, less what chance may take."""

GIRLS = re.compile(r"小薇|女生|女孩|姐|妹|外婆|奶奶|妈|阿姨|姑|秋月|娘")
BOYS = re.compile(r"小宇|小东|男生|男孩|哥|弟|外公|爷爷|爸|叔|伯|舅|阿海|师傅")
PARTS: Mapping[str, re.Pattern[str]] = {
    "At risk": re.compile(r"骗|害怕|怕|慌|催|押金|扣|拖欠|借证|瞒|难过|欺负"),
    "Helping": re.compile(r"帮|陪|告诉|接住|劝|一起去|打电话|报警"),
    "Deciding": re.compile(r"决定|选|先问|说不|想好|算|查|挑|停下|定"),
}


def balance(texts: Iterable[str]) -> Mapping[str, tuple[int, int]]:
    """Lines with girls and with boys, by part (its English name)."""
    lines = [one for text in texts for one in text.split("\n") if one]
    girls = [one for one in lines if GIRLS.search(one)]
    boys = [one for one in lines if BOYS.search(one)]
    return {
        name: (sum(1 for s in girls if word.search(s)), sum(1 for s in boys if word.search(s)))
        for name, word in PARTS.items()
    }
