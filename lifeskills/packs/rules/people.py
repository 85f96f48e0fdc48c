"""Rules about people: nobody gets a label, men and boys count too, girls and boys do all three."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeskills.core.balance import LEAST_LINES, LEAST_SHARE, balance
from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Block, Page
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

SHOWN = ("say", "task", "ask", "student", "slip", "home", "board")
"""What pupils and families read, hear or see on the class screen; a note may warn of a word."""
FAMILY = ("student", "home")
"""Of a guide for adults, what a family reads; the rest may use the names that offices use."""

LABELS = re.compile(
    r"留守(?:儿童|孩子|学生|的孩子)|农民工子女|打工子弟|贫困(?:学)?生|差生|后进生|学困生|问题家庭|单亲"
    r"|辍学生|外来(?:妹|工)|打工[妹仔]"
    r"|\bleft-behind (?:child|children|pupils?)\b|\bpoor (?:pupils?|students?)\b"
    r"|\b(?:weak|slow|bad) (?:pupils?|students?|learners?)\b|\bproblem famil(?:y|ies)\b"
    r"|\bsingle-parent\b|\bbroken homes?\b|\bdropouts?\b|\bfactory girls?\b",
    re.IGNORECASE,
)
"""Names for groups of children; what is said instead names a situation, never a kind of child."""

AGENCIES = re.compile(
    r"国际劳工组织|联合国|儿童基金会|世界卫生组织|妇联|妇女联合会|教育部|公安部|教育局"
    r"|\b(?:ILO|UNICEF|UNESCO|WHO|IOM|UN Women|United Nations|International Labour Organi[sz]ation"
    r"|Women['’]s Federation|Ministry of \w+)\b",
)
"""Agencies that did not write these lessons and whose name would say that they did."""

_BYLINE = re.compile(
    r"^(?:作者|编者|编写|主编|出品|Authors?|Written by|Published by)\s*[:：]?(.+)$", re.MULTILINE
)
PARTS = {
    "At risk": Sentence("At risk"),
    "Helping": Sentence("Helping"),
    "Deciding": Sentence("Deciding"),
}
HARM_CARDS = frozenset({"trafficking-crime", "forced-labour-crime"})
MEN = re.compile(r"男[孩生人子的女性]|不分男女|男男女女|不管(?:是)?谁|哥哥|弟弟|叔叔")


def _shown(page: Page) -> Iterator[Block]:
    return (block for _, block in blocks_of(page) if block.kind in SHOWN)


@rule(
    "label",
    zh="学生页、大屏和家长页不给孩子贴标签",
    en="Pupil pages, the class screen and family pages put no label on a child",
)
def labels(view: PackView) -> Iterable[Wrong]:
    """A label stays when the lesson is over."""
    mend = Sentence("Name the situation: pupils who live apart from their family.")
    guides = {page.course for page in view.guides}
    for page in (*view.pages, *view.guides):
        for block in _shown(page):
            if page.course in guides and block.kind not in FAMILY:
                continue
            if found := LABELS.search(block.text):
                yield at(block, Sentence("“{found}” is a label.", found=found[0]), mend)
        for key in ("title", "aim", "key_messages"):
            told = getattr(page.info, key)
            if found := LABELS.search(told if isinstance(told, str) else "\n".join(told)):
                yield at_key(page, key, Sentence("“{found}” is a label.", found=found[0]), mend)
    for story in view.stories:
        for passage in story.passages:
            if found := LABELS.search(passage.text):
                says = Sentence("“{found}” is a label.", found=found[0])
                yield Wrong(story.file, max(1, passage.line), says, mend)


@rule(
    "agency-author",
    zh="作者不写机构的名字",
    en="No agency's name stands as an author",
)
def agencies(view: PackView) -> Iterable[Wrong]:
    """Whoever reads the name would take the words for the agency's own."""
    mend = Sentence("Name the people or the school that wrote it; thanks go into a note.")
    for author in view.info.authors:
        if found := AGENCIES.search(author):
            says = Sentence("“{found}” stands as the author.", found=found[0])
            yield Wrong("pack.toml", 1, says, mend)
    for page in view.prose:
        for _, block in blocks_of(page):
            for line in _BYLINE.findall(block.text):
                if found := AGENCIES.search(line):
                    yield at(
                        block, Sentence("“{found}” stands as the author.", found=found[0]), mend
                    )


@rule(
    "men-too",
    zh="讲拐卖和强迫劳动的课，也讲到男孩和男人",
    en="A lesson about trafficking or forced labour names boys and men too",
)
def men_too(view: PackView) -> Iterable[Wrong]:
    """Whoever is tricked or forced to work, it is against the law."""
    for page in view.bases:
        if not page.language.startswith("zh") or not HARM_CARDS & set(page.info.cards):
            continue
        if not any(MEN.search(block.text) for block in _shown(page)):
            says = Sentence("Nobody hears that boys and men are harmed too.")
            mend = Sentence("Say it: whoever is tricked or forced to work, it is against the law.")
            yield at_key(page, "cards", says, mend)


@rule(
    "balance",
    zh="整套课里，遇险的、帮忙的、拿主意的，男女都有三成以上",
    en="Over the set, girls and boys each are 30 % of those at risk, helping and deciding",
)
def balanced(view: PackView) -> Iterable[Wrong]:
    """Boys are cheated and cry, girls decide and lead: counted in lines, sides too."""
    if view.info.master != "zh" or not view.bases:
        return
    pages = [one for one in view.around.pages if one.master and one.language == "zh"]
    texts = [block.text for page in pages for block in _shown(page)]
    for role, (girls, boys) in balance(texts).items():
        whole = girls + boys
        if whole >= LEAST_LINES and min(girls, boys) < LEAST_SHARE * whole:
            says = Sentence(
                "{role}: {girls} lines with girls or women, {boys} with boys or men.",
                role=PARTS[role],
                girls=girls,
                boys=boys,
            )
            mend = Sentence("Give the part to a girl or a boy in some of the scenes.")
            yield Wrong("pack.toml", 1, says, mend)


RULES = (labels, agencies, men_too, balanced)
