"""What is often got wrong about law: old numbers, wrong sources, wrong scope (the traps).

A ``note`` may name a trap in order to warn of it; everything else that a teacher says or a pupil
reads may not. Old numbers are known from the fact sheet's list of traps; each rule names what now
holds by its statement, never by a number of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from lifeskills.api import Block, ContentError, ContentRule, Origin, PackView, Page, Text

from .checks import wrong

WARNS = frozenset({"note"})
"""Blocks that may name a wrong number."""

_CITED = re.compile(r"\{law:([A-Z0-9]+)-([A-Za-z0-9-]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words that fall into a trap, and what to say instead, in Chinese and English."""

    id: str
    words: str
    title: tuple[str, str]
    mend: tuple[str, str]


SAID: tuple[Said, ...] = (
    Said(
        id="trap-weekly-hours",
        words=r"每周(?:工作)?(?:不超过)?\s*(?:44|四十四)\s*(?:个)?(?:小时|钟头)|\b44[- ]hours?\b",
        title=("不教每周44小时", "The 44-hour week is not taught"),
        mend=("用 {{law:SCW-3}}。", "Use {{law:SCW-3}}."),
    ),
    Said(
        id="trap-sixty-days",
        words=r"(?:60|六十)\s*(?:日|天)[^。\n]{0,12}仲裁|仲裁[^。\n]{0,12}(?:60|六十)\s*(?:日|天)"
        r"|\b60 days[^.\n]{0,30}\barbitration|\barbitration[^.\n]{0,30}\b60 days",
        title=("不教60日内申请仲裁", "Arbitration is not a matter of 60 days"),
        mend=("用 {{law:LDM-27}}。", "Use {{law:LDM-27}}."),
    ),
    Said(
        id="trap-maternity",
        words=r"产假[^。\n]{0,8}(?:90|九十)\s*天|(?:90|九十)\s*天[^。\n]{0,4}产假"
        r"|\b90 days(?:['’]| of)? maternity|\bmaternity leave[^.\n]{0,12}\b90 days",
        title=("不教产假90天", "Maternity leave is not 90 days"),
        mend=("用 {{law:FW-7}}。", "Use {{law:FW-7}}."),
    ),
    Said(
        id="trap-old-holidays",
        words=r"20\.83|(?:11|十一)\s*(?:天|个)[^。\n]{0,4}(?:法定)?节假日"
        r"|(?:法定)?节假日[^。\n]{0,6}(?:11|十一)\s*天|\b11 (?:public|national|statutory) holidays",
        title=("不用2008年的工作日和节假日", "Working days and holidays of 2008 are not used"),
        mend=(
            "工作日用 {{law:WDC-1}}，节假日看当年通知。",
            "Use {{law:WDC-1}} and the notice of the year.",
        ),
    ),
    Said(
        id="trap-intern-pay",
        words=r"实习[^。\n]{0,20}试用期工资|试用期工资[^。\n]{0,16}实习"
        r"|\bintern[^.\n]{0,40}\bprobation(?:ary)? (?:pay|wage)",
        title=("实习报酬不按试用期工资", "Interns’ pay is not counted from probation pay"),
        mend=("用 {{law:INT-18}}。", "Use {{law:INT-18}}."),
    ),
    Said(
        id="trap-minimum-wage-rise",
        words=r"最低工资[^。\n]{0,8}每两年(?:都|就|一定|必)?\s*(?:会)?(?:涨|上调|提高)"
        r"|\bminimum wage (?:rises|goes up|is raised) every two years",
        title=("不说最低工资每两年涨", "The minimum wage does not rise every two years"),
        mend=("用 {{law:MWR-10}}，每学期重查。", "Use {{law:MWR-10}}, and check each term."),
    ),
    Said(
        id="trap-minor-nights",
        words=r"(?:未成年工|(?:16|十六)[、—和到至-]*(?:17|十七)岁)[^。\n]{0,10}"
        r"(?:不得|不能|不许|禁止)[^。，\n]{0,6}(?:加班|夜班)"
        r"|\b(?:minor workers?|under[- ]18s?|16[-–]17s?)\b[^.\n]{0,20}"
        r"\b(?:may not|must not|cannot|never)\b[^.\n]{0,24}\b(?:overtime|nights?)\b",
        title=(
            "不说未成年工一律不能加班、上夜班",
            "No general ban on overtime and nights for minor workers is claimed",
        ),
        mend=("请学校问劳动部门。", "Have the school ask the labour bureau."),
    ),
    Said(
        id="trap-police-number",
        words=r"治安管理处罚法》?[^。\n]{0,4}第\s*(?:40|41|四十|四十一)\s*条"
        r"|\bpublic[- ]security[^.\n]{0,40}\barticles? (?:40|41)\b",
        title=(
            "不引治安管理处罚法的旧条号",
            "Old article numbers of the police-penalty law are not cited",
        ),
        mend=(
            "只引已核实的，例如 {{law:PSL-48}}。",
            "Cite only what is verified, e.g. {{law:PSL-48}}.",
        ),
    ),
    Said(
        id="trap-three-clocks",
        words=r"仲裁[^。；\n]{0,10}(?:两|2|二)年|工伤(?:认定)?[^。；\n]{0,10}(?:两|2|二)年"
        r"|监察[^。；\n]{0,10}(?:一|1)年|\barbitration[^.;\n]{0,24}\b(?:two|2) years"
        r"|\binjury[^.;\n]{0,24}\b(?:two|2) years|\binspection[^.;\n]{0,24}\b(?:one|1) year\b",
        title=("三个期限不混", "Three time limits are not mixed up"),
        mend=(
            "仲裁 {{law:LDM-27}}，监察 {{law:LSI-20}}，工伤认定 {{law:WII-17}}。",
            "Arbitration {{law:LDM-27}}, inspection {{law:LSI-20}}, injury {{law:WII-17}}.",
        ),
    ),
    Said(
        id="trap-child-age",
        words=r"刑法[^。\n]{0,12}(?:18|十八)(?:周)?岁[^。\n]{0,8}儿童|男(?:人|生|孩|的)(?:也)?不会被拐"
        r"|\bcriminal law[^.\n]{0,40}\bunder (?:18|eighteen)[^.\n]{0,20}\bchild"
        r"|\bboys? (?:are|is) never trafficked",
        title=(
            "不混两把尺子的岁数，不漏掉男孩",
            "Two definitions are not mixed, boys are not left out",
        ),
        mend=("用 {{law:SPT-9}} 和 {{law:PAL-3-d}}。", "Use {{law:SPT-9}} and {{law:PAL-3-d}}."),
    ),
)
"""Traps T1 to T5, T9, T10 and T13 to T15 of the fact sheet, as words."""

