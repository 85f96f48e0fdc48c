"""Disks for tests: in memory, with everything that a real one may do to us.

``MemoryDisk`` keeps inodes and names apart, so that a crash can be thought through: content that
was not synced and names whose folder was not synced may or may not be there afterwards.
"""

from __future__ import annotations

import errno
import itertools
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lifeskills.store.disk import Draft, Lock


@dataclass
class Inode:
    """A file's content: as written, and as it is on the medium (None: nothing of it)."""

    data: bytes = b""
    synced: bytes | None = None


@dataclass(frozen=True)
class Rename:
    """A change of names that is not on the medium yet: each takes place whole or not at all."""

    adds: tuple[tuple[Path, Inode], ...] = ()
    removes: tuple[Path, ...] = ()
    folder: Path | None = None

    @property
    def where(self) -> set[Path]:
        """Folders that must be synced for this to last."""
        found = {path.parent for path, _ in self.adds} | {path.parent for path in self.removes}
        return found | ({self.folder.parent} if self.folder else set())


@dataclass
class Medium:
    """What the disk will hold after a power cut: surely, and perhaps."""

    names: dict[Path, Inode] = field(default_factory=dict)
    folders: set[Path] = field(default_factory=set)
    pending: list[Rename] = field(default_factory=list)

    def sync(self, folder: Path) -> None:
        """Changes in this folder are now sure."""
        for change in [one for one in self.pending if folder in one.where]:
            self.pending.remove(change)
            apply(change, self.names, self.folders)


def apply(change: Rename, names: dict[Path, Inode], folders: set[Path]) -> None:
    """Make a change of names."""
    for path in change.removes:
        names.pop(path, None)
    names.update(change.adds)
    if change.folder is not None:
        folders.add(change.folder)


class MemoryDraft:
    """A file being written on a MemoryDisk."""

    def __init__(self, disk: MemoryDisk, path: Path, inode: Inode) -> None:
        self._disk, self._path, self._inode = disk, path, inode
        disk.opened.add(path)

    def write(self, data: bytes) -> None:
        half = len(data) // 2
        self._inode.data += data[:half]  # a write that is cut short leaves a part
        self._disk.does("write", self._path)
        self._inode.data += data[half:]

    def sync(self) -> None:
        self._disk.does("sync", self._path)
        if self._disk.syncs("sync", self._path):
            self._inode.synced = self._inode.data

    def close(self) -> None:
        self._disk.opened.discard(self._path)


class MemoryLock:
    """A lock on a MemoryDisk."""

    def __init__(self, disk: MemoryDisk, path: Path) -> None:
        self._disk, self._path = disk, path

    def release(self) -> None:
        self._disk.locks.discard(self._path)


