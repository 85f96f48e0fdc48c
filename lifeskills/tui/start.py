"""What the command line asked the screen to open first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lifeskills.core.people import ClassGroup


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Home, or for a class its roll alone (``roll``) or a lesson (``teach``); ``tour`` the tour.

    ``minutes`` are those of the lesson, 0 for a whole period.
    """

    group: ClassGroup | None = None
    course: str = ""
    roll: bool = False
    teach: bool = False
    cover: bool = False
    minutes: int = 0
    tour: bool = False
