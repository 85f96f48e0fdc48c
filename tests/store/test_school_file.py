"""``school.toml``."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lifeskills.core.errors import NewerFormat, NotASchool, NotSaved, StoreError
from lifeskills.store.school_file import (
    SchoolSettings,
    is_school,
    read_school,
    school_text,
    write_school,
)
from lifeskills.store.toml_text import toml_key, toml_table, toml_value
from tests.store.disks import MemoryDisk

FIXTURES = Path(__file__).parent / "fixtures"
SETTINGS = SchoolSettings(
    name="三都县某中学",
    province="guizhou",
    side="sending",
    language="zh",
    period_minutes=40,
    terms=(("2026 秋", dt.date(2026, 9, 1), dt.date(2027, 1, 22)),),
    free=(("期中考试", dt.date(2026, 11, 9), dt.date(2026, 11, 11)),),
    make_up={dt.date(2026, 10, 10): 4},
    names_shown="number",
    thresholds={"run": 3.0},
    plugins_off=("reporting",),
    slots=("班会", "安全教育"),
    local_contacts={"care-person": "王老师"},
)


def test_settings_come_back(tmp_path: Path) -> None:
    write_school(tmp_path, SETTINGS)

    assert read_school(tmp_path) == SETTINGS
    assert is_school(tmp_path)


def test_the_second_screen_is_off_unless_the_school_wants_it(tmp_path: Path) -> None:
    assert not SETTINGS.second_screen
    write_school(tmp_path, replace(SETTINGS, second_screen=True))
    assert read_school(tmp_path).second_screen


def test_kept_file_of_schema_1_opens(tmp_path: Path) -> None:
    text = (FIXTURES / "school-schema-1.toml").read_bytes()
    (tmp_path / "school.toml").write_bytes(text)

    assert read_school(tmp_path) == replace(SETTINGS, free=(), make_up={})


def test_shortest_file_is_enough(tmp_path: Path) -> None:
    """With a byte order mark and the line ends of Notepad."""
    (tmp_path / "school.toml").write_bytes(
        b'\xef\xbb\xbfname = "A"\r\nprovince = "guizhou"\r\n[local_contacts]\r\nx = "1"\r\n'
    )

    assert read_school(tmp_path) == SchoolSettings(
        name="A", province="guizhou", local_contacts={"x": "1"}
    )


def test_keys_that_this_version_does_not_know_survive(tmp_path: Path) -> None:
    text = (FIXTURES / "school-schema-1.toml").read_text("utf-8")
    more = f'motto = "学"\n{text}\n[sealing]\nkeys = ["a", "b"]\nat = 2026-11-23\n[a.b]\nc = 1\n'
    (tmp_path / "school.toml").write_text(more, "utf-8")
    write_school(tmp_path, read_school(tmp_path))
    raw = tomllib.loads((tmp_path / "school.toml").read_text("utf-8"))

    assert raw["motto"] == "学"
    assert raw["sealing"] == {"keys": ["a", "b"], "at": dt.date(2026, 11, 23)}
    assert raw["a"] == {"b": {"c": 1}}
    assert raw["name"] == "三都县某中学"


def test_folder_without_the_file_is_no_school(tmp_path: Path) -> None:
    assert not is_school(tmp_path)
    with pytest.raises(NotASchool):
        read_school(tmp_path)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('name = "A"\nprovince = ', "school.toml:2"),
        ('name = "A"', "province is missing"),
        ('name = "A"\nprovince = "x"\ntimezone = "Mars/Base"', "timezone"),
        ('name = "A"\nprovince = "x"\ntimezone = "../etc"', "timezone"),
        ('name = "A"\nprovince = "x"\nnames_shown = "all"', "names_shown"),
        ('name = "A"\nprovince = "x"\nsecond_screen = 1', "second_screen"),
        ('name = "A"\nprovince = "x"\nperiod_minutes = 3', "period_minutes"),
        ('name = "A"\nprovince = "x"\nthresholds = 3', "school.toml"),
        (
            'name = "A"\nprovince = "x"\n[[terms]]\nname="t"\nfirst=2026-09-01\nlast=2026-08-01',
            "term t",
        ),
        (
            'name = "A"\nprovince = "x"\n[make_up]\n2026-10-10 = "Fryday"',
            "make_up 2026-10-10: Fryday",
        ),
        ("\udce9".encode("utf-8", "surrogatepass").decode("latin-1"), "school.toml"),
    ],
)
def test_mistake_is_named_and_the_file_left_as_it_is(tmp_path: Path, text: str, says: str) -> None:
    path = tmp_path / "school.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(StoreError, match=says):
        read_school(tmp_path)
    assert path.read_text("utf-8") == text


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "school.toml").write_bytes('name = "三都"'.encode("gb18030"))

    with pytest.raises(StoreError, match=r"^school\.toml"):
        read_school(tmp_path)


def test_file_of_a_later_version_is_read_and_not_written(tmp_path: Path) -> None:
    (tmp_path / "school.toml").write_text('schema = 5\nname = "A"\nprovince = "x"\n', "utf-8")
    settings = read_school(tmp_path)

    assert settings.newer
    with pytest.raises(NewerFormat):
        write_school(tmp_path, settings)


def test_full_disk_leaves_the_old_file() -> None:
    disk, school = MemoryDisk(), Path("/school")
    write_school(school, SETTINGS, disk=disk)
    disk.refuse("write", "ENOSPC")

    with pytest.raises(NotSaved, match="full"):
        write_school(school, SchoolSettings(name="B", province="x"), disk=disk)
    assert read_school(school, disk=disk) == SETTINGS


TOML: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    | st.dates(dt.date(1000, 1, 1)),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), inner)
    ),
    max_leaves=6,
)


@given(TOML)
def test_any_value_can_be_read_back_as_toml(value: Any) -> None:
    assert tomllib.loads(f"a = {toml_value(value)}") == {"a": value}


@given(st.text(st.characters(exclude_categories=["Cs"])), TOML)
def test_any_name_of_a_table_can_be_read_back(name: str, value: Any) -> None:
    assert tomllib.loads(toml_table(name, {name: value})) == {name: {name: value}}
    assert toml_key("care-person") == "care-person"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_name_of_a_school_can_be_read_back(name: str) -> None:
    text = school_text(SchoolSettings(name=name, province="x"))

    assert tomllib.loads(text)["name"] == name


def test_value_without_a_form_in_toml_is_refused() -> None:
    with pytest.raises(TypeError):
        toml_value(None)
