"""The roll in lines: class numbers of those who are away, each saved as it is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from lifeskills.classroom.initials import name_letters
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.finding import Found, type_key
from lifeskills.core.headcount import FIELDS, field_words
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole

MARKS = {"": "absent", "-": "late", "=": "excused", "\\": "left-early", "、": "left-early", "+": ""}
"""The sign after a number or a name, as on the roll screen; ``+`` is present after all."""
MARK_WORDS = {
    "absent": Sentence("absent"),
    "late": Sentence("late"),
    "excused": Sentence("excused"),
    "left-early": Sentence("left early"),
}
_ENTRY = re.compile(r"^(?P<who>.+?)(?P<sign>[-=\\、+]?)$")
UNDO = frozenset({"undo", "撤销"})
LIST = frozenset({"?", "list", "名单"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What one word of a line means: a learner and a mark ("" for present), or those it may be."""

    learner: Learner | None
    mark: str = ""
    may_be: tuple[Learner, ...] = ()
    typed: str = ""


def entries(line: str, group: ClassGroup) -> Iterator[Entry]:
    """The words of a line: ``17 23- lx=``; full-width forms count as themselves."""
    words = unicodedata.normalize("NFKC", line).replace(",", " ").replace("，", " ").split()
    for word in words:
        found = _ENTRY.match(word)
        who, sign = (found["who"], found["sign"]) if found else (word, "")
        may_be = find(who, group)
        one = may_be[0] if len(may_be) == 1 else None
        yield Entry(one, MARKS[sign], may_be, who)


def find(who: str, group: ClassGroup) -> tuple[Learner, ...]:
    """Learners by exact number or name, else by initials in any reading."""
    number = whole(who)
    exact = [one for one in group.current if one.number == number or one.name == who]
    if exact or number is not None:
        return tuple(exact)
    if not who.isascii():
        return ()
    letters, found = name_letters(group.current), Found()
    for char in who:
        found = type_key(found, char, group.current, letters)
    if found.typed != who.lower():
        return ()
    return tuple(one for one in group.current if one.id in found.matches)


def call_roll(lines: Lines, teaching: Teaching) -> None:
    """Call the roll until an empty line; every mark is saved before the next is read."""
    if teaching.group.kind == "open":
        _head_count(lines, teaching)
        return
    lines.tell(
        Sentence(
            "Roll of {name}, {count} learners. Everyone is present until marked.",
            name=teaching.group.name,
            count=len(teaching.group.current),
        ),
        Sentence(
            "Type the class numbers or initials of those away. After one: - late, = excused, "
            "\\ left early, + present. undo takes back, ? lists. An empty line ends the roll."
        ),
    )
    while line := lines.ask(Sentence("Away")):
        if line.lower() in UNDO:
            teaching.undo()
        elif line.lower() in LIST:
            lines.tell_all(f"{one.number} {lines.say(one.name)}" for one in teaching.group.current)
        else:
            _mark(lines, teaching, line)
        lines.tell(away_words(teaching, lines))
    teaching.roll_done()
    lines.tell(
        Sentence(
            "Roll done: {present} of {all} present.",
            present=teaching.state.present_count,
            all=len(teaching.group.current),
        )
    )


def away_words(teaching: Teaching, lines: Lines) -> Sentence:
    """Who is marked, with the mark."""
    marks = teaching.state.marks
    marked = [
        f"{one.number} {lines.say(one.name)} {lines.say(MARK_WORDS[marks[one.id]])}"
        for one in teaching.group.current
        if one.id in marks
    ]
    return Sentence("Marked: {marked}", marked="; ".join(marked) or "-")


def _mark(lines: Lines, teaching: Teaching, line: str) -> None:
    for entry in entries(line, teaching.group):
        if entry.learner is not None:
            try:
                teaching.mark(entry.learner, entry.mark or None)
            except LifeskillsError as error:
                lines.wrong(error)
        elif entry.may_be:
            may_be = "; ".join(f"{one.number} {lines.say(one.name)}" for one in entry.may_be)
            lines.tell(
                Sentence(
                    "{typed} may be: {names}. Type the number.", typed=entry.typed, names=may_be
                )
            )
        else:
            lines.tell(Sentence("Nobody here matches {typed}.", typed=entry.typed))


def _head_count(lines: Lines, teaching: Teaching) -> None:
    lines.tell(Sentence("How many came to {name}? Enter is none.", name=teaching.group.name))
    counts: dict[str, int] = {}
    for field in FIELDS:
        number = None
        while number is None:
            number = whole(lines.ask(field_words(field)) or "0")
        counts[field] = number
    teaching.headcount({field: number for field, number in counts.items() if number})
    lines.tell(Sentence("{count} people came.", count=teaching.state.present_count))
