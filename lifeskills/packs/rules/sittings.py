"""Rules about sittings: what is asked before and after a pathway, never inside a lesson."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Page
from lifeskills.core.references import has_legal
from lifeskills.core.setting import AgeBand
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

LONGEST = 25
"""Minutes: a class meeting. Read aloud to slow readers, two dozen items fill it."""
HEARD = frozenset({"say", "task", "board", "ask", "slip"})
"""Kinds of blocks that learners hear or see while they answer."""
_ITEM = re.compile(r"^\*\*(\d+)\*\*", re.MULTILINE)
_AGES: tuple[AgeBand, ...] = ("under16", "16plus")


@rule(
    "sitting-frame",
    zh="起点和终点没有课号，不超过 25 分钟",
    en="A sitting has no number and takes at most 25 minutes",
)
def frame(view: PackView) -> Iterable[Wrong]:
    """It is no course, and it fits a class meeting."""
    for page in _sittings(view):
        if page.info.number is not None:
            says = Sentence("A sitting has the number {number}.", number=page.info.number)
            yield at_key(page, "number", says, Sentence("Only courses have one: take it out."))
        longest = max((minutes for _, minutes in page.info.minutes), default=0)
        if longest > LONGEST:
            says = Sentence("A sitting takes {minutes} minutes.", minutes=longest)
            yield at_key(page, "minutes", says, Sentence("25 at most: ask less."))


@rule(
    "sitting-items",
    zh="题目从 **1** 起连着编号，每个年龄都一样多",
    en="Items are numbered from **1** without a gap, and every age has as many",
)
def items(view: PackView) -> Iterable[Wrong]:
    """The number on the sheet is all that ties an answer to its item."""
    audiences = {page.course: page.info.audiences for page in _sittings(view)}
    for page in view.pages:
        if page.course not in audiences or page.adapts:
            continue
        asked = [
            _numbers(page, age, audience) for age in _AGES for audience in audiences[page.course]
        ]
        gap = [found for found in asked if not found or found != [*range(1, len(found) + 1)]]
        if gap:
            says = Sentence("The items are numbered {found}.", found=" ".join(map(str, gap[0])))
            mend = Sentence("Number them **1**, **2** … in task blocks, for each age.")
            yield at_key(page, "course", says, mend)
        elif len(set(map(len, asked))) > 1:
            says = Sentence("One age has more items than another.")
            yield at_key(page, "course", says, Sentence("Give both the same numbers."))


@rule(
    "sitting-answers",
    zh="起点和终点里不念法律，不念卡片：那等于说出答案",
    en="A sitting says no law and no card: that would be the answer",
)
def answers(view: PackView) -> Iterable[Wrong]:
    """What is asked is not told."""
    for page in _sittings(view):
        for _, block in blocks_of(page):
            if block.kind in HEARD and has_legal(block.text):
                says = Sentence("A sitting says a statement or a card aloud.")
                yield at(block, says, Sentence("Put it into the scoring guide."))


def _sittings(view: PackView) -> Iterator[Page]:
    return (page for page in view.bases if page.info.sitting)


def _numbers(page: Page, age: AgeBand, audience: str) -> list[int]:
    """Numbers of the items that this age of this audience is asked, in order."""
    asked = (
        block.text
        for _, block in blocks_of(page)
        if block.kind == "task"
        and age in (block.ages or _AGES)
        and audience in (block.audiences or (audience,))
    )
    return [int(number) for text in asked for number in _ITEM.findall(text)]


RULES = (frame, items, answers)
