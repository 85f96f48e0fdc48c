"""Trusting a school's plugin on this machine."""

from __future__ import annotations

from pathlib import Path

from lifeskills import places
from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName


def files_of(school: School, name: str) -> tuple[tuple[str, str], ...]:
    """The files of a school's plugin with their SHA-256, as they would be trusted."""
    from lifeskills.trust import digests

    return tuple(digests(_folder(school, name)).items())


def trust_plugin(school: School, name: str) -> None:
    """Remember these very bytes on this machine; a changed file is untrusted again."""
    from lifeskills.trust import TrustList

    TrustList(places.trust_file()).trust(_folder(school, name))


def _folder(school: School, name: str) -> Path:
    base = school.folder
    folder = base / "plugins" / name if base is not None else None
    if folder is None or not folder.is_dir():
        raise UnknownName("The school has no plugin of this name.", subject=name)
    return folder
