"""The books on the shipped packs: what stands in them, and that they always print."""

from __future__ import annotations

import builtins
import datetime as dt
import itertools
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from lifeskills import places
from lifeskills.classroom.printing import book_rows, print_book
from lifeskills.classroom.printing import missing as missing_in
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.errors import PrintError, UnknownName
from tests.fakes import FakeClock
from tests.press.small_school import DAY, make_school, printed, record

BOOKS = [
    "student-handbook",
    "teacher-guide",
    "lesson-page",
    "class-record",
    "lesson-plan",
    "story-sheet",
    "debrief-sheet",
    "year-plan",
    "booster",
    "activity-sheets",
    "guest-seminar",
    "tips-calendar",
    "help-card",
    "guardian-notice",
    "case-analysis",
    "guide-sheet",
]
ALWAYS_TRIED = ("student-handbook", "lesson-page")
"""The books tried without each plugin among the quick tests; the others among the slow ones."""
LANGUAGES = ("zh", "en")
COURSE = "tricks-people-use"
FIRST_PARTY = sorted(path.name for path in places.shipped("plugins").iterdir() if path.is_dir())
NUMBER = re.compile(r"(?<!\d)(?:12110|12333|12338|12345|12355)(?!\d)")


@pytest.fixture
def school(tmp_path: Path, fake_clock: FakeClock) -> School:
    return make_school(tmp_path / "school", fake_clock)


@pytest.fixture
def alone(fake_clock: FakeClock) -> School:
    """No school: the shipped packs."""
    return School(None, clock=fake_clock, language="zh")


def page(school: School, book: str, tmp_path: Path, **options: Any) -> str:
    """A book as HTML."""
    done = printed(school, book, tmp_path / f"{book}.html", **options)
    assert done.remarks == ()
    return done.path.read_text(encoding="utf-8")


def options_for(book: str) -> dict[str, Any]:
    """What each book needs, in the small school."""
    needed: dict[str, dict[str, Any]] = {
        "student-handbook": {"audience": "g7-9"},
        "teacher-guide": {"audience": "g7-9"},
        "tips-calendar": {"audience": "g7-9"},
        "lesson-page": {"class_name": "8(3)", "course": COURSE},
        "lesson-plan": {"class_name": "8(3)", "course": COURSE},
        "guest-seminar": {"audience": "voc", "course": "internship-rights"},
        "story-sheet": {"story": "E1"},
        "debrief-sheet": {"story": "E1"},
        "year-plan": {"class_name": "8(3)"},
        "booster": {"class_name": "8(3)"},
        "activity-sheets": {"course": COURSE},
        "guide-sheet": {"guide": "follow-up-guide"},
        "class-record": {"class_name": "8(3)", "day": dt.datetime.fromisoformat(DAY)},
    }
    return needed.get(book, {})


def text_of(pdf: Path, *options: str) -> str:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("poppler is not installed")
    done = subprocess.run([tool, *options, str(pdf), "-"], capture_output=True, check=True)
    return done.stdout.decode()


# -- what there is ----------------------------------------------------------------------------


def test_rows_say_what_each_book_needs(alone: School) -> None:
    rows = book_rows(alone)
    assert [row["id"] for row in rows] == BOOKS
    assert all(row["title"]["zh"] and row["title"]["en"] for row in rows)
    assert {row["id"] for row in rows if "docx" in row["formats"]} == {
        *("class-record", "lesson-plan", "story-sheet", "debrief-sheet", "year-plan", "booster"),
        *("guest-seminar", "guide-sheet"),
    }


@pytest.mark.parametrize(
    ("book", "missing"),
    [
        ("student-handbook", ["audience", "place"]),
        ("lesson-page", ["audience", "place", "course"]),
        ("class-record", ["class", "on"]),
        ("guardian-notice", []),
    ],
)
def test_a_missing_option_is_named(alone: School, book: str, missing: list[str]) -> None:
    order = BookOrder.from_options(book, output=Path("x.pdf"), options={})
    assert missing_in(alone, order) == missing


def test_a_school_brings_its_place_and_a_class_its_audience(school: School) -> None:
    order = BookOrder.from_options(
        "lesson-page", output=Path("x"), options={"class_name": "8(3)", "course": COURSE}
    )
    assert missing_in(school, order) == []


