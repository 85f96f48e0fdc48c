"""Rules about minutes and phases: a good rhythm, with everybody at work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.engagement import active_minutes_share
from lifeskills.core.lesson import PHASES, Page, Step
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, rule

OPENING_SHARE = 0.15
ACTIVE_SHARE = 0.6
TALK_SHARE = 0.25
CLASS_OF = 50
"""Learners for whom the active share is worked out: a class as large as most."""
NEEDED_PHASES = ("try", "reflect", "explain", "use", "close")
TALK_KINDS = frozenset({"mini-input"})


@rule(
    "minutes-sum",
    zh="各步分钟数之和等于第一类对象的课时",
    en="The minutes of the steps add up to the minutes of the first audience",
)
def minutes_sum(view: PackView) -> Iterable[Wrong]:
    """Step minutes sum exactly."""
    for page in view.bases:
        if not page.info.audiences or not page.steps:
            continue
        first = page.info.audiences[0]
        wanted, found = dict(page.info.minutes).get(first), _minutes(page.steps)
        if wanted is not None and wanted != found:
            says = Sentence(
                "The steps add up to {found} minutes; {audience} has {wanted}.",
                found=found,
                audience=first,
                wanted=wanted,
            )
            yield at_key(page, "minutes", says, Sentence("Change the steps' minutes, or this."))


@rule(
    "minutes-audience",
    zh="每类对象都写明分钟数，不多不少",
    en="Minutes are given for every audience and for no other",
)
def minutes_audience(view: PackView) -> Iterable[Wrong]:
    """``audiences`` and ``minutes`` name the same."""
    for page in view.bases:
        given, wanted = dict(page.info.minutes), page.info.audiences
        for name in (
            *[a for a in wanted if a not in given],
            *[a for a in given if a not in wanted],
        ):
            says = Sentence("“{name}” stands in audiences or in minutes, not in both.", name=name)
            yield at_key(page, "minutes", says, Sentence("Name it in both."))


@rule(
    "step-minutes",
    zh="每步写明 phase、minutes、least、needs，least 不大于 minutes",
    en="Every step has phase, minutes, least and needs, and least is at most minutes",
)
def step_minutes(view: PackView) -> Iterable[Wrong]:
    """A step that lacks a key takes a default in silence; here it does not."""
    for page in view.bases:
        for step in page.steps:
            yield from _step_keys(step, page.info.sitting)
            yield from _least(step)
    for page in view.overlays:
        for step in page.steps:
            yield from _least(step)


def _step_keys(step: Step, sitting: bool) -> Iterator[Wrong]:
    kind = () if sitting else ("kind",)
    wanted = (*kind, "phase", "minutes", "least", "shape", "needs")
    missing = [name for name in wanted if name not in step.written]
    if missing:
        says = Sentence("The step lacks {names}.", names=" ".join(missing))
        mend = Sentence("Write them on the heading; kind is an activity: .think-pair-share")
        yield at(step, says, mend)


def _least(step: Step) -> Iterator[Wrong]:
    if "least" not in step.written:
        return
    if "minutes" in step.written and step.least > step.minutes:
        says = Sentence(
            "least={least} is more than minutes={minutes}.", least=step.least, minutes=step.minutes
        )
        yield at(step, says, Sentence("least is the fewest minutes the step works in."))
    if step.least < 1:
        yield at(step, Sentence("least is 0."), Sentence("Drop the step with needs=could instead."))


@rule(
    "phases",
    zh="环节顺序：open try reflect explain use close，缺一不可（open 可省）",
    en="Phases stand in order, and try, reflect, explain, use and close are all there",
)
def phases(view: PackView) -> Iterable[Wrong]:
    """Experience, reflection, sense, use, close: in this order."""
    for page in _lessons(view):
        there = {step.phase for step in page.steps}
        missing = [phase for phase in NEEDED_PHASES if phase not in there]
        if missing:
            says = Sentence("The lesson has no step with phase {names}.", names=" ".join(missing))
            yield at_key(page, "course", says, Sentence("A short one is enough: phase=explain."))
        furthest = 0
        for step in page.steps:
            place = PHASES.index(step.phase)
            if place < furthest:
                says = Sentence(
                    "phase={phase} stands after phase={before}.",
                    phase=step.phase,
                    before=PHASES[furthest],
                )
                yield at(step, says, Sentence("Order: open try reflect explain use close."))
            furthest = max(furthest, place)


@rule(
    "close-last",
    zh="最后一步是 phase=close，活动是 exit-slip",
    en="The last step is the close, an exit slip",
)
def close_last(view: PackView) -> Iterable[Wrong]:
    """A lesson ends with the exit slip."""
    for page in _lessons(view):
        last = page.steps[-1]
        if last.phase != "close" or last.kind != "exit-slip":
            says = Sentence("The last step is no closing exit slip.")
            yield at(last, says, Sentence("End with a step .exit-slip phase=close."))


@rule(
    "opening-share",
    zh="开场不超过全课的 15 %",
    en="The opening takes at most 15 % of the minutes",
)
def opening_share(view: PackView) -> Iterable[Wrong]:
    """A short opening: what learners do themselves is the lesson."""
    for page in view.bases:
        whole = _minutes(page.steps)
        opening = [step for step in page.steps if step.phase == "open"]
        if opening and _minutes(opening) > OPENING_SHARE * whole:
            says = Sentence(
                "The opening takes {minutes} of {whole} minutes.",
                minutes=_minutes(opening),
                whole=whole,
            )
            yield at(opening[0], says, Sentence("Shorten it to 15 %."))


@rule(
    "active-share",
    zh="至少 60 % 的时间每个学生都有事做，老师讲不超过 25 %",
    en="In 60 % of the minutes every learner is active; the teacher talks at most 25 %",
)
def active_share(view: PackView) -> Iterable[Wrong]:
    """All groups work at once."""
    for page in view.bases:
        whole = _minutes(page.steps)
        if not whole:
            continue
        share = active_minutes_share(page.steps, CLASS_OF)
        if share < ACTIVE_SHARE:
            says = Sentence(
                "Every learner is active in {share} % of the minutes.", share=round(share * 100)
            )
            mend = Sentence("Give more minutes to pairs, fours or groups: 60 % at least.")
            yield at_key(page, "course", says, mend)
        talk = [step for step in page.steps if step.kind in TALK_KINDS]
        if _minutes(talk) > TALK_SHARE * whole:
            says = Sentence("The teacher explains for {minutes} minutes.", minutes=_minutes(talk))
            yield at(talk[0], says, Sentence("Keep it to 25 % of the lesson."))


def _lessons(view: PackView) -> Iterator[Page]:
    """What teaches; a sitting only asks, and has neither phases to go through nor a slip."""
    return (page for page in view.bases if page.steps and not page.info.sitting)


def _minutes(steps: Iterable[Step]) -> int:
    return sum(step.minutes for step in steps)


RULES = (
    minutes_sum,
    minutes_audience,
    step_minutes,
    phases,
    close_last,
    opening_share,
    active_share,
)
