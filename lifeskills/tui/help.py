"""Help as data: each screen and each widget that takes keys carries its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from textual.binding import ActiveBinding
    from textual.dom import DOMNode


@dataclass(frozen=True, slots=True)
class HelpText:
    """What something is for and how to use it: a title and short paragraphs.

    Stands as ``help_text`` on a screen or widget. Keys are not repeated in it: F1 lists them from
    the bindings.
    """

    title: Sentence
    lines: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """The keys of a command (``r`` and ``ctrl+r``), what it is called and what it does."""

    keys: tuple[str, ...]
    title: str
    tooltip: str


def help_of(nodes: Iterable[DOMNode]) -> HelpText | None:
    """The help of the first node that has some (a widget first, then what it lies in)."""
    for node in nodes:
        found = getattr(node, "help_text", None)
        if isinstance(found, HelpText):
            return found
    return None


def key_helps(bindings: Iterable[ActiveBinding]) -> tuple[KeyHelp, ...]:
    """The keys that work now, those of one command together, in the order of the bindings."""
    found: dict[tuple[str, str], KeyHelp] = {}
    for active in bindings:
        binding = active.binding
        if not binding.id or not active.enabled:
            continue
        says = (binding.description, binding.tooltip)
        before = found.get(says)
        keys = (*before.keys, binding.key) if before else (binding.key,)
        found[says] = KeyHelp(keys, *says)
    return tuple(found.values())
