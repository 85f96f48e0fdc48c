"""Keys that a person has changed on this machine: ``keys.toml`` in the user's own folder.

A line gives a command other keys, by the id that ``lifeskills keys`` lists: ``undo = "f11"``, or
``undo = "f11,ctrl+z"`` for two. The file is per user and machine, never in a school folder: a
school travels on a stick, a keyboard does not.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path

from lifeskills.core.errors import StoreError, UnknownName
from lifeskills.core.text import Sentence
from lifeskills.store.disk import RealDisk
from lifeskills.store.durable import DurableFile
from lifeskills.store.toml_text import toml_value

FILE_NAME = "keys.toml"
HEAD = (
    "# Keys of lifeskills on this machine, by the ids that “lifeskills keys” lists.\n"
    '# One line each, several keys with commas: undo = "f11,ctrl+z". Remove a line to have the\n'
    "# usual key again.\n"
)
EXAMPLES = "f11  ctrl+t  delete  pageup  slash"
_LONG = {
    "-": "minus",
    "=": "equals_sign",
    "+": "plus",
    "\\": "backslash",
    "/": "slash",
    "?": "question_mark",
    ".": "full_stop",
    " ": "space",
    "esc": "escape",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "return": "enter",
}
_KEY = re.compile(
    r"(?:(?:ctrl|shift|alt)\+)*(?:[a-z0-9]|f(?:[1-9]|1[0-9]|2[0-4])|[a-z]+(?:_[a-z]+)*)"
)
_ID = re.compile(r"[a-z0-9-]+")
_LINE = re.compile(r"line (\d+)")


def read_keys(path: Path) -> dict[str, str]:
    """Changed keys by the id of the command; empty without a file.

    Raises StoreError naming file and line: for text that is not TOML, an id that is none, a value
    that is no key. The file is a person's own, so it is never changed or set aside.
    """
    if not path.is_file():
        return {}
    data = _file(path).read() or b""
    text = data.decode("utf-8-sig", errors="replace")
    try:
        raw = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        says = Sentence("This line is not TOML: {reason}", reason=str(error))
        raise wrong_line(path, line, says) from error
    keys: dict[str, str] = {}
    for name, value in raw.items():
        line = _line_in(text, name)
        if not _ID.fullmatch(name) or not isinstance(value, str):
            says = Sentence("A line is written like this: {example}", example='undo = "f11"')
            raise wrong_line(path, line, says)
        try:
            keys[name] = as_keys(value)
        except UnknownName as error:
            raise wrong_line(path, line, error.says) from error
    return keys


def as_keys(value: str) -> str:
    """Keys as Textual names them, several with commas. Raises UnknownName for what is no key."""
    keys = [key.strip().lower() for key in value.split(",")]
    for key in keys:
        if not _KEY.fullmatch(_LONG.get(key, key)):
            raise UnknownName(
                Sentence("“{key}” is no key.", key=key),
                mend=Sentence("Keys are written like this: {examples}", examples=EXAMPLES),
            )
    return ",".join(_LONG.get(key, key) for key in keys)


def write_keys(path: Path, keys: Mapping[str, str]) -> None:
    """Save the changed keys; none leaves only the explanation. Raises NotSaved."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(f"{name} = {toml_value(key)}\n" for name, key in sorted(keys.items()))
    file = _file(path)
    with file.holding():
        file.write((HEAD + lines).encode())


def line_of(path: Path, name: str) -> int:
    """The line of the file, from 1, on which a command is given its keys."""
    return _line_in(path.read_text(encoding="utf-8-sig", errors="replace"), name)


def wrong_line(path: Path, line: int, says: Sentence | str) -> StoreError:
    """A line of the file that cannot be used, and how to mend it."""
    return StoreError(
        says,
        subject=f"{path}:{line}",
        mend="Correct it in a text editor, or have the usual keys again: lifeskills keys reset",
    )


def _line_in(text: str, name: str) -> int:
    start = re.compile(rf"""\s*\[*\s*["']?{re.escape(name)}["']?\s*[=.\]]""")
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if start.match(line)), 1)


def _file(path: Path) -> DurableFile:
    return DurableFile(path, disk=RealDisk(), copies=path.parent / "backups", keep=1, copy_every=1)
