"""Where packs come from: a folder, its rank, and the plugin that registered it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lifeskills.core.curriculum import RANKS, Rank


@dataclass(frozen=True, slots=True)
class PackFolder:
    """A folder with ``pack.toml``, as a plugin registered it; ``plugin`` is its id, "" for none."""

    path: Path
    rank: Rank = "shipped"
    plugin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Curricula:
    """The folders in which packs lie; None where there is none (no school is open)."""

    shipped: Path | None = None
    user: Path | None = None
    school: Path | None = None

    def rank_of(self, folder: Path, otherwise: Rank) -> Rank:
        """The rank of a pack folder by the root it lies under."""
        for rank in reversed(RANKS):
            root: Path | None = getattr(self, rank)
            if root is not None and folder.absolute().is_relative_to(root.absolute()):
                return rank
        return otherwise