WRONG_PAGES = re.compile(r"\b(?:zxlszx\.com|ehs\.cn|zhixiaojun\.com)", re.IGNORECASE)
"""Pages that print the 1991 text under a new number, or articles that do not exist (T6, T7)."""

OPEN = re.compile(
    r"\{law:(XBF-[A-Za-z0-9-]+)\}|((?:境外|诈骗|缅北)[^。\n]{0,4}园区|电诈"
    r"|\bscam (?:compound|park)s?)",
    re.IGNORECASE,
)
"""How people tricked into scam compounds are treated is an open question: nothing is stated."""

DEPOSIT = re.compile(
    r"押金|扣[^。\n]{0,6}(?:证|身份)|\bdeposits?\b|\b(?:hold|keep)[a-z]* [^.\n]{0,12}\bID\b"
)
INTERNS = re.compile(r"实习|\bintern", re.IGNORECASE)
INTERN_LAWS = frozenset({"VEL", "INT", "JSI", "JSL", "WSL"})


def _lines(pack: PackView) -> Iterator[tuple[Block, str]]:
    """Every line that is said or read: lessons, guides and cards, warnings left out."""
    for page in _pages(pack):
        for step in page.steps:
            for block in step.blocks:
                if block.kind not in WARNS:
                    yield from ((block, line) for line in block.text.splitlines())


def _pages(pack: PackView) -> Iterator[Page]:
    yield from (*pack.pages, *pack.guides)
    yield from (page for page in pack.law_pages if page.file.startswith("cards/"))


def _said(trap: Said) -> Callable[[PackView], Iterable[ContentError]]:
    words = re.compile(trap.words, re.IGNORECASE)

    def look(pack: PackView) -> Iterator[ContentError]:
        for block, line in _lines(pack):
            found = words.search(line)
            if found:
                says = ("“{said}”已经过时或者说错了。", "“{said}” is out of date or wrong.")
                yield wrong(block.origin, trap.id, says, trap.mend, said=found[0])

    return look


