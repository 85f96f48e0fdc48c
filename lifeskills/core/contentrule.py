"""A content rule of a plugin: ``pack check`` asks it of every pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lifeskills.core.errors import ContentError
from lifeskills.core.text import Text

if TYPE_CHECKING:
    from lifeskills.core.curriculum import PackView


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentRule:
    """A rule about what packs say. ``check`` yields one ContentError for each place found."""

    id: str
    title: Text
    check: Callable[[PackView], Iterable[ContentError]]
