"""The keys that a person has changed on this machine: read, change, back to the usual ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from lifeskills import places
from lifeskills.core.errors import StoreError
from lifeskills.core.text import Sentence


def changed_keys() -> dict[str, str]:
    """Keys by the id of their command, as Textual names them; empty where nothing is changed.

    Raises StoreError naming the file and the line.
    """
    path = places.keys_file()
    if not path.is_file():  # most machines have none, and start without reading TOML
        return {}
    from lifeskills.store.keys_file import read_keys

    return read_keys(path)


def as_keys(typed: str) -> str:
    """Keys as Textual names them, from what a person typed. Raises UnknownName."""
    from lifeskills.store.keys_file import as_keys as read

    return read(typed)


def keep_keys(keys: Mapping[str, str]) -> Path:
    """Save all changed keys; gives the file. Raises NotSaved."""
    from lifeskills.store.keys_file import write_keys

    path = places.keys_file()
    write_keys(path, keys)
    return path


def wrong_key(id: str, says: Sentence) -> StoreError:
    """What is wrong with a command's keys, on the line of the file where they stand."""
    from lifeskills.store.keys_file import line_of, wrong_line

    path = places.keys_file()
    return wrong_line(path, line_of(path, id), says)
