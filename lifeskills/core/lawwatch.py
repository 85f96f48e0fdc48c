"""What of the law must be looked at again by a day, and what begins or ends from a day on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from lifeskills.core.law import DatedValue
from lifeskills.core.lawbook import LawBook
from lifeskills.core.text import Text

Kind = Literal["statement", "card", "value"]
ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Due:
    """Something to be checked again by a day. Values of a place are one, whatever the tier."""

    review_by: dt.date
    kind: Kind
    id: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """Something that begins on ``day`` or no longer holds from that day on."""

    day: dt.date
    kind: Kind
    id: str
    place: str
    begins: bool


def due(book: LawBook, by: dt.date) -> tuple[Due, ...]:
    """What must be checked again on or before ``by``, what is longest overdue first."""
    return tuple(sorted({one for one in _reviews(book) if one.review_by <= by}))


def changes(book: LawBook, since: dt.date) -> tuple[Change, ...]:
    """What begins or ends on or after ``since``, in the order of the days."""
    return tuple(sorted({one for one in _turns(book) if one.day >= since}))


def title_of(book: LawBook, kind: Kind, id: str) -> Text:
    """How a statement, a card or a value is called; empty if it is not known."""
    if kind == "statement":
        return book.provisions[id].heading if id in book.provisions else Text()
    if kind == "card":
        return Text.from_map(
            {language: one.title for (name, language), one in book.cards.items() if name == id}
        )
    return next((one.title for one in book.values if one.id == id), Text())


def _reviews(book: LawBook) -> Iterator[Due]:
    for law in book.provisions.values():
        if law.review_by is not None:
            yield Due(review_by=law.review_by, kind="statement", id=law.id, place=law.place)
    for card in book.cards.values():
        if card.review_by is not None:
            yield Due(review_by=card.review_by, kind="card", id=card.id, place="")
    for value in book.values:
        if value.review_by is not None:
            yield Due(review_by=value.review_by, kind="value", id=value.id, place=value.place)


def _turns(book: LawBook) -> Iterator[Change]:
    for law in book.provisions.values():
        yield from _turn("statement", law.id, law.place, law.valid_from, law.until)
    for value in _changing(book):
        yield from _turn("value", value.id, value.place, value.valid_from, value.until)


def _changing(book: LawBook) -> Iterator[DatedValue]:
    """Values whose end, if they have one, is no mere change to the next amount."""
    starts = {(one.id, one.place, one.tier, one.valid_from) for one in book.values}
    for one in book.values:
        next_day = one.until + ONE_DAY if one.until is not None else None
        if next_day is None or (one.id, one.place, one.tier, next_day) not in starts:
            yield one
        else:
            yield replace(one, until=None)


def _turn(
    kind: Kind, id: str, place: str, begin: dt.date | None, until: dt.date | None
) -> Iterator[Change]:
    if begin is not None:
        yield Change(day=begin, kind=kind, id=id, place=place, begins=True)
    if until is not None:
        yield Change(day=until + ONE_DAY, kind=kind, id=id, place=place, begins=False)
