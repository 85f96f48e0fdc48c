"""The law as rows for other programs: statements, cards, values, numbers, what is due or new."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from lifeskills.classroom.school import School
from lifeskills.core import citations
from lifeskills.core.bulletintext import LONGEST
from lifeskills.core.curriculum import unknown
from lifeskills.core.law import DatedValue, HelpNumber, Provision
from lifeskills.core.lawbook import WORLD
from lifeskills.core.lawwatch import changes, due, title_of
from lifeskills.core.setting import NATION
from lifeskills.core.text import Text

Row = dict[str, Any]
LANGUAGES = ("zh", "en")
ROOM_FOR_REST = 24
"""Characters kept for the line that counts what did not fit."""

_CHANGED = Text(
    zh="【有变化】{since}以后（{seen}查）", en="[What changed] since {since} (as of {seen})"
)
_BEGINS = Text(zh="{day}起 {named} {title}", en="from {day}: {named} {title}")
_ENDS = Text(zh="{day}起不再用 {named} {title}", en="no longer from {day}: {named} {title}")
_LESSONS = Text(zh="（第{numbers}课）", en=" (lessons {numbers})")
_MORE = Text(zh="还有{count}条，看 law changes", en="and {count} more: law changes")


def statement_rows(school: School, *, law: str = "", place: str = "") -> list[Row]:
    """Every legal statement, or those of one law, or of a place and all it lies in.

    Values and numbers have lists of their own. Raises UnknownName.
    """
    book = school.library.law
    laws = {one.law for one in book.provisions.values()}
    if law and law not in laws:
        raise unknown("No pack has this law.", law, laws)
    around = places_around(school, place)
    return [
        _statement(one)
        for one in book.provisions.values()
        if law in ("", one.law) and (not around or one.place in around)
    ]


def card_rows(school: School) -> list[Row]:
    """The topic cards with the statements that each rests on."""
    book = school.library.law
    found: dict[str, Row] = {}
    for (name, language), card in book.cards.items():
        row = found.setdefault(
            name,
            {
                "id": name,
                "title": title_of(book, "card", name).as_map(),
                "articles": list(card.articles),
                "languages": [],
                "review_by": _day(card.review_by),
            },
        )
        if not card.shown_in:
            row["languages"].append(language)
    return list(found.values())


def value_rows(school: School, *, place: str = "") -> list[Row]:
    """Dated values of every place, or of one and all it lies in. Raises UnknownName."""
    around = places_around(school, place)
    today = school.clock.today()
    return [
        _value(one, today) for one in school.library.law.values if not around or one.place in around
    ]


def number_rows(school: School, *, place: str = "") -> list[Row]:
    """Numbers to call, 110, 119 and 120 first. Raises UnknownName."""
    around = places_around(school, place)
    numbers = sorted(school.library.law.numbers.values(), key=lambda one: (not one.always, one.id))
    return [_number(one) for one in numbers if not around or one.scope in around]


def due_rows(school: School, within: int) -> list[Row]:
    """What must be checked again within so many days, what is overdue first."""
    book, today = school.library.law, school.clock.today()
    return [
        {
            "kind": one.kind,
            "id": one.id,
            "title": title_of(book, one.kind, one.id).as_map(),
            "place": one.place,
            "review_by": _day(one.review_by),
            "overdue": one.review_by < today,
        }
        for one in due(book, today + dt.timedelta(days=within))
    ]


def change_rows(school: School, since: dt.date) -> list[Row]:
    """What begins or ends from a day on, and the lessons that use it."""
    from lifeskills.packs.uses import uses

    book = school.library.law
    used = uses(school.plugins.packs(), book)
    return [
        {
            "day": _day(one.day),
            "kind": one.kind,
            "id": one.id,
            "title": title_of(book, one.kind, one.id).as_map(),
            "place": one.place,
            "what": "begins" if one.begins else "ends",
            "lessons": sorted(course for course, ids in used.items() if (one.kind, one.id) in ids),
        }
        for one in changes(book, since)
    ]


def changes_text(school: School, rows: list[Row], since: dt.date, language: str) -> str:
    """What changed, as one message of at most 500 characters; what does not fit is counted.

    What may not be said is not in it.
    """
    lines = [_CHANGED.get(language).format(since=since, seen=school.clock.today())]
    laws = school.library.law.provisions
    rows = [row for row in rows if row["kind"] != "statement" or laws[row["id"]].printable]
    length, left = len(lines[0]), len(rows)
    for row in rows:
        line = _change_line(school, row, language)
        if length + len(line) + ROOM_FOR_REST > LONGEST:
            break
        lines.append(line)
        length, left = length + 1 + len(line), left - 1
    if left:
        lines.append(_MORE.get(language).format(count=left))
    return "\n".join(lines)


def _change_line(school: School, row: Row, language: str) -> str:
    book = school.library.law
    law = book.provisions.get(row["id"]) if row["kind"] == "statement" else None
    named = citations.citation(law, language) if law is not None else row["place"]
    title = title_of(book, row["kind"], row["id"]).get(language)
    numbers = [str(school.library.info(one).number or one) for one in row["lessons"]]
    form = _BEGINS if row["what"] == "begins" else _ENDS
    line = form.get(language).format(day=row["day"], named=named, title=title)
    return line + (_LESSONS.get(language).format(numbers=" ".join(numbers)) if numbers else "")


def questions_about(school: School, rows: Iterable[Row], language: str) -> list[str]:
    """What to paste to the labour bureau about the statements among these rows, law by law."""
    book = school.library.law
    laws: dict[str, list[str]] = {}
    for row in rows:
        if row["kind"] == "statement":
            laws.setdefault(book.provisions[row["id"]].law, []).append(row["id"])
    return [book.question(ids, language) for ids in laws.values()]


def ask_rows(school: School, *, place: str = "") -> list[Row]:
    """What a guest from the labour bureau can be asked: statements that are said to nobody yet.

    A row a law. Raises UnknownName.
    """
    book = school.library.law
    around = places_around(school, place)
    laws: dict[str, list[str]] = {}
    for one in book.provisions.values():
        if not one.printable and (not around or one.place in around):
            laws.setdefault(one.law, []).append(one.id)
    return [
        {
            "law": law,
            "ids": ids,
            "question": {name: book.question(ids, name) for name in LANGUAGES},
        }
        for law, ids in laws.items()
    ]


def places_around(school: School, place: str) -> tuple[str, ...]:
    """A place and all it lies in; none if no place is named. Raises UnknownName."""
    if not place:
        return ()
    if place not in (NATION, WORLD):
        school.library.place(place)
    return school.library.law.chain(place)


def _statement(one: Provision) -> Row:
    return {
        "id": one.id,
        "law": one.law,
        "place": one.place,
        "text": one.text.as_map(),
        "from": _day(one.valid_from),
        "until": _day(one.until),
        "grade": one.grade,
        "source": one.source,
        "seen_on": _day(one.seen_on),
        "review_by": _day(one.review_by),
        "printable": one.printable,
    }


def _value(one: DatedValue, today: dt.date) -> Row:
    return {
        "id": one.id,
        "title": one.title.as_map(),
        "place": one.place,
        "tier": one.tier,
        "amount": one.amount,
        "unit": one.unit.as_map(),
        "from": _day(one.valid_from),
        "until": _day(one.until),
        "grade": one.grade,
        "source": one.source,
        "seen_on": _day(one.seen_on),
        "review_by": _day(one.review_by),
        "says": {name: _value_says(one, name, today) for name in LANGUAGES},
    }


def _value_says(one: DatedValue, language: str, today: dt.date) -> str:
    if one.until is not None and one.until < today:
        return citations.value_blank(one.title, language)
    return citations.value_words([one], language, day=today)


def _number(one: HelpNumber) -> Row:
    return {
        "id": one.id,
        "call": one.call,
        "for": one.purpose.as_map(),
        "scope": one.scope,
        "grade": one.grade,
        "source": one.source,
        "seen_on": _day(one.seen_on),
        "printable": one.printable,
        "says": {name: citations.number_words(one, name) for name in LANGUAGES},
    }


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day is not None else None
