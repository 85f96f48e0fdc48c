"""The roll in lines: class numbers of those who are away, each saved as it is read."""

from __future__ import annotations

from lifeskills.classroom.initials import Entry, entries
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Ended, Lines, listed
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.headcount import FIELDS, field_words
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole

MARK_WORDS = {
    "absent": Sentence("absent"),
    "late": Sentence("came late"),
    "excused": Sentence("excused"),
    "left-early": Sentence("left early"),
}
UNDO = frozenset({"undo", "撤销"})
LEAVE = frozenset({"leave", "离开"})
LIST = frozenset({"?", "list", "名单"})


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
            "\\ left early, + present. undo takes back, ? lists, leave keeps it open. "
            "An empty line ends the roll."
        ),
    )
    while line := lines.ask(Sentence("Away")):
        if line.lower() in UNDO:
            teaching.undo()
        elif line.lower() in LEAVE:
            raise Ended
        elif line.lower() in LIST:
            lines.tell_all(f"{one.number} {lines.say(one.name)}" for one in teaching.group.current)
        else:
            mark_line(lines, teaching, line)
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
    marked = (
        f"{one.number} {lines.say(one.name)} {lines.say(MARK_WORDS[marks[one.id]])}"
        for one in teaching.group.current
        if one.id in marks
    )
    return Sentence("Marked: {marked}", marked=listed(marked, lines.say) or "-")


def mark_line(lines: Lines, teaching: Teaching, line: str, *, usual: str = "absent") -> None:
    """Mark those whom a line names; whoever is not clear is asked for by number."""
    for entry in entries(line, teaching.group, usual=usual):
        if entry.learner is None:
            lines.tell(unclear(entry, lines))
            continue
        try:
            teaching.mark(entry.learner, entry.mark or None)
        except LifeskillsError as error:
            lines.wrong(error)


def unclear(entry: Entry, lines: Lines) -> Sentence:
    """Why a word names nobody, and what to type instead."""
    may_be = (f"{one.number} {lines.say(one.name)}" for one in entry.may_be)
    names = listed(may_be, lines.say)
    if names:
        return Sentence("{typed} may be: {names}. Type the number.", typed=entry.typed, names=names)
    return Sentence("Nobody here matches {typed}.", typed=entry.typed)


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
