"""Which school plugins may run on this machine, by SHA-256 of each of their files.

A plugin is Python with the teacher's rights, so a plugin in a school folder runs only after a
person has looked at its files and said yes. What was agreed to is remembered on this machine,
never in the school folder, which travels on sticks.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lifeskills.core.errors import PluginError
from lifeskills.core.text import Sentence

MANIFEST = "plugin.toml"
CODE = "plugin.py"
COMPILED = frozenset({".pyc", ".pyo", ".pyd", ".so", ".dll", ".dylib"})
MOST_FILES = 500
MOST_BYTES = 20_000_000
"""A school's plugin is a few pages of Python; anything bigger is something else."""
_REPARSE_POINT = 0x400
FORMAT = 1


@dataclass(frozen=True, slots=True)
class PluginFiles:
    """A plugin's files as they were read, once: what is hashed is what is run.

    Keys are paths inside the folder with ``/`` on every system.
    """

    folder: Path
    files: Mapping[str, bytes]

    def hashes(self) -> dict[str, str]:
        """SHA-256 of each file, in hexadecimal, by path."""
        import hashlib

        return {name: hashlib.sha256(data).hexdigest() for name, data in sorted(self.files.items())}


def read_sources(folder: Path) -> PluginFiles:
    """Read the Python files and the manifest of a plugin that needs no trust.

    Bytecode beside them (pip writes some at installation) is passed over, never read.
    """
    names = [MANIFEST, *(path.relative_to(folder).as_posix() for path in folder.rglob("*.py"))]
    found = (name for name in names if (folder / name).is_file())
    return PluginFiles(folder, {name: (folder / name).read_bytes() for name in found})


def read_all(folder: Path) -> PluginFiles:
    """Read every file of a plugin whose trust is in question.

    Raises PluginError for a link, a compiled or special file, or a folder too big to look at:
    a person can judge none of these by reading.
    """
    files: dict[str, bytes] = {}
    size = 0
    for path in _walk(folder):
        name = path.relative_to(folder).as_posix()
        if len(files) >= MOST_FILES or size > MOST_BYTES:
            raise PluginError(
                "The plugin's folder is too big to look through.",
                subject=folder.name,
                mend="Keep only the plugin's own files in it.",
            )
        files[name] = _read_plain(path)
        size += len(files[name])
    return PluginFiles(folder, files)


def _walk(folder: Path) -> Iterator[Path]:
    """Files of a folder in a fixed order; refuses what nobody can read or trust."""
    _refuse_link(folder, folder)
    for path in sorted(folder.iterdir()):
        _refuse_link(path, folder)
        if path.is_dir():
            if path.name == "__pycache__":
                raise _compiled(path, folder)
            yield from _walk(path)
        elif path.suffix.lower() in COMPILED:
            raise _compiled(path, folder)
        else:
            yield path


def _refuse_link(path: Path, folder: Path) -> None:
    status = path.lstat()
    reparse = getattr(status, "st_file_attributes", 0) & _REPARSE_POINT
    if stat.S_ISLNK(status.st_mode) or reparse:
        raise PluginError(
            Sentence("{file} is a link; a plugin may not hold links.", file=path.name),
            subject=folder.name,
            mend="Put the file itself in its place.",
        )
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        raise PluginError(
            Sentence("{file} is not a plain file.", file=path.name), subject=folder.name
        )


def _compiled(path: Path, folder: Path) -> PluginError:
    return PluginError(
        Sentence("{file} is compiled: nobody can read what it does.", file=path.name),
        subject=folder.name,
        mend="Delete it; plugins run from their source.",
    )


def _read_plain(path: Path) -> bytes:
    # Asked of the open file, so that a link put here after the walk is not followed.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        return file.read()


@dataclass(frozen=True, slots=True)
class _Agreement:
    """What was agreed to: an id, where the folder lay, and SHA-256 by file."""

    id: str
    folder: str
    files: Mapping[str, str]

    def as_dict(self) -> dict[str, object]:
        return {"id": self.id, "folder": self.folder, "files": dict(self.files)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> _Agreement:
        files = {str(name): str(value) for name, value in raw["files"].items()}
        return cls(str(raw["id"]), str(raw["folder"]), files)


class TrustList:
    """The plugins that a person on this machine has agreed to, by the bytes of their files."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def refusal(self, id: str, files: PluginFiles) -> Sentence | None:
        """Why a plugin may not run, or None if just these bytes were agreed to under this id."""
        hashes = files.hashes()
        known = [entry.files for entry in self._entries() if entry.id == id]
        if hashes in known:
            return None
        if not known:
            return Sentence("Nobody on this machine has agreed to this plugin yet.")
        closest = min(known, key=lambda old: len(set(old.items()) ^ set(hashes.items())))
        changed = sorted(
            {name for name, _ in set(closest.items()) ^ set(hashes.items())}, key=str.casefold
        )
        return Sentence(
            "Its files are not those that were agreed to: {files}.", files=", ".join(changed)
        )

    def trust(self, id: str, files: PluginFiles) -> None:
        """Remember that a person agreed to these bytes; what stood here before is forgotten.

        Raises PluginError when the list would lie in the school folder, or cannot be written.
        """
        school = files.folder.resolve().parent.parent
        if self.path.resolve().is_relative_to(school):
            raise PluginError(
                "The list of trusted plugins would lie in the school folder.",
                subject=str(self.path),
                mend="Choose another folder for this user's settings.",
            )
        where = str(files.folder.resolve())
        kept = [entry for entry in self._entries() if (entry.id, entry.folder) != (id, where)]
        kept.append(_Agreement(id, where, files.hashes()))
        self._write(kept)

    def forget(self, id: str) -> bool:
        """Take back every agreement to a plugin of this id; True if there was one."""
        entries = self._entries()
        kept = [entry for entry in entries if entry.id != id]
        if len(kept) == len(entries):
            return False
        self._write(kept)
        return True

    def _entries(self) -> list[_Agreement]:
        # A list that cannot be read trusts nothing: the teacher is asked again.
        try:
            raw = json.loads(self.path.read_text(encoding="utf-8"))
            return [_Agreement.from_dict(one) for one in raw["plugins"]]
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return []

    def _write(self, entries: list[_Agreement]) -> None:
        document = {"format": FORMAT, "plugins": [entry.as_dict() for entry in entries]}
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=self.path.parent, suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    json.dump(document, file, ensure_ascii=False, indent=1)
                Path(name).replace(self.path)
            except BaseException:
                with contextlib.suppress(OSError):
                    Path(name).unlink()
                raise
        except OSError as error:
            raise PluginError(
                Sentence("The list of trusted plugins could not be saved: {why}.", why=error),
                subject=str(self.path),
            ) from error
