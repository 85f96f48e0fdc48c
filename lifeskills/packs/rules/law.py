"""Rules about law: nothing legal is improvised, nothing unproven is cited, nothing is overdue."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.law import PRINTABLE, Card, Provision
from lifeskills.core.lesson import Page, Step
from lifeskills.core.references import references
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

SECTIONS = ("plain", "say", "dont", "questions", "whom")
CARD_SENTENCES = 4
PUPIL_SUMS = ("task", "student", "slip", "home")

_ID = re.compile(r"[A-Z0-9]+(-[A-Za-z0-9]+)+")
_REFERENCE = re.compile(r"\{[a-z]+:[A-Za-z0-9_-]+\}")
_SENTENCE = re.compile(r"[。！？!?]|\.(?:\s|$)")
_N = r"[\d零〇一二两三四五六七八九十百千万]+"
LAW_LOOKING: tuple[re.Pattern[str], ...] = (
    re.compile(rf"(?:法|条例|规定)[^。\n]{{0,6}}第{_N}条|\bArticle \d+"),
    re.compile(rf"罚款?{_N}|有期徒刑|拘役|无期徒刑|判{_N}年|\bfined? (?:of |up to )"),
    re.compile(
        rf"(?:最低工资|法律规定|法定|依法)[^。\n]{{0,12}}{_N}(?:元|块|小时|天|日|个月|倍|%)"
        r"|(?:minimum wage|by law|the law says)[^.\n]{0,30}\d"
    ),
    re.compile(
        rf"(?:法律|法定|依法|违法|合法)[^。，\n]{{0,12}}?{_N}(?:周?岁|元|块|个?小时|天|日|个月|倍)"
        rf"|{_N}(?:周?岁|元|块|个?小时|天|个月|倍)[^。，\n]{{0,8}}(?:法律|法定|违法|合法|才算童工)"
        r"|\b(?:law|legal|illegal)\b[^.\n]{0,40}\b(?:\d+|eight|fifteen|sixteen|eighteen|thirty|forty)"
        r"[- ](?:years?|hours?|days?|yuan|months?)\b"
    ),
)
"""Articles, penalties and legal amounts. Names of laws and hotlines: see the law plugin."""
AGE_LINE = re.compile(
    r"(?:不满|未满|没满|年满|满)(?:16|十六)(?:周?岁)?|\bage (?:line|limit|of (?:16|sixteen))\b"
)


@rule(
    "law-id",
    zh="法条编号形如 LPM-11，以本法缩写开头，不重复",
    en="An article's id looks like LPM-11, begins with its law and is there once",
)
def ids(view: PackView) -> Iterable[Wrong]:
    """Citations are made from ids."""
    for page in _laws(view):
        for step in page.steps:
            if not _ID.fullmatch(step.id) or not step.id.startswith(page.course + "-"):
                says = Sentence("“{id}” is no article of {law}.", id=step.id, law=page.course)
                yield at(step, says, Sentence("Write {law}-11.", law=page.course))
            known = view.around.provisions.get(step.id)
            if known is not None and page.master and known.pack != view.info.id:
                says = Sentence("“{id}” is in the pack {pack} too.", id=step.id, pack=known.pack)
                yield at(step, says, Sentence("Keep one of the two."))


@rule(
    "law-fields",
    zh="法条要有 grade、source、review_by 和一段话",
    en="A statement has grade, source, review_by and words",
)
def fields(view: PackView) -> Iterable[Wrong]:
    """Without them it does not print."""
    for one, step in _statements(view):
        missing = [
            name
            for name, there in (
                ("grade", one.grade != "R" or "grade" in step.written),
                ("source", bool(one.source)),
                ("review_by", one.review_by is not None),
                ("::: statement", bool(step.of_kind("statement"))),
            )
            if not there
        ]
        if missing:
            says = Sentence("{id} lacks {names}.", id=one.id, names=", ".join(missing))
            yield at(step, says, Sentence("Write it on the heading or in the front matter."))


@rule(
    "law-grade",
    zh="课文和卡片只引用 A、B 级法条",
    en="Lessons and cards cite statements of grade A or B only",
)
def grades(view: PackView) -> Iterable[Wrong]:
    """A lead is no law: it would show as a note in brackets."""
    for page in view.prose:
        for _, block in blocks_of(page):
            for one in references(block.text):
                known = view.around.provisions.get(one.id) if one.kind == "law" else None
                if known is not None and not known.printable:
                    says = _unproven(known)
                    yield at(block, says, Sentence("Cite another article, or take it out."))
    for card, page in _cards(view):
        for article in card.articles:
            known = view.around.provisions.get(article)
            if known is not None and not known.printable:
                says = _unproven(known)
                yield at_key(page, "articles", says, Sentence("Take it off the card."))


def _unproven(one: Provision) -> Sentence:
    if one.grade in PRINTABLE:
        return Sentence("{id} lacks its source, the day it was seen or its first day.", id=one.id)
    return Sentence("{id} is of grade {grade}: a lead, no law.", id=one.id, grade=one.grade)


@rule(
    "card-asks",
    zh="卡片的 asks 里只有还不能说的法条",
    en="A card asks only about statements that may not be said yet",
)
def asks(view: PackView) -> Iterable[Wrong]:
    """A guest is asked about what nobody could check; what may be said needs no asking."""
    for card, page in _cards(view):
        for article in card.asks:
            known = view.around.provisions.get(article)
            if known is None:
                says = Sentence("“{name}” is in no pack.", name=article)
                yield at_key(page, "asks", says, Sentence("Mend its spelling."))
            elif known.printable:
                says = Sentence("{id} may be said: nobody needs to be asked.", id=article)
                yield at_key(page, "asks", says, Sentence("Put it among the articles."))


@rule(
    "law-overdue",
    zh="法条、卡片、数值没有过复核日",
    en="No statement, card or value is past its review_by",
)
def overdue(view: PackView) -> Iterable[Wrong]:
    """Somebody must look again."""
    day = view.around.day
    for one, step in _statements(view):
        if one.overdue(day):
            yield at(step, _late(one.id, one.review_by), _LOOK)
    for card, page in _cards(view):
        if card.review_by is not None and card.review_by < day:
            yield at_key(page, "review_by", _late(card.id, card.review_by), _LOOK)
    for value in view.values:
        if value.review_by is not None and value.review_by < day:
            line = view.line("values.toml", value.id)
            yield Wrong("values.toml", line, _late(value.id, value.review_by), _LOOK)


_LOOK = Sentence("Look it up at its source, then write the new seen_on and review_by.")


def _late(id: str, day: dt.date | None) -> Sentence:
    return Sentence("{id} was to be checked again by {day}.", id=id, day=str(day))


@rule(
    "law-number",
    zh="条号、罚则、法定数额只能用引用，不写进正文",
    en="Articles, penalties and legal amounts stand as references, never in prose",
)
def improvised(view: PackView) -> Iterable[Wrong]:
    """What looks like law must come from a dated card."""
    for page in (*view.pages, *view.guides):
        for _, block in blocks_of(page):
            prose = _REFERENCE.sub("", block.text)
            found = next(filter(None, (one.search(prose) for one in LAW_LOOKING)), None)
            if found:
                says = Sentence("“{found}” looks like law.", found=found[0])
                yield at(block, says, Sentence("Use {{law:…}}, {{card:…}} or {{value:…}}."))


@rule(
    "law-age-line",
    zh="写“满十六岁”这条线时，同一步要有法条或卡片",
    en="Where the age line of sixteen is written, the step cites a law or a card",
)
def age_line(view: PackView) -> Iterable[Wrong]:
    """The line is law; a card stands beside it."""
    for page in view.pages:
        if page.adapts:
            continue
        for step in page.steps:
            if any(one.kind in ("law", "card") for b in step.blocks for one in references(b.text)):
                continue
            found = next((b for b in step.blocks if AGE_LINE.search(b.text)), None)
            if found is not None:
                says = Sentence("The age line stands here without a card beside it.")
                yield at(found, says, Sentence("Add {{law:…}} or {{card:…}} to this step."))


@rule(
    "value-in-sum",
    zh="学生做的题里不用 {value:}",
    en="No {value:} stands in what pupils work with",
)
def value_in_sum(view: PackView) -> Iterable[Wrong]:
    """A dated value is never part of a pupil's sum."""
    for page in view.pages:
        for _, block in blocks_of(page):
            if block.kind in PUPIL_SUMS and any(r.kind == "value" for r in references(block.text)):
                says = Sentence("A dated value stands in a {kind} block.", kind=block.kind)
                yield at(block, says, Sentence("Use a made-up amount with a year, or a note."))