def test_an_unknown_book_is_named_with_its_neighbours(alone: School) -> None:
    with pytest.raises(UnknownName) as caught:
        missing_in(alone, BookOrder.from_options("teachers-guide", output=Path("x"), options={}))
    assert "teacher-guide" in str(caught.value.mend)


def test_a_format_that_a_book_cannot_take_is_refused(school: School, tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as caught:
        printed(school, "help-card", tmp_path / "card.docx")
    assert "pdf html" in str(caught.value.mend)


@pytest.mark.parametrize("book", BOOKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_book_prints_in_both_languages(
    school: School, tmp_path: Path, book: str, language: str
) -> None:
    html = page(school, book, tmp_path, lang=language, **options_for(book))
    assert f'lang="{"zh-Hans" if language == "zh" else "en"}"' in html
    assert not re.search(r"\{(law|card|number|course|value):", html)


@pytest.mark.parametrize(
    "plugin", [name for name in FIRST_PARTY if name not in ("books", "folders")]
)
@pytest.mark.parametrize(
    "book",
    [one if one in ALWAYS_TRIED else pytest.param(one, marks=pytest.mark.slow) for one in BOOKS],
)
def test_every_book_prints_with_any_other_plugin_off(
    school: School, fake_clock: FakeClock, tmp_path: Path, book: str, plugin: str
) -> None:
    less = School(school.folder, clock=fake_clock, language="zh", off=frozenset({plugin}))
    if book in ("story-sheet", "debrief-sheet") and plugin == "stories":
        with pytest.raises(UnknownName):  # what is asked for is not there, and that is said
            printed(less, book, tmp_path / "out.html", **options_for(book))
        return
    done = printed(less, book, tmp_path / "out.html", **options_for(book))
    html = done.path.read_text(encoding="utf-8")
    assert "<h1" in html or "<h2" in html


@pytest.mark.parametrize("book", ["help-card", "guardian-notice", "class-record", "case-analysis"])
def test_what_needs_no_lesson_prints_without_any_pack(
    school: School, fake_clock: FakeClock, tmp_path: Path, book: str
) -> None:
    off = frozenset({"folders", "law", "place", "stories"})
    less = School(school.folder, clock=fake_clock, language="zh", off=off)
    done = printed(less, book, tmp_path / "out.html", **options_for(book))
    assert done.path.stat().st_size > 1000


# -- the handbook -----------------------------------------------------------------------------


def test_an_edition_holds_the_audience_s_pathways(alone: School, tmp_path: Path) -> None:
    def courses(audience: str, **more: Any) -> list[str]:
        html = page(alone, "student-handbook", tmp_path, audience=audience, place="guizhou", **more)
        return re.findall(r'<h1 id="([a-z-]+)">', html.partition('class="lesson"')[2])

    written = {one.course for one in alone.library.courses("zh")}
    pathway = alone.library.pathways["vocational"].courses
    assert courses("voc") == [one for one in pathway if one in written]
    assert "what-is-trafficking" in courses("voc", all_=True)
    assert "reading-a-contract" not in courses("g7-9", all_=True)


def test_pupils_see_no_teacher_s_words_and_no_blank_course(alone: School, tmp_path: Path) -> None:
    html = page(alone, "student-handbook", tmp_path, audience="g7-9", place="guizhou")
    lesson = alone.library.lesson(COURSE, alone.plain_setting("g7-9", place="guizhou"))
    notes = [b.text for s in lesson.steps for b in s.of_kind("note", "touch", "care")]
    assert not [note for note in notes if note.splitlines()[0] in html]
    assert "本地版" not in html
    assert "不想写可以画" in html


def test_a_book_for_under_sixteen_has_no_line_about_work(alone: School, tmp_path: Path) -> None:
    young = page(alone, "student-handbook", tmp_path, audience="g6", place="guizhou")
    grown = page(alone, "student-handbook", tmp_path, audience="workers", place="jiangsu")
    assert '<td class="call">12333</td>' not in young
    assert '<td class="call">12333</td>' in grown


def test_the_place_makes_the_edition(alone: School, tmp_path: Path) -> None:
    here = page(alone, "student-handbook", tmp_path, audience="g7-9", place="guizhou")
    there = page(alone, "student-handbook", tmp_path, audience="g7-9", place="jiangsu")
    assert "石桥村的小卖部" in here
    assert "石桥村的小卖部" not in there
    assert "江苏" in there


def test_the_last_page_explains_the_words_of_this_edition(alone: School, tmp_path: Path) -> None:
    young = page(alone, "student-handbook", tmp_path, audience="g7-9", place="guizhou")
    grown = page(alone, "student-handbook", tmp_path, audience="workers", place="guizhou")
    meanings = {one.word.get("zh"): one.says.get("zh") for one in alone.library.glossary.values()}
    assert meanings["拐卖"] in young
    assert meanings["仲裁"] not in young
    assert meanings["合同"] in grown


def test_the_calendar_has_a_sheet_a_month_and_the_holidays_of_its_year(
    alone: School, tmp_path: Path
) -> None:
    options = {"audience": "g7-9", "place": "guizhou"}
    known = page(alone, "tips-calendar", tmp_path, year=2026, **options)
    assert known.count('<section class="sheet">') == 12
    assert re.search(r"15<span class=\"off\">春节</span>", known)
    assert '<span class="off">上班</span>14' in known
    assert "还没公布" not in known
    assert "还没公布" in page(alone, "tips-calendar", tmp_path, year=2027, **options)


def test_from_november_on_a_calendar_is_for_the_next_year(alone: School, tmp_path: Path) -> None:
    html = page(alone, "tips-calendar", tmp_path, audience="g7-9", place="guizhou")
    today = alone.clock.today()
    assert f'<p class="year hei">{today.year + (today.month >= 11)}</p>' in html


def test_a_calendar_for_the_young_has_no_contract_in_may(alone: School, tmp_path: Path) -> None:
    young = page(alone, "tips-calendar", tmp_path, audience="g7-9", place="guizhou")
    grown = page(alone, "tips-calendar", tmp_path, audience="workers", place="jiangsu")
    assert "合同看清再签字" not in young
    assert "合同看清再签字" in grown


def test_the_travel_card_is_for_sixteen_and_over_alone(alone: School, tmp_path: Path) -> None:
    young = page(alone, "student-handbook", tmp_path, audience="g7-9", place="guizhou")
    grown = page(alone, "student-handbook", tmp_path, audience="workers", place="guizhou")
    assert "行前卡" in grown
    assert 'id="travel"' not in young


def test_a_lesson_without_cards_has_no_heading_for_them(alone: School, tmp_path: Path) -> None:
    html = page(alone, "teacher-guide", tmp_path, pathway="teacher-workshop", place="guizhou")
    assert "教师工作坊（两天）" in html
    assert html.count("<h2>这一课的法律卡</h2>") == sum(
        bool(alone.library.info(course).cards)
        for course in alone.library.pathways["teacher-workshop"].courses
    )


def test_see_lesson_12_is_a_link_in_words(alone: School, tmp_path: Path) -> None:
    html = page(alone, "student-handbook", tmp_path, audience="g7-9", place="guizhou")
    assert '<a href="#my-help-net">第12课《我的求助网》</a>' in html


# -- numbers and law --------------------------------------------------------------------------


@pytest.mark.parametrize("audience", ["voc", "workers"])
def test_whom_to_ask_stands_on_a_page_once_for_each_audience(
    alone: School, tmp_path: Path, audience: str
) -> None:
    course, options = "check-before-you-go", {"audience": audience, "place": "jiangsu"}
    lesson = alone.library.lesson(course, alone.plain_setting(audience, place="jiangsu"))
    boards = [block for step in lesson.steps for block in step.of_kind("board")]
    (helpers,) = [one.text for one in boards if one.id.startswith("help")]
    first = helpers.partition("：")[0]

    sheet = page(alone, "lesson-page", tmp_path, course=course, **options)
    book = page(alone, "student-handbook", tmp_path, **options)

    assert sheet.partition('class="help"')[2].count(first) == sheet.count(first) == 1
    assert first in book


def test_the_page_of_a_sitting_answers_none_of_its_questions(alone: School, tmp_path: Path) -> None:
    html = page(
        alone, "lesson-page", tmp_path, course="zero-point", audience="g7-9", place="guizhou"
    )
    assert "半张纸" in html
    assert 'class="help"' not in html
    assert not re.search(r"\b1(?:10|20)\b", html)


def test_numbers_pass_the_gate(alone: School, tmp_path: Path) -> None:
    html = page(alone, "teacher-guide", tmp_path, audience="g7-9", place="guizhou")
    table = html.partition('id="help"')[2]
    for call in ("110", "119", "120", "12338"):
        assert f'<td class="call">{call}</td>' in table
    assert "12348" not in table
    assert "法律援助咨询：电话" in table


def test_the_three_numbers_print_without_the_law_plugin(
    fake_clock: FakeClock, tmp_path: Path
) -> None:
    lawless = School(None, clock=fake_clock, language="zh", off=frozenset({"law"}))
    done = printed(
        lawless, "student-handbook", tmp_path / "x.html", audience="g7-9", place="guizhou"
    )
    html = done.path.read_text(encoding="utf-8")
    for call in ("110", "119", "120"):
        assert f'<td class="call">{call}</td>' in html
    table = html.partition('class="numbers"')[2]
    assert not NUMBER.search(table)


def test_a_card_that_may_not_be_said_leaves_a_labelled_blank(
    fake_clock: FakeClock, tmp_path: Path
) -> None:
    lawless = School(None, clock=fake_clock, language="zh", off=frozenset({"law"}))
    done = printed(lawless, "teacher-guide", tmp_path / "x.html", audience="g7-9", place="guizhou")
    html = done.path.read_text(encoding="utf-8")
    assert "法律卡“id-and-deposit”：<span" in html
    assert done.remarks


def test_law_that_should_have_been_checked_again_says_so(tmp_path: Path) -> None:
    later = FakeClock(dt.datetime(2029, 3, 1, 8, tzinfo=dt.UTC))
    school = School(None, clock=later, language="zh")
    html = page(school, "teacher-guide", tmp_path, audience="g7-9", place="guizhou")
    assert "核对到" in html


def test_the_imprint_names_packs_licence_approval_and_no_agency(
    school: School, tmp_path: Path
) -> None:
    html = page(school, "teacher-guide", tmp_path, audience="g7-9")
    for words in ("core 0.", "sending 0.", "guizhou 0.", "CC BY-SA 4.0", "校务会 2026-09-01"):
        assert words in html
    assert "receiving 0." not in html
    assert "不代表任何机构" in html


def test_what_the_school_filled_in_stands_there(school: School, tmp_path: Path) -> None:
    html = page(school, "student-handbook", tmp_path, audience="g7-9")
    assert "林老师</td>" in html


# -- pages of a class -------------------------------------------------------------------------


def test_odd_names_show_as_themselves(school: School, tmp_path: Path) -> None:
    html = page(school, "lesson-page", tmp_path, **options_for("lesson-page"))
    for name in ("[red]李[/]", "&lt;b&gt;王&lt;/b&gt;", "赵[31m", "李㛃", "{{ 7 * 7 }}"):
        assert name in html
    assert "<b>" not in html


def test_minutes_of_the_page_run_to_the_bell(school: School, tmp_path: Path) -> None:
    html = page(school, "lesson-page", tmp_path, **options_for("lesson-page"))
    times = re.findall(r'class="t">(\d:\d\d)–(\d:\d\d)<', html)
    assert times[0][0] == "0:00"
    assert times[-1][1] == "0:45"
    assert all(end == begin for (_, end), (begin, _) in itertools.pairwise(times))


def test_a_sheet_without_a_class_has_sixty_numbers(alone: School, tmp_path: Path) -> None:
    html = page(alone, "lesson-page", tmp_path, audience="g6", place="guizhou", course=COURSE)
    assert re.findall(r'class="n">(\d+)<', html)[-1] == "60"
    assert html.count('class="box"') == 60


def test_the_record_says_who_was_away_and_what_was_left_out(school: School, tmp_path: Path) -> None:
    html = page(school, "class-record", tmp_path, **options_for("class-record"))
    assert "骗人的常用招" in html
    assert "四个手势" in html
    assert "3 赵[31m" in html
    assert "没有做到" in html
    assert "会了 3" in html
    assert "6题里一次就对5题" in html


def test_a_day_without_a_record_names_others(school: School, tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        printed(
            school,
            "class-record",
            tmp_path / "x.html",
            class_name="8(3)",
            day=dt.datetime.fromisoformat("2026-11-19"),
        )
    assert DAY in str(caught.value.mend)


def test_numbers_only_where_the_school_shows_no_names(
    school: School, fake_clock: FakeClock, tmp_path: Path
) -> None:
    assert school.folder is not None
    file = school.folder / "school.toml"
    text = file.read_text(encoding="utf-8").replace('"given"', '"number"')
    file.write_text(text, encoding="utf-8")
    shy = School(school.folder, clock=fake_clock, language="zh")
    html = page(shy, "lesson-page", tmp_path, **options_for("lesson-page"))
    assert "李㛃" not in html


# -- files ------------------------------------------------------------------------------------


def test_without_the_pdf_libraries_it_is_html_and_says_so(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    importing = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return importing(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    done = printed(school, "help-card", tmp_path / "card.pdf")
    assert done.path == tmp_path / "card.html"
    assert "12345" in done.path.read_text(encoding="utf-8")
    assert any("libpango" in str(remark) for remark in done.remarks)


def test_a_file_that_cannot_be_written_says_what_to_do(school: School, tmp_path: Path) -> None:
    (tmp_path / "here").write_text("", encoding="utf-8")
    order = BookOrder.from_options("help-card", output=tmp_path / "here" / "x.html", options={})
    with pytest.raises(PrintError):
        print_book(school, order)


@pytest.mark.parametrize("book", ["class-record", "lesson-plan"])
def test_school_forms_come_as_docx(school: School, tmp_path: Path, book: str) -> None:
    done = printed(school, book, tmp_path / "form.docx", **options_for(book))
    assert done.path.read_bytes().startswith(b"PK")


@pytest.mark.external
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("course", [COURSE, "how-old-to-work", "my-help-net"])
def test_two_pages_are_two_pages(
    school: School, tmp_path: Path, course: str, language: str
) -> None:
    options = {**options_for("lesson-page"), "course": course, "lang": language}
    done = printed(school, "lesson-page", tmp_path / "page.pdf", **options)
    assert done.remarks == ()
    assert text_of(done.path).count("\f") == 2


@pytest.mark.external
@pytest.mark.parametrize("book", ["help-card", "guardian-notice"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_page_is_one_page(school: School, tmp_path: Path, book: str, language: str) -> None:
    done = printed(school, book, tmp_path / "page.pdf", lang=language)
    assert done.remarks == ()
    assert text_of(done.path).count("\f") == 1


@pytest.mark.external
def test_page_numbers_stand_alone_and_the_contents_tell_the_truth(
    alone: School, tmp_path: Path
) -> None:
    done = printed(alone, "student-handbook", tmp_path / "b.pdf", audience="g7-9", place="guizhou")
    pages = text_of(done.path).split("\f")[:-1]
    for number, words in enumerate(pages[1:], 2):
        assert re.search(rf"^{number}$", words, re.MULTILINE), number
    named = re.search(r"我的求助网[ .]*(\d+)", pages[1].replace("\n", " "))
    assert named is not None
    assert "第12课" in pages[int(named[1]) - 1]


# -- the year ---------------------------------------------------------------------------------


def test_the_year_plan_names_days_and_what_is_not_announced_and_no_pupil(
    school: School, tmp_path: Path
) -> None:
    html = page(school, "year-plan", tmp_path, class_name="8(3)", lang="en")

    assert "Tricks people use" in html
    assert "taught" in html
    assert "Qingming" in html
    assert "2027 were not announced" in html
    assert not [one.name for one in school.classes.get("8(3)").learners if one.name in html]


def test_the_look_back_asks_a_question_of_each_earlier_lesson(
    school: School, tmp_path: Path
) -> None:
    html = page(school, "booster", tmp_path, class_name="8(3)", lang="zh")

    assert html.count("<h2>") == 3
    assert "2027-02-24" in html


def test_a_class_in_its_first_term_has_nothing_to_look_back_at(
    school: School, tmp_path: Path
) -> None:
    school.change_settings(terms=())
    with pytest.raises(PrintError):
        printed(school, "booster", tmp_path / "x.html", class_name="8(3)")


def test_the_class_record_sets_the_measured_figures_beside_the_plan(
    school: School, tmp_path: Path
) -> None:
    engaged = {
        "learners": 4,
        "planned": {"active_share": 0.87, "speaking_seconds": 520},
        "measured": {"active_share": 0.611, "speaking_seconds": 163},
    }
    kept = record() | {"id": "r-9", "day": "2026-11-20", "engaged": engaged}
    school.classes.add_record("c-8333", kept)
    day = dt.datetime.fromisoformat("2026-11-20")

    html = page(school, "class-record", tmp_path, class_name="8(3)", day=day)

    assert "人人有事做 61%（计划 87%），每人开口 163 秒（计划 520 秒）" in html
