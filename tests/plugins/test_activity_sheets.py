"""What a kind may print is a small print of its own or comes from a lesson; both are real pages."""

from __future__ import annotations

import shlex
from pathlib import Path

import pytest

from lifeskills.api import Activity, PrintError
from lifeskills.classroom.activities import activity_lines
from lifeskills.classroom.printing import missing, print_book
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.language import translator

COURSE = "tricks-people-use"


@pytest.fixture(scope="module")
def shipped() -> School:
    return School(None, language="zh")


@pytest.fixture(scope="module")
def kinds(shipped: School) -> tuple[Activity, ...]:
    return tuple(shipped.plugins.activities().values())


def printed(
    school: School, folder: Path, language: str, *, activity: str = "", course: str = ""
) -> str:
    order = BookOrder(
        book="activity-sheets",
        output=folder / "sheets.html",
        language=language,
        activity=activity,
        course=course,
    )
    assert missing(school, order) == []
    return print_book(school, order).path.read_text(encoding="utf-8")


def test_every_printable_has_words_of_its_own_or_names_the_book_that_prints_it(
    shipped: School, kinds: tuple[Activity, ...]
) -> None:
    books = shipped.plugins.books()
    for kind in kinds:
        for one in kind.handouts:
            own = bool(one.words.pairs or one.faces)
            assert own != bool(one.book), (kind.id, one.id)
            assert not one.book or one.book in books
            for language in ("zh", "en"):
                assert one.title.get(language)
                assert not own or one.faces or one.words.get(language)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_kinds_sheets_hold_as_many_copies_as_they_say(
    shipped: School, kinds: tuple[Activity, ...], tmp_path: Path, language: str
) -> None:
    for kind in kinds:
        own = [one for one in kind.handouts if not one.book]
        if not own:
            continue
        page = printed(shipped, tmp_path, language, activity=kind.id)
        assert page.count('<section class="sheet">') == len(own)
        for one in own:
            assert one.title.get(language) in page
            assert page.count(f'<td class="many-{one.many}') >= one.many


def test_a_lessons_own_are_its_groups_tasks(shipped: School, tmp_path: Path) -> None:
    page = printed(shipped, tmp_path, "zh", course=COURSE)
    lesson = shipped.lesson(COURSE, shipped.plain_setting("g7-9", language="zh"))
    groups = [one for one in lesson.steps if one.shape in ("pairs", "fours", "groups")]
    wanted = [one.title for one in groups if one.of_kind("task")]
    assert wanted
    assert all(f"<h2>{title}</h2>" in page for title in wanted)
    assert "组长" in page
    alone = [one.title for one in lesson.steps if one.shape in ("alone", "class")]
    assert not any(f"<h2>{title}</h2>" in page for title in alone)


def test_a_kind_without_sheets_says_how_the_lesson_prints_its_own(
    shipped: School, tmp_path: Path
) -> None:
    with pytest.raises(PrintError, match="no sheet of its own") as wrong:
        printed(shipped, tmp_path, "en", activity="case-analysis")
    assert "--course" in str(wrong.value.mend)


def test_activity_show_names_a_command_that_prints_it(
    shipped: School, kinds: tuple[Activity, ...], tmp_path: Path
) -> None:
    books = shipped.plugins.books()
    for kind in kinds:
        lines = [one for one in activity_lines(kind, translator("en")) if "book print" in one]
        assert len(lines) == len({one.book for one in kind.handouts})
        for line in lines:
            _names, command = line.split(": lifeskills book print ", 1)
            book, *options = shlex.split(command)
            asked = dict(zip(options[::2], options[1::2], strict=True))
            order = BookOrder(
                book=book,
                output=tmp_path / asked["-o"],
                activity=asked.get("--activity", ""),
                course=asked.get("--course", ""),
                audience=asked.get("--audience", ""),
                place="cn",
            )
            assert book in books
            assert missing(shipped, order) == []
