"""A page in another language: the master's structure, the translation's words.

What is not translated shows in its own language, marked. Stale words stay, marked; only a step
with a law, card or care text falls back to the master, which is never out of date.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from lifeskills.core.fingerprint import is_stale, skeleton
from lifeskills.core.lesson import Block, CourseInfo, Page, Step

LONG_AGO = dt.date(1970, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSet:
    """A page of one pack in its master language with its translations by language."""

    master: Page
    translations: dict[str, Page] = field(default_factory=dict)
    level: int = 0
    """Where it stands in the order: 0 base, 1 side, 2 province, 3 user, 4 school."""
    version: str = ""

    def in_language(self, language: str) -> Page:
        """The page in a language, as far as there are words in it."""
        if language == self.master.language:
            return self.master
        return translated(self.master, self.translations.get(language))


def guarded(step: Step) -> bool:
    """True for a step whose words must be current: it cites law or holds care text."""
    from lifeskills.core.references import has_legal

    return any(block.kind == "care" or has_legal(block.text) for block in step.blocks)


def translated(master: Page, translation: Page | None) -> Page:
    """The master with the translation's words; words that are missing are marked."""
    if translation is None:
        return replace(master, steps=tuple(_marked(step, master.language) for step in master.steps))
    changed = master.info.checked_on or LONG_AGO
    words = {step.id: step for step in translation.steps}
    steps = tuple(
        _step(step, words.get(step.id), master.language, changed) for step in master.steps
    )
    return replace(
        master,
        language=translation.language,
        info=_info(master.info, translation.info),
        steps=steps,
    )


def _marked(step: Step, language: str) -> Step:
    blocks = tuple(replace(block, language=language) for block in step.blocks)
    return replace(step, blocks=blocks)


def _step(master: Step, words: Step | None, language: str, changed: dt.date) -> Step:
    if words is None:
        return _marked(master, language)
    same = skeleton(master) == skeleton(words)
    stale = is_stale(words, master) or not same
    if stale and (guarded(master) or guarded(words)):
        return replace(_marked(master, language), title=words.title or master.title)
    slots = {block.id for block in master.blocks if block.slot and block.id}
    reads = {block.id: block.read for block in master.blocks if block.id}
    blocks = []
    for index, block in enumerate(words.blocks):
        read = master.blocks[index].read if same else reads.get(block.id, block.read)
        blocks.append(
            replace(
                block,
                slot=block.slot or block.id in slots,
                read=block.read or read,
                stale=changed if stale else None,
            )
        )
    return replace(master, title=words.title or master.title, blocks=tuple(blocks))


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


def _by_id(own: Sequence[T], words: Iterable[T], join: Callable[[T, T], T]) -> tuple[T, ...]:
    found = {one.id: one for one in words}
    return tuple(join(one, found[one.id]) if one.id in found else one for one in own)


def _info(own: CourseInfo, words: CourseInfo) -> CourseInfo:
    """The master's front matter with the translation's words where it has some."""
    return replace(
        own,
        title=words.title or own.title,
        aim=words.aim or own.aim,
        why_it_matters=words.why_it_matters or own.why_it_matters,
        objectives=_by_id(
            own.objectives, words.objectives, lambda a, b: replace(a, text=b.text or a.text)
        ),
        key_messages=_same_length(own.key_messages, words.key_messages),
        slots=_same_length(own.slots, words.slots),
        materials=_by_id(
            own.materials,
            words.materials,
            lambda a, b: replace(a, item=b.item or a.item, free=b.free or a.free),
        ),
        preparation=_same_length(own.preparation, words.preparation),
        local_facts=_by_id(
            own.local_facts,
            words.local_facts,
            lambda a, b: replace(a, ask=b.ask or a.ask, whom=b.whom or a.whom),
        ),
        printables=_by_id(
            own.printables, words.printables, lambda a, b: replace(a, title=b.title or a.title)
        ),
    )


def _same_length(own: tuple[str, ...], words: tuple[str, ...]) -> tuple[str, ...]:
    return words if len(words) == len(own) else own


def words_of(block: Block, language: str) -> str:
    """The language a block's words are in, when the page is asked for in ``language``."""
    return block.language or language
