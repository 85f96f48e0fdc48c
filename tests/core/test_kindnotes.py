"""What a kind must keep to stands among the notes of its steps, whatever the lesson says."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from lifeskills.core.kindnotes import RULES, with_kind_notes
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Step
from lifeskills.core.setting import Setting
from lifeskills.core.stepwords import step_pages
from lifeskills.core.text import Text
from lifeskills.core.tool import Activity
from tests.tools.making import HERE

ROLE = Activity(
    id="hot-seat",
    title=Text(zh="角色采访", en="Interview"),
    minutes=(8, 12),
    shape="class",
    records=Text(),
    tool="countdown",
    large=Text(zh="四人备一个问题。", en="Each four prepares one."),
    small=Text(zh="围一圈。", en="One circle."),
    rules=(Text(zh="先说好暂停手势。", en="Agree on the pause sign."),),
)
PLAIN = replace(ROLE, id="energiser", rules=())
OWN = Block(kind="note", text="人多时慢一点。", origin=HERE)


def lesson(kind: str, *blocks: Block, language: str = "zh", size: int = 50) -> Lesson:
    step = Step(id="one", title="一", kind=kind, origin=HERE, blocks=blocks)
    return Lesson(
        info=CourseInfo(course="c", title="课", aim="认出"),
        setting=Setting(
            audience="g7-9",
            band="under16",
            place="guizhou",
            side="sending",
            language=language,
            day=dt.date(2026, 11, 23),
            size=size,
        ),
        steps=(step,),
    )


def notes(given: Lesson) -> list[str]:
    shown = with_kind_notes(given, {"hot-seat": ROLE, "energiser": PLAIN})
    return [block.text for block in shown.steps[0].of_kind("note")]


def test_the_form_and_the_rules_are_said() -> None:
    assert notes(lesson("hot-seat")) == ["**角色采访** 四人备一个问题。\n\n- 先说好暂停手势。"]


def test_a_small_group_gets_its_own_form_in_its_own_language() -> None:
    (said,) = notes(lesson("hot-seat", language="en", size=9))
    assert said.startswith("**Interview** One circle.")


def test_a_lessons_own_note_stands_before_the_rules_and_instead_of_the_form() -> None:
    assert notes(lesson("hot-seat", OWN)) == [OWN.text, "**角色采访**\n\n- 先说好暂停手势。"]
    assert notes(lesson("energiser", OWN)) == [OWN.text]


@pytest.mark.parametrize("kind", ["energiser", "unheard-of", ""])
def test_a_kind_without_rules_is_not_marked(kind: str) -> None:
    shown = with_kind_notes(lesson(kind), {"energiser": PLAIN})
    assert not any(block.id == RULES for block in shown.steps[0].blocks)


def test_rules_are_no_words_for_the_wall() -> None:
    shown = with_kind_notes(lesson("hot-seat"), {"hot-seat": ROLE})
    assert [page.view for page in step_pages(shown.steps[0])] == ["notes"]
    assert with_kind_notes(shown, {"hot-seat": ROLE}) == shown
