"""The page for the talk about a story: everything a teacher needs, on one page, for every story."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lifeskills.classroom.school import School
from tests.fakes import FakeClock
from tests.plugins.test_books import text_of
from tests.press.small_school import make_school, printed


@pytest.fixture
def alone(fake_clock: FakeClock) -> School:
    return School(None, clock=fake_clock, language="zh")


def page(school: School, file: Path, **options: str) -> str:
    done = printed(school, "debrief-sheet", file, **options)
    html = done.path.read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<body>")[2]))


def test_it_says_what_happened_and_how_to_talk_about_it(alone: School, tmp_path: Path) -> None:
    said = page(alone, tmp_path / "sheet.html", story="E2")

    assert "开头 ：小宇十五岁" in said
    assert "C “那我明天就不念了。” 风险变大" in said
    assert "→ 掉进碗里的眼泪" in said
    assert "1 小宇笑的时候，心里是什么？ 丢脸、委屈" in said
    assert said.index("可以这样说") < said.index("不要这样说") < said.index("男孩子哭什么")
    assert "(compulsory-education)" in said
    assert "我不是小宇，我是我自己" in said
    assert "当天交给保护老师" in said
    assert "不到16个人" in said
    assert "story-sheet --story E2" in said


def test_people_of_the_school_stand_beside_the_worry(fake_clock: FakeClock, tmp_path: Path) -> None:
    said = page(make_school(tmp_path / "school", fake_clock), tmp_path / "x.html", story="E1")

    assert "110 报警" in said
    assert "119" not in said


def test_the_branches_for_older_pupils_are_printed_for_them_alone(
    alone: School, tmp_path: Path
) -> None:
    young = page(alone, tmp_path / "young.html", story="E4")
    older = page(alone, tmp_path / "older.html", story="E4", band="16plus")

    assert "以后爸来问" in young
    assert "退掉的票" not in young
    assert "退掉的票" in older


ONE = "E7"
"""The story with the most passages; the others are printed among the slow tests."""


@pytest.mark.parametrize(
    "story",
    [
        pytest.param(f"E{number}", marks=() if f"E{number}" == ONE else pytest.mark.slow)
        for number in range(1, 11)
    ],
)
@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.slow)])
def test_every_story_fits_one_page(
    alone: School, tmp_path: Path, story: str, language: str
) -> None:
    pytest.importorskip("weasyprint")
    file = tmp_path / f"{story}-{language}.pdf"
    done = printed(alone, "debrief-sheet", file, story=story, lang=language, band="16plus")
    text = text_of(file)
    assert text.count("\f") == 1
    assert not re.search(r"\{|story_|debrief_|care_", text)
    assert done.remarks == ()
