"""How a content rule is written: a function that yields what is wrong, with an id and a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lifeskills.core.curriculum import ContentRule, PackView
from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import Block, Page, Step
from lifeskills.core.text import Sentence, Text


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something wrong in a file of the pack (named from the pack's folder)."""

    file: str
    line: int
    says: Sentence
    mend: Sentence


Looks = Callable[[PackView], Iterable[Wrong]]


def rule(id: str, *, zh: str, en: str) -> Callable[[Looks], ContentRule]:
    """Make a function a content rule; ``zh`` and ``en`` say in one line what it asks."""

    def make(looks: Looks) -> ContentRule:
        def check(view: PackView) -> Iterator[ContentError]:
            for one in looks(view):
                yield ContentError(
                    one.says, file=view.path(one.file), line=one.line, rule=id, mend=one.mend
                )

        return ContentRule(id=id, title=Text(zh=zh, en=en), check=check)

    return make


def at_key(page: Page, key: str, says: Sentence, mend: Sentence) -> Wrong:
    """On the line of a front-matter key."""
    return Wrong(page.file, page.line(key), says, mend)


def at(where: Step | Block, says: Sentence, mend: Sentence) -> Wrong:
    """On the line of a step's heading or a block's opening."""
    return Wrong(where.origin.file, where.origin.line, says, mend)


def blocks_of(page: Page) -> Iterator[tuple[Step, Block]]:
    """Every block of a page with its step."""
    for step in page.steps:
        for block in step.blocks:
            yield step, block
