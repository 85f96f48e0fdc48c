"""A small curriculum that breaks no rule: what each test changes, one thing at a time."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from lifeskills.core.curriculum import Rank
from lifeskills.core.folders import PackFolder
from lifeskills.core.setting import AgeBand, Setting, Side
from lifeskills.packs.stamp import stamp

DAY = dt.date(2026, 11, 23)
ACTIVITIES = frozenset(
    {"think-pair-share", "card-sort", "mini-input", "quiz-relay", "help-map", "exit-slip"}
)

PACK = """id = "{id}"
title = {{ zh = "{id}包", en = "Pack {id}" }}
version = "1.0"
api = 1
kind = "{kind}"
languages = ["zh", "en"]
when = {when}
after = []
licence = "CC-BY-SA-4.0"
authors = ["The writers"]
aliases = []
"""

LESSON_ZH = """+++
course = "say-no"
number = 8
title = "学会说不"
aim = "会用一句话说不。"
module = "together"
why_it_matters = "会说不，才能停下来想一想。"
audiences = ["g7-9", "parents"]
bands = ["under16", "mixed", "16plus"]
minutes = { g7-9 = 45, parents = 60 }
skills = ["decision-making"]
cards = ["min-age"]
slots = ["班会"]
sensitivity = 2
key_messages = ["说不，也可以很温和。"]
episode = "E1"
checked_on = 2026-11-01
sources = ["own"]

[[objectives]]
id = "o1"
kind = "S"
text = "会说不"

[[materials]]
id = "board"
item = "黑板"
rule = "per_class"
quantity = 1
free = "旧挂历背面"

[preparation]
minutes = 10
tasks = ["念一遍"]

[[local_facts_needed]]
id = "care"
ask = "找哪位老师？"
whom = "校长"
+++

