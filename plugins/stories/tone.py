"""What a story may not show or say, as words: harm, verdicts, real places, a child's paid job."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lifeskills.api import ContentError, Passage, Story

from .words import error

HARM = re.compile(
    r"打了?(?:他|她|我|你)?一?(?:巴掌|拳|顿|耳光)|流血|鲜血|尸体|强奸|鞭子|绑起来|捆起来|锁在屋|毒打"
    r"|\bbeat(?:en|ing)? (?:him|her|them|me|you)\b|\bblood\b(?! (?:pressure|type|test))"
    r"|\bcorpse\b|\braped?\b|\bchained\b"
    r"|\btied (?:him|her|them) up\b",
    re.IGNORECASE,
)
"""Harm happens off stage: she is afraid, not how."""
VERDICT = re.compile(
    r"[选答]错了|[选答]对了|(?:你|结局|选择)[^。]{0,3}失败|你输了|(?:正确|错误)(?:答案|选择)"
    r"|\b(?:wrong|right|correct|bad) (?:choice|answer)\b|\byou (?:fail(?:ed)?|los[et])\b",
    re.IGNORECASE,
)
"""Choices differ in care, never in right and wrong; no ending is a failure."""
PLACES = re.compile(
    r"安徽|湖南|贵州|云南|江苏|福建|广东|浙江|四川|深圳|上海|东莞|广州|北京|昆明|贵阳|缅甸|柬埔寨"
    r"|(?:苗|彝|侗|回|藏|壮|傣|白|布依|土家|哈尼|维吾尔|满|蒙古)族"
    r"|\b(?:Anhui|Hunan|Guizhou|Yunnan|Jiangsu|Fujian|Guangdong|Zhejiang|Shenzhen|Shanghai|Dongguan"
    r"|Guangzhou|Beijing|Myanmar|Cambodia)\b"
    r"|\b(?:Miao|Yi|Dong|Hui|Zhuang|Dai|Tujia) (?:people|girl|boy)\b"
)
"""No real place and no ethnic group stands in a story: a class would find somebody to blame."""
CHILD_PAY = re.compile(
    r"[挣赚](?:到|了)[^。，]{0,6}(?:钱|\d)|[领拿](?:到|了|回)[^。，]{0,4}工[资钱]|发了工资"
    r"|\bearned\b|\b(?:was|got) paid\b|\bgot (?:her|his) wages\b",
    re.IGNORECASE,
)
SUM = re.compile(r"\d+\s*(?:元|块)|[一二两三四五六七八九十百千万]+(?:元|块钱)|\d yuan")
YEAR = re.compile(r"20\d\d|编的|made[- ]up")
OTHER_SCHOOL = re.compile(
    r"(?:别|另|外|邻)[^。，]{0,6}(?:学校|职校)|不是我们学校"
    r"|\banother (?:\w+ )?school\b|\bnot our school\b",
    re.IGNORECASE,
)
PRINCIPAL = re.compile(r"校长|\b(?:principal|head ?teacher)\b", re.IGNORECASE)
INTERNSHIP = "internship-rights"


def told(passage: Passage) -> str:
    """Everything that a class may hear of a passage."""
    own = (passage.title, passage.text, passage.gained, passage.way_back, passage.small_step)
    return "\n".join((*own, passage.why, passage.changes, *(one.text for one in passage.choices)))


def off_stage(story: Story) -> Iterator[ContentError]:
    """No blow, no blood, no chain is shown."""
    mend = ("写“他很害怕”，不写怎么害怕。", "Say that she was afraid, not of what.")
    yield from _words(story, "story-off-stage", HARM, mend)


def verdict(story: Story) -> Iterator[ContentError]:
    """Nobody chooses wrong, and no ending fails."""
    mend = ("说哪条路多一分把握。", "Say which way is more careful.")
    yield from _words(story, "story-verdict", VERDICT, mend)


def places(story: Story) -> Iterator[ContentError]:
    """Villages, towns and people are invented."""
    mend = ("用石桥村、南湾市这样编的名字。", "Use an invented name, such as Nanwan.")
    yield from _words(story, "story-place", PLACES, mend)


def _words(
    story: Story, rule: str, words: re.Pattern[str], mend: tuple[str, str]
) -> Iterator[ContentError]:
    for passage in story.passages:
        found = words.search(told(passage))
        if found:
            says = ("故事里不写“{said}”。", "A story does not say “{said}”.")
            yield error(story, passage.line, rule, says, mend, said=found[0])


def child_pay(story: Story) -> Iterator[ContentError]:
    """A story for under-16s has no ending in which a child's paid job is the success."""
    for passage in story.endings:
        found = CHILD_PAY.search(f"{passage.text}\n{passage.gained}")
        if found and "under16" in story.bands:
            yield error(
                story,
                passage.line,
                "story-child-pay",
                ("结尾说孩子“{said}”。", "An ending says of a child: “{said}”."),
                ("收获写学校、家人、朋友。", "Let the gain be school, family, friends."),
                said=found[0],
            )


def sums(story: Story) -> Iterator[ContentError]:
    """An amount of money is invented and carries its year, somewhere in the story."""
    whole = "\n".join(map(told, story.passages))
    if YEAR.search(whole):
        return
    for passage in story.passages:
        found = SUM.search(told(passage))
        if found:
            yield error(
                story,
                passage.line,
                "story-sum",
                ("“{said}”没有写年份。", "“{said}” has no year."),
                ("写上年份，例如（2026年，编的）。", "Write the year, e.g. (2026, made up)."),
                said=found[0],
            )
            return


def other_school(story: Story) -> Iterator[ContentError]:
    """Where a school is at fault it is another one, and its principal puts it right."""
    if INTERNSHIP not in story.courses:
        return
    whole = "\n".join(map(told, story.passages))
    if not (OTHER_SCHOOL.search(whole) and PRINCIPAL.search(whole)):
        yield error(
            story,
            1,
            "story-school",
            (
                "没写明是另一所学校、校长把事情改过来。",
                "It does not say: another school, whose principal puts it right.",
            ),
            (
                "开头写“另一所学校”，结尾让校长来改。",
                "Begin with “another school”; let its principal put it right.",
            ),
        )
