"""Class lists taken in: all of it or nothing, history kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills.classroom.rosters import class_row, class_rows, guess_audience, import_class
from lifeskills.classroom.school import School
from lifeskills.core.errors import RosterError, UnknownName
from lifeskills.core.people import mixed_grades


def listed(tmp_path: Path, *rows: str, head: str = "学号,姓名,性别") -> Path:
    file = tmp_path / "list.csv"
    file.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    return file


def test_a_new_class_is_fitted_to_its_name(school: School, tmp_path: Path) -> None:
    report = import_class(school, listed(tmp_path, "1,李想,女", "2,王梅,女"), "职二(1)")

    group = school.classes.get("职二(1)")
    assert (report.learners, report.new, report.left) == (2, 2, 0)
    assert (group.audiences, group.pathway) == (("voc",), "vocational")
    assert "职二(1)" in [row["class"] for row in class_rows(school)]


def test_a_class_brought_up_to_date_keeps_its_history(school: School, tmp_path: Path) -> None:
    before = school.classes.get("8(3)")
    rows = [f"{one.number},{one.name},女" for one in before.current if one.number != 5]

    report = import_class(school, listed(tmp_path, *rows, "53,新同学,男"), "8(3)")

    after = school.classes.get("8(3)")
    assert (report.learners, report.new, report.left) == (52, 1, 1)
    assert after.id == before.id
    assert after.pathway == "grade-8"
    known = {one.number: one.id for one in before.learners}
    assert all(known[one.number] == one.id for one in after.current if one.number != 53)
    assert after.current[0].desk == before.current[0].desk
    assert [one.number for one in after.learners if one.left] == [5]
    assert len(school.classes.records(after.id)) > 30


def test_a_bad_row_leaves_everything_as_it_was(school: School, tmp_path: Path) -> None:
    before = class_row(school, "8(3)")

    with pytest.raises(RosterError) as caught:
        import_class(school, listed(tmp_path, "1,李想,女", "x,王梅,女"), "8(3)")

    assert [line for line, _ in caught.value.problems] == [3]
    assert class_row(school, "8(3)") == before


def test_an_audience_that_no_pack_knows_is_named(school: School, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="g7-9"):
        import_class(school, listed(tmp_path, "1,李想,女"), "7(1)", audience="g7")


def test_a_mixed_grade_class_has_the_youngest_first(school: School, tmp_path: Path) -> None:
    import_class(school, listed(tmp_path, "1,李想,女"), "复式班", audience="g6 g7-9")

    group = school.classes.get("复式班")
    assert group.audiences == ("g6", "g7-9")
    assert school.setting(group).older == ("g7-9",)


@pytest.mark.parametrize(
    ("name", "audience"),
    [
        ("8(3)", "g7-9"),
        ("９（１）", "g7-9"),
        ("六(2)", "g6"),
        ("初二3班", "g7-9"),
        ("高一(1)", "g10"),
        ("高二(3)", "g10"),
        ("职一(2)", "voc"),
        ("中专2班", "voc"),
        ("女工夜校", "workers"),
        ("向日葵班", "g7-9"),
    ],
)
def test_a_class_name_says_the_audience(name: str, audience: str) -> None:
    assert guess_audience(name) == audience


def test_grades_are_kept_only_where_a_list_has_several(school: School, tmp_path: Path) -> None:
    head = "学号,姓名,性别,年级"
    several = listed(tmp_path, "1,李想,女,五年级", "2,王梅,女,六", "3,张强,男,5", head=head)
    report = import_class(school, several, "复式班", audience="g6")
    assert [one.grade for one in school.classes.get("复式班").current] == [5, 6, 5]
    assert "年级" in report.taken
    assert mixed_grades(school.classes.get("复式班"))

    one_only = listed(tmp_path, "1,李想,女,八年级", "2,王梅,女,八年级", head=head)
    report = import_class(school, one_only, "8(9)")
    assert [one.grade for one in school.classes.get("8(9)").current] == [0, 0]
    assert "年级" in report.dropped
    assert not mixed_grades(school.classes.get("8(9)"))