class MemoryDisk:
    """A disk in memory that obeys POSIX, can be killed at any operation, and keeps a history."""

    tries = 1
    syncs_folders = True

    class Died(BaseException):
        """The process was killed here."""

    def __init__(self, school: Path = Path("/school")) -> None:
        self.files: dict[Path, Inode] = {}
        self.folders: set[Path] = {school, *school.parents}
        self.medium = Medium(folders=set(self.folders))
        self.locks: set[Path] = set()
        self.opened: set[Path] = set()
        self.history: list[tuple[str, Path]] = []
        self.pauses: list[float] = []
        self.before: Callable[[str, Path], None] = lambda _operation, _path: None
        self.syncs: Callable[[str, Path], bool] = lambda _operation, _path: True
        self._death = -1
        self._dead = False
        self._refused = ("", "", "")

    # -- what tests ask for ------------------------------------------------------------------

    def die_at(self, operation: int) -> None:
        """Be killed at the n-th operation from now."""
        self._death = len(self.history) + operation

    def revive(self) -> None:
        """A new process: nothing is locked or open any more."""
        self._death, self._dead = -1, False
        self.locks.clear()
        self.opened.clear()

    def refuse(self, operation: str, error: str, *, only: str = "") -> None:
        """Fail at an operation ("*" for all) from now on; "" stops it."""
        self._refused = (operation, error, only)

    def does(self, operation: str, path: Path) -> None:
        """Something happens to the disk: killed, refused or done."""
        if self._dead:
            raise self.Died
        self.before(operation, path)
        self.history.append((operation, path))
        if len(self.history) == self._death:
            self._dead = True
            raise self.Died
        self._may(operation, path)

    def _may(self, operation: str, path: Path) -> None:
        refused, error, only = self._refused
        if refused in (operation, "*") and only in str(path):
            number = getattr(errno, error)
            raise OSError(number, os.strerror(number), str(path))

    # -- the Disk protocol -------------------------------------------------------------------

    def read(self, path: Path) -> bytes:
        self._may("read", path)
        inode = self.files.get(self._name(path))
        if inode is None:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        return inode.data

    def names(self, folder: Path) -> tuple[str, ...]:
        return tuple(sorted(path.name for path in self.files if path.parent == folder))

    def is_folder(self, path: Path) -> bool:
        return path in self.folders

    def make_folder(self, path: Path) -> None:
        self.does("make_folder", path)
        self._change(Rename(folder=path))

    def create(self, path: Path) -> Draft:
        self.does("create", path)
        if path.parent not in self.folders:
            raise FileNotFoundError(errno.ENOENT, "no such folder", str(path))
        inode = self.files.get(self._name(path))
        if inode is None:
            inode = Inode()
            self._change(Rename(adds=((path, inode),)))
        inode.data = b""
        return MemoryDraft(self, path, inode)

    def replace(self, source: Path, target: Path) -> None:
        self.does("replace", target)
        inode = self.files.get(source)
        if inode is None:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(source))
        self._change(Rename(adds=((self._name(target), inode),), removes=(source,)))

    def remove(self, path: Path) -> None:
        self.does("remove", path)
        if path not in self.files:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(path))
        self._change(Rename(removes=(path,)))

    def sync_folder(self, path: Path) -> None:
        self.does("sync_folder", path)
        if self.syncs_folders and self.syncs("sync_folder", path):
            self.medium.sync(path)

    def lock(self, path: Path, wait: float) -> Lock | None:
        if path in self.locks:
            return None
        self.locks.add(path)
        return MemoryLock(self, path)

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def _name(self, path: Path) -> Path:
        return path

    def _change(self, change: Rename) -> None:
        apply(change, self.files, self.folders)
        self.medium.pending.append(change)

    # -- power -------------------------------------------------------------------------------

    def after_power_cut(self) -> Iterator[MemoryDisk]:
        """Every disk that may be found if the power goes now.

        Of names that were not synced any subset is there, in any order of folders; of content
        that was not synced nothing, a part, zeros, or all.
        """
        pending = self.medium.pending
        for kept in itertools.product((True, False), repeat=len(pending)):
            names, folders = dict(self.medium.names), set(self.medium.folders)
            for change, keep in zip(pending, kept, strict=True):
                if keep:
                    apply(change, names, folders)
            reachable = {p: inode for p, inode in names.items() if p.parent in folders}
            unsure = [path for path, inode in reachable.items() if inode.synced != inode.data]
            for contents in itertools.product(range(4), repeat=len(unsure)):
                found = MemoryDisk()
                found.folders = set(folders)
                found.files = {p: _settled(inode.synced or b"") for p, inode in reachable.items()}
                for path, which in zip(unsure, contents, strict=True):
                    found.files[path] = _settled(_torn(reachable[path], which))
                found.medium = Medium(dict(found.files), set(found.folders))
                yield found


def _settled(data: bytes) -> Inode:
    return Inode(data, data)


def _torn(inode: Inode, which: int) -> bytes:
    whole = inode.data
    return (inode.synced or b"", whole[: len(whole) // 2], b"\0" * len(whole), whole)[which]


class WindowsDisk(MemoryDisk):
    """Names without case, no folder sync, and files that others hold for a moment."""

    tries = 40
    syncs_folders = False

    def __init__(self, school: Path = Path("/school")) -> None:
        super().__init__(school)
        self.busy = 0
        """How many more times the next file is held by a virus scanner."""

    def replace(self, source: Path, target: Path) -> None:
        self._held(target)
        if {source, target} & self.opened:
            raise PermissionError(errno.EACCES, "a file that is open cannot be renamed")
        super().replace(source, target)

    def remove(self, path: Path) -> None:
        self._held(path)
        if path in self.opened:
            raise PermissionError(errno.EACCES, "a file that is open cannot be removed")
        super().remove(path)

    def read(self, path: Path) -> bytes:
        self._held(path)
        return super().read(path)

    def _held(self, path: Path) -> None:
        if self.busy > 0:
            self.busy -= 1
            raise PermissionError(errno.EACCES, "another program holds it", str(path))

    def _name(self, path: Path) -> Path:
        same = (one for one in self.files if str(one).lower() == str(path).lower())
        return next(same, path)


class FatDisk(WindowsDisk):
    """A stick: a rename takes the old file away first, and then gives the name."""

    tries = 1

    def replace(self, source: Path, target: Path) -> None:
        if source not in self.files:
            raise FileNotFoundError(errno.ENOENT, "no such file", str(source))
        if self._name(target) in self.files:
            self.does("unlink", target)
            self.files.pop(self._name(target))
        super().replace(source, target)
