"""A lesson taught from paper, keyed in: who was away, which steps, minutes, slips. Then saved."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from lifeskills.classroom.initials import Entry, entries
from lifeskills.classroom.slips import OwedSlips, count_slips, owed_slips
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines
from lifeskills.cli.plain_roll import unclear
from lifeskills.core.closing import slips_step
from lifeskills.core.headcount import FIELDS, field_words
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole
from lifeskills.core.tools.slips import faces_of

NO = frozenset({"n", "no", "不", "否"})
NEVER = frozenset({"never", "不数"})
_SPAN = re.compile(r"^(\d+)\s*[-–—~]\s*(\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What stood on the sheet. ``done`` are the numbers of the steps, from 1."""

    away: tuple[Entry, ...]
    counts: dict[str, int]
    done: frozenset[int]
    minutes: int
    slips: str


def record_lines(lines: Lines, group: ClassGroup, course: str, day: dt.date) -> None:
    """Ask for what stands on the sheet, then save it in one go; or for slips left for later."""
    school = lines.face.needed
    owed = owed_slips(school, group, course=course, on=day)
    if owed is not None:
        slips_lines(lines, group, owed)
        return
    lesson = school.lesson(course, school.setting(group, day=day))
    held = [
        one
        for one in school.classes.records(group.id)
        if one.get("course") == course and one.get("day") == day.isoformat()
    ]
    lines.tell(f"{lines.say(group.name)}  {lesson.info.title}  {day.isoformat()}")
    if held:
        lines.tell(Sentence("A record of this lesson on this day is there already."))
    for number, step in enumerate(lesson.steps, 1):
        lines.tell(f"{number} {step.title}")
    paper = _asked(lines, group, len(lesson.steps), lesson.minutes)
    if lines.ask(Sentence("Enter saves; no discards it")).lower() in NO:
        lines.tell(Sentence("Nothing was recorded."))
        return
    _save(lines, group, course, day, paper)


def slips_lines(lines: Lines, group: ClassGroup, owed: OwedSlips) -> None:
    """The slips of a lesson that was closed with "later"."""
    lines.tell(Sentence("The exit slips of this lesson are still to be counted."))
    question = Sentence("Three numbers (got it, partly, not yet), or never; Enter leaves it")
    while answer := lines.ask(question):
        faces = faces_of(answer)
        if faces is not None or answer in NEVER:
            count_slips(lines.face.needed, group, owed.session, faces)
            lines.tell(Sentence("Written into the class record."))
            return
    lines.tell(Sentence("Nothing was recorded."))


def _asked(lines: Lines, group: ClassGroup, steps: int, planned: int) -> Paper:
    away: tuple[Entry, ...] = ()
    counts: dict[str, int] = {}
    if group.kind == "open":
        counts = {field: _number(lines, field_words(field), 0) for field in FIELDS}
    else:
        away = _away(lines, group)
    done = lines.ask(Sentence("Steps that were done, e.g. 1-5 7; Enter for all"))
    minutes = _number(
        lines, Sentence("Minutes it took; Enter for {minutes}", minutes=planned), planned
    )
    slips = lines.ask(
        Sentence("Exit slips: three numbers (got it, partly, not yet); Enter if not counted")
    )
    return Paper(
        away=away,
        counts={field: number for field, number in counts.items() if number},
        done=spans(done) or frozenset(range(1, steps + 1)),
        minutes=minutes,
        slips=slips if faces_of(slips) else "",
    )


def _away(lines: Lines, group: ClassGroup) -> tuple[Entry, ...]:
    """Until every word of the line is somebody of the class."""
    while True:
        found = tuple(
            entries(lines.ask(Sentence("Away, by class number; Enter for nobody")), group)
        )
        wrong = [entry for entry in found if entry.learner is None]
        if not wrong:
            return found
        lines.tell(*(unclear(entry, lines) for entry in wrong))


def _number(lines: Lines, question: Sentence, usual: int) -> int:
    while True:
        answer = lines.ask(question)
        number = whole(answer) if answer else usual
        if number is not None:
            return number


def spans(typed: str) -> frozenset[int]:
    """Numbers and spans as typed: ``1-3 5``."""
    found: set[int] = set()
    for word in re.split(r"[\s,，、]+", typed.strip()):
        span = _SPAN.match(word)
        number = whole(word) if word else None
        if span is not None and int(span[2]) < 100:
            found.update(range(int(span[1]), int(span[2]) + 1))
        elif number is not None:
            found.add(number)
    return frozenset(found)


def _save(lines: Lines, group: ClassGroup, course: str, day: dt.date, paper: Paper) -> None:
    teaching = Teaching.begin(lines.face.needed, group, course, paper=day)
    try:
        for entry in paper.away:
            if entry.learner is not None:
                teaching.mark(entry.learner, entry.mark or None)
        if group.kind == "open":
            teaching.headcount(paper.counts)
        else:
            teaching.roll_done()
        _steps(teaching, paper.done)
        teaching.settle_gap(paper.minutes, decided_by="teacher")
        step = slips_step(teaching.state)
        if step and paper.slips:
            teaching.tool_key("three", paper.slips, step=step)
        record = teaching.close(faces_of(paper.slips))
    finally:
        teaching.leave()
    lines.tell(
        Sentence(
            "Recorded: {present} present, {minutes} min, {steps} steps.",
            present=len(record["present"]) or sum(record["headcount"].values()),
            minutes=round(record["minutes"]["actual"]),
            steps=sum(one["reason"] == "done" for one in record["minutes"]["steps"]),
        )
    )


def _steps(teaching: Teaching, done: frozenset[int]) -> None:
    """Each step of the plan in its place: done, or left out."""
    ids = [step.id for step in teaching.lesson.steps] if teaching.lesson is not None else []
    teaching.next_step()
    while teaching.state.step:
        number = ids.index(teaching.state.step) + 1
        teaching.next_step("done" if number in done else "skipped")
