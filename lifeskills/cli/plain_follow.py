"""The follow-up in lines: for adults alone, never while a lesson is open."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping

from lifeskills.classroom.following import FollowUp, duty_done, follow_up, silence, worry
from lifeskills.classroom.initials import find
from lifeskills.cli.lines import YES, Lines
from lifeskills.cli.plain_notes import one_of
from lifeskills.core.concern import SILENCE_CODES, WORRY_CODES, Concern
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.followwords import DUTY_NAMES, RELOOK_DAYS, SILENCE_WORDS, WORRY_WORDS
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence

WORDS: dict[str, tuple[str, ...]] = {
    "done": ("done", "做了"),
    "aside": ("aside", "放下"),
    "worry": ("worry", "惦记", "担心"),
    "list": ("?", "list", "名单"),
}
HELP = Sentence(
    "done 17 (an adult did what was owed), aside 17 (put aside by a code, until a day), "
    "worry 17 (something was seen), list; the number is the class number. An empty line: back."
)


def follow_lines(lines: Lines, group: ClassGroup) -> None:
    """Ask about the projector first; then sentences, duties, and what was done about them."""
    school = lines.face.needed
    if any(school.running.exists(one.id) for one in school.classes.list()):
        lines.tell(Sentence("A lesson is open. The follow-up can be opened when it is closed."))
        return
    question = Sentence(
        "Is the projector off, and does nobody listen or look over your shoulder? yes or no"
    )
    if lines.ask(question).lower() not in YES:
        return
    _tell(lines, group, follow_up(school, group))
    lines.tell(HELP)
    while line := lines.ask(Sentence("Follow-up")):
        word, _space, rest = line.partition(" ")
        known = next((name for name, forms in WORDS.items() if word.lower() in forms), "")
        jobs: Mapping[str, Callable[[Lines, ClassGroup, str], None]] = {
            "done": _done,
            "aside": _aside,
            "worry": _worry,
        }
        try:
            if known in jobs:
                learners = find(rest.strip(), group) if rest.strip() else ()
                if len(learners) == 1:
                    jobs[known](lines, group, learners[0].id)
                else:
                    lines.tell(Sentence("Nobody here matches {typed}.", typed=rest))
                    continue
            _tell(lines, group, follow_up(school, group))
        except LifeskillsError as error:
            lines.wrong(error)
        if not known:
            lines.tell(HELP)


def _tell(lines: Lines, group: ClassGroup, found: FollowUp) -> None:
    if found.little is not None:
        lines.tell(found.little)
    if not found.every:
        lines.tell(Sentence("Nobody is missed here."))
    for concern in found.every:
        learner = group.learner(concern.learner)
        who = f"{learner.number} {learner.name}" if learner is not None else concern.learner
        also = f", {lines.say(Sentence('also'))}" if concern.also else ""
        lines.tell(f"{who}{also}")
        lines.tell(*(one.sentence for one in concern.findings))
        for duty in concern.duties:
            done = Sentence("Done on {day}.", day=duty.done_on) if duty.done_on else ""
            lines.tell(f"  {duty.due} {lines.say(duty.sentence)} {lines.say(done)}".rstrip())


def _concern(lines: Lines, group: ClassGroup, learner: str) -> Concern | None:
    return follow_up(lines.face.needed, group).of(learner)


def _done(lines: Lines, group: ClassGroup, learner: str) -> None:
    concern = _concern(lines, group, learner)
    owed = [one.kind for one in concern.duties if one.done_on is None] if concern else []
    kind = one_of(lines, Sentence("What was done?"), {one: DUTY_NAMES[one] for one in owed})
    if kind:
        duty_done(lines.face.needed, group, learner, kind)


def _aside(lines: Lines, group: ClassGroup, learner: str) -> None:
    school, concern = lines.face.needed, _concern(lines, group, learner)
    if concern is None:
        return
    codes = {code: SILENCE_WORDS[code] for code in SILENCE_CODES}
    code = one_of(lines, concern.findings[0].sentence, codes)
    days = {str(n): Sentence("Look again in {days} days", days=n) for n in RELOOK_DAYS}
    until = one_of(lines, Sentence("Until when?"), days) if code else ""
    if until:
        look = school.clock.today() + dt.timedelta(days=int(until))
        for finding in concern.findings:
            silence(school, group, learner, finding, code, look)


def _worry(lines: Lines, group: ClassGroup, learner: str) -> None:
    codes = {code: WORRY_WORDS[code] for code in WORRY_CODES}
    code = one_of(lines, Sentence("What did you see?"), codes)
    if code:
        worry(lines.face.needed, group, learner, code)
