"""A bulletin of a labour bureau: new amounts, statements looked at again, and what they change.

What nobody has confirmed counts for little: an amount only as "about …" (grade C), and a statement
can only be taken back, never made surer. Once somebody has asked the office, amounts are of grade B
and a statement that still holds counts as seen on that day. Grade A comes from reading the article,
never from a bulletin.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lifeskills.core.law import DatedValue, Provision
from lifeskills.core.lawbook import LawBook

HALF_A_YEAR, A_YEAR = dt.timedelta(days=181), dt.timedelta(days=365)
"""Values are checked again every six months, statutes every year (design §4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A new amount of a value in the bulletin's place, e.g. a minimum wage of tier 1."""

    id: str
    amount: str
    valid_from: dt.date
    tier: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A statement looked at again: it still holds (``seen_on``) or it ends (``until``)."""

    id: str
    seen_on: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """What an office says on a day. ``confirmed``: who asked it, and when; "" if nobody did."""

    id: str
    issued_by: str
    issued_on: dt.date
    place: str
    source: str
    amounts: tuple[Amount, ...] = ()
    statements: tuple[Checked, ...] = ()
    confirmed: str = ""
    signature: str = ""

    @property
    def origin(self) -> str:
        """The source that its entries name."""
        asked = f"；{self.confirmed}" if self.confirmed else ""
        return f"{self.issued_by} {self.issued_on}：{self.source}{asked}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What taking a bulletin does to one thing. ``unknown``: no pack has it, nothing happens."""

    kind: Literal["statement", "value"]
    id: str
    place: str
    what: Literal["new", "same", "ends", "checked", "unknown", "unconfirmed"]
    before: str = ""
    after: str = ""
    tier: str = ""
    day: dt.date | None = None


def amend(book: LawBook, bulletins: Iterable[Bulletin]) -> LawBook:
    """The law book with what the bulletins say, in the order in which they were issued."""
    for one in sorted(bulletins, key=lambda it: (it.issued_on, it.id)):
        book = replace(
            book, provisions=_checked(book.provisions, one), values=_with_amounts(book, one)
        )
    return book


def effects(book: LawBook, bulletin: Bulletin) -> tuple[Effect, ...]:
    """What taking a bulletin would change, before it is taken."""
    return (
        *(_amount_effect(book, bulletin, one) for one in bulletin.amounts),
        *(_statement_effect(book, bulletin, one) for one in bulletin.statements),
    )


def known_value(book: LawBook, id: str) -> DatedValue | None:
    """Any value of this id, for its title and unit."""
    return next((one for one in book.values if one.id == id), None)


def _with_amounts(book: LawBook, bulletin: Bulletin) -> tuple[DatedValue, ...]:
    found = [_value(book, bulletin, one) for one in bulletin.amounts]
    fresh = [one for one in found if one is not None]
    taken = {(one.id, one.place, one.tier, one.valid_from) for one in fresh}
    kept = (
        one for one in book.values if (one.id, one.place, one.tier, one.valid_from) not in taken
    )
    return (*kept, *fresh)


def _value(book: LawBook, bulletin: Bulletin, one: Amount) -> DatedValue | None:
    like = known_value(book, one.id)
    if like is None:
        return None
    return DatedValue(
        id=one.id,
        title=like.title,
        place=bulletin.place,
        tier=one.tier,
        amount=one.amount,
        unit=like.unit,
        grade="B" if bulletin.confirmed else "C",
        source=bulletin.origin,
        seen_on=bulletin.issued_on,
        valid_from=one.valid_from,
        review_by=bulletin.issued_on + HALF_A_YEAR,
        pack=bulletin.id,
    )


def _checked(laws: Mapping[str, Provision], bulletin: Bulletin) -> dict[str, Provision]:
    amended = dict(laws)
    for one in bulletin.statements:
        before = amended.get(one.id)
        if before is None:
            continue
        after = before
        if one.until is not None and (before.until is None or one.until < before.until):
            after = replace(after, until=one.until)
        if one.seen_on is not None and bulletin.confirmed and _later(one.seen_on, before.seen_on):
            after = replace(after, seen_on=one.seen_on, review_by=one.seen_on + A_YEAR)
        amended[one.id] = after
    return amended


def _later(day: dt.date, before: dt.date | None) -> bool:
    return before is None or day > before


def _amount_effect(book: LawBook, bulletin: Bulletin, one: Amount) -> Effect:
    here = [
        it for it in book.values if (it.id, it.place, it.tier) == (one.id, bulletin.place, one.tier)
    ]
    newest = max(here, key=lambda it: it.valid_from or dt.date.min, default=None)
    before = newest.amount if newest is not None else ""
    known = known_value(book, one.id) is not None
    what: Literal["new", "same", "unknown"] = "same" if before == one.amount else "new"
    return Effect(
        kind="value",
        id=one.id,
        place=bulletin.place,
        what=what if known else "unknown",
        before=before,
        after=one.amount,
        tier=one.tier,
        day=one.valid_from,
    )


def _statement_effect(book: LawBook, bulletin: Bulletin, one: Checked) -> Effect:
    law = book.provisions.get(one.id)
    what: Literal["ends", "checked", "unconfirmed", "unknown"]
    if law is None:
        what = "unknown"
    elif one.until is not None:
        what = "ends"
    else:
        what = "checked" if bulletin.confirmed else "unconfirmed"
    place = law.place if law is not None else bulletin.place
    return Effect(kind="statement", id=one.id, place=place, what=what, day=one.until or one.seen_on)
