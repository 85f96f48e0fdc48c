"""What a lesson will be today: its minutes, what they leave out, how active and spoken it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.engagement import Engagement, engagement, planned_words
from lifeskills.core.lesson import Lesson
from lifeskills.core.opening import minutes_of
from lifeskills.core.pacing import CLASS_MEETING, RESCUE
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence, joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A lesson before it is opened. ``cut`` are the titles of the steps that are left out;
    ``figures`` is None for a group without a roster.
    """

    minutes: int
    cut: tuple[str, ...]
    over: int
    figures: Engagement | None
    whole: bool = False
    """True where nothing of the lesson's own minutes is missing, however few they are."""

    def sentences(self) -> Iterator[Sentence]:
        """Its lines: minutes by name, what is left out, active share and speaking time."""
        yield self._minutes()
        if self.over:
            yield Sentence("The musts alone take {minutes} minutes more.", minutes=self.over)
        if self.cut:
            yield Sentence("Left out: {steps}", steps=joined(self.cut))
        if self.figures is not None:
            yield planned_words(self.figures)

    def _minutes(self) -> Sentence:
        if self.whole:
            return Sentence("{minutes} minutes", minutes=self.minutes)
        if self.minutes <= RESCUE:
            return Sentence("{minutes} minutes: the heart of the lesson", minutes=self.minutes)
        if self.minutes <= CLASS_MEETING:
            return Sentence("{minutes} minutes: the class-meeting cut", minutes=self.minutes)
        return Sentence("{minutes} minutes", minutes=self.minutes)


def forecast(
    school: School, group: ClassGroup, lesson: Lesson, part: int = 0, minutes: int | None = None
) -> Forecast:
    """The lesson as :meth:`Teaching.begin` would open it for this class today."""
    taken = minutes_of(lesson, part, lesson.setting.minutes, minutes)
    fitted = school.fit(lesson, part, taken)
    titles, learners = {step.id: step.title for step in lesson.steps}, len(group.current)
    return Forecast(
        minutes=taken,
        cut=tuple(titles[one] for one in fitted.cut),
        over=fitted.over,
        figures=engagement(fitted.plan, learners) if learners else None,
        whole=taken == lesson.minutes,
    )
