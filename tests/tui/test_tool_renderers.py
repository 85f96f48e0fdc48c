"""Three renderers of one tool's view – panel, lines, class screen – tested with the same views."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from lifeskills.cli.face import Face
from lifeskills.cli.lines import Lines, tool_lines
from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import Action, Row, ToolClock, ToolView
from lifeskills.language import translator
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.wall_words import wall_page
from lifeskills.tui.widgets.tool_panel import ToolPanel
from tests.tui.conftest import OpenApp

VIEWS = {
    "vote": ToolView(
        headline=Sentence("Vote"),
        clock=ToolClock(left=90, total=120, phase=Text(zh="听理由", en="Reasons"), number=2, of=3),
        rows=(
            Row(label="A 先问妈妈", count=17, marked=True),
            Row(label="B [red]去看看[/]", count=3, note=Sentence("tried before")),
        ),
        options=(
            Action(id="win:A", title="A 先问妈妈", key="a"),
            Action(id="win:B", title="B [red]去看看[/]", key="b"),
            Action(id="next-phase", title=Sentence("Next phase"), key="n"),
        ),
    ),
    "story": ToolView(
        headline="一句真话",
        body="小薇把身份证推回去：**“我才十五。”**",
        rows=(
            Row(label="A 第二天", marked=False),
            Row(label=Text(zh="多一分把握", en="Safer"), marked=True),
        ),
    ),
    "slips": ToolView(
        headline=Sentence("Exit slip"),
        rows=(Row(label="1 写出两个字"),),
        counts=((Sentence("Got it"), 30), (Sentence("Partly"), 12)),
        done=True,
    ),
    "phase": ToolView(
        headline=Text(zh="自己想", en="Think"),
        clock=ToolClock(left=9, total=60, phase=Text(zh="自己想", en="Think"), number=1, of=3),
        counts=tuple((Text(zh=f"第{n}样", en=f"Thing {n}"), n) for n in (11, 12, 13, 14)),
    ),
    "blanks to fill": ToolView(headline="补完：我先________。", rows=(Row(label="1 谢谢，____"),)),
    "an escape code": ToolView(headline="停\x1b[31m", body="[link=x]y[/link]"),
    "nothing": ToolView(),
}


def facts(view: ToolView, language: str) -> list[str]:
    """What every renderer has to show: words, counts, the phase."""
    say = translator(language)
    found = [say(view.headline)] if view.headline else []
    for row in view.rows:
        found += [say(row.label), *([str(row.count)] if row.count is not None else [])]
    for label, count in view.counts:
        found += [say(label), str(count)]
    if view.clock is not None:
        found.append(say(view.clock.phase))
    return [one.replace("\x1b", "␛") for one in found]


def plainly(view: ToolView, language: str) -> str:
    lines = Lines(Face(None, language))
    return "\n".join(tool_lines(view, lines)).replace("\x1b", "␛")


def on_the_wall(view: ToolView, language: str) -> str:
    shown = ClassView(screen="step", tool=view, language=language)
    page = wall_page(shown, translator(language), 120, 40)
    return "\n".join(line.words.plain for line in page.words)


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("language", ["zh", "en"])
async def test_all_three_show_the_same_facts(
    school: School, open_app: OpenApp, name: str, language: str
) -> None:
    view = VIEWS[name]
    app = LifeskillsApp(school)
    app.use_language(language)
    panel = ToolPanel()
    async with app.run_test() as pilot:
        await app.screen.mount(panel)
        panel.show(view)
        await pilot.pause()
        for shown in (panel.text, plainly(view, language), on_the_wall(view, language)):
            for fact in facts(view, language):
                assert fact in shown
            assert "**" not in shown
            assert "\x1b" not in shown


async def test_keys_are_shown_to_the_teacher_and_not_on_the_wall(
    school: School, tmp_path: Path
) -> None:
    view = VIEWS["vote"]
    assert "Next phase" in plainly(view, "en")
    assert "Next phase" not in on_the_wall(view, "en")


async def test_what_the_phase_says_is_said_once(school: School, open_app: OpenApp) -> None:
    app, panel = LifeskillsApp(school), ToolPanel()
    async with app.run_test() as pilot:
        await app.screen.mount(panel)
        panel.show(VIEWS["phase"])
        await pilot.pause()
        for shown in (panel.text, plainly(VIEWS["phase"], "zh"), on_the_wall(VIEWS["phase"], "zh")):
            assert shown.count("自己想") == 1


def test_a_ranking_stands_for_the_list_that_the_task_repeats() -> None:
    view = ToolView(headline="?", rows=(Row(label="1 学费"), Row(label="2 路远", note="1")))
    shown = ClassView(screen="step", task="排一排。\n\n1. 学费\n2. 路远", tool=view, language="zh")

    page = wall_page(shown, translator("zh"), 120, 40)

    lines = [line.words.plain.strip() for line in page.words if line.words.plain.strip()]
    assert lines == ["?", "1 学费", "2 路远  1", "排一排。"]
