"""What an edition of a book holds: the courses of an audience's pathways, fitted to its minutes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from lifeskills.core.curriculum import Guide, PackInfo, Pathway
from lifeskills.core.lesson import CourseInfo, Lesson
from lifeskills.core.opening import minutes_of
from lifeskills.core.pacing import fit
from lifeskills.core.plan import plan_steps
from lifeskills.core.setting import AgeBand
from lifeskills.core.tool import Activity


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
    only: str = "",
    off_pathway: bool = False,
) -> tuple[CourseInfo, ...]:
    """The courses of an audience's edition, in the order given.

    It holds what stands on any of the audience's pathways, or on the one with the id ``only``.
    ``off_pathway`` adds the others that are open to the audience; an audience without a pathway
    gets all of those anyway. A sitting is never in a book.
    """
    own = [one for one in pathways if one.audience == audience and only in ("", one.id)]
    listed = {course for one in own for course in one.courses}
    everything = off_pathway or not own
    return tuple(
        one
        for one in courses
        if not one.sitting and offered(one, audience, band) and (everything or one.course in listed)
    )


def fitted(lesson: Lesson, activities: Mapping[str, Activity], period: int | None = None) -> Lesson:
    """The lesson with its minutes fitted to its audience, or to a class's ``period``.

    Adults and sittings keep to their own minutes, as when they are taught.

    A step that is cut stays, with no minutes of its own: it is for when there is time. A double
    lesson keeps its own minutes.
    """
    double = any("break" in step.marks for step in lesson.steps)
    minutes = lesson.minutes if period is None or double else minutes_of(lesson, 0, period)
    if sum(step.minutes for step in lesson.steps) == minutes:
        return lesson
    plan = fit(plan_steps(lesson.steps, activities), minutes).plan
    given = {step.id: step.minutes for step in plan}
    steps = tuple(replace(step, minutes=given.get(step.id, 0)) for step in lesson.steps)
    return replace(lesson, steps=steps)


def packs_used(
    packs: Sequence[PackInfo],
    lessons: Iterable[Lesson],
    guides: Iterable[Guide],
    side: str,
    around: Collection[str],
) -> tuple[tuple[str, str], ...]:
    """Id and version of the packs that gave words; law and the facts of a place always do."""
    used = {pack for lesson in lessons for pack, _ in lesson.packs}
    used |= {one.origin.pack for guide in guides for step in guide.steps for one in step.blocks}
    return tuple(
        (pack.id, pack.version)
        for pack in packs
        if pack.id in used or (pack.kind in ("law", "facts") and pack.applies(side, around))
    )
