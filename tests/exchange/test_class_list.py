"""Class lists as schools have them: encodings, headings, bad rows, and what is never kept."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.errors import RosterError
from lifeskills.exchange.class_list import given_name, read_class_list

FIXTURES = Path(__file__).parent / "fixtures"
GOOD = "学号,姓名,性别\n1,李小红,女\n2,王建国,男\n"


def listed(path: Path, **options: bool) -> list[tuple[int, str, str]]:
    """What was taken, as (number, name, sex)."""
    found = read_class_list(path, class_name="8(3)", **options)
    return [(one.number, one.name, one.sex) for one in found.learners]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"], ids=lambda name: name
)
def test_csv_is_read_in_the_encodings_that_excel_and_wps_write(
    tmp_path: Path, encoding: str
) -> None:
    file = tmp_path / "名单.csv"
    file.write_bytes(GOOD.encode(encoding))

    assert listed(file) == [(1, "李小红", "girl"), (2, "王建国", "boy")]


def test_xlsx_is_read_whatever_the_file_is_called(tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    write_xlsx(file, [["八年级三班花名册"], ["座号", "姓名"], [7, "李小红"], [8, "王建国"]])

    assert listed(file) == [(7, "李小红", ""), (8, "王建国", "")]


def test_xls_of_an_old_office_is_read() -> None:
    assert listed(FIXTURES / "class.xls") == [(1, "李小红", "girl"), (2, "王建国", "boy")]


def test_columns_that_must_not_be_kept_are_named_and_dropped(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "学号,姓名,身份证号,民族,户口,家长电话,留守儿童,贫困\n"
        "1,李小红,520000200001010000,苗族,农业,13800000000,是,是\n",
        encoding="utf-8",
    )

    found = read_class_list(file, class_name="8(3)")

    assert found.taken == ("学号", "姓名")
    assert found.dropped == ("身份证号", "民族", "户口", "家长电话", "留守儿童", "贫困")
    assert "520000" not in repr(found.learners)
    assert "苗族" not in repr(found.learners)


def test_numbers_only_keeps_no_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(GOOD, encoding="utf-8")

    found = read_class_list(file, class_name="8(3)", numbers_only=True)

    assert [one.name for one in found.learners] == ["", ""]
    assert "姓名" in found.dropped


def test_bad_rows_are_named_by_line_and_nothing_is_taken(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(
        "学号,姓名,性别\n1,李小红,女\n0,王建国,男\n3,,男\n1,赵一,男\n5,钱二,不详\n",
        encoding="utf-8",
    )

    with pytest.raises(RosterError) as caught:
        read_class_list(file, class_name="8(3)")

    assert [line for line, _ in caught.value.problems] == [3, 4, 5, 6]
    assert caught.value.mend is not None


def test_a_whole_schools_list_is_refused_unless_it_names_classes(tmp_path: Path) -> None:
    many = tmp_path / "school.csv"
    rows = "".join(f"{i % 999 + 1},学生{i}\n" for i in range(10_000))
    many.write_text("学号,姓名\n" + rows, encoding="utf-8")

    with pytest.raises(RosterError, match="10000 rows"):
        read_class_list(many, class_name="8(3)")

    split = tmp_path / "split.csv"
    split.write_text("班级,学号,姓名\n8（3）班,1,李小红\n8（4）班,1,王建国\n", encoding="utf-8")
    assert listed(split) == [(1, "李小红", "")]


def test_names_come_through_as_they_are(tmp_path: Path) -> None:
    odd = ["[red]Li[/]", "𠮷田", "李㛃", "阿\x1b[31m红", "古丽·买买提"]
    file = tmp_path / "a.csv"
    body = "".join(f"{i},{name}\n" for i, name in enumerate(odd, start=1))
    file.write_text("学号,姓名\n" + body, encoding="utf-8")

    assert [name for _, name, _ in listed(file)] == odd


def test_long_register_numbers_become_class_numbers(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("学号,姓名\n20240301,李小红\n20240317,王建国\n", encoding="utf-8")

    assert [number for number, _, _ in listed(file)] == [1, 17]


def test_seats_are_taken_from_a_row_and_a_column(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("学号,姓名,座位\n1,李小红,3-2\n2,王建国,第1排第4列\n", encoding="utf-8")

    found = read_class_list(file, class_name="8(3)")

    assert [one.desk for one in found.learners] == [(3, 2), (1, 4)]


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xff\xff\x80", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0broken", b"hello\n", b"\0\0"],
)
def test_what_is_no_list_is_refused_with_a_way_out(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.xlsx"
    file.write_bytes(data)

    with pytest.raises(RosterError) as caught:
        read_class_list(file, class_name="8(3)")

    assert caught.value.mend is not None


@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("any") / "a.csv"
    file.write_bytes(data)
    try:
        found = read_class_list(file, class_name="8(3)")
    except RosterError:
        return
    numbers = [one.number for one in found.learners]
    assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(
    ("name", "given_"),
    [("李小红", "小红"), ("李明", "李明"), ("欧阳小红", "小红"), ("Li Ming", "Li Ming"), ("", "")],
)
def test_the_given_name_is_what_a_teacher_would_call(name: str, given_: str) -> None:
    assert given_name(name) == given_


def write_xlsx(path: Path, rows: list[list[object]]) -> None:
    """A workbook of one sheet, with inline strings: the least that a reader must understand."""
    cells = "".join(
        f'<row r="{r}">'
        + "".join(
            f'<c r="{chr(64 + c)}{r}"><v>{value}</v></c>'
            if isinstance(value, int)
            else f'<c r="{chr(64 + c)}{r}" t="inlineStr"><is><t>{escape(str(value))}</t></is></c>'
            for c, value in enumerate(row, start=1)
        )
        + "</row>"
        for r, row in enumerate(rows, start=1)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    sheet_type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{sheet_type}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{sheet_type}.worksheet+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">'
        '<sheets><sheet name="s" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{cells}</sheetData>'
        "</worksheet>",
    }
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
