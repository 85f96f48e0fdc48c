"""What somebody asks of the printer: a book and the options of ``book print``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lifeskills.core.setting import AgeBand


@dataclass(frozen=True, slots=True, kw_only=True)
class BookOrder:
    """What somebody asked for. Empty options are taken from the class or the school."""

    book: str
    output: Path
    audience: str = ""
    pathway: str = ""
    band: AgeBand | None = None
    place: str = ""
    language: str = ""
    course: str = ""
    story: str = ""
    activity: str = ""
    guide: str = ""
    group: str = ""
    day: dt.date | None = None
    year: int | None = None
    off_pathway: bool = False
    format: str = ""

    @classmethod
    def from_options(cls, book_id: str, *, output: Path, options: Mapping[str, Any]) -> BookOrder:
        """An order from the options of ``book print``, by their names there."""
        day = options.get("day")
        return cls(
            book=book_id,
            output=output,
            audience=options.get("audience") or "",
            pathway=options.get("pathway") or "",
            band=options.get("band"),
            place=options.get("place") or "",
            language=options.get("lang") or "",
            course=options.get("course") or "",
            story=options.get("story") or "",
            activity=options.get("activity") or "",
            guide=options.get("guide") or "",
            group=options.get("class_name") or "",
            day=day.date() if isinstance(day, dt.datetime) else day,
            year=options.get("year"),
            off_pathway=bool(options.get("all_")),
            format=options.get("format_") or "",
        )

    def missing(self, needs: Iterable[str], *, at_school: bool) -> list[str]:
        """Names of the options without which a book with these needs cannot be made."""
        given = {
            "audience": bool(self.audience or self.pathway or self.group),
            "place": bool(self.place or self.group or at_school),
            "lang": True,
            "course": bool(self.course),
            "story": bool(self.story or self.course or self.group),
            "activity": bool(self.activity or self.course),
            "guide": bool(self.guide),
            "class": bool(self.group),
            "on": self.day is not None,
            "year": True,
        }
        return [need for need in needs if not given.get(need, True)]
