"""What stands between a document's bytes and the disk: nothing yet, encryption later.

Every copy passes through it: the file itself, copies in ``backups/``, closed lessons.
"""

from __future__ import annotations

from typing import Protocol


class Seal(Protocol):
    """Wraps bytes for the disk and opens them again."""

    def wrap(self, data: bytes) -> bytes:
        """The bytes as they may lie on a disk."""

    def open(self, data: bytes) -> bytes:
        """The bytes that were wrapped; raises ValueError if they cannot be opened."""


class OpenSeal:
    """No seal: files can be read by anybody who has the folder, and ``doctor`` says so."""

    def wrap(self, data: bytes) -> bytes:
        """The same bytes."""
        return data

    def open(self, data: bytes) -> bytes:
        """The same bytes."""
        return data