@rule(
    "card-parts",
    zh="卡片五部分齐全，两个年龄段都有，每段不超过四句",
    en="A card has its five sections, words for both ages, and at most four sentences each",
)
def card_parts(view: PackView) -> Iterable[Wrong]:
    """A teacher finds on it what to say, what not to say, and whom to ask."""
    for card, page in _cards(view):
        there = {part.section for part in card.parts}
        missing = [name for name in SECTIONS if name not in there]
        if missing:
            says = Sentence("The card lacks {names}.", names=" ".join(missing))
            yield at_key(page, "card", says, Sentence("Add the section: ## title {{#say}}"))
        plain = [block for step, block in blocks_of(page) if step.id == "plain"]
        pupils = [block for block in plain if not block.audiences]
        told = {age for block in pupils for age in block.ages or ("under16", "16plus")}
        for age in ("under16", "16plus"):
            if plain and age not in told:
                says = Sentence("The card has no plain words for age {age}.", age=age)
                yield at(plain[0], says, Sentence("Add ::: {{.student age={age}}}", age=age))
        for block in plain:
            count = len(_SENTENCE.findall(_REFERENCE.sub("", block.text)))
            if count > CARD_SENTENCES:
                says = Sentence("{count} sentences; a card has at most four.", count=count)
                yield at(block, says, Sentence("Keep what pupils need."))


def _laws(view: PackView) -> Iterator[Page]:
    return (page for page in view.law_pages if page.file.startswith("laws/"))


def _statements(view: PackView) -> Iterator[tuple[Provision, Step]]:
    own = {one.id: one for one in view.provisions}
    for page in _laws(view):
        if page.master:
            yield from ((own[step.id], step) for step in page.steps if step.id in own)


def _cards(view: PackView) -> Iterator[tuple[Card, Page]]:
    for page in view.law_pages:
        if page.master and page.file.startswith("cards/"):
            for card in view.cards:
                if (card.id, card.language) == (page.course, page.language):
                    yield card, page


RULES = (
    ids,
    fields,
    grades,
    asks,
    overdue,
    improvised,
    age_line,
    value_in_sum,
    card_parts,
)
