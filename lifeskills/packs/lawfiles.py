"""Law files and cards into core types. Legal words that are out of date fall back to the master."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from lifeskills.core.errors import ContentError
from lifeskills.core.fingerprint import is_stale
from lifeskills.core.law import Card, CardPart, Grade, Provision
from lifeskills.core.lesson import CourseInfo, Page, Step
from lifeskills.core.text import Text
from lifeskills.packs.frame import read_frame
from lifeskills.packs.fronts import Leaf
from lifeskills.packs.schemas import CardFront, CardWords, LawFront, LawWords
from lifeskills.packs.steps import StepReader, date
from lifeskills.packs.toml_lines import read_toml
from lifeskills.packs.vocabulary import CARD, LAW, LAW_WORDS


@dataclass(frozen=True, slots=True, kw_only=True)
class LawPage:
    """A law file in one language: front matter (of a master), steps and the keys of headings."""

    leaf: Leaf
    law: str
    title: str
    front: LawFront | None
    steps: tuple[Step, ...]
    keys: Mapping[str, Mapping[str, str]]

    def page(self) -> Page:
        """The same as a page, for rules about words."""
        return _page(self.leaf, self.law, self.title, self.steps)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPage:
    """A card file in one language."""

    leaf: Leaf
    card: str
    title: str
    front: CardFront | None
    steps: tuple[Step, ...]

    def page(self) -> Page:
        """The same as a page, for rules about words."""
        return _page(self.leaf, self.card, self.title, self.steps)


def _page(leaf: Leaf, name: str, title: str, steps: tuple[Step, ...]) -> Page:
    return Page(
        course=name,
        language=leaf.language,
        pack=leaf.pack,
        file=leaf.path,
        info=CourseInfo(course=name, title=title, aim=""),
        steps=steps,
        master=leaf.master,
    )


def read_law(raw: bytes, leaf: Leaf) -> tuple[LawPage | None, list[ContentError]]:
    """A law file, and what is wrong with it."""
    frame = read_frame(raw, leaf.file)
    grammar = LAW if leaf.master else LAW_WORDS
    reader = StepReader(grammar, pack=leaf.pack, path=leaf.path, file=leaf.file)
    steps = reader.read(frame.steps)
    front: LawFront | None = None
    words: LawFront | LawWords | None
    if leaf.master:
        front, errors = read_toml(
            frame.front, LawFront, file=leaf.file, first_line=frame.front_line
        )
        words = front
    else:
        words, errors = read_toml(
            frame.front, LawWords, file=leaf.file, first_line=frame.front_line
        )
    found = [*frame.errors, *errors, *reader.errors]
    if words is None:
        return None, found
    page = LawPage(
        leaf=leaf, law=words.law, title=words.title, front=front, steps=steps, keys=reader.keys
    )
    return page, found


def read_card(raw: bytes, leaf: Leaf) -> tuple[CardPage | None, list[ContentError]]:
    """A card file, and what is wrong with it."""
    frame = read_frame(raw, leaf.file)
    reader = StepReader(CARD, pack=leaf.pack, path=leaf.path, file=leaf.file)
    steps = reader.read(frame.steps)
    front: CardFront | None = None
    words: CardFront | CardWords | None
    if leaf.master:
        front, errors = read_toml(
            frame.front, CardFront, file=leaf.file, first_line=frame.front_line
        )
        words = front
    else:
        words, errors = read_toml(
            frame.front, CardWords, file=leaf.file, first_line=frame.front_line
        )
    found = [*frame.errors, *errors, *reader.errors]
    if words is None:
        return None, found
    return CardPage(leaf=leaf, card=words.card, title=words.title, front=front, steps=steps), found


def provisions(pages: Sequence[LawPage]) -> list[Provision]:
    """Statements in all languages that have current words, the master's first."""
    found: list[Provision] = []
    for master in pages:
        if master.front is None:
            continue
        others = [p for p in pages if p.front is None and p.law == master.law]
        titles = {master.leaf.language: master.title, **{p.leaf.language: p.title for p in others}}
        title = Text.from_map(titles)
        found += [_provision(master, master.front, others, one, title) for one in master.steps]
    return found


def _provision(
    master: LawPage, front: LawFront, others: Sequence[LawPage], step: Step, title: Text
) -> Provision:
    keys = master.keys.get(step.id, {})
    words = {master.leaf.language: _statement(step)}
    headings = {master.leaf.language: step.title}
    for page in others:
        own = next((one for one in page.steps if one.id == step.id), None)
        if own is None:
            continue
        headings[page.leaf.language] = own.title
        if not is_stale(own, step):
            words[page.leaf.language] = _statement(own)

    def day(name: str, default: dt.date | None) -> dt.date | None:
        return date(keys[name]) if name in keys else default

    return Provision(
        id=step.id,
        law=front.law,
        law_title=title,
        heading=Text.from_map(headings),
        text=Text.from_map(words),
        place=front.place,
        grade=cast(Grade, keys.get("grade", "R")),
        source=keys.get("source", front.source),
        seen_on=day("seen_on", front.seen_on),
        valid_from=day("from", front.from_),
        until=day("until", front.until),
        review_by=day("review_by", front.review_by),
        pack=master.leaf.pack,
        label=keys.get("article", ""),
    )


def _statement(step: Step) -> str:
    return "\n\n".join(block.text for block in step.of_kind("statement"))


def cards(pages: Sequence[CardPage]) -> list[Card]:
    """Cards by language; a section whose master changed since shows the master's words."""
    found: list[Card] = []
    for master in pages:
        if master.front is None:
            continue
        own = _card(master, master.front)
        found.append(own)
        others = [page for page in pages if page.front is None and page.card == master.card]
        found += [_card_words(master, master.front, page, own) for page in others]
    return found


def _card(master: CardPage, front: CardFront) -> Card:
    return Card(
        id=front.card,
        title=front.title,
        language=master.leaf.language,
        articles=tuple(front.articles),
        asks=front.asks,
        parts=_parts(master.steps),
        review_by=front.review_by,
        pack=master.leaf.pack,
    )


def _card_words(master: CardPage, front: CardFront, page: CardPage, own: Card) -> Card:
    words = {step.id: step for step in page.steps}
    current = all(step.id in words and not is_stale(words[step.id], step) for step in master.steps)
    if not current:
        return replace(own, language=page.leaf.language, shown_in=master.leaf.language)
    return replace(
        _card(master, front),
        title=page.title,
        language=page.leaf.language,
        parts=_parts(page.steps),
    )


def _parts(steps: Sequence[Step]) -> tuple[CardPart, ...]:
    return tuple(
        CardPart(
            section=step.id,
            kind=block.kind,
            text=block.text,
            ages=block.ages,
            audiences=block.audiences,
        )
        for step in steps
        for block in step.blocks
    )
