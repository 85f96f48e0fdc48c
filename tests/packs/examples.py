"""For every rule one thing done wrong: (file, what is there, what is put instead)."""

from __future__ import annotations

from tests.packs.sample import ZH, overlay

BASE = "core/lessons/08-say-no.zh.md"
BASE_EN = "core/lessons/08-say-no.en.md"
SENDING = "sending/lessons/08-say-no.zh.md"
RECEIVING = "receiving/lessons/08-say-no.zh.md"
LPM = "law/laws/LPM.zh.md"
CARD = "law/cards/min-age.zh.md"
STORY = "stories/stories/e1.zh.twee"

Change = tuple[str, str, str]
NEW = ""
"""As "what is there": the file does not exist yet."""

ANOTHER = """+++
course = "say-no"
title = "又一课"
aim = "a"
module = "together"
why_it_matters = "w"
audiences = ["g7-9"]
minutes = { g7-9 = 45 }
skills = ["decision-making"]
slots = []
sensitivity = 0
key_messages = []
checked_on = 2026-11-01
sources = []
[[objectives]]
id = "o1"
kind = "K"
text = "t"
+++
"""

SITTING = (
    ANOTHER.replace('"say-no"', '"sitting"')
    .replace("g7-9 = 45", "g7-9 = 25")
    .replace('title = "又一课"', 'title = "起点"\nsitting = true')
    + """
## 问一问 {#ask phase=try minutes=25 least=16 shape=alone needs=must serves=o1 checks=o1}
::: {.task read=teacher}
**1** 找谁？

**2** 先做什么？
:::
::: {.task age=under16}
**3** 小的答。
:::
::: {.task age=16plus}
**3** 大的答。
:::
"""
)
SAT = "core/lessons/sitting.zh.md"

