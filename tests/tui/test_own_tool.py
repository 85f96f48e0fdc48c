"""The how-to's plugin, a kind of activity with a tool of its own, taught on all three faces."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from textual.pilot import Pilot

from lifeskills.classroom.school import School
from lifeskills.classroom.teaching import Teaching
from lifeskills.tui.app import LifeskillsApp
from lifeskills.tui.screens.class_screen import ClassScreen
from lifeskills.tui.screens.lesson import LessonScreen
from lifeskills.tui.widgets.tool_panel import ToolPanel
from tests.fakes import FakeClock
from tests.tui.conftest import OpenApp, screen_text, type_keys
from tests.tui.sample_school import make_school

HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "write-a-plugin.md"
COURSE = "our-rhyme"
PACK = """\
id = "ours"
title = { zh = "本校的课" }
version = "1.0"
api = 1
kind = "curriculum"
languages = ["zh"]
licence = "CC-BY-SA-4.0"
authors = ["杉树湾中学（虚构）"]
"""
FRONT = """\
+++
course = "our-rhyme"
module = "together"
checked_on = 2026-11-01
title = "顺口溜"
aim = "把六个字拍进心里。"
why_it_matters = "会拍的不会忘。"
key_messages = ["停—问—查—说"]
audiences = ["g7-9"]
minutes = { g7-9 = 10 }
skills = ["critical-thinking"]
slots = ["班会"]
sources = ["本校"]
sensitivity = 0
[[objectives]]
id = "o1"
kind = "S"
text = "会拍"
+++
"""
SLIP = """
## 小纸条 {#slip .exit-slip phase=close minutes=4 least=2 shape=alone needs=must serves=o1 checks=o1}
::: slip
1. 我记得：____
:::
"""


def how_to_files() -> Mapping[str, str]:
    text = HOW_TO.read_text(encoding="utf-8")
    return dict(re.findall(r"```\w+ file=(\S+)\n(.*?)```", text, re.DOTALL))


@pytest.fixture
def school(tmp_path: Path) -> School:
    """A school with the plugin as the how-to has it, trusted as a teacher does, and one lesson."""
    folder, files = tmp_path / "school", how_to_files()
    make_school(folder)
    plugin, pack = folder / "plugins" / "clap-rhyme", folder / "curricula" / "ours"
    plugin.mkdir(parents=True)
    (pack / "lessons").mkdir(parents=True)
    for name in ("plugin.toml", "plugin.py", "beat.py"):
        (plugin / name).write_text(files[name], encoding="utf-8")
    (pack / "pack.toml").write_text(PACK, encoding="utf-8")
    lesson = FRONT + files["step.md"] + SLIP
    (pack / "lessons" / "our-rhyme.zh.md").write_text(lesson, encoding="utf-8")
    assert lifeskills(folder, "plugin", "trust", "clap-rhyme", "--yes").returncode == 0
    return School(folder, clock=FakeClock(), language="zh")


def lifeskills(folder: Path, *args: str, lines: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "lifeskills", "--school", str(folder), *args],
        input=lines,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


def begun(school: School) -> Teaching:
    teaching = Teaching.begin(school, school.classes.get("8(3)"), COURSE)
    teaching.roll_done()
    return teaching


async def on_screen(app: LifeskillsApp, pilot: Pilot[None], teaching: Teaching) -> str:
    app.push_screen(LessonScreen(teaching))
    await pilot.pause()
    return screen_text(app)


async def test_space_claps_line_by_line_and_letters_count(
    school: School, open_app: OpenApp
) -> None:
    teaching = begun(school)
    async with open_app(school) as (app, pilot):
        await on_screen(app, pilot, teaching)
        await type_keys(pilot, "space")

        panel = app.screen.query_one(ToolPanel)
        for words in ("慢慢拍", "话太好，停一停", "1/2 全班拍", "j 下一句", "i 又一组编好了"):
            assert words in panel.text
        await type_keys(pilot, "space", "j", "i", "i")

        assert "不让说，查一查" in panel.text
        assert "又一组编好了 2" in panel.text
        await type_keys(pilot, "space", "space")
        assert "快一点" in panel.text
        await type_keys(pilot, *["space"] * 7)
        assert "要证件" in panel.text
        assert "空格：下一段" in screen_text(app)
        await type_keys(pilot, "space", "space")
        assert teaching.state.step == "slip"
    assert teaching.tool_records()["six-words"] == {"clapped": 3, "counts": {"own-rhymes": 2}}


async def test_the_class_sees_the_line_large_and_no_keys(school: School, open_app: OpenApp) -> None:
    teaching = begun(school)
    async with open_app(school) as (app, pilot):
        await on_screen(app, pilot, teaching)
        await type_keys(pilot, "space", "j", "f5")

        assert isinstance(app.screen, ClassScreen)
        text = screen_text(app)
        for words in ("六个字", "慢慢拍：● ○ ○ ● ○ ○", "催得急，问一问", "全班拍"):
            assert words in text
        assert "下一句" not in text
        assert "又一组编好了" not in text


def killed_in_the_middle(folder: Path) -> None:
    """Six keys in lines, then the process is killed; each had been shown, and so saved."""
    program = [sys.executable, "-m", "lifeskills", "--school", str(folder)]
    with subprocess.Popen(
        [*program, "teach", "8(3)", COURSE, "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    ) as lesson:
        assert lesson.stdin is not None
        assert lesson.stdout is not None
        lesson.stdin.write("\n" * 2 + "j\n" * 5 + "i\n")
        lesson.stdin.flush()
        for line in lesson.stdout:
            if line.strip() == "又一组编好了：1":
                break
        lesson.kill()


async def test_killed_in_the_middle_the_rhyme_goes_on_where_it_was(
    school: School, open_app: OpenApp
) -> None:
    """Taught in lines by a process that is killed, found open on the screen."""
    assert school.folder is not None
    killed_in_the_middle(school.folder)

    resumed = Teaching.resume(school, school.classes.get("8(3)"))

    async with open_app(school) as (app, pilot):
        await on_screen(app, pilot, resumed)
        panel = app.screen.query_one(ToolPanel)
        for words in ("快一点", "催得急，问一问", "又一组编好了 1"):
            assert words in panel.text
        await type_keys(pilot, "f2", "f2")
        assert "话太好，停一停" in panel.text
        assert "又一组编好了 1" not in panel.text
    resumed.leave()


def test_in_lines_it_says_what_the_how_to_shows(school: School) -> None:
    folder = school.folder
    assert folder is not None
    keys = "\n\n" + "\n" + "j\ni\ni\n" + "\n" * 30
    done = lifeskills(folder, "teach", "8(3)", COURSE, "--plain", lines=f"{keys}30 12 5\n")

    assert done.returncode == 0, done.stderr
    shown = how_to_files()["plain.txt"].splitlines()
    lines = done.stdout.splitlines()
    first = lines.index(shown[0])
    assert [
        line for line in lines[first : first + len(shown) + 1] if not line.endswith("秒")
    ] == shown
    assert "又一组编好了：2" in lines
    (record,) = School(folder).classes.records("c-8003")
    assert record["tools"]["six-words"] == {"clapped": 3, "counts": {"own-rhymes": 2}}


def test_the_class_record_prints_what_its_sheet_counted(school: School, tmp_path: Path) -> None:
    teaching = begun(school)
    teaching.next_step()
    teaching.tool_key("line:own-rhymes")
    teaching.next_step()
    teaching.close()
    folder, file = school.folder, tmp_path / "record.html"
    assert folder is not None
    day = teaching.state.day

    done = lifeskills(
        folder, "book", "print", "class-record", "--class", "8(3)", "--on", day, "-o", str(file)
    )

    assert done.returncode == 0, done.stderr
    assert "六个字：又一组编好了：1" in file.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_kind_is_listed_and_the_checker_knows_it(school: School) -> None:
    folder = school.folder
    assert folder is not None

    assert "clap-rhyme" in lifeskills(folder, "activity", "list").stdout
    assert "打节奏顺口溜" in lifeskills(folder, "activity", "show", "clap-rhyme").stdout
    assert "activity-unknown" not in lifeskills(folder, "pack", "check").stdout
    (folder / "plugins" / "clap-rhyme" / "beat.py").write_text("changed = True\n")
    found = lifeskills(folder, "--screen-language", "en", "pack", "check").stdout
    assert "activity-unknown" in found
    assert "clap-rhyme" in found
