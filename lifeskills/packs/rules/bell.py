"""Rules that prove a lesson comes out at the bell, whatever the minutes and when half are lost."""

from __future__ import annotations

from collections.abc import Iterable

from lifeskills.core import pacing
from lifeskills.core.curriculum import PackView
from lifeskills.core.lesson import Page, periods
from lifeskills.core.plan import plan_steps
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, rule

PERIODS = (40, 45)


@rule(
    "fit",
    zh="每类对象、40 和 45 分钟都排得下",
    en="A fit exists for every audience and for periods of 40 and 45 minutes",
)
def fit(view: PackView) -> Iterable[Wrong]:
    """What must and should be there fits in its fewest minutes, period by period."""
    for page in view.bases:
        if not page.steps:
            continue
        halves = periods(page.steps)
        for number, half in enumerate(halves, start=1):
            needed = {step.id for step in half if step.needs != "could"}
            for minutes in _lengths(view, page, len(halves)):
                fitted = pacing.fit(plan_steps(half, {}), minutes)
                if fitted.over or needed & set(fitted.cut):
                    says = Sentence(
                        "Period {number} needs {least} minutes at least; {minutes} are there.",
                        number=number,
                        least=sum(step.least for step in half if step.id in needed),
                        minutes=minutes,
                    )
                    mend = Sentence("Lower least, mark a step needs=could, or split with .break.")
                    yield at(half[0], says, mend)


def _lengths(view: PackView, page: Page, halves: int) -> list[int]:
    """Minutes of one period: each audience's, and 40 and 45 where pupils are meant."""
    own = {minutes // halves for name, minutes in page.info.minutes if name in page.info.audiences}
    return sorted(own | set(PERIODS)) if _for_pupils(view, page) else sorted(own)


def _for_pupils(view: PackView, page: Page) -> bool:
    """True where an audience has a school's periods."""
    known = view.around.audiences
    return any(
        name in known and known[name].minutes <= max(PERIODS) for name in page.info.audiences
    )


@rule(
    "class-meeting",
    zh="班会版（.class-meeting）最少不超过 25 分钟，含全部 must 和收尾",
    en="The class-meeting cut takes at most 25 minutes and holds every must step and the close",
)
def class_meeting(view: PackView) -> Iterable[Wrong]:
    """The 25-minute cut can be taught and leaves nothing out that must be there."""
    for page in view.bases:
        cut = [step for step in page.steps if "class-meeting" in step.marks]
        if not cut and not _for_pupils(view, page):
            continue
        kept = cut or [step for step in page.steps if step.needs == "must"]
        if pacing.class_meeting(plan_steps(kept, {})).over:
            least = sum(step.least for step in kept)
            says = Sentence("The class-meeting cut needs {least} minutes, not 25.", least=least)
            yield at(kept[0], says, Sentence("Take the mark off a step, or lower its least."))
        for step in page.steps if cut else ():
            wanted = step.needs == "must" or step is page.steps[-1]
            if wanted and step not in cut:
                says = Sentence("The class-meeting cut leaves out “{step}”.", step=step.title)
                yield at(step, says, Sentence("Mark it .class-meeting too."))


@rule(
    "rescue",
    zh="每课时的 must 最少不超过 20 分钟，收尾也是 must",
    en="The must steps of a period take at most 20 minutes, and the close is one of them",
)
def rescue(view: PackView) -> Iterable[Wrong]:
    """A lesson that begins late still has its heart: every must at its least, and the close."""
    for page in view.bases:
        if not page.steps or not _for_pupils(view, page):
            continue
        for half in periods(page.steps):
            fitted = pacing.rescue(plan_steps(half, {}))
            if fitted.over:
                says = Sentence(
                    "The must steps need {least} minutes; a rescue has {minutes}.",
                    least=fitted.minutes,
                    minutes=pacing.RESCUE,
                )
                mend = Sentence("Lower least, or let a step be needs=should.")
                yield at(next(step for step in half if step.needs == "must"), says, mend)
        last = page.steps[-1]
        if last.needs != "must":
            says = Sentence("The close is no must: a lesson that begins late would leave it out.")
            yield at(last, says, Sentence("Write needs=must."))


@rule(
    "pathway-minutes",
    zh="路径写了 minutes 的，每一课都裁得进这么多分钟，must 和收尾都在",
    en="Where a pathway names minutes, each course can be cut to them, musts and close kept",
)
def pathway_minutes(view: PackView) -> Iterable[Wrong]:
    """A shift break is short: what must be taught still is, whole, in one go."""
    pages = {page.course: page for page in view.bases if page.steps}
    for pathway in view.pathways:
        if pathway.minutes is None:
            continue
        line = view.line("pathways.toml", pathway.id)
        for course in pathway.courses:
            page = pages.get(course)
            if page is None:
                continue
            cut = pacing.plan_for(plan_steps(page.steps, {}), pathway.minutes)
            needed = {one.id for one in page.steps if one.needs == "must"} | {page.steps[-1].id}
            if cut.over or needed & set(cut.cut):
                says = Sentence(
                    "“{course}” does not fit into {minutes} minutes.",
                    course=course,
                    minutes=pathway.minutes,
                )
                yield Wrong("pathways.toml", line, says, Sentence("Lower a least, or take it out."))


RULES = (fit, class_meeting, rescue, pathway_minutes)
