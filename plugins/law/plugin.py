"""The law pack, and rules that keep legal words out of everything else."""

from __future__ import annotations

from lifeskills.api import ContentRule, Register, RegisterPacks, hookimpl

from .checks import RULES
from .traps import TRAPS


@hookimpl
def register_packs(register: RegisterPacks) -> None:
    """Give the law pack: laws, cards and numbers to call."""
    if register.shipped is not None:
        register(register.shipped / "law")


@hookimpl
def register_checks(register: Register[ContentRule]) -> None:
    """Give the rules about law, and those for what is often got wrong."""
    for rule in (*RULES, *TRAPS):
        register(rule)
