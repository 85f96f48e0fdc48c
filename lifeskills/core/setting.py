"""Where, when and with whom a lesson is taught: everything that adapts it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal

AgeBand = Literal["under16", "mixed", "16plus"]
AGE_BANDS: tuple[AgeBand, ...] = ("under16", "mixed", "16plus")
Side = Literal["sending", "receiving"]

NATION = "cn"
"""The place that holds all others."""
SMALL_GROUP = 16
"""Fewer learners *present* than this take the small-group form of a step (design: lesson)."""


@dataclass(frozen=True, slots=True)
class Audience:
    """A kind of listener; data of a pack (``audiences.toml``).

    ``band`` is the age band a class of this audience has unless its teacher says otherwise;
    None for parents and trainers. ``minutes`` is the usual period.
    """

    id: str
    title: tuple[tuple[str, str], ...]
    band: AgeBand | None
    minutes: int
    learner: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What a lesson is fitted to. ``size`` is the number present; None while not known."""

    audience: str
    band: AgeBand | None
    place: str
    side: Side
    language: str
    day: dt.date
    minutes: int = 45
    size: int | None = None
    older: tuple[str, ...] = ()
    """Further audiences of a mixed-grade class; they get the extra task of a step."""

    @classmethod
    def anywhere(
        cls, language: str, day: dt.date, *, place: str = NATION, band: AgeBand | None = None
    ) -> Setting:
        """The setting of words that no class asked for: a guide, a law card, a story."""
        return cls(audience="", band=band, place=place, side="sending", language=language, day=day)

    @property
    def small(self) -> bool:
        """True when the small-group form is meant."""
        return self.size is not None and self.size < SMALL_GROUP

    def as_dict(self) -> dict[str, str | int | None]:
        """What an open lesson keeps of its setting."""
        return {
            "audience": self.audience,
            "band": self.band,
            "place": self.place,
            "side": self.side,
            "language": self.language,
            "minutes": self.minutes,
        }
