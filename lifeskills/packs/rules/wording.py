"""Rules about words: what shames, frightens or sends a child away, and what will not fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Block, CourseInfo, Page
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

HEARD = ("say", "task", "student", "slip", "home", "board")
"""What pupils hear or read; a teacher's note may name a word in order to warn of it."""
BOARD_LINES = 6
LONGEST = (("title", 14), ("aim", 40), ("why_it_matters", 80))
LONGEST_MESSAGE = 24


@dataclass(frozen=True, slots=True)
class Forbidden:
    """Words that are not said. ``age``: only in what this age hears; "" for everybody."""

    words: re.Pattern[str]
    instead: str
    age: str = ""


def _words(pattern: str, instead: str, age: str = "") -> Forbidden:
    return Forbidden(re.compile(pattern, re.IGNORECASE), instead, age)


FORBIDDEN: tuple[Forbidden, ...] = (
    _words("上当|太傻|自找的", "被骗的人没有错"),
    _words("为什么不早说", "你肯说，就很好"),
    _words("不听话", "遇到难处的同学"),
    _words("正常家庭", "和家人分开住的同学"),
    _words("问题学生|失足", "遇到难处的同学"),
    _words("你们?有没有遇到过|你们?遇到过没有", "小薇遇到了…"),
    _words(
        r"(?:等|将来|以后)你们?(?:出去|外出)?打工|你们?(?:出去|外出)打工(?:的时候|时|以后|后)",
        "有人来叫，先问家里人和老师",
        "under16",
    ),
    _words("怎么找工作|投简历|去应聘|去面试", "书先读下去", "under16"),
    _words("最好别出去|外面太危险|出去才有出息", "出发前先查清楚", "16plus"),
    _words(
        r"\b(?:so|how|too) (?:stupid|gullible)\b|\basked for it\b|\b(?:her|his|their) own fault\b",
        "whoever was tricked did nothing wrong",
    ),
    _words(
        r"why didn['’]t you (?:say|tell)[^.?!]{0,20}(?:earlier|sooner|before)",
        "thank you for telling me",
    ),
    _words(r"\bnormal famil(?:y|ies)\b|\bproblem (?:student|pupil|child)", "a pupil in difficulty"),
    _words(
        r"\bhas this ever happened to you\b|\bhave you ever been (?:tricked|cheated|hurt)\b",
        "what happened to Xiao Wei",
    ),
    _words(r"\bwhen you (?:go out to|leave to|go away to) work\b", "ask at home first", "under16"),
    _words(
        r"\bbetter not (?:to )?(?:go|leave)\b|\btoo dangerous out there\b", "check first", "16plus"
    ),
)


@rule(
    "word-forbidden",
    zh="不用伤人、吓人、催人外出的词（按年龄）",
    en="No words that blame, shame or frighten, or that send a child away (by age)",
)
def forbidden(view: PackView) -> Iterable[Wrong]:
    """Only what pupils hear or read is looked at."""
    for page in view.pages:
        info = view.around.courses.get(page.course, page.info)
        for _, block in blocks_of(page):
            if block.kind in HEARD:
                yield from _forbidden(block, _heard_at(block, info))


def _heard_at(block: Block, info: CourseInfo) -> frozenset[str]:
    """The ages that hear a block: those it is for, or those the course is offered to."""
    if block.ages:
        return frozenset(block.ages)
    if block.audiences and not {"g6", "g7-9", "g10", "voc"} & set(block.audiences):
        return frozenset({"16plus"}) if "workers" in block.audiences else frozenset()
    ages = set(info.bands)
    return frozenset({"under16", "16plus"} if "mixed" in ages else ages)


def _forbidden(block: Block, ages: frozenset[str]) -> Iterator[Wrong]:
    for one in FORBIDDEN:
        found = one.words.search(block.text)
        if found and (not one.age or one.age in ages):
            says = Sentence("“{found}” is not said to pupils.", found=found[0])
            yield at(block, says, Sentence("Rather: {instead}", instead=one.instead))


