"""A new school, and what a machine can do."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import pytest

from lifeskills.classroom.founding import examine, found_school
from lifeskills.classroom.school import School
from lifeskills.core.errors import NotASchool, StoreError, UnknownName
from lifeskills.store.school_file import SCHOOL_FOLDERS
from tests.classroom.conftest import OpenSchool
from tests.fakes import FakeClock


def test_a_new_school_is_empty_and_fitted_to_its_province(tmp_path: Path) -> None:
    path = found_school(School(None), tmp_path / "new", province="jiangsu", name="东湖中学")

    school = School(path)
    assert school.settings.name == "东湖中学"
    assert (school.settings.province, school.settings.side) == ("jiangsu", "receiving")
    assert school.classes.list() == ()
    assert all((path / part).is_dir() for part in SCHOOL_FOLDERS)


@pytest.mark.parametrize(("asked", "kept"), [("", ""), ("en", "en")])
def test_a_new_school_speaks_as_its_machine_unless_asked(
    tmp_path: Path, asked: str, kept: str
) -> None:
    path = found_school(School(None, language=asked), tmp_path / "new", province="guizhou")

    assert School(path).settings.language == kept
    assert School(path).settings.name == "new"


def test_a_province_that_no_pack_knows_is_named_with_its_neighbours(tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="guizhou"):
        found_school(School(None), tmp_path / "new", province="guizhu")

    assert not (tmp_path / "new").exists()


def test_a_school_is_never_founded_on_another(folder: Path) -> None:
    before = (folder / "school.toml").read_bytes()

    with pytest.raises(StoreError, match="already"):
        found_school(School(None), folder, province="guizhou")

    assert (folder / "school.toml").read_bytes() == before


def test_a_file_in_the_way_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(StoreError, match="cannot be made"):
        found_school(School(None), tmp_path / "file" / "new", province="guizhou")


def test_without_a_school_no_class_is_looked_for() -> None:
    with pytest.raises(NotASchool, match="lifeskills init"):
        _ = School(None).classes


class TestExamined:
    def test_a_school_that_works_says_so(self, school: School) -> None:
        found = {one.id: one for one in examine(school)}

        assert set(found) == {"pdf", "plugins", "packs", "school", "clock", "sealed"}
        assert [one.id for one in found.values() if not one.ok and one.id != "pdf"] == ["sealed"]

    def test_every_fault_has_a_mend(self, school: School) -> None:
        assert all(one.mend for one in examine(school) if not one.ok)

    def test_without_a_school_it_says_how_to_make_one(self) -> None:
        found = {one.id: one for one in examine(School(None))}

        assert not found["school"].ok
        assert "lifeskills init" in str(found["school"].mend)

    def test_missing_print_libraries_are_named(
        self, school: School, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setitem(sys.modules, "weasyprint", None)

        (pdf,) = (one for one in examine(school) if one.id == "pdf")

        assert not pdf.ok
        assert "apt install" in str(pdf.mend)

    def test_a_clock_before_the_last_lesson_is_said(
        self, open_school: OpenSchool, fake_clock: FakeClock
    ) -> None:
        fake_clock.set(fake_clock.now() - dt.timedelta(days=60))

        (clock,) = (one for one in examine(open_school()) if one.id == "clock")

        assert not clock.ok
        assert "2026-09-24" in str(clock.says)

    def test_a_broken_plugin_is_named(self, folder: Path, open_school: OpenSchool) -> None:
        (folder / "plugins" / "mine").mkdir()
        (folder / "plugins" / "mine" / "plugin.toml").write_text("id = 3", encoding="utf-8")

        (plugins,) = (one for one in examine(open_school()) if one.id == "plugins")

        assert not plugins.ok
        assert "mine" in str(plugins.says)
