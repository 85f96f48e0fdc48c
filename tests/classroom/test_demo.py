"""The sample school: whole, invented, the same for a seed, and laid before any day."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from lifeskills.classroom.demo import build_demo, make_demo
from lifeskills.classroom.following import concern_rows, follow_up
from lifeskills.classroom.planning import next_lesson, taught
from lifeskills.classroom.rosters import class_rows
from lifeskills.classroom.school import School
from lifeskills.core.errors import StoreError
from tests.fakes import FakeClock


def said(school: School) -> dict[str, object]:
    """Everything that the school's files say."""
    return {
        group.id: (group, school.classes.records(group.id), school.classes.concerns(group.id))
        for group in school.classes.list()
    }


def test_has_four_classes_and_a_year(school: School) -> None:
    sizes = {row["class"]: row["learners"] for row in class_rows(school)}
    assert sizes == {"8(3)": 52, "9(1)": 60, "职一(2)": 38, "女工之家夜校": 0}

    groups = school.classes.list()
    assert all(len(taught(school, group)) >= 3 for group in groups)
    following = next_lesson(school, groups[0])
    assert following is not None
    assert (groups[0].name, following.info.course) == ("8(3)", "tricks-people-use")
    today = school.clock.today()
    for group in groups:
        days = [dt.date.fromisoformat(r["day"]) for r in school.classes.records(group.id)]
        assert days == sorted(days)
        assert all(day < today for day in days)
        if group.kind == "class":
            assert len(days) >= 35
            assert (today - days[0]).days >= 350
            assert {day.weekday() for day in days} == {group.weekday}


def test_next_lesson_of_8_3_is_the_tricks(school: School) -> None:
    coming = next_lesson(school, school.classes.get("8(3)"))

    assert coming is not None
    assert coming.info.course == "tricks-people-use"
    assert coming.when == dt.date(2026, 11, 25)


def test_8_3_shows_two_concerns_each_in_a_sentence(school: School) -> None:
    found = follow_up(school, school.classes.get("8(3)"))
    rows = concern_rows(school, "8(3)")

    assert [found.learners[one.learner].number for one in found.concerns] == [17, 41]
    assert found.also == ()
    assert {row["rule"] for row in rows} == {"run", "falling-off", "worry"}
    assert all(row["sentence"]["zh"] and row["sentence"]["en"] and row["duties"] for row in rows)


def test_is_the_same_for_the_same_seed_and_another_for_another(tmp_path: Path) -> None:
    today = dt.date(2026, 11, 23)
    one, same, other = (
        said(build_demo(tmp_path / name, seed=seed, today=today))
        for name, seed in (("one", 1), ("same", 1), ("other", 2))
    )

    assert one == same
    assert one != other


@pytest.mark.parametrize("ahead", [0, 1, 2, 3, 4, 5, 6, 40, 99, 190, 280])
def test_is_laid_before_any_day(tmp_path: Path, ahead: int) -> None:
    clock = FakeClock()
    clock.advance(minutes=ahead * 24 * 60)
    build_demo(tmp_path / "school", today=clock.today())
    school = School(tmp_path / "school", clock=clock, language="zh")

    found = follow_up(school, school.classes.get("8(3)"))

    assert [found.learners[one.learner].number for one in found.concerns] == [17, 41]
    assert found.little is None
    first, *_, last, coming = school.settings.terms
    assert first[1] <= clock.today() - dt.timedelta(days=357)
    assert last[1] <= clock.today() <= last[2] < coming[1]


def test_is_marked_as_invented_and_holds_no_telephone_number(folder: Path) -> None:
    settings = School(folder).settings
    assert "虚构" in settings.name
    assert settings.rest["invented"] is True
    assert all("虚构" in one for one in settings.local_contacts.values())

    for group in School(folder).classes.list():
        assert not any(re.search(r"\d", one.name) for one in group.learners)
    toml = (folder / "school.toml").read_text(encoding="utf-8")
    assert not re.search(r"\d{5,}|\d{3,4}-\d{3,}", re.sub(r"\d{4}-\d\d-\d\d", "", toml))


def test_shows_a_rare_character(school: School) -> None:
    assert school.classes.get("8(3)").current[22].name == "李㛃"


def test_opens_the_sample_that_stands_there(folder: Path) -> None:
    before = said(School(folder))

    made = make_demo(folder)

    assert said(made.school) == before
    assert "stands in" in made.lines[0].id


def test_is_finished_when_it_was_cut_short(folder: Path) -> None:
    before = said(School(folder))
    (folder / "school.toml").unlink()
    (folder / "school.lock").unlink(missing_ok=True)
    (folder / "classes" / "c-z2b2.json").unlink()

    build_demo(folder, today=FakeClock().today())

    assert said(School(folder)) == before


def test_leaves_a_school_and_a_full_folder_alone(tmp_path: Path, folder: Path) -> None:
    text = (folder / "school.toml").read_text(encoding="utf-8")
    (folder / "school.toml").write_text(text.replace("invented = true", ""), encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")

    with pytest.raises(StoreError, match="not the sample"):
        make_demo(folder)
    with pytest.raises(StoreError, match="Something else"):
        make_demo(tmp_path / "mine")
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["letter.txt"]
