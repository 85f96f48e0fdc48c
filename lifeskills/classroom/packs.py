"""Packs to list, check and stamp."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName

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
    """What is wrong in the packs named (ids or folders), in all, or in the school's own."""
    from lifeskills.packs.check import check

    folders = school.plugins.packs()
    chosen = {_folder(school, name) for name in names}
    if not names:
        own = {folder.path for folder in folders if folder.rank == "school"}
        chosen = {folder.path for folder in folders} if everything else own
    return list(check(folders, only=chosen, extra_rules=school.plugins.checks()))


def stamp_pack(school: School, name: str) -> list[str]:
    """Stamp one pack; gives the files that changed."""
    from lifeskills.packs.stamp import stamp

    return [str(path) for path in stamp(_folder(school, name), school.plugins.packs())]


def _folder(school: School, name: str) -> Path:
    for pack in school.library.packs:
        if name in (pack.id, pack.folder):
            return Path(pack.folder)
    if (Path(name) / "pack.toml").is_file():
        return Path(name).resolve()
    known = " ".join(pack.id for pack in school.library.packs)
    raise UnknownName("There is no such pack.", subject=name, mend=f"Known: {known}")
