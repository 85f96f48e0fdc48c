"""TOML into a Struct, every error on the line of its key.

msgspec stops at the first error and names a path (``$.objectives[0].kind``). Here the key is taken
out and the rest read again, so that a writer sees all that is wrong at once.
"""

from __future__ import annotations

import re
from typing import Any, TypeVar

import msgspec
import tomli

from lifeskills.core.errors import ContentError
from lifeskills.core.text import Sentence

S = TypeVar("S", bound=msgspec.Struct)

_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
_PATH = re.compile(r" - at (?:`key` in )?`\$(?P<path>[^`]*)`$")
_FIELD = re.compile(r"field `(?P<name>[^`]+)`")
_PIECE = re.compile(r"\.([A-Za-z0-9_-]+)|\[(\d+|\.\.\.)\]")
_TABLE = re.compile(r"\s*(\[\[?)\s*([A-Za-z0-9_.-]+)\s*\]\]?")
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")
_MOST_ERRORS = 25

Path = tuple[str | int, ...]


def read_toml(
    text: str, kind: type[S], *, file: str, first_line: int = 1
) -> tuple[S | None, list[ContentError]]:
    """The Struct (None if too much is missing) and what is wrong. ``first_line`` of ``text``."""
    try:
        data: dict[str, Any] = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError, ValueError) as error:
        return None, [_syntax(error, text, file, first_line)]
    errors: list[ContentError] = []
    taken: set[Path] = set()
    while len(errors) < _MOST_ERRORS:
        try:
            return msgspec.convert(data, kind), errors
        except msgspec.ValidationError as error:
            path, missing = _where(str(error))
            for one in _all_missing(data, kind) if missing and len(path) == 1 else (path,):
                if one not in taken:
                    line = first_line + line_of(text, one) - 1
                    errors.append(_wrong(str(error), one, missing, file, line))
            if missing or not _take_out(data, path):
                break
            taken.add(path)
    return None, errors


def _all_missing(data: dict[str, Any], kind: type[msgspec.Struct]) -> list[Path]:
    """Every needed key of the file itself that is not there."""
    fields = msgspec.structs.fields(kind)
    return [(one.encode_name,) for one in fields if one.required and one.encode_name not in data]


def line_of(text: str, path: Path) -> int:
    """The line, from 1, on which the key of a path stands; that of its table if it is not found."""
    names = [piece for piece in path if isinstance(piece, str)]
    counts = {i: piece for i, piece in enumerate(path) if isinstance(piece, int)}
    if not names:
        return 1
    table, table_line, seen = "", 1, 0
    wanted_table = names[0] if len(names) > 1 or counts else ""
    wanted_index = next(iter(counts.values()), 0)
    for number, line in enumerate(text.split("\n"), start=1):
        found = _TABLE.match(line)
        if found:
            table = found[2]
            if table == wanted_table:
                if seen == wanted_index:
                    table_line = number
                seen += 1
            continue
        key = _KEY.match(line)
        if key is None:
            continue
        if not table and key[1] == names[0]:
            return number
        if table == wanted_table and seen - 1 == wanted_index and key[1] == names[-1]:
            return number
    return table_line


def key_lines(text: str, first_line: int = 1) -> dict[str, int]:
    """The line of each key (``aim``), table (``objectives``) and entry (``objectives.o1``)."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=first_line):
        heading = _TABLE.match(line)
        key = _KEY.match(line)
        if heading:
            table = heading[2]
            found.setdefault(table, number)
        elif key and not table:
            found.setdefault(key[1], number)
        elif key and key[1] == "id":
            value = line.partition("=")[2].strip().strip("\"'")
            found.setdefault(f"{table}.{value}", number)
        elif key:
            found.setdefault(f"{table}.{key[1]}", number)
    return found


def _where(message: str) -> tuple[Path, bool]:
    """The path that msgspec names, with the unknown or missing field, and if it is missing."""
    found = _PATH.search(message)
    pieces: list[str | int] = []
    for name, index in _PIECE.findall(found["path"] if found else ""):
        if name or index.isdigit():
            pieces.append(name or int(index))
        else:
            break  # [...]: somewhere inside a mapping; the mapping's own key is near enough
    named = _FIELD.search(message)
    if named:
        pieces.append(named["name"])
    return tuple(pieces), "missing required" in message


def _take_out(data: Any, path: Path) -> bool:
    """Take the key of a path out of the data; False if it is not there."""
    for piece in path[:-1]:
        try:
            data = data[piece]
        except (KeyError, IndexError, TypeError):
            return False
    try:
        del data[path[-1]]
    except (KeyError, IndexError, TypeError):
        return False
    return True


def _wrong(message: str, path: Path, missing: bool, file: str, line: int) -> ContentError:
    name = str(path[-1]) if path else ""
    if missing:
        says = Sentence("“{name}” is missing.", name=name)
        mend, rule = Sentence("Add a line {name} = …", name=name), "key-missing"
    elif "unknown field" in message:
        says = Sentence("“{name}” is no key of this file.", name=name)
        mend, rule = Sentence("Take it away, or mend its spelling."), "key-unknown"
    else:
        reason = _PATH.sub("", message)
        says = Sentence("“{name}”: {reason}", name=name, reason=reason)
        mend, rule = Sentence("See the reference of lesson files for this key."), "key-value"
    return ContentError(says, file=file, line=line, rule=rule, mend=mend)


def _syntax(error: Exception, text: str, file: str, first_line: int) -> ContentError:
    found = _AT_LINE.search(str(error))
    inner = int(found[1]) if found else text.count("\n") + 1
    reason = _AT_LINE.sub("", str(error)).strip()
    says = Sentence("This is no TOML: {reason}.", reason=reason)
    mend = Sentence("Check quotes, brackets and that no key stands twice.")
    return ContentError(says, file=file, line=first_line + inner - 1, rule="toml", mend=mend)
