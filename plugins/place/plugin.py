"""Where a class lives: the sending and the receiving side, and what is known of each province."""

from __future__ import annotations

from lifeskills.api import RegisterPacks, hookimpl

SIDES = ("sending", "receiving")


@hookimpl
def register_packs(register: RegisterPacks) -> None:
    """Give both sides, then every province."""
    root = register.shipped
    if root is None:
        return
    for side in SIDES:
        register(root / side)
    for file in sorted((root / "provinces").glob("*/pack.toml")):
        register(file.parent)
