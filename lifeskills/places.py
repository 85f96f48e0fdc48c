"""Where things are: the only module that knows directories."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

from lifeskills.core.errors import NotASchool
from lifeskills.core.text import Sentence

SCHOOL_FILE = "school.toml"
SCHOOL_VARIABLE = "LIFESKILLS_SCHOOL"
_PACKAGE = Path(__file__).resolve().parent


def shipped(kind: str, *, package: Path = _PACKAGE) -> Path:
    """The folder of what came with the program, by kind: ``plugins`` or ``curricula``.

    In an installed wheel it lies inside the package, in a checkout beside it.
    """
    inside = package / "_shipped" / kind
    return inside if inside.is_dir() else package.parent / kind


def user_folder(
    env: Mapping[str, str] | None = None, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """This user's own folder, with ``plugins`` and ``curricula`` in it; it may not exist yet.

    ``%APPDATA%`` on Windows, ``Library/Application Support`` on macOS, else ``XDG_CONFIG_HOME``.
    """
    env = os.environ if env is None else env

    def at_home(*parts: str) -> Path:
        return (home or Path.home()).joinpath(*parts)

    if platform == "win32":
        base = _absolute(env.get("APPDATA")) or at_home("AppData", "Roaming")
    elif platform == "darwin":
        base = at_home("Library", "Application Support")
    else:
        base = _absolute(env.get("XDG_CONFIG_HOME")) or at_home(".config")
    return base / "lifeskills"


def _absolute(value: str | None) -> Path | None:
    # The XDG specification says that a relative path is to be taken as unset.
    return Path(value) if value and PurePath(value).is_absolute() else None


def trust_file() -> Path:
    """The list of school plugins that may run on this machine; never in a school folder."""
    return user_folder() / "trusted-plugins.json"


def display_note(
    env: Mapping[str, str] | None = None, platform: str = sys.platform, home: Path | None = None
) -> Path:
    """Where the teacher's program notes how a second screen of the same user finds it.

    In a folder of this user and this machine: ``%LOCALAPPDATA%`` on Windows (never the roaming
    one), ``Library/Application Support`` on macOS, else ``XDG_STATE_HOME``.
    """
    env = os.environ if env is None else env
    home = home or Path.home()
    if platform == "win32":
        base = _absolute(env.get("LOCALAPPDATA")) or home / "AppData" / "Local"
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = _absolute(env.get("XDG_STATE_HOME")) or home / ".local" / "state"
    return base / "lifeskills" / "second-screen.json"


def keys_file() -> Path:
    """The keys that this user has changed; it may not exist."""
    return user_folder() / "keys.toml"


def find_school(
    option: str | Path | None = None,
    env: Mapping[str, str] | None = None,
    cwd: Path | None = None,
) -> Path | None:
    """The school folder: ``--school``, else ``LIFESKILLS_SCHOOL``, else the current folder.

    None when the current folder is no school and nothing else was named. Raises NotASchool when
    the folder that was named holds no ``school.toml``.
    """
    env = os.environ if env is None else env
    cwd = Path.cwd() if cwd is None else cwd
    named = str(option) if option else env.get(SCHOOL_VARIABLE, "")
    if named:
        folder = cwd / Path(named).expanduser()
        if not is_school(folder):
            raise NotASchool(
                Sentence("This folder is not a school: it holds no {file}.", file=SCHOOL_FILE),
                subject=named,
                mend="Name the school's own folder, or make one with: lifeskills init DIR",
            )
        return folder
    return cwd if is_school(cwd) else None


def is_school(folder: Path) -> bool:
    """True if the folder holds ``school.toml``."""
    return (folder / SCHOOL_FILE).is_file()
