"""Where the teacher's program listens, and the note by which the second screen finds it.

The note lies in this user's own folder, never in the school's, and can be read by this user alone.
It is written when the second screen is turned on and taken away when it is turned off. One that a
killed program left behind names a port where nobody answers to its token: whoever reads it waits,
and the next program to be started writes its own.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import tempfile
from pathlib import Path
from typing import Annotated

import msgspec

LOOPBACK = "127.0.0.1"
_MOST_BYTES = 4096


class Address(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A port on this machine, and the token that opens it."""

    port: Annotated[int, msgspec.Meta(ge=1, le=65535)]
    token: Annotated[str, msgspec.Meta(min_length=1, max_length=128)]


def new_token() -> str:
    """256 bits of chance, as letters and digits that stand in a URL."""
    return secrets.token_urlsafe(32)


def leave_note(path: Path, address: Address) -> None:
    """Write the note, whole or not at all, for this user only. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, suffix=".tmp")  # made with mode 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.encode(address))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def read_note(path: Path) -> Address | None:
    """What the note says; None without one, or if it is no such note."""
    try:
        with path.open("rb") as file:
            return msgspec.json.decode(file.read(_MOST_BYTES), type=Address)
    except (OSError, msgspec.MsgspecError, ValueError):
        return None


def take_note_away(path: Path, address: Address) -> None:
    """Remove the note if it is this program's; another's stays."""
    if read_note(path) == address:
        with contextlib.suppress(OSError):
            path.unlink()