def wrong_page(pack: PackView) -> Iterator[ContentError]:
    """No statement or lesson rests on a page that is known to be wrong."""
    told = [(_origin(pack, one.id), one.source) for one in pack.provisions]
    told += [
        (Origin(pack.info.id, page.file, page.line("sources")), source)
        for page in pack.pages
        for source in page.info.sources
    ]
    for where, source in told:
        found = WRONG_PAGES.search(source)
        if found:
            says = ("来源 {page} 登的条文是错的。", "The source {page} prints wrong articles.")
            mend = ("换成官方文本。", "Take the official text.")
            yield wrong(where, "trap-wrong-page", says, mend, page=found[0])


def agency_basis(pack: PackView) -> Iterator[ContentError]:
    """The ban on agencies holding papers and deposits is not in the 2018 regulation (T8)."""
    for block, line in _lines(pack):
        cited = [law for law, _ in _CITED.findall(line)]
        if "HRM" in cited and DEPOSIT.search(line) and not {"EPL", "HRS", "LCL"} & set(cited):
            says = ("扣证件、收押金不在人力资源市场条例里。", "That regulation says nothing of it.")
            mend = (
                "用 {{law:EPL-41}} 或 {{law:EPL-66}}。",
                "Use {{law:EPL-41}} or {{law:EPL-66}}.",
            )
            yield wrong(block.origin, "trap-agency-basis", says, mend)


def probation_pay(pack: PackView) -> Iterator[ContentError]:
    """The 80 % rule is worded in two ways: who cites one cites the other (T11)."""
    for block, line in _lines(pack):
        if "{law:LCL-20}" in line and "{law:LCR-15}" not in line:
            says = ("试用期80%有两种写法，这里只引了一种。", "Of two wordings only one is cited.")
            mend = ("把 {{law:LCR-15}} 也引上。", "Cite {{law:LCR-15}} beside it.")
            yield wrong(block.origin, "trap-probation-pay", says, mend)


def interns(pack: PackView) -> Iterator[ContentError]:
    """Rules for employees are not put on interns as they stand (T12)."""
    for block, line in _lines(pack):
        cited = {law for law, _ in _CITED.findall(line)}
        if INTERNS.search(line) and cited & {"LCL", "LCR"} and not cited & INTERN_LAWS:
            says = (
                "讲实习，引的却是劳动合同法。",
                "This is about interns, and cites employees’ law.",
            )
            mend = (
                "用 {{law:INT-16}}、{{law:VEL-50}} 等。",
                "Use {{law:INT-16}}, {{law:VEL-50}} and others.",
            )
            yield wrong(block.origin, "trap-interns", says, mend)


def old_hours(pack: PackView) -> Iterator[ContentError]:
    """Nobody teaches from the article with the older weekly hours (T1)."""
    for block, line in _lines(pack):
        if "{law:LL-36}" in line:
            says = ("劳动法第36条写的是旧工时。", "That article holds the older hours.")
            yield wrong(
                block.origin,
                "trap-old-hours",
                says,
                ("用 {{law:SCW-3}}。", "Use {{law:SCW-3}}."),
            )


def open_question(pack: PackView) -> Iterator[ContentError]:
    """Lessons and cards state nothing about what is open."""
    for block, line in _lines(pack):
        found = OPEN.search(line)
        if found:
            says = ("{id} 说的事还没有定论，课上不讲。", "{id} is about an open question.")
            mend = ("请民警或律师来讲。", "Have the police or a lawyer explain.")
            yield wrong(block.origin, "open-question", says, mend, id=found[1] or found[2])


def _origin(pack: PackView, id: str) -> Origin:
    """Where a statement stands."""
    for page in pack.law_pages:
        for step in page.steps:
            if step.id == id and page.master:
                return step.origin
    return Origin(pack.info.id, "laws", 1)


TRAPS: tuple[ContentRule, ...] = (
    *(
        ContentRule(id=one.id, title=Text(zh=one.title[0], en=one.title[1]), check=_said(one))
        for one in SAID
    ),
    *(
        ContentRule(id=rule, title=Text(zh=zh, en=en), check=check)
        for rule, zh, en, check in (
            ("trap-wrong-page", "不用已知有错的网页", "No page known to be wrong", wrong_page),
            (
                "trap-agency-basis",
                "中介扣证收押金引对法",
                "The right law on agencies",
                agency_basis,
            ),
            ("trap-probation-pay", "试用期工资引两条", "Both articles on probation", probation_pay),
            ("trap-interns", "实习引实习的规定", "Interns’ own rules", interns),
            ("trap-old-hours", "不引旧工时那条", "Not the older hours", old_hours),
            ("open-question", "没有定论的不讲", "Open questions stay open", open_question),
        )
    ),
)
