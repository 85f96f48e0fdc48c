"""Law, hotlines and cards rest on dated statements; the rules find where they do not."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from lifeskills.api import (
    Block,
    Card,
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
WHERE = Origin("core", "lessons/35.zh.md", 12)


def page_of(words: str) -> Page:
    block = Block(kind="say", text=words, origin=WHERE)
    step = Step(id="s", title="S", kind="mini-input", origin=WHERE, blocks=(block,))
    info = CourseInfo(course="c", title="C", aim="A")
    return Page(course="c", language="zh", pack="core", file=WHERE.file, info=info, steps=(step,))


def provision(**values: object) -> Provision:
    base = Provision(
        id="PCL-2",
        law="PCL",
        law_title=Text(zh="规定"),
        heading=Text(zh="招用"),
        text=Text(zh="不得招用。"),
        place="cn",
        grade="A",
        source="gov",
        seen_on=DAY,
        valid_from=DAY,
    )
    return dataclasses.replace(base, **values)  # type: ignore[arg-type]


def view(*pages: Page, card: Card | None = None, law: tuple[Provision, ...] = ()) -> PackView:
    info = PackInfo(id="core", title=Text(en="Core"), version="1", kind="law", languages=("zh",))
    around = Around(day=DAY, provisions={one.id: one for one in law})
    return PackView(
        info=info, around=around, pages=pages, provisions=law, cards=(card,) if card else ()
    )


def found(plugins: PluginSet, pack: PackView) -> list[ContentError]:
    errors = [error for rule in plugins.checks() for error in rule.check(pack)]
    assert plugins.troubles == ()
    return errors


@pytest.mark.parametrize(
    "words",
    [
        "《未成年人保护法》说，不可以。",
        "法律规定十六岁才能工作。",
        "招人的人会被判处有期徒刑。",
        "By law you must be sixteen.",
        "The law says that they must pay.",
    ],
)
def test_law_without_a_reference_is_found(first_party: PluginSet, words: str) -> None:
    (error,) = found(first_party, view(page_of(words)))

    assert (error.rule, error.file, error.line) == ("law-in-prose", WHERE.file, WHERE.line)
    assert error.mend is not None
    assert "{law:" in str(error.mend)


@pytest.mark.parametrize(
    "words",
    [
        "《未成年人保护法》说：{law:LPM-61}",
        "照卡片念：{card:min-age-16} 法律规定是给大人的。",
        "这是大家的约定，不是法律课。",
        "《暑假的“好工作”》接着看。",
    ],
)
def test_law_by_reference_and_plain_words_pass(first_party: PluginSet, words: str) -> None:
    assert found(first_party, view(page_of(words))) == []


@pytest.mark.parametrize("words", ["有危险打110。", "call 12333 at once", "打 120！"])
def test_a_number_in_prose_is_found(first_party: PluginSet, words: str) -> None:
    assert [one.rule for one in found(first_party, view(page_of(words)))] == ["number-in-prose"]


@pytest.mark.parametrize(
    "words", ["{number:110}", "一共120元", "第1100行", "2120", "120个同学", "10:120", "12.110"]
)
def test_what_is_no_number_to_call_passes(first_party: PluginSet, words: str) -> None:
    assert found(first_party, view(page_of(words))) == []


def card(*articles: str) -> Card:
    return Card(id="min-age-16", title="年龄", language="zh", articles=articles, parts=())


@pytest.mark.parametrize(
    ("articles", "law"),
    [
        (("PCL-2", "PCL-99"), (provision(),)),
        (("PCL-2",), (provision(grade="C"),)),
        ((), ()),
    ],
)
def test_a_card_that_rests_on_nothing_is_found(
    first_party: PluginSet, articles: tuple[str, ...], law: tuple[Provision, ...]
) -> None:
    errors = found(first_party, view(card=card(*articles), law=law))

    assert {one.rule for one in errors} == {"card-rests"}


def test_a_card_that_rests_on_a_statement_passes(first_party: PluginSet) -> None:
    assert found(first_party, view(card=card("PCL-2"), law=(provision(),))) == []


def test_a_statement_whose_source_is_not_known_may_stay(first_party: PluginSet) -> None:
    """What is unknown is left out, and the statement is then not printed: no finding."""
    assert found(first_party, view(law=(provision(seen_on=None),))) == []
