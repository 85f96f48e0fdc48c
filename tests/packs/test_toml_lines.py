"""Errors in front matter stand on the line of their key, and all of them are told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lifeskills.packs.schemas import LessonWords, OverlayFront
from lifeskills.packs.table_schemas import NumberFile, PackToml
from lifeskills.packs.toml_lines import read_toml

WORDS = 'course = "x"\ntitle = "t"\n'


def test_good_is_read() -> None:
    read, errors = read_toml(WORDS, LessonWords, file="x.md", first_line=2)

    assert read is not None
    assert read.title == "t"
    assert errors == []


def test_all_errors_are_told_with_their_lines() -> None:
    text = (
        WORDS
        + 'goal = 1\naim = 3\n\n[[objectives]]\nid = "o1"\ntext = "a"\n[[objectives]]\nid = "O 2"\ntxt = "b"\n'
    )

    _, errors = read_toml(text, LessonWords, file="x.md", first_line=2)

    assert {(4, "key-unknown"), (5, "key-value")} <= {(one.line, one.rule) for one in errors}
    assert {11, 12} & {one.line for one in errors}


def test_errors_inside_mappings_are_told_one_by_one() -> None:
    text = 'id = "x"\ntitle = { zh = 3 }\nversion = "1"\napi = 1\nkind = "lesson"\nlanguages = []\nwhen = { county = "x" }\n'

    _, errors = read_toml(text, PackToml, file="pack.toml")

    assert [(one.line, str(one.says.values["name"])) for one in errors] == [
        (2, "title"),
        (5, "kind"),
        (6, "languages"),
        (7, "when"),
    ]


def test_every_missing_key_is_named() -> None:
    _, errors = read_toml('id = "x"\nkind = "law"\n', PackToml, file="pack.toml")

    assert [str(one.says.values["name"]) for one in errors] == [
        "title",
        "version",
        "api",
        "languages",
    ]


def test_missing_key_is_named() -> None:
    _, errors = read_toml('title = "t"\n', OverlayFront, file="x.md")

    assert [one.rule for one in errors] == ["key-missing"]
    assert "adapts" in str(errors[0].says)


def test_syntax_error_has_its_line() -> None:
    _, errors = read_toml('course = "x"\ntitle = t\n', LessonWords, file="x.md", first_line=2)

    assert [(one.line, one.rule) for one in errors] == [(3, "toml")]


def test_entry_of_a_table_has_its_line() -> None:
    text = '[[number]]\nid = "a"\ncall = "1"\nfor = { zh = "x" }\nscope = "cn"\ngrade = "Z"\nsource = "s"\n'

    _, errors = read_toml(text, NumberFile, file="numbers.toml")

    assert (6, "key-value") in {(one.line, one.rule) for one in errors}


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    _, errors = read_toml(text, LessonWords, file="x.md")

    assert all(one.line >= 1 for one in errors)
