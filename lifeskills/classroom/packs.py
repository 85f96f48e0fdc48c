"""Packs to list, check and stamp."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills.classroom.school import School
from lifeskills.core.errors import StoreError, UnknownName
from lifeskills.core.folders import PackFolder
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.packs.check import Finding


def pack_rows(school: School) -> list[dict[str, Any]]:
    """The packs as plain values, in the order in which they are laid over each other."""
    return [
        {
            "id": pack.id,
            "title": pack.title.as_map(),
            "version": pack.version,
            "kind": pack.kind,
            "rank": pack.rank,
            "languages": list(pack.languages),
            "when": dict(pack.when),
            "licence": pack.licence,
        }
        for pack in school.library.packs
    ]


def check_packs(school: School, names: Sequence[str], *, everything: bool) -> list[Finding]:
    """What is wrong in the packs named (ids or folders), in all, or in the school's own.

    Where there is no school and nothing is named, every pack at hand is looked at. Raises
    UnknownName.
    """
    from lifeskills.packs.check import check

    folders = list(school.plugins.packs())
    wanted = [_find(school, folders, name) for name in names]
    folders += [one for found in wanted for one in found if one not in folders]
    if names:
        chosen = {one.path for found in wanted for one in found}
    elif everything or school.folder is None:
        chosen = {one.path for one in folders}
    else:
        chosen = {one.path for one in folders if one.rank == "school"}
    findings = check(
        folders,
        school.plugins.checks(),
        day=school.clock.today(),
        activities=tuple(school.plugins.activities()),
    )
    return [one for one in findings if chosen & set(Path(one.file).parents)]


def stamp_pack(school: School, name: str) -> list[str]:
    """Stamp one pack (an id or a folder); gives the files that changed.

    Raises UnknownName, ContentError for a broken ``pack.toml``, StoreError for a file that cannot
    be written.
    """
    from lifeskills.packs.library import Library
    from lifeskills.packs.stamp import stamp

    folders = list(school.plugins.packs())
    found = _find(school, folders, name)
    folders += [one for one in found if one not in folders]
    library = Library(folders)
    paths = {str(one.path) for one in found}
    meant = [pack.id for pack in library.packs if pack.folder in paths]
    if not meant:
        raise next(iter(library.problems), UnknownName("There is no such pack.", subject=name))
    try:
        return [one.file for pack in meant for one in stamp(folders, pack)]
    except OSError as error:
        raise StoreError(
            Sentence("The file cannot be written: {reason}", reason=error.strerror or str(error)),
            subject=str(error.filename or name),
            mend="Copy the pack to a folder of your own and stamp it there.",
        ) from error


def _find(school: School, folders: Sequence[PackFolder], name: str) -> list[PackFolder]:
    """The packs meant by an id, by a pack's folder, or by a folder that holds packs."""
    packs = school.library.packs
    by_id = {Path(pack.folder) for pack in packs if pack.id == name}
    path = Path(name).resolve()
    found = [
        one
        for one in folders
        if one.path in by_id or (not by_id and path in (one.path, *one.path.parents))
    ]
    if not found and (path / "pack.toml").is_file():
        found = [PackFolder(path, "school")]
    if not found:
        known = Sentence("Known: {names}", names=" ".join(pack.id for pack in packs))
        raise UnknownName("There is no such pack.", subject=name, mend=known)
    return found