EXAMPLES: dict[str, Change] = {
    # what is asked and not taught
    "sitting-frame": (SAT, NEW, SITTING.replace("g7-9 = 25", "g7-9 = 40")),
    "sitting-items": (SAT, NEW, SITTING.replace("**3** 大的", "**4** 大的")),
    "sitting-answers": (SAT, NEW, SITTING.replace("找谁？", "找谁？{law:LPM-11}")),
    # what the readers see
    "block-empty": (BASE, "停\n想\n说\n", ""),
    "block-unknown": (BASE, "::: board", "::: bord"),
    "close-without-open": (BASE, "停\n想\n说\n:::\n", "停\n想\n说\n:::\n:::\n"),
    "control": (BASE, "可以画画。", "可以\x1b[2J画画。"),
    "course-twice": (
        "sending/lessons/x.zh.md",
        NEW,
        ANOTHER,
    ),
    "fence-unclosed": (BASE, "可以画画。", "```\n可以画画。"),
    "file-name": ("core/lessons/x.fr.md", NEW, "+++\n+++\n"),
    "frame-attribute": (BASE, "{.do age=under16}", "{.do age=under16 !}"),
    "frame-line": (BASE, "::: board", "::: board 大家看"),
    "front-missing": (BASE, "+++\ncourse", "course"),
    "front-unclosed": ("core/lessons/y.zh.md", NEW, '+++\ncourse = "y"\n'),
    "full-width": (BASE, "::: board", "：：： board"),
    "heading": (BASE, "停\n想\n", "停\n### 想\n"),
    "html": (BASE, "可以画画。", "可以<b>画画</b>。"),
    "id-missing": (BASE, "## 小纸条 {#slip ", "## 小纸条 {"),
    "id-twice": (BASE, "{.task #local .slot}", "{.task #case .slot}"),
    "indented": (BASE, "::: board", "  ::: board"),
    "key-missing": (BASE, 'aim = "会用一句话说不。"\n', ""),
    "key-twice": (BASE, "minutes=4 least=2 shape=pairs", "minutes=4 minutes=5 least=2 shape=pairs"),
    "key-unknown": (BASE, 'aim = "', 'goal = "x"\naim = "'),
    "key-value": (BASE, "phase=open", "phase=start"),
    "mark-unknown": (BASE, "{.do age=under16}", "{.do .sloot age=under16}"),
    "nested": (BASE, "念给小的听。", "念给小的听。\n::: note\n别急。\n:::"),
    "outside": (BASE, "## 想一想", "忘了放进块里。\n\n## 想一想"),
    "pack-api": ("law/pack.toml", "api = 1", "api = 99"),
    "reference": (BASE, "{law:LPM-11}", "{law: LPM-11}"),
    "step-heading": (BASE, "## 想一想 {#think", "## 想一想 #think"),
    "story-data": (STORY, ":: StoryData", ":: StoryDate"),
    "story-heading": (STORY, ":: m1 [care-more]", ":: [care-more]"),
    "story-json": (STORY, '{"helpers":["teacher"]}\n话 1', '{"helpers":[teacher]}\n话 1'),
    "story-tag": (STORY, ":: m1 [care-more]", ":: m1 [care-more careful]"),
    "toml": (BASE, 'title = "学会说不"', "title = 学会说不"),
    "unclosed": (BASE, "可以画画。\n:::\n", "可以画画。\n"),
    # packs
    "pack-licence": ("core/pack.toml", 'licence = "CC-BY-SA-4.0"', 'licence = "free"'),
    "pack-words": ("core/pack.toml", ', en = "Pack core"', ""),
    "entry-twice": ("law/numbers.toml", 'id = "12333"', 'id = "110"'),
    "number-fields": ("law/numbers.toml", 'source = "hearsay"', 'source = ""'),
    "value-fields": ("guizhou/values.toml", "seen_on = 2026-01-01\n", ""),
    # names
    "name-unknown": (BASE, 'module = "together"', 'module = "togther"'),
    "reference-unknown": (BASE, "{number:110}", "{number:111}"),
    "activity-unknown": (BASE, ".card-sort", ".card-sport"),
    "condition-unknown": (BASE, "audience=parents", "audience=workers"),
    "age-unheard": (BASE, '["under16", "mixed", "16plus"]', '["under16"]'),
    "number-twice": (
        "core/lessons/z.zh.md",
        NEW,
        ANOTHER.replace('"say-no"', '"z"\nnumber = 8'),
    ),
    "pack-names": ("core/pack.toml", "after = []", 'after = ["cor"]'),
    "pathway-minutes": (
        "core/pathways.toml",
        'audience = "g7-9"\n',
        'audience = "g7-9"\nminutes = 10\n',
    ),
    "pathway-names": ("core/pathways.toml", '"my-help-net"', '"my-helpnet"'),
    "calendar-days": ("core/calendar.toml", "day = 2026-09-20", "day = 2026-09-21"),
    "scope-unknown": ("law/numbers.toml", 'scope = "cn"', 'scope = "yunnan"'),
    # minutes
    "minutes-sum": (BASE, "minutes=14", "minutes=13"),
    "minutes-audience": (BASE, ", parents = 60 }", " }"),
    "step-minutes": (BASE, "minutes=14 least=6", "minutes=14 least=15"),
    "fit": (BASE, "minutes=14 least=6", "minutes=40 least=36"),
    "class-meeting": (BASE, "{#sort .card-sort .class-meeting", "{#sort .card-sort"),
    "rescue": (
        BASE,
        "phase=close minutes=4 least=2 shape=alone needs=must",
        "phase=close minutes=4 least=2 shape=alone needs=should",
    ),
    "phases": (BASE, "phase=explain", "phase=reflect"),
    "answer-shown": (BASE, "::: board\n", "::: board\n答案：四。\n"),
    "close-last": (BASE, ".exit-slip", ".help-map"),
    "opening-share": (BASE, "phase=open minutes=4", "phase=open minutes=8"),
    "active-share": (BASE, "minutes=14 least=6 shape=fours", "minutes=14 least=6 shape=class"),
    # objectives
    "objective-served": (BASE, "serves=o1", "talk=home"),
    "objective-checked": (BASE, "checks=o1", "talk=home"),
    "objective-unknown": (BASE, "checks=o1", "checks=o7"),
    # overlays
    "overlay-course": (SENDING, 'adapts = "say-no"', 'adapts = "say-yes"'),
    "overlay-step": (SENDING, "{#warm", "{#warmer"),
    "overlay-block": (SENDING, "{.say #opening}", "{.do #opening}"),
    "overlay-clash": (
        "other/lessons/o.zh.md",
        NEW,
        overlay(ZH, opening="甲", case="乙", local="丙", help="丁"),
    ),
    "slots-there": (BASE, "#help .slot", "#help"),
    "slots-filled": (SENDING, "#help", "#hilfe"),
    "slots-differ": (
        RECEIVING,
        "放学了，小宇在地铁站口修耳机。",
        "石桥村的小卖部前，小宇在等外婆。",
    ),
    "overlay-own-words": (BASE, "（本地案例）", "集市上，一个熟人叫小冬上车。"),
    # translations
    "translation-steps": (BASE_EN, "{#think", "{#thinking"),
    "translation-blocks": (BASE_EN, "{.do age=16plus}", "{.do}"),
    "translation-words": (BASE_EN, 'slots = ["Class meeting"]', "slots = []"),
    "translation-orphan": (BASE_EN, 'course = "say-no"', 'course = "say-nothing"'),
    "stale": (BASE_EN, "{#think of=", "{#think of=11111111 of="),
    "unstamped": (BASE_EN, "{#think of=", "{#think of=00000000 of="),
    # law
    "law-id": (LPM, "{#LPM-11 ", "{#LMP-11 "),
    "law-fields": (LPM, "review_by = 2027-11-23\n", ""),
    "card-asks": (CARD, "review_by", 'asks = ["LPM-11"]\nreview_by'),
    "law-grade": (LPM, "grade=A", "grade=C"),
    "law-overdue": (LPM, "review_by = 2027-11-23", "review_by = 2026-11-22"),
    "law-number": (BASE, "可以画画。", "依法罚5000元。"),
    "law-age-line": (BASE, "他为什么犹豫？", "他不满十六岁，为什么犹豫？"),
    "value-in-sum": (BASE, "1. 我会说的", "1. {value:minimum-wage} 我会说的"),
    "card-parts": (CARD, "到了年龄，也有特别的保护。", "一。二。三。四。五。"),
    # words
    "word-forbidden": (BASE, "（本地开场）", "小心上当！"),
    "board-lines": (BASE, "停\n想\n说\n", "一\n二\n三\n四\n五\n六\n七\n"),
    "front-length": (BASE, 'title = "学会说不"', 'title = "学会说不学会说不学会说不学会说"'),
    "care-missing": (BASE, "::: opt-out", "::: note"),
    "label": (BASE, "（本地开场）", "小明是差生。"),
    "agency-author": (
        "core/pack.toml",
        'authors = ["The writers"]',
        'authors = ["国际劳工组织"]',
    ),
    "men-too": (BASE, 'cards = ["min-age"]', 'cards = ["min-age", "trafficking-crime"]'),
    "balance": (BASE, "（本地开场）", "小薇害怕了。\n" * 40),
    "school-first": (BASE, "先把书读下去，走远了也能回来。", ""),
    "step-out": (BASE, ".think-pair-share .class-meeting phase=reflect", ".hot-seat phase=reflect"),
    "printable-there": (
        BASE,
        "[preparation]",
        '[[printables]]\nid = "cards"\ntitle = "卡"\npages = 1\ncopies = "per_group"\n\n[preparation]',
    ),
    "why-you": (BASE, "他为什么犹豫？", "你为什么不说？"),
    "home-safe": (BASE, "教给家里一个人。", "回家拍一张照片。"),
    "reply-not-promise": (
        BASE,
        (
            ".think-pair-share .class-meeting phase=reflect minutes=8 least=4 shape=pairs needs=must"
            " serves=o1}\n::: ask\n- 他为什么犹豫？"
        ),
        (
            ".youth-forum .class-meeting phase=reflect minutes=8 least=4 shape=pairs needs=must"
            " serves=o1}\n::: ask\n- 校长答应了什么？"
        ),
    ),
    "hard-word": ("core/modules.toml", "与人相处", "看清剥削"),
    "sentence-length": (
        BASE,
        "教给家里一个人。",
        "教给家里一个人怎么说不怎么停下来怎么再想一想怎么找人帮忙。",
    ),
    "rare-character": (BASE, "教给家里一个人。", "教给家里一个人：别囫囵。"),
    "answers-match": (BASE, "- 不能。", "- 不能。\n- 再说。"),
    # stories
    "story-exit": (STORY, "[[on->d2]]", "[[on->m1]]"),
    "story-careful": (STORY, ":: m1 [care-more]", ":: m1 [care-less]"),
    "story-names": (STORY, '"helpers":["teacher"]', '"helpers":["teecher"]'),
    "story-cards": (
        STORY,
        '{"helpers":["teacher"]}',
        '{"helpers":["teacher"],"cards":["min-aeg"]}',
    ),
    "story-words": (STORY, "话 1", "你太傻了"),
}
