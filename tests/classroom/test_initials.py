"""The letters of names: all readings, the usual one first."""

from __future__ import annotations

import pytest

from lifeskills.classroom.initials import letters_of


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("李想", ("l", "x")),
        ("刘洋", ("l", "yx")),
        ("曾荣", ("zc", "r")),
        ("单丹", ("sdc", "d")),
        ("𠮷㛃", ("", "j")),
        ("[red]Li[/]", ("r", "l")),
        ("李 想", ("l", "x")),
        ("", ()),
        ("···", ()),
    ],
)
def test_letters(name: str, letters: tuple[str, ...]) -> None:
    assert letters_of(name) == letters