## 热身 {#warm .think-pair-share .class-meeting phase=open minutes=4 least=2 shape=pairs needs=must serves=o1}
::: {.say #opening .slot}
（本地开场）
:::

## 分一分 {#sort .card-sort .class-meeting phase=try minutes=14 least=6 shape=fours needs=must serves=o1 talk=home}
::: {.task #case .slot read=teacher}
（本地案例）
:::
::: {.do age=under16}
念给小的听。
:::
::: {.do age=16plus}
念给大的听。
:::
::: {.note size=small}
围成一圈。
:::
::: opt-out
可以画画。
:::
::: care
谢谢你告诉我。{law:LPM-11} 有危险打 {number:110}。
:::

## 想一想 {#think .think-pair-share .class-meeting phase=reflect minutes=8 least=4 shape=pairs needs=must serves=o1}
::: ask
- 他为什么犹豫？
:::
::: touch
- 怕伤了面子。
:::
::: {.note audience=parents}
家长也想一想。
:::

## 说明白 {#explain .mini-input .class-meeting phase=explain minutes=7 least=3 shape=class needs=must serves=o1}
::: say
{card:min-age}

最低工资：{value:minimum-wage}。要问人，看 {course:say-no}。先把书读下去，走远了也能回来。
:::
::: board
停
想
说
:::

## 接力 {#relay .quiz-relay phase=use minutes=8 least=4 shape=pairs needs=should serves=o1 checks=o1}
::: {.task #local .slot}
（本地练习）
:::
::: ask
- 满十六岁以前，能去干活吗？{law:PCL-2}
:::
::: touch
- 不能。
:::

## 小纸条 {#slip .exit-slip .class-meeting phase=close minutes=4 least=2 shape=alone needs=must checks=o1}
::: {.say #help .slot}
（本地帮手）
:::
::: slip
1. 我会说的一句话：____
:::
::: home
教给家里一个人。{number:care-person}
:::
"""

LESSON_EN = """+++
course = "say-no"
title = "Saying no"
aim = "Say no in one sentence."
why_it_matters = "Who can say no can stop and think."
slots = ["Class meeting"]
key_messages = ["A no may be gentle."]

[[objectives]]
id = "o1"
text = "Can say no"

[[materials]]
id = "board"
item = "Blackboard"
free = "The back of an old calendar"

[preparation]
tasks = ["Read it once"]

[[local_facts_needed]]
id = "care"
ask = "Which teacher?"
whom = "The principal"
+++

## Warm up {#warm of=00000000}
::: {.say #opening .slot}
(local opening)
:::

## Sort {#sort of=00000000}
::: {.task #case .slot read=teacher}
(local case)
:::
::: {.do age=under16}
Read to the young.
:::
::: {.do age=16plus}
Read to the older.
:::
::: {.note size=small}
Sit in a ring.
:::
::: opt-out
You may draw.
:::
::: care
Thank you for telling me. {law:LPM-11} In danger call {number:110}.
:::

## Think {#think of=00000000}
::: ask
- Why does he hesitate?
:::
::: touch
- He fears for his face.
:::
::: {.note audience=parents}
Parents think too.
:::

## Make sense {#explain of=00000000}
::: say
{card:min-age}

Minimum wage: {value:minimum-wage}. See {course:say-no}. School first; whoever went far may come back.
:::
::: board
Stop
Think
Say
:::

## Relay {#relay of=00000000}
::: {.task #local .slot}
(local practice)
:::
::: ask
- May one be hired before? {law:PCL-2}
:::
::: touch
- No.
:::

## Slip {#slip of=00000000}
::: {.say #help .slot}
(local helpers)
:::
::: slip
1. My sentence: ____
:::
::: home
Teach one person at home. {number:care-person}
:::
"""

OVERLAY = """+++
adapts = "say-no"
{front}+++

## {t1} {{#warm of=00000000}}
::: {{.say #opening}}
{opening}
:::

## {t2} {{#sort of=00000000}}
::: {{.task #case}}
{case}
:::

## {t3} {{#relay of=00000000}}
::: {{.task #local}}
{local}
:::

## {t4} {{#slip of=00000000}}
::: {{.say #help}}
{help}
:::
"""
ZH = {"t1": "热身", "t2": "分一分", "t3": "接力", "t4": "小纸条"}
EN = {"t1": "Warm up", "t2": "Sort", "t3": "Relay", "t4": "Slip"}


def overlay(titles: dict[str, str], **blocks: str) -> str:
    """An overlay file; ``front`` may add front matter."""
    return OVERLAY.format(**{"front": "", **titles, **blocks})


SENDING_ZH = overlay(
    ZH,
    opening="石桥村的小卖部前，小薇在等外婆。",
    case="集市上，一个熟人叫小冬上车。",
    local="村口的桥边，有人请你帮忙搬货。",
    help="村里的妇联阿姨，学校的林老师。",
)
SENDING_EN = overlay(
    EN,
    opening="Xiao Wei waits by the village shop.",
    case="At the market somebody calls Xiao Dong.",
    local="By the bridge you are asked to carry boxes.",
    help="The women's federation worker; Teacher Lin.",
)
RECEIVING_ZH = overlay(
    ZH,
    opening="放学了，小宇在地铁站口修耳机。",
    case="夜市里有家店缺一个收银的人。",
    local="楼下奶茶店老板娘喊你顶一个班。",
    help="社区的周警官，女工之家的红姐。",
)
RECEIVING_EN = overlay(
    EN,
    opening="After school Xiao Yu mends earphones at the metro.",
    case="A night-market stall lacks a cashier.",
    local="The tea shop downstairs wants you for a shift.",
    help="Officer Zhou of the community; Sister Hong.",
)

LAW_ZH = """+++
law = "LPM"
title = "未成年人保护法"
place = "cn"
from = 2021-06-01
source = "mirror"
seen_on = 2025-04-19
review_by = 2027-11-23
+++

## 报告 {#LPM-11 grade=A}
::: statement
发现孩子受害，要马上报告。
:::
"""
LAW_EN = """+++
law = "LPM"
title = "Law on the Protection of Minors"
+++

## Report {#LPM-11 of=00000000}
::: statement
Harm to a child must be reported at once.
:::
"""
PCL_ZH = (
    LAW_ZH.replace("LPM", "PCL")
    .replace("PCL-11", "PCL-2")
    .replace("未成年人保护法", "禁止使用童工规定")
)
PCL_EN = LAW_EN.replace("LPM", "PCL").replace("PCL-11", "PCL-2").replace("Law on the", "Rules on")

CARD_ZH = """+++
card = "min-age"
title = "十六岁这条线"
articles = ["PCL-2"]
review_by = 2027-11-23
+++

## 说给学生听 {#plain}
::: {.student age=under16}
没到年龄，谁也不能招你。
:::
::: {.student age=16plus}
到了年龄，也有特别的保护。
:::

## 老师可以这样说 {#say}
::: say
这条线是给大人画的。
:::

## 不要这样说 {#dont}
::: note
不要问谁干过活。
:::

## 学生可能会问 {#questions}
::: ask
- 爸妈同意呢？
:::
::: touch
- 也不行。
:::

## 拿不准问谁 {#whom}
::: do
问劳动窗口。
:::
"""
CARD_EN = """+++
card = "min-age"
title = "The line of sixteen"
+++

## For pupils {#plain of=00000000}
::: {.student age=under16}
Nobody may hire you yet.
:::
::: {.student age=16plus}
You may work, with special protection.
:::

## Say {#say of=00000000}
::: say
The line binds adults.
:::

## Do not say {#dont of=00000000}
::: note
Do not ask who has worked.
:::

## Questions {#questions of=00000000}
::: ask
- And if parents agree?
:::
::: touch
- Still no.
:::

## Whom {#whom of=00000000}
::: do
Ask the labour window.
:::
"""

GUIDE_ZH = """+++
guide = "disclosure-card"
title = "学生开口时"
checked_on = 2026-11-01
+++

## 先听 {#listen}
::: say
谢谢你告诉我。{law:LPM-11}
:::
"""
GUIDE_EN = """+++
guide = "disclosure-card"
title = "When a pupil speaks"
+++

## Listen first {#listen of=00000000}
::: say
Thank you for telling me. {law:LPM-11}
:::
"""

AUDIENCES = """[[audience]]
id = "g7-9"
title = { zh = "初中", en = "Lower secondary" }
band = "under16"
minutes = 45

[[audience]]
id = "parents"
title = { zh = "家长", en = "Parents" }
minutes = 60
learner = false
"""
SKILLS = '[[skill]]\nid = "decision-making"\ntitle = { zh = "做决定", en = "Decisions" }\n'
MODULES = """[[module]]
id = "together"
number = 2
title = { zh = "与人相处", en = "Together" }
courses = ["say-no", "my-help-net"]
"""
PATHWAYS = """[[pathway]]
id = "grade-7"
title = { zh = "七年级", en = "Grade 7" }
audience = "g7-9"
courses = ["say-no", "my-help-net"]
"""
CALENDAR = """[[year]]
year = 2026
announced = true
source = "gov.cn"
seen_on = 2026-11-25
off = [{ first = 2026-10-01, last = 2026-10-07, title = { zh = "国庆节", en = "National Day" } }]
work = [{ day = 2026-09-20 }, { day = 2026-10-10, as = "friday" }]
"""
NUMBERS = """[[number]]
id = "110"
call = "110"
for = { zh = "公安报警", en = "police" }
scope = "cn"
grade = "A"
source = "mps"
always = true

[[number]]
id = "12333"
call = "12333"
for = { zh = "劳动咨询", en = "labour advice" }
scope = "cn"
grade = "C"
source = "hearsay"
"""
PLACE = """id = "guizhou"
title = { zh = "贵州", en = "Guizhou" }
side = "sending"
iso = "CN-GZ"
"""
VALUES = """[[value]]
id = "minimum-wage"
title = { zh = "最低工资", en = "Minimum wage" }
tier = "1"
amount = 2130
unit = { zh = "元/月", en = "yuan a month" }
from = 2025-02-01
grade = "C"
source = "app"
seen_on = 2026-01-01
review_by = 2027-05-23
"""
LOCAL = """[[local]]
id = "care-person"
label = { zh = "负责保护学生的老师", en = "the teacher in charge of protection" }
ask = { zh = "是谁？", en = "Who is it?" }
"""
SIGNALS = '[[signal]]\nid = "secret"\ntitle = { zh = "要保密", en = "Keep it secret" }\n'
HELPERS = '[[helper]]\nid = "teacher"\ntitle = { zh = "老师", en = "teacher" }\n'

ENDING = '{"helpers":["teacher"],"gained":"g","way_back":"w","small_step":"s"}'
STORY = (
    (
        ":: StoryTitle\nTITLE\n\n:: StoryData\n"
        '{"ifid":"4A702D25-AEF1-4153-B350-CE284FB09360","format":"Harlowe","format-version":"3.3.9",'
        '"start":"d1","id":"E1","bands":["under16"],"courses":["say-no"]}\n\n'
        + "".join(
            f":: d{n} [decision care-more{' signal-secret' if n == 1 else ''}]"
            f' {{"helpers":["teacher"]}}\nTEXT {n}\n\n[[go->m{n}]]\n[[stay->s{n}]]\n\n'
            f':: m{n} [care-more] {{"helpers":["teacher"]}}\nTEXT\n\n[[on->{on}]]\n\n'
            f":: s{n} [care-some]\nTEXT\n\n[[on->{on}]]\n\n"
            for n, on in ((1, "d2"), (2, "d3"), (3, "e1"))
        )
        + f":: e1 [ending] {ENDING}\nTEXT\n\n:: e2 [ending] {ENDING}\nTEXT\n\n"
        + f":: e3 [ending] {ENDING}\nTEXT\n\n:: debrief [debrief]\n- WHY?\n"
    )
    .replace("s2]]\n", "s2]]\n[[leave->e2]]\n", 1)
    .replace("s3]]\n", "s3]]\n[[leave->e3]]\n", 1)
)


def sample() -> dict[str, str]:
    """The files by their path, not stamped."""
    return {
        "core/pack.toml": PACK.format(id="core", kind="curriculum", when="{}"),
        "core/audiences.toml": AUDIENCES,
        "core/skills.toml": SKILLS,
        "core/modules.toml": MODULES,
        "core/pathways.toml": PATHWAYS,
        "core/calendar.toml": CALENDAR,
        "core/lessons/08-say-no.zh.md": LESSON_ZH,
        "core/lessons/08-say-no.en.md": LESSON_EN,
        "core/guides/disclosure-card.zh.md": GUIDE_ZH,
        "core/guides/disclosure-card.en.md": GUIDE_EN,
        "sending/pack.toml": PACK.format(id="sending", kind="overlay", when='{ side = "sending" }'),
        "sending/lessons/08-say-no.zh.md": SENDING_ZH,
        "sending/lessons/08-say-no.en.md": SENDING_EN,
        "receiving/pack.toml": PACK.format(
            id="receiving", kind="overlay", when='{ side = "receiving" }'
        ),
        "receiving/lessons/08-say-no.zh.md": RECEIVING_ZH,
        "receiving/lessons/08-say-no.en.md": RECEIVING_EN,
        "law/pack.toml": PACK.format(id="law", kind="law", when="{}"),
        "law/laws/LPM.zh.md": LAW_ZH,
        "law/laws/LPM.en.md": LAW_EN,
        "law/laws/PCL.zh.md": PCL_ZH,
        "law/laws/PCL.en.md": PCL_EN,
        "law/cards/min-age.zh.md": CARD_ZH,
        "law/cards/min-age.en.md": CARD_EN,
        "law/numbers.toml": NUMBERS,
        "guizhou/pack.toml": PACK.format(
            id="guizhou", kind="facts", when='{ province = "guizhou" }'
        ),
        "guizhou/place.toml": PLACE,
        "guizhou/values.toml": VALUES,
        "guizhou/local.toml": LOCAL,
        "stories/pack.toml": PACK.format(id="stories", kind="stories", when="{}"),
        "stories/signals.toml": SIGNALS,
        "stories/helpers.toml": HELPERS,
        "stories/stories/e1.zh.twee": STORY.replace("TITLE", "空座位").replace("TEXT", "话"),
        "stories/stories/e1.en.twee": STORY.replace("TITLE", "The seat"),
    }


def write(root: Path, files: dict[str, str | bytes] | dict[str, str]) -> list[PackFolder]:
    """Write the files and give the folders that hold a ``pack.toml``."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folders(root)


def folders(root: Path, rank: Rank = "shipped") -> list[PackFolder]:
    """The pack folders below a root."""
    return [PackFolder(path.parent, rank) for path in sorted(root.rglob("pack.toml"))]


def write_stamped(root: Path, files: dict[str, str] | None = None) -> list[PackFolder]:
    """Write the sample and stamp every pack."""
    found = write(root, files if files is not None else sample())
    for folder in found:
        stamp(found, folder.path.name)
    return found


def setting(
    audience: str = "g7-9",
    band: AgeBand | None = "under16",
    *,
    side: Side = "sending",
    language: str = "zh",
    place: str = "guizhou",
    size: int | None = 50,
    older: tuple[str, ...] = (),
    day: dt.date = DAY,
) -> Setting:
    """A setting with everything that a test does not care about."""
    return Setting(
        audience=audience,
        band=band,
        place=place,
        side=side,
        language=language,
        day=day,
        size=size,
        older=older,
    )
