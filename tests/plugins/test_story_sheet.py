"""The discussion sheet: the way a class walked, or a whole story; no names, nothing improvised."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lifeskills.classroom.printing import missing
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.errors import PrintError
from tests.fakes import FakeClock
from tests.press.small_school import ODD_NAMES, make_school, printed, record

WAY = {
    "story": "E3",
    "choices": [
        {"at": "kiosk", "letter": "C", "care": "less", "hands": {"A": 20, "B": 9, "C": 21}},
        {"at": "took-card", "letter": "A", "care": "more", "hands": {}},
        {"at": "lane", "letter": "A", "care": "more", "hands": {}},
        {"at": "after", "letter": "B", "care": "some", "hands": {}},
        {"at": "after", "letter": "A", "care": "more", "hands": {}},
    ],
    "endings": ["only-mum", "together"],
    "here": "together",
}


@pytest.fixture
def school(tmp_path: Path, fake_clock: FakeClock) -> School:
    """Class 8(3) has played E3 in its last lesson but one."""
    school = make_school(tmp_path / "school", fake_clock)
    played = record() | {"id": "r-2", "day": "2026-11-20", "tools": {"who-is-talking": WAY}}
    school.classes.add_record("c-8333", played)
    later = record() | {"id": "r-3", "day": "2026-11-22", "course": "my-help-net"}
    school.classes.add_record("c-8333", later)
    return school


@pytest.fixture
def alone(fake_clock: FakeClock) -> School:
    return School(None, clock=fake_clock, language="zh")


def page(school: School, tmp_path: Path, **options: Any) -> str:
    done = printed(school, "story-sheet", tmp_path / "sheet.html", **options)
    return done.path.read_text(encoding="utf-8")


def heard(html: str) -> str:
    """The words without their marks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.partition("<body>")[2]))


def test_the_last_story_of_a_class_is_printed_as_it_was_walked(
    school: School, tmp_path: Path
) -> None:
    said = heard(page(school, tmp_path, class_name="8(3)"))

    assert "2026-11-20" in said
    scenes = ["小卖部门口", "掉出来的证件", "一句真话", "都是老乡", "妈妈来了", "一双小球鞋"]
    endings = ["妈妈再走一步", "两个孩子回家了"]
    places = [said.index(f"{n} {title}") for n, title in enumerate([*scenes, *endings], 1)]
    assert places == sorted(places)
    assert "C 谢谢阿姨，把身份证收下 ● 选了这条 21" in said
    assert "A 和妈妈去找社区、劳动监察 ○ 又试了这条" in said
    assert "半根冰棍" not in said  # a scene of the branch that was not taken
    assert "风险变大" in said
    assert "聊一聊" in said
    assert "你会怎么劝小薇" in said


def test_no_name_of_a_learner_stands_on_the_sheet(school: School, tmp_path: Path) -> None:
    for language in ("zh", "en"):
        html = page(school, tmp_path, class_name="8(3)", lang=language)
        assert not [name for name in ODD_NAMES if name in html]
        assert "李" not in heard(html).replace("行李", "")


def test_pupils_read_the_cards_plain_words_and_basis_and_no_brief(
    school: School, tmp_path: Path
) -> None:
    said = heard(page(school, tmp_path, class_name="8(3)"))

    assert "没满十六岁，谁都不能招你上班" in said
    assert "《禁止使用童工规定》" in said
    assert "不要问“谁去打过工”" not in said


def test_a_teacher_reads_the_whole_story_with_every_branch_and_the_brief(
    alone: School, tmp_path: Path
) -> None:
    said = heard(page(alone, tmp_path, story="E3"))

    assert "整个故事" in said
    assert "半根冰棍" in said
    assert "→ 那天下午，接着念 6" in said
    assert "B 说“捡的”，塞回口袋里 5" in said
    assert "不要问“谁去打过工”" in said
    assert "这里的信号" in said
    assert "选了这条" not in said


def test_the_story_of_a_course_in_english(alone: School, tmp_path: Path) -> None:
    said = heard(page(alone, tmp_path, course="our-class-agreement", lang="en"))

    assert "Story discussion sheet: The empty seat" in said
    assert not re.search(r"\{|story_|care_|[\u4e00-\u9fff]", said)


def test_older_pupils_read_the_words_for_their_age(alone: School, tmp_path: Path) -> None:
    said = heard(page(alone, tmp_path, story="E3", audience="voc", band="16plus"))

    assert "满十六岁才可以被招用" in said


@pytest.mark.slow
def test_both_sides_of_one_leaf(school: School, tmp_path: Path) -> None:
    pytest.importorskip("weasyprint")
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not installed")
    for language in ("zh", "en"):
        done = printed(
            school, "story-sheet", tmp_path / f"{language}.pdf", class_name="8(3)", lang=language
        )
        text = subprocess.run([tool, str(done.path), "-"], capture_output=True, check=True).stdout
        assert text.count(b"\f") == 2


def test_docx_holds_the_same(school: School, tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    done = printed(school, "story-sheet", tmp_path / "sheet.docx", class_name="8(3)")
    document = docx.Document(str(done.path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    assert "● 选了这条" in cells
    assert any("你会怎么劝小薇" in one.text for one in document.paragraphs)


def test_what_is_missing_is_said_with_what_to_do(
    school: School, alone: School, tmp_path: Path
) -> None:
    order = BookOrder.from_options("story-sheet", output=tmp_path / "x.pdf", options={})
    assert missing(alone, order) == ["story"]
    with pytest.raises(PrintError) as none_played:
        page(school, tmp_path, class_name="8(3)", story="E1")
    assert "--story" in str(none_played.value.mend)
    with pytest.raises(PrintError):
        page(alone, tmp_path, course="my-help-net")
