"""The traps of the law: each is found where it is said, and not where a teacher is warned of it."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from lifeskills.api import (
    Block,
    ContentError,
    CourseInfo,
    Origin,
    PackInfo,
    PackView,
    Page,
    Provision,
    Step,
    Text,
)
from lifeskills.core.curriculum import Around
from lifeskills.plugins import PluginSet

DAY = dt.date(2026, 11, 23)
WHERE = Origin("law", "cards/wages.zh.md", 12)

TRAPS = {
    "trap-weekly-hours": ["每周工作不超过44小时。", "每周44个小时", "a 44-hour week"],
    "trap-sixty-days": [
        "要在60日内申请仲裁",
        "仲裁要在六十天以内提",
        "60 days to go to arbitration",
    ],
    "trap-maternity": ["产假是90天", "90天产假", "90 days of maternity leave"],
    "trap-old-holidays": ["每月20.83天", "一年11天法定节假日", "11 public holidays"],
    "trap-intern-pay": [
        "实习报酬不低于试用期工资的80%",
        "Interns get at least 80% of probation pay",
    ],
    "trap-minimum-wage-rise": [
        "最低工资每两年都会涨",
        "The minimum wage rises every two years",
    ],
    "trap-minor-nights": [
        "未成年工不得加班、上夜班",
        "十六、十七岁不能上夜班",
        "Minor workers may not work overtime",
    ],
    "trap-police-number": ["《治安管理处罚法》第40条", "the public-security law, Article 41"],
    "trap-three-clocks": [
        "申请仲裁有两年",
        "工伤认定是2年",
        "监察只有一年",
        "inspection has one year",
    ],
    "trap-child-age": [
        "刑法说不满18岁都是儿童",
        "男生不会被拐",
        "The Criminal Law says under 18 is a child",
    ],
    "trap-agency-basis": ["中介不能收押金。{law:HRM-27}", "No deposits {law:HRM-27}"],
    "trap-probation-pay": ["试用期工资：{law:LCL-20}"],
    "trap-interns": ["实习也要签合同。{law:LCL-10}", "Interns, too {law:LCL-10}"],
    "trap-old-hours": ["{law:LL-36}"],
    "open-question": ["被骗去的人：{law:XBF-x1}", "境外园区里的人会坐牢", "in a scam compound"],
}
FINE = [
    "每周40小时。{law:SCW-3}",
    "44个同学，每周一次",
    "{law:LDM-27}60天以后再看",
    "产假98天",
    "一年里有11天下雨",
    "实习报酬：{law:INT-18}",
    "未成年工不能下矿井，加班的事问劳动部门",
    "仲裁一年；监察两年；工伤认定一年",
    "刑法里的儿童：{law:SPT-9}",
    "男生也会被骗",
    "中介不能收押金。{law:EPL-41}{law:HRM-27}",
    "{law:LCL-20}{law:LCR-15}",
    "实习看自己的规定。{law:VEL-50}{law:LCL-10}",
    "arbitration one year; inspection two years",
]


def page_of(words: str, kind: str = "touch") -> Page:
    block = Block(kind=kind, text=words, origin=WHERE)
    step = Step(id="s", title="S", kind="", origin=WHERE, blocks=(block,))
    info = CourseInfo(course="wages", title="C", aim="A")
    return Page(
        course="wages", language="zh", pack="law", file=WHERE.file, info=info, steps=(step,)
    )


def found(plugins: PluginSet, *pages: Page, law: tuple[Provision, ...] = ()) -> list[ContentError]:
    info = PackInfo(id="law", title=Text(en="Law"), version="1", kind="law", languages=("zh",))
    view = PackView(info=info, around=Around(day=DAY), law_pages=pages, provisions=law)
    errors = [error for rule in plugins.checks() for error in rule.check(view)]
    assert plugins.troubles == ()
    return errors


@pytest.mark.parametrize(
    ("rule", "words"), [(rule, one) for rule, words in TRAPS.items() for one in words]
)
def test_a_trap_is_found(first_party: PluginSet, rule: str, words: str) -> None:
    (error,) = found(first_party, page_of(f"第一行\n{words}"))

    assert (error.rule, error.file, error.line) == (rule, WHERE.file, WHERE.line)
    assert error.mend is not None


@pytest.mark.parametrize("words", [one for words in TRAPS.values() for one in words])
def test_a_warning_may_name_the_trap(first_party: PluginSet, words: str) -> None:
    assert found(first_party, page_of(f"- 不要说：{words}", kind="note")) == []


@pytest.mark.parametrize("words", FINE)
def test_what_is_right_passes(first_party: PluginSet, words: str) -> None:
    assert found(first_party, page_of(words)) == []


@pytest.mark.parametrize("site", ["zxlszx.com/x", "www.ehs.cn/1991", "zhixiaojun.com"])
def test_a_page_known_to_be_wrong_is_no_source(first_party: PluginSet, site: str) -> None:
    law = Provision(
        id="PCL-2",
        law="PCL",
        law_title=Text(zh="规定"),
        heading=Text(zh="招用"),
        text=Text(zh="不得招用。"),
        place="cn",
        grade="A",
        source=site,
        seen_on=DAY,
    )

    (error,) = found(first_party, law=(law,))
    assert error.rule == "trap-wrong-page"
    assert found(first_party, law=(dataclasses.replace(law, source="gov.cn"),)) == []
