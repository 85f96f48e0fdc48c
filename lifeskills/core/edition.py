"""Which courses an edition of a book holds: an audience's pathways, in the order of the numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lifeskills.core.curriculum import Pathway
from lifeskills.core.lesson import CourseInfo
from lifeskills.core.setting import AgeBand


def offered(info: CourseInfo, audience: str, band: AgeBand | None) -> bool:
    """True if a course is offered to this audience and age band.

    A mixed class is offered everything that is not for 16-plus alone; adults without a band
    (parents, trainers) everything for their audience.
    """
    if audience not in info.audiences:
        return False
    if band == "mixed":
        return tuple(info.bands) != ("16plus",)
    return band is None or band in info.bands


def edition(
    courses: Sequence[CourseInfo],
    pathways: Iterable[Pathway],
    audience: str,
    band: AgeBand | None,
    *,
    off_pathway: bool = False,
) -> tuple[CourseInfo, ...]:
    """The courses of an audience's edition, in the order given.

    It holds what stands on any of the audience's pathways. ``off_pathway`` adds the others that
    are open to the audience; an audience without a pathway gets all of those anyway.
    """
    own = [one for one in pathways if one.audience == audience]
    listed = {course for one in own for course in one.courses}
    everything = off_pathway or not own
    return tuple(
        one
        for one in courses
        if offered(one, audience, band) and (everything or one.course in listed)
    )
