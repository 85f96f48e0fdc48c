"""Trusting a school's plugin on this machine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeskills import places
from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName

if TYPE_CHECKING:
    from lifeskills.trust import PluginFiles


@dataclass(frozen=True, slots=True)
class Proposed:
    """A school's plugin as it was read just now: what is shown is what will be trusted."""

    id: str
    files: PluginFiles

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Each file's path and SHA-256."""
        return tuple(self.files.hashes().items())


def propose(school: School, name: str) -> Proposed:
    """Read a school's plugin for a person to look at.

    Raises UnknownName if the school has none of this name, PluginError for links and such.
    """
    from lifeskills.trust import read_all

    _ = school.settings
    row = school.plugins.find(name)
    if row.source != "school" or row.folder is None:
        raise UnknownName("Only a plugin in the school's folder needs trust.", subject=name)
    return Proposed(row.id, read_all(row.folder))


def trust(proposed: Proposed) -> None:
    """Remember these very bytes on this machine; a changed file is untrusted again."""
    from lifeskills.trust import TrustList

    TrustList(places.trust_file()).trust(proposed.id, proposed.files)
