"""Rules about what must be said and how: school first under 16, no interrogation, no promise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Block, Page
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

LEARNERS = frozenset({"g6", "g7-9", "g10", "voc"})
HEARD = ("say", "task", "ask", "touch", "student", "slip", "home", "board")
WORK = re.compile(r"打工|干活|工钱|招工|童工|外出|离开学校|辍学")
"""Words by which a lesson touches work or leaving."""
SCHOOL = re.compile(
    r"读书|书接着读|书先读|把书|读完|念书|念完|上学|上课|课堂|教室|接着读|先读|回学校|学业|毕业"
)
WAY_BACK = re.compile(r"回学校|回来|回课堂|回到|返校|回头|回家|接着读|座位|重新|再读")
ACTED = frozenset({"play", "situational-performance", "forum-theatre", "hot-seat"})
OUT = re.compile(
    r"戏演完|演完了|我是我自己|不是[^。]{0,14}我是|自己的名字|放下角色|脱下角色|回到自己"
)
WHY_YOU = re.compile(r"你们?为什么(?:要|会|没|不)|\bwhy did(?:n['’]t)? you\b", re.IGNORECASE)
PROMISE = re.compile(
    r"(?<![不别没非])(?<![不别没非].)(?<![不别没非]..)(?:答应(?!的事)|保证|承诺)"
    r"|(?<!no )(?<!not )(?<!never )(?<!a )\bpromis(?:e|es|ed)\b|\b[Ww]e promise\b",
    re.IGNORECASE,
)
COSTS = re.compile(
    r"(?<!不用)(?<!不要)(?<!别)(?<!不)(?:花钱|买(?:一|些|点|来)|付钱|拍(?:照|张|一张)|采访陌生)"
    r"|(?:[二三四五]十|半个?小时|[2-9]\d)\s*分钟"
    r"|(?<!don't )(?<!not )\b(?:take a photo|buy (?:a|an|some)|interview a stranger)\b"
    r"|\b(?:[2-9]\d|twenty|thirty|forty) minutes\b",
    re.IGNORECASE,
)


def _young(page: Page) -> Iterator[Block]:
    """The blocks that pupils under sixteen hear or read."""
    for _, block in blocks_of(page):
        if block.kind not in HEARD or (block.ages and "under16" not in block.ages):
            continue
        if not block.audiences or LEARNERS & set(block.audiences):
            yield block


@rule(
    "school-first",
    zh="16岁以下的课讲到打工或离开时，也要有“把书读下去”和回来的路",
    en="A lesson for under-16s that touches work or leaving says school first and the way back",
)
def school_first(view: PackView) -> Iterable[Wrong]:
    """Seen in the words that under-16s hear: one of each list must be there, in Chinese."""
    for page in view.bases:
        info = page.info
        if not page.language.startswith("zh") or "under16" not in info.bands:
            continue
        if not LEARNERS & set(info.audiences):
            continue
        told = "\n".join((*(one.text for one in _young(page)), *info.key_messages))
        if not WORK.search(told):
            continue
        if not SCHOOL.search(told):
            says = Sentence("Work is touched, but nobody under sixteen hears: school first.")
            mend = Sentence("Add it: ::: {{.say age=under16}} Before sixteen, study comes first.")
            yield at_key(page, "course", says, mend)
        if not WAY_BACK.search(told):
            says = Sentence("Leaving is touched, but nobody under sixteen hears of a way back.")
            mend = Sentence("Add it: your place in class is kept, and you can come back.")
            yield at_key(page, "course", says, mend)


@rule(
    "why-you",
    zh="不问“你为什么”",
    en="No question asks “why did you”",
)
def why_you(view: PackView) -> Iterable[Wrong]:
    """It sounds like blame, and asks for a private story."""
    for page in view.pages:
        for _, block in blocks_of(page):
            if block.kind in HEARD and (found := WHY_YOU.search(block.text)):
                says = Sentence("“{found}” sounds like blame.", found=found[0])
                yield at(block, says, Sentence("Ask about the story: what made it hard for him?"))


@rule(
    "home-safe",
    zh="回家的小任务不花钱、不拍照、不采访陌生人，不超过15分钟",
    en="What is taken home costs no money, photo or talk with strangers, and 15 minutes at most",
)
def home_safe(view: PackView) -> Iterable[Wrong]:
    """Safe and possible in every home."""
    for page in view.pages:
        for _, block in blocks_of(page):
            if block.kind == "home" and (found := COSTS.search(block.text)):
                says = Sentence("“{found}” is too much to ask at home.", found=found[0])
                yield at(block, says, Sentence("Keep it free, safe and within 15 minutes."))


@rule(
    "reply-not-promise",
    zh="论坛里大人给的是答复和下一步，不是保证",
    en="In a forum adults give replies and next steps, never promises",
)
def replies(view: PackView) -> Iterable[Wrong]:
    """A promise that is not kept teaches children that asking is of no use."""
    kinds = {
        (page.course, step.id): step.kind
        for page in view.around.pages
        for step in page.steps
        if step.kind
    }
    for page in view.pages:
        for step, block in blocks_of(page):
            kind = step.kind or kinds.get((page.course, step.id), "")
            if kind == "youth-forum" and (found := PROMISE.search(block.text)):
                says = Sentence("“{found}” makes a promise of a reply.", found=found[0])
                yield at(block, says, Sentence("Write “reply and next step”."))


@rule(
    "step-out",
    zh="演戏的步骤，演完有一句“戏演完了”",
    en="A step in which roles are played ends with stepping out of them",
)
def step_out(view: PackView) -> Iterable[Wrong]:
    """Nobody goes home in a role: each says aloud who she is."""
    for page in view.bases:
        if not page.language.startswith("zh"):
            continue
        acted = [step for step in page.steps if step.kind in ACTED]
        if acted and not any(OUT.search(block.text) for _, block in blocks_of(page)):
            says = Sentence("Nobody steps out of the role.")
            mend = Sentence("Let everybody say: the play is over, I am myself.")
            yield at(acted[-1], says, mend)


@rule(
    "printable-there",
    zh="printables 里的每一项，课里都有同名的块",
    en="Every printable is a block of the lesson with that id",
)
def printables(view: PackView) -> Iterable[Wrong]:
    """A sheet that nobody wrote cannot be printed."""
    for page in view.bases:
        there = {block.id for _, block in blocks_of(page)}
        for one in page.info.printables:
            if one.id not in there:
                says = Sentence("There is no block #{id} to print.", id=one.id)
                mend = Sentence("Give the task or page that id, or take the printable out.")
                yield at_key(page, "printables", says, mend)


RULES = (step_out, printables, school_first, why_you, home_safe, replies)