@rule("board-lines", zh="板书不超过六行", en="The board has at most six lines")
def board(view: PackView) -> Iterable[Wrong]:
    """More does not fit, and nobody copies it."""
    for page in (*view.pages, *view.guides):
        for _, block in blocks_of(page):
            lines = [line for line in block.text.split("\n") if line.strip()]
            if block.kind == "board" and len(lines) > BOARD_LINES:
                says = Sentence("The board has {count} lines.", count=len(lines))
                yield at(block, says, Sentence("Keep six at most."))


@rule(
    "front-length",
    zh="课名≤14字，目的≤40字，为什么≤80字，要点≤3条、每条≤24字",
    en="Title, aim, reason and messages keep to their length (in Chinese)",
)
def lengths(view: PackView) -> Iterable[Wrong]:
    """They must fit a line of a list and a page of the handbook."""
    for page in view.pages:
        if page.adapts or not page.language.startswith("zh"):
            continue
        for key, most in LONGEST:
            yield from _long(page, key, getattr(page.info, key), most)
        for message in page.info.key_messages:
            yield from _long(page, "key_messages", message, LONGEST_MESSAGE)


def _long(page: Page, key: str, words: str, most: int) -> Iterator[Wrong]:
    if len(words) > most:
        says = Sentence(
            "“{key}” has {count} characters; {most} fit.", key=key, count=len(words), most=most
        )
        yield at_key(page, key, says, Sentence("Shorten it."))


@rule(
    "care-missing",
    zh="敏感度 2 以上的课有 care 和 opt-out",
    en="A course of sensitivity 2 or more has care and opt-out blocks",
)
def care(view: PackView) -> Iterable[Wrong]:
    """Somebody may be upset or tell something."""
    for page in view.bases:
        kinds = {block.kind for _, block in blocks_of(page)}
        missing = [kind for kind in ("care", "opt-out") if kind not in kinds]
        if page.info.sensitivity >= 2 and missing and page.steps:
            says = Sentence(
                "Sensitivity {level}, but no {names}.",
                level=page.info.sensitivity,
                names=" ".join(missing),
            )
            yield at_key(page, "sensitivity", says, Sentence("Add ::: care and ::: opt-out."))


@rule(
    "answers-match",
    zh="quiz-relay 的 ask 和 touch 条数相同",
    en="A quiz relay has as many answers (touch) as questions (ask)",
)
def answers(view: PackView) -> Iterable[Wrong]:
    """Tools read questions and answers in the same order."""
    for page in view.pages:
        if page.adapts:
            continue
        master = view.master(page)
        kinds = {step.id: step.kind for step in master.steps} if master else {}
        for step in page.steps:
            if kinds.get(step.id) != "quiz-relay":
                continue
            asked = step.of_kind("ask")
            told = step.of_kind("touch")
            if not asked or _items(asked) != _items(told):
                says = Sentence(
                    "{asked} questions, {told} answers.", asked=_items(asked), told=_items(told)
                )
                yield at(step, says, Sentence("Give one list item in touch for each in ask."))


SHOWN = frozenset({"task", "board", "slip"})
"""Kinds of blocks that hang on the wall while learners work."""
_ANSWER = re.compile(
    r"^(?:(?:[-*+]|\d+[.)])\s+)?(?:答案|接得好的样子|好的回答)[：:]"
    r"|^(?:(?:[-*+]|\d+[.)])\s+)?(?:Answers?|A good answer):",
    re.MULTILINE,
)


@rule(
    "answer-shown",
    zh="任务、板书、纸条里不写答案",
    en="No answer stands in a task, on the board or on a slip",
)
def shown(view: PackView) -> Iterable[Wrong]:
    """The class screen shows the whole task: an answer in it is read before anybody has thought."""
    for page in view.pages:
        for _, block in blocks_of(page):
            if block.kind in SHOWN and _ANSWER.search(block.text):
                says = Sentence("The answer stands beside its question.")
                mend = Sentence("Put it into ::: touch or ::: note: the teacher alone sees those.")
                yield at(block, says, mend)


_ITEM = re.compile(r"^(?:[-*+]|\d+[.)])\s+", re.MULTILINE)


def _items(blocks: Iterable[Block]) -> int:
    return sum(len(_ITEM.findall(block.text)) for block in blocks)


RULES = (forbidden, board, lengths, care, answers, shown)
