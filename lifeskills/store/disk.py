"""The few things asked of a disk, so that tests can record them, break them, or take power away.

``RealDisk`` is the one that ships. Every method raises OSError as the operating system does.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from pathlib import Path
from typing import BinaryIO, Protocol

NO_FOLDER_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EACCES, errno.EPERM, errno.EBADF})
"""What file systems answer that cannot sync a folder: there the rename itself must do."""


class Draft(Protocol):
    """A new file being written; nothing of it is durable before :meth:`sync` returned."""

    def write(self, data: bytes) -> None:
        """Add all of ``data``."""

    def sync(self) -> None:
        """Return when the content is on the medium."""

    def close(self) -> None:
        """Let go of the file."""


class Lock(Protocol):
    """An exclusive lock that is held."""

    def release(self) -> None:
        """Let others have it."""


class Disk(Protocol):
    """The disk as the store uses it."""

    tries: int
    """How often an operation refused with PermissionError is tried, 0.05 s apart."""

    def read(self, path: Path) -> bytes:
        """The whole content of a file."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; none if there is no folder."""

    def is_folder(self, path: Path) -> bool:
        """True if there is a folder."""

    def make_folder(self, path: Path) -> None:
        """Make one folder; its parent exists."""

    def create(self, path: Path) -> Draft:
        """Begin a file, emptying one that has the name."""

    def replace(self, source: Path, target: Path) -> None:
        """Give ``source`` the name ``target``, in place of what had it."""

    def remove(self, path: Path) -> None:
        """Remove a file."""

    def sync_folder(self, path: Path) -> None:
        """Return when the folder's names are on the medium, where that can be asked for."""

    def lock(self, path: Path, wait: float) -> Lock | None:
        """Take the exclusive lock of this name; None if another holds it after ``wait`` seconds."""

    def pause(self, seconds: float) -> None:
        """Wait before trying again."""


class RealDraft:
    """A file of the operating system, opened for writing."""

    def __init__(self, path: Path) -> None:
        self._file: BinaryIO = path.open("wb", buffering=0)

    def write(self, data: bytes) -> None:
        """Add all of ``data``; one system call may take less."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]

    def sync(self) -> None:
        """Sync through the drive's own cache where the system offers it (macOS)."""
        if sys.platform == "darwin":
            import fcntl

            with contextlib.suppress(OSError):
                fcntl.fcntl(self._file.fileno(), fcntl.F_FULLFSYNC)
                return
        os.fsync(self._file.fileno())

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class RealDisk:
    """The operating system's files."""

    tries = 40 if os.name == "nt" else 1
    """2 s on Windows, where a virus scanner or a reader may hold a file for a moment."""

    def read(self, path: Path) -> bytes:
        """The whole content of a file."""
        return path.read_bytes()

    def names(self, folder: Path) -> tuple[str, ...]:
        """Names of the files in a folder, sorted; none if there is no folder."""
        try:
            return tuple(sorted(entry.name for entry in os.scandir(folder) if entry.is_file()))
        except (FileNotFoundError, NotADirectoryError):
            return ()

    def is_folder(self, path: Path) -> bool:
        """True if there is a folder."""
        return path.is_dir()

    def make_folder(self, path: Path) -> None:
        """Make one folder; its parent exists."""
        path.mkdir(exist_ok=True)

    def create(self, path: Path) -> Draft:
        """Begin a file, emptying one that has the name."""
        return RealDraft(path)

    def replace(self, source: Path, target: Path) -> None:
        """Give ``source`` the name ``target``, in place of what had it."""
        source.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def sync_folder(self, path: Path) -> None:
        """Sync a folder's names; nothing on Windows, and where the file system cannot."""
        if os.name == "nt":
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in NO_FOLDER_SYNC:
                raise
        finally:
            os.close(handle)

    def lock(self, path: Path, wait: float) -> Lock | None:
        """Take the lock file; one that is left behind locks nothing."""
        # Reading never locks, and start-up only reads.
        from filelock import FileLock, Timeout

        lock = FileLock(path, thread_local=False)
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            return None
        return lock

    def pause(self, seconds: float) -> None:
        """Wait before trying again."""
        time.sleep(seconds)
