"""Nothing legal is improvised: law, hotlines and cards come from dated, sourced statements."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lifeskills.api import Block, ContentError, ContentRule, Origin, PackView, Sentence, Text

LAW_WORDS = re.compile(
    r"《[^》\n]{1,30}(?:法|条例|规定|办法)》"
    r"|法律(?:规定|要求|禁止)"
    r"|第[一二三四五六七八九十百零〇0-9]+条(?:规定|第)"
    r"|有期徒刑|拘役|罚金"
    r"|\b(?:by law|the law (?:says|requires|forbids)|under the law|imprisonment)\b",
    re.IGNORECASE,
)
"""Words by which a sentence claims to state the law."""

NUMBERS = re.compile(
    r"(?<![\d.,:：\-])(110|119|120|122|123\d\d|96110)(?!\d|[.,]\d|元|个|米|分|人|岁)"
)
_REFERENCE = re.compile(r"\{[a-z]+:[A-Za-z0-9_-]+\}")


def law_in_prose(pack: PackView) -> Iterator[ContentError]:
    """A block that states the law carries a reference to it."""
    for block in _prose(pack):
        found = LAW_WORDS.search(block.text)
        if found and "{law:" not in block.text and "{card:" not in block.text:
            yield wrong(
                block.origin,
                "law-in-prose",
                (
                    "“{said}”像是在说法律，却没有引用法条。",
                    "“{said}” states law without a reference.",
                ),
                (
                    "用 {{law:…}} 或 {{card:…}}，或者换个说法。",
                    "Use {{law:…}} or {{card:…}}, or other words.",
                ),
                said=found[0],
            )


def number_in_prose(pack: PackView) -> Iterator[ContentError]:
    """A number to call is a reference, so that it is checked and dated."""
    for block in _prose(pack):
        found = NUMBERS.search(_REFERENCE.sub("", block.text))
        if found:
            yield wrong(
                block.origin,
                "number-in-prose",
                ("电话“{number}”直接写在文字里。", "The number {number} stands in the text."),
                ("写成 {{number:{number}}}。", "Write {{number:{number}}}."),
                number=found[1],
            )


def card_rests(pack: PackView) -> Iterator[ContentError]:
    """A card rests on statements that exist, at least one of which may be printed."""
    places = _origins(pack)
    for card in pack.cards:
        where = places.get(card.id, Origin(pack.info.id, f"cards/{card.id}", 1))
        known = [pack.around.provisions.get(one) for one in card.articles]
        for name, one in zip(card.articles, known, strict=True):
            if one is None:
                yield wrong(
                    where,
                    "card-rests",
                    (
                        "卡片“{card}”依据的 {id} 不存在。",
                        "The card “{card}” rests on {id}, which is not there.",
                    ),
                    ("改成已有的条文。", "Name a statement that is there."),
                    card=card.id,
                    id=name,
                )
        if not any(one is not None and one.printable for one in known):
            yield wrong(
                where,
                "card-rests",
                (
                    "卡片“{card}”没有一条可以印出来的依据。",
                    "The card “{card}” rests on nothing printable.",
                ),
                ("至少要有一条A级或B级的条文。", "It needs a statement of grade A or B."),
                card=card.id,
            )


def _prose(pack: PackView) -> Iterator[Block]:
    """Blocks of lessons and guides; in a law pack law is at home."""
    for page in (*pack.pages, *pack.guides):
        for step in page.steps:
            yield from step.blocks


def _origins(pack: PackView) -> dict[str, Origin]:
    """Where a statement or a card stands, by id; the master before its translation."""
    found: dict[str, Origin] = {}
    for page in sorted(pack.law_pages, key=lambda one: not one.master):
        for step in page.steps:
            found.setdefault(page.course, Origin(step.origin.pack, step.origin.file, 1))
            found.setdefault(step.id, step.origin)
    return found


def wrong(
    where: Origin, rule: str, says: tuple[str, str], mend: tuple[str, str], **values: object
) -> ContentError:
    """A finding with words of our own: the two strings are Chinese and English."""
    return ContentError(
        Sentence(says[1], Text(zh=says[0], en=says[1]), **values),
        file=where.file,
        line=max(1, where.line),
        rule=rule,
        mend=Sentence(mend[1], Text(zh=mend[0], en=mend[1]), **values),
    )


RULES: tuple[ContentRule, ...] = tuple(
    ContentRule(id=rule, title=Text(zh=zh, en=en), check=check)
    for rule, zh, en, check in (
        ("law-in-prose", "法律只从法条来", "Law comes from statements", law_in_prose),
        ("number-in-prose", "电话只从号码表来", "Numbers come from the table", number_in_prose),
        ("card-rests", "卡片有依据", "Cards rest on statements", card_rests),
    )
)
