"""Kinds of activities to list and to read: rows for other programs, one kind as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core.curriculum import unknown
from lifeskills.core.text import Say, Sentence, Text
from lifeskills.core.tool import Activity


def activity_rows(school: School) -> list[dict[str, Any]]:
    """Every kind that plugins registered, by id: the promise of ``activity list --json``.

    ``minutes`` is least and most.
    """
    return [
        {
            "id": one.id,
            "title": one.title.as_map(),
            "minutes": list(one.minutes),
            "shape": one.shape,
            "tool": one.tool,
            "records": one.records.as_map(),
            "printables": list(one.printables),
        }
        for one in sorted(school.plugins.activities().values(), key=lambda one: one.id)
    ]


def find_activity(school: School, id: str) -> Activity:
    """One kind. Raises UnknownName, with near ones."""
    known = school.plugins.activities()
    if id not in known:
        raise unknown("There is no such kind of activity.", id, known)
    return known[id]


def minutes_words(least: int, most: int) -> str:
    """``4–8`` or ``15``."""
    return str(most) if least == most else f"{least}–{most}"


def activity_lines(activity: Activity, say: Say) -> Iterator[str]:
    """One kind as lines: how long, how the class sits, its phases, both forms, its rules."""
    yield say(activity.title)
    least, most = activity.minutes
    yield say(
        Sentence(
            "{minutes} min · {shape} · tool: {tool}",
            minutes=minutes_words(least, most),
            shape=activity.shape,
            tool=activity.tool,
        )
    )
    if activity.phases:
        yield ""
        yield say(Sentence("Phases"))
        for one in activity.phases:
            yield f"  {round(one.share * 100):>3} %  {say(one.title)}"
    parts: tuple[tuple[Sentence, Text], ...] = (
        (Sentence("40 to 60 learners"), activity.large),
        (Sentence("Fewer than 16"), activity.small),
        (Sentence("Note down"), activity.records),
    )
    for heading, words in parts:
        if words.pairs:
            yield ""
            yield say(heading)
            yield f"  {say(words)}"
    if activity.rules:
        yield ""
        yield say(Sentence("Keep to this"))
        yield from (f"  - {say(rule)}" for rule in activity.rules)
    if activity.handouts:
        yield ""
        yield say(Sentence("May be printed; no step needs it"))
        yield from (f"  {say(line)}" for line in print_lines(activity, say))


def print_lines(activity: Activity, say: Say) -> Iterator[Sentence]:
    """What may be printed for a kind, and by which command."""
    orders = {
        "": f"activity-sheets --activity {activity.id} -o {activity.id}.pdf",
        "activity-sheets": "activity-sheets --course COURSE -o tasks.pdf",
        "lesson-page": "lesson-page --audience g7-9 --course COURSE -o lesson.pdf",
        "teacher-guide": "teacher-guide --audience g7-9 --course COURSE -o guide.pdf",
    }
    for book in dict.fromkeys(one.book for one in activity.handouts):
        names = [say(one.title) for one in activity.handouts if one.book == book]
        order = orders.get(book, f"{book} -o {book}.pdf")
        command = f"lifeskills book print {order}"
        yield Sentence("{names}: {command}", names=", ".join(names), command=command)
