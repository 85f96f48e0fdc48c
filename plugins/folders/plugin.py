"""The common course and every pack folder that a user or a school adds."""

from __future__ import annotations

from pathlib import Path

from lifeskills.api import RegisterPacks, hookimpl

PACK = "pack.toml"


@hookimpl
def register_packs(register: RegisterPacks) -> None:
    """Give ``curricula/core``, then the packs of the user's and the school's folders by name."""
    if register.shipped is not None:
        register(register.shipped / "core")
    for root in (register.user, register.school):
        for folder in packs_in(root):
            register(folder)


def packs_in(root: Path | None) -> list[Path]:
    """Pack folders right under ``root``, and one below (``provinces/guizhou``)."""
    if root is None or not root.is_dir():
        return []
    found = [*root.glob(f"*/{PACK}"), *root.glob(f"*/*/{PACK}")]
    return sorted(file.parent for file in found)
