"""One file that survives: the only module that changes anything on a disk.

A save writes a sibling temporary file, syncs it, gives it the file's name and syncs the folder;
when it returns, the bytes are on the medium. Whatever is pulled, at whatever moment, either the
old or the new bytes are there. On disks whose rename is not atomic (FAT) the moment between may
leave the temporary file alone: it is complete, and is taken for the file at the next opening.
"""

from __future__ import annotations

import contextlib
import errno
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from lifeskills.core.errors import NotSaved, OpenElsewhere
from lifeskills.core.text import Sentence
from lifeskills.store.disk import Disk, Lock

T = TypeVar("T")

TEMPORARY = ".tmp"
LOCK_WAIT = 2.0
"""Seconds that a short write waits for another terminal's short write."""
RETRY_PAUSE = 0.05


class DurableFile:
    """A file's bytes, kept in memory while the lock is held.

    ``copies`` is the folder for good copies, ``keep`` how many; one is made before the first
    write and before every ``copy_every``-th after it. They are copies, never links.
    """

    def __init__(
        self, path: Path, *, disk: Disk, copies: Path, keep: int = 5, copy_every: int = 25
    ) -> None:
        self.path = path
        self._disk = disk
        self._copies = copies
        self._keep = keep
        self._copy_every = copy_every
        self._writes = 0
        self._lock: Lock | None = None
        self._data: bytes | None = None
        self._known = False
        stem = f"{path.parent.name}-{path.stem}"
        self._copy_name = re.compile(rf"{re.escape(stem)}\.(\d+){re.escape(path.suffix)}")
        self._copy_stem = stem

    # -- the lock ----------------------------------------------------------------------------

    @property
    def held(self) -> bool:
        """True while this process holds the file."""
        return self._lock is not None

    def hold(self, wait: float = LOCK_WAIT) -> None:
        """Take the file for this process; raises OpenElsewhere if another has it.

        Memory is forgotten, and a temporary file left by a killed process is swept.
        """
        if self._lock is not None:
            return
        try:
            self._make_folder(self.path.parent)
            self._lock = self._disk.lock(self.path.with_suffix(".lock"), wait)
        except OSError as error:
            raise not_saved(error, self.path.name) from error
        if self._lock is None:
            raise OpenElsewhere(
                "Another terminal has this open; here it can only be read.",
                subject=self.path.stem,
                mend="Close it there first.",
            )
        self._known = False
        self._sweep()

    def release(self) -> None:
        """Let others have the file."""
        lock, self._lock, self._known = self._lock, None, False
        if lock is not None:
            lock.release()

    @contextmanager
    def holding(self, wait: float = LOCK_WAIT) -> Iterator[None]:
        """Hold the file for a block; one that holds it already goes on holding it."""
        if self.held:
            yield
            return
        self.hold(wait)
        try:
            yield
        finally:
            self.release()

    # -- bytes -------------------------------------------------------------------------------

    def read(self) -> bytes | None:
        """The file's bytes, or None if there is none; from memory while the file is held."""
        if not (self.held and self._known):
            self._data, self._known = self._look(self.path), True
        return self._data

    def write(self, data: bytes) -> None:
        """Save; on return the bytes are durable. Raises NotSaved, and memory is as the disk."""
        try:
            self._make_folder(self.path.parent)
            if self._writes % self._copy_every == 0:
                self._keep_copy()
            self._put(self.path, data)
        except OSError as error:
            self._reread()
            raise not_saved(error, self.path.name) from error
        except BaseException:
            self._known = False
            raise
        self._data, self._known = data, True
        self._writes += 1

    def move(self, target: Path) -> None:
        """Give the bytes another place, durably; the old name goes afterwards.

        The removal is not synced: should the file come back, closing it again changes nothing.
        """
        data = self.read()
        try:
            if data is not None:
                self._make_folder(target.parent)
                self._put(target, data)
            self._remove(self.path)
        except OSError as error:
            self._reread()
            raise not_saved(error, self.path.name) from error
        self._data, self._known, self._writes = None, True, 0

    # -- what is left after a bad day ----------------------------------------------------------

    def leftover(self) -> bytes | None:
        """The bytes of a temporary file that stands where the file is missing (FAT)."""
        return self._look(self._temporary) if self.read() is None else None

    def adopt_leftover(self) -> None:
        """Make the temporary file the file."""
        self._patiently(lambda: self._disk.replace(self._temporary, self.path))
        self._disk.sync_folder(self.path.parent)
        self._known = False

    def good_copies(self) -> Iterator[tuple[Path, bytes]]:
        """The copies, newest first. Whether one is good, the reader finds out."""
        for _, name in reversed(self._copy_names()):
            data = self._look(self._copies / name)
            if data is not None:
                yield self._copies / name, data

    def set_aside(self) -> Path | None:
        """Keep the file as it is among the copies too, under another name, and forget it here.

        The file itself stays until something good replaces it: a crash in between loses nothing.
        """
        data = self.read()
        if data is None:
            return None
        names = set(self._disk.names(self._copies))
        numbers = range(1, len(names) + 2)
        fresh = (f"{self._copy_stem}.damaged-{n}{self.path.suffix}" for n in numbers)
        target = self._copies / next(name for name in fresh if name not in names)
        try:
            self._make_folder(self._copies)
            self._put(target, data)
        except OSError as error:
            raise not_saved(error, self.path.name) from error
        self._data, self._known = None, True
        return target

    def discard(self) -> None:
        """Remove the file and its temporary file; copies stay."""
        try:
            self._remove(self.path)
            self._remove(self._temporary)
        except OSError as error:
            raise not_saved(error, self.path.name) from error
        self._data, self._known = None, True

    def drop_copies(self) -> None:
        """Remove the copies: what they held is kept elsewhere now."""
        for _, name in self._copy_names():
            with contextlib.suppress(OSError):
                self._disk.remove(self._copies / name)

    # -- the steps of a save -------------------------------------------------------------------

    @property
    def _temporary(self) -> Path:
        return self.path.with_name(self.path.name + TEMPORARY)

    def _put(self, path: Path, data: bytes, *, sync_folder: bool = True) -> None:
        temporary = path.with_name(path.name + TEMPORARY)
        draft = self._disk.create(temporary)
        try:
            draft.write(data)
            draft.sync()
        except OSError:
            draft.close()
            with contextlib.suppress(OSError):
                self._disk.remove(temporary)
            raise
        draft.close()
        self._patiently(lambda: self._disk.replace(temporary, path))
        if sync_folder:
            self._disk.sync_folder(path.parent)

    def _keep_copy(self) -> None:
        """Copy what the disk holds now. A copy that fails must not stop the save it is for."""
        data = self.read()
        if data is None:
            return
        numbered = self._copy_names()
        number = numbered[-1][0] + 1 if numbered else 1
        name = f"{self._copy_stem}.{number:04d}{self.path.suffix}"
        with contextlib.suppress(OSError):
            if not self._disk.is_folder(self._copies):
                self._disk.make_folder(self._copies)
            # No folder sync: losing a copy to a power cut loses nothing while the file stands.
            self._put(self._copies / name, data, sync_folder=False)
            for _, old in numbered[: max(0, len(numbered) + 1 - self._keep)]:
                self._disk.remove(self._copies / old)

    def _copy_names(self) -> list[tuple[int, str]]:
        names = self._disk.names(self._copies)
        found = ((self._copy_name.fullmatch(name), name) for name in names)
        return sorted((int(match[1]), name) for match, name in found if match)

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those above it; a folder whose name is not durable loses its files."""
        if self._disk.is_folder(folder):
            return
        self._make_folder(folder.parent)
        self._disk.make_folder(folder)
        self._disk.sync_folder(folder.parent)

    def _sweep(self) -> None:
        """Remove what a killed process left, unless it is all there is."""
        names = self._disk.names(self.path.parent)
        if self.path.name in names and self._temporary.name in names:
            with contextlib.suppress(OSError):
                self._disk.remove(self._temporary)

    def _reread(self) -> None:
        """Memory as the disk; if the disk is gone, what it held when it was last seen."""
        with contextlib.suppress(OSError):
            self._data = self._look(self.path)

    def _look(self, path: Path) -> bytes | None:
        try:
            return self._patiently(lambda: self._disk.read(path))
        except FileNotFoundError:
            return None

    def _remove(self, path: Path) -> None:
        with contextlib.suppress(FileNotFoundError):
            self._patiently(lambda: self._disk.remove(path))

    def _patiently(self, action: Callable[[], T]) -> T:
        """Try again while somebody holds the file (Windows), for ``tries`` × 0.05 s."""
        for _ in range(self._disk.tries - 1):
            try:
                return action()
            except PermissionError:
                self._disk.pause(RETRY_PAUSE)
        return action()


def file_stems(names: Iterable[str], suffix: str) -> tuple[str, ...]:
    """The files among these names, without suffix; one of which only the temporary is left too."""
    plain = (name.removesuffix(TEMPORARY) for name in names)
    return tuple(sorted({name.removesuffix(suffix) for name in plain if name.endswith(suffix)}))


def not_saved(error: OSError, name: str) -> NotSaved:
    """NotSaved in words, by what the operating system said."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        says = Sentence("Not saved: the disk is full.")
        mend = Sentence("Free some space, then press the key again.")
    elif error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        says = Sentence("Not saved: the folder cannot be written to.")
        mend = Sentence("Is the stick write-protected? Is the file open in another program?")
    else:
        says = Sentence("Not saved: {reason}.", reason=error.strerror or str(error))
        mend = Sentence("Is the stick still in? Then press the key again.")
    return NotSaved(says, subject=name, mend=mend)
