"""A step's minutes stay within what its kind works in."""

from __future__ import annotations

import datetime as dt

import pytest

from lifeskills.api import CourseInfo, Origin, PackInfo, PackView, Page, Step, Text
from lifeskills.core.curriculum import Around
from lifeskills.plugins import PluginSet

WHERE = Origin("core", "lessons/35.zh.md", 12)


def rules_broken(plugins: PluginSet, kind: str, minutes: int) -> list[tuple[str, str, int]]:
    step = Step(id="s", title="S", kind=kind, origin=WHERE, minutes=minutes)
    info = CourseInfo(course="c", title="C", aim="A")
    page = Page(course="c", language="zh", pack="core", file=WHERE.file, info=info, steps=(step,))
    pack = PackInfo(
        id="core", title=Text(en="Core"), version="1", kind="curriculum", languages=("zh",)
    )
    view = PackView(info=pack, around=Around(day=dt.date(2026, 11, 23)), pages=(page,))
    found = [error for rule in plugins.checks() for error in rule.check(view)]
    assert plugins.troubles == ()
    return [(one.rule, one.file, one.line) for one in found]


@pytest.mark.parametrize(("kind", "minutes"), [("exit-slip", 20), ("debate", 9), ("play", 4)])
def test_a_step_that_no_kind_works_in_is_found(
    first_party: PluginSet, kind: str, minutes: int
) -> None:
    assert rules_broken(first_party, kind, minutes) == [("kind-minutes", WHERE.file, WHERE.line)]


def test_its_first_and_last_minute_pass_and_a_kind_of_ones_own_too(first_party: PluginSet) -> None:
    for one in first_party.activities().values():
        for minutes in one.minutes:
            assert rules_broken(first_party, one.id, minutes) == []
    assert rules_broken(first_party, "clap-rhyme", 50) == []
