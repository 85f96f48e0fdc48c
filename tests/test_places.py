"""Where things are, on each system, in a checkout and in a wheel."""

from __future__ import annotations

from pathlib import Path

import pytest

from lifeskills import places
from lifeskills.core.errors import NotASchool

HOME = Path("/home/lin") if Path("/").drive == "" else Path("C:/home/lin")


@pytest.mark.parametrize("kind", ["plugins", "curricula"])
def test_a_checkout_has_what_ships_beside_the_package(kind: str) -> None:
    assert places.shipped(kind).is_dir()


def test_a_wheel_has_what_ships_inside_the_package(tmp_path: Path) -> None:
    package = tmp_path / "site-packages" / "lifeskills"
    (package / "_shipped" / "plugins").mkdir(parents=True)
    (tmp_path / "site-packages" / "plugins").mkdir()

    assert places.shipped("plugins", package=package) == package / "_shipped" / "plugins"
    assert places.shipped("curricula", package=package) == package.parent / "curricula"


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, HOME / ".config"),
        ("linux", {"XDG_CONFIG_HOME": str(HOME / "cfg")}, HOME / "cfg"),
        ("linux", {"XDG_CONFIG_HOME": "relative"}, HOME / ".config"),
        ("darwin", {}, HOME / "Library" / "Application Support"),
        ("win32", {"APPDATA": str(HOME / "Roaming")}, HOME / "Roaming"),
        ("win32", {}, HOME / "AppData" / "Roaming"),
    ],
)
def test_the_users_folder_lies_where_the_system_has_it(
    platform: str, env: dict[str, str], expected: Path
) -> None:
    assert places.user_folder(env, platform, HOME) == expected / "lifeskills"


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, HOME / ".local" / "state"),
        ("linux", {"XDG_STATE_HOME": str(HOME / "st")}, HOME / "st"),
        ("darwin", {}, HOME / "Library" / "Application Support"),
        ("win32", {"LOCALAPPDATA": str(HOME / "Local")}, HOME / "Local"),
        ("win32", {"APPDATA": str(HOME / "Roaming")}, HOME / "AppData" / "Local"),
    ],
)
def test_the_note_for_a_second_screen_stays_on_this_machine(
    platform: str, env: dict[str, str], expected: Path
) -> None:
    note = places.display_note(env, platform, HOME)
    assert note == expected / "lifeskills" / "second-screen.json"


def test_trust_lies_in_the_users_folder() -> None:
    assert places.trust_file().parent == places.user_folder()


@pytest.fixture
def school(tmp_path: Path) -> Path:
    folder = tmp_path / "my school"
    folder.mkdir()
    (folder / "school.toml").touch()
    return folder


def test_the_option_comes_before_the_variable_and_the_current_folder(
    tmp_path: Path, school: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "school.toml").touch()
    env = {"LIFESKILLS_SCHOOL": str(other)}

    assert places.find_school(school, env, other) == school
    assert places.find_school(None, env, school) == other
    assert places.find_school(None, {}, school) == school
    assert places.find_school("my school", {}, tmp_path) == school


def test_a_folder_without_school_toml_is_no_school(tmp_path: Path) -> None:
    assert places.find_school(None, {}, tmp_path) is None


@pytest.mark.parametrize("env", [{}, {"LIFESKILLS_SCHOOL": "nowhere"}])
def test_a_school_that_was_named_must_be_one(tmp_path: Path, env: dict[str, str]) -> None:
    option = None if env else tmp_path

    with pytest.raises(NotASchool, match=r"school\.toml"):
        places.find_school(option, env, tmp_path)
