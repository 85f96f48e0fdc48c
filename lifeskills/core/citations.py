"""How a statement, a value and a number to call are worded, in the languages that have a form.

These are forms of citation, not sentences of the program: they stand inside lesson text, in that
text's language.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from lifeskills.core.law import DatedValue, HelpNumber, LocalContact, Provision
from lifeskills.core.text import Text

BLANK = "________"

_LAW = Text(zh="《{title}》", en="{title}")
_ARTICLE = Text(zh="第{n}条", en=", Article {n}")
_ARTICLES = Text(zh="第{n}条", en=", Articles {n}")
_LIST = Text(zh="、", en=", ")
_BIS = Text(zh="第{n}条之{bis}", en=", Article {n}-{bis}")
_POINT = Text(zh="第{n}条({point})项", en=", Article {n}({point})")
_CHAPTER = Text(zh="第{n}章", en=", Chapter {n}")
_ANNEX = Text(zh="附录", en=", annex")
_OTHER = Text(zh=" {n}", en=", {n}")
_CITED = Text(zh="{statement}（{cite}）。", en="{statement} ({cite}).")
_SEEN = Text(zh="{cite}，核对到{day}", en="{cite}, last checked {day}")
_BASIS = Text(zh="（依据：{cites}）", en="(Based on: {cites})")
_JOIN = Text(zh="；", en="; ")
_CHECKED = Text(
    zh="{words}：{blank}（____年__月核对）", en="{words}: {blank} (checked on ________)"
)
_NUMBER = Text(zh="{call}（{purpose}）", en="{call} ({purpose})")
_SURE = Text(zh="{amount}{unit}", en="{amount} {unit}")
_ABOUT = Text(zh="约{amount}{unit}", en="about {amount} {unit}")
_TIER = Text(zh="（{tier}类地区）", en=" (tier {tier})")
_SINCE = Text(zh="从{day}起", en="from {day}")
_AS_OF = Text(zh="截至{day}查到的说法，用之前先核对", en="as of {day}; check before relying on it")
_UNDATED = Text(zh="用之前先核对", en="check before relying on it")
_WITH = Text(zh="{words}（{note}）", en="{words} ({note})")
_DAY = Text(zh="{y}年{m}月{d}日", en="{iso}")
_QUESTION = Text(
    zh="您好！我在备课，想核对：{cites}，现在还是这样规定吗？有没有新的规定？谢谢！",
    en="Hello! I am preparing a lesson. Is this still in force: {cites}? Is there anything newer?",
)
_QUOTED = Text(zh="{cite}“{statement}”", en="{cite} (“{statement}”)")
NOTE = Text(zh="［{says}］", en="[{says}]")
UNSURE = Text(zh="这一条的依据还没核实：{id}", en="not yet verified: {id}")
NOT_NOW = Text(zh="这一条这一天不适用：{id}", en="not in force on this day: {id}")
NOT_HERE = Text(zh="这一条只在别的地方适用：{id}", en="in force elsewhere only: {id}")

_ENDS = "。.！!"
_CHINESE_DIGITS = "零一二三四五六七八九"


def day_words(day: dt.date, language: str) -> str:
    """A date as the language writes it."""
    return _DAY.get(language).format(y=day.year, m=day.month, d=day.day, iso=day.isoformat())


def citation(one: Provision, language: str, *, overdue: bool = False) -> str:
    """Law and article: 《未成年人保护法》第11条; an overdue one with the day it was seen."""
    title = _LAW.get(language).format(title=one.law_title.get(language))
    cite = title + _article(one.article, language)
    if overdue and one.seen_on is not None:
        return _SEEN.get(language).format(cite=cite, day=day_words(one.seen_on, language))
    return cite


def _article(article: str, language: str) -> str:
    """``68-72`` is a range, ``48、50`` are two, ``234-1`` was added between two (之一),
    ``3(a)`` is a point of one.
    """
    if article in ("", "annex"):
        return _ANNEX.get(language) if article else ""
    if article.startswith("chapter-"):
        return _CHAPTER.get(language).format(n=article.removeprefix("chapter-"))
    pair = re.fullmatch(r"(\d+)-(\d+)", article)
    if pair and int(pair[2]) < int(pair[1]):
        bis = pair[2]
        if language == "zh" and len(bis) == 1:
            bis = _CHINESE_DIGITS[int(bis)]
        return _BIS.get(language).format(n=pair[1], bis=bis)
    point = re.fullmatch(r"(\d+)\((\w)\)", article)
    if point:
        return _POINT.get(language).format(n=point[1], point=point[2])
    if "、" in article:
        listed = _LIST.get(language).join(article.split("、"))
        return _ARTICLES.get(language).format(n=listed)
    if re.fullmatch(r"\d+(-\d+)?", article):
        return _ARTICLE.get(language).format(n=article)
    return _OTHER.get(language).format(n=article)


def cited(one: Provision, language: str, *, overdue: bool) -> str:
    """The statement with its citation, ending in one full stop."""
    statement = " ".join(one.text.get(language).split()).rstrip(_ENDS)
    words = citation(one, language, overdue=overdue)
    return _CITED.get(language).format(statement=statement, cite=words)


def basis(provisions: Sequence[Provision], language: str, *, day: dt.date) -> str:
    """The line under a card: on which articles its words rest, each law named once."""
    plain: dict[str, list[Provision]] = {}
    cites: list[str] = []
    for one in provisions:
        if one.article.isdecimal() and not one.overdue(day):
            plain.setdefault(one.law, []).append(one)
        else:
            cites.append(citation(one, language, overdue=one.overdue(day)))
    for group in plain.values():
        title = _LAW.get(language).format(title=group[0].law_title.get(language))
        numbers = sorted({int(one.article) for one in group})
        form = _ARTICLE if len(numbers) == 1 else _ARTICLES
        listed = _LIST.get(language).join(str(number) for number in numbers)
        cites.append(title + form.get(language).format(n=listed))
    return _BASIS.get(language).format(cites=_JOIN.get(language).join(dict.fromkeys(cites)))


def question(provisions: Sequence[Provision], language: str) -> str:
    """What a teacher may paste to the labour bureau; "" if there is nothing to ask."""
    quoted = [
        _QUOTED.get(language).format(
            cite=citation(one, language), statement=one.text.get(language).rstrip(_ENDS)
        )
        for one in provisions
    ]
    return _QUESTION.get(language).format(cites=_JOIN.get(language).join(quoted)) if quoted else ""


def number_words(one: HelpNumber, language: str) -> str:
    """The number and what it is for, or a blank to be checked."""
    purpose = one.purpose.get(language)
    if one.printable:
        return _NUMBER.get(language).format(call=one.call, purpose=purpose)
    return _CHECKED.get(language).format(words=purpose, blank=BLANK)


def contact_words(one: LocalContact, value: str, language: str) -> str:
    """A local helper with what the school filled in, or a blank: never invented."""
    if value:
        return _NUMBER.get(language).format(call=value, purpose=one.label.get(language))
    return _CHECKED.get(language).format(words=one.label.get(language), blank=BLANK)


def value_words(values: list[DatedValue], language: str, *, day: dt.date) -> str:
    """The amounts of a place, one for each tier, as sure as they are known."""
    return _JOIN.get(language).join(_value(one, language, day=day) for one in values)


def value_blank(title: Text, language: str) -> str:
    """A blank for a value that is not known, or no longer sure."""
    return _CHECKED.get(language).format(words=title.get(language), blank=BLANK)


def _value(one: DatedValue, language: str, *, day: dt.date) -> str:
    tier = _TIER.get(language).format(tier=one.tier) if one.tier else ""
    if one.grade == "R" or (one.review_by is not None and one.review_by < day):
        return value_blank(one.title, language) + tier
    form = _ABOUT if one.grade == "C" else _SURE
    unit = one.unit.get(language)
    words = form.get(language).format(amount=one.amount, unit=unit) + tier
    if one.grade == "C":
        as_of = one.seen_on or one.valid_from
        note = _AS_OF.get(language).format(day=day_words(as_of, language)) if as_of else ""
        return _WITH.get(language).format(words=words, note=note or _UNDATED.get(language))
    if one.valid_from is None:
        return words
    since = _SINCE.get(language).format(day=day_words(one.valid_from, language))
    return _WITH.get(language).format(words=words, note=since)
