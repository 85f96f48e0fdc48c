"""A bulletin as one message of a chat group, and back: what a person reads is what is read again.

The last line holds eight signs of SHA-256 over the lines before it (NFKC, without spaces), so that
a message that was cut or changed on the way is not taken. It proves no author: what a message says
of its being confirmed does not travel, who takes it confirms it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from lifeskills.core.bulletin import Amount, Bulletin, Checked, known_value
from lifeskills.core.errors import ContentError, LifeskillsError
from lifeskills.core.lawbook import LawBook
from lifeskills.core.text import Sentence, Text

LONGEST = 500
"""Characters that a message may have: what a phone shows without folding."""

HEAD = Text(zh="【劳动通报】", en="[Labour bulletin]")
SOURCE = Text(zh="来源：", en="Source: ")
TIER = Text(zh="{tier}档{amount}", en="tier {tier}={amount}")
BARE = Text(zh="={amount}", en="={amount}")
VALUE = Text(
    zh="[{id}]{title} {place} {tiers} {unit} {day}起",
    en="[{id}] {title} {place} {tiers} {unit} from {day}",
)
STILL = Text(zh="[{id}]{title} {day}核对，照旧", en="[{id}] {title} checked {day}, still so")
ENDS = Text(zh="[{id}]{title} 用到{day}", en="[{id}] {title} until {day}")
CHECK = Text(zh="校验{sum}", en="Check {sum}")

_DAY = r"(\d{4}-\d{2}-\d{2})"
_ID = r"([a-z0-9][a-z0-9-]*)"
"""A bulletin's file is named after it, and anybody can write a message: no dots, no slashes."""
_HEAD = re.compile(rf"(?:【劳动通报】|\[Labour bulletin\])\s*{_ID}\s+(.+?)\s+{_DAY}\s+([a-z-]+)$")
_SOURCE = re.compile(r"(?:来源|Source):\s*(.+)$")
_VALUE = re.compile(rf"\[([a-z0-9-]+)\].*?((?:\s(?:tier )?\d*(?:档|=)[\d.]+)+)\s.*?{_DAY}起?$")
_TIER = re.compile(r"(\d*)(?:档|=)([\d.]+)")
_STATEMENT = re.compile(
    rf"\[([A-Z0-9]+(?:-[A-Za-z0-9]+)+)\].*?(核对|用到|checked|until)?\s*{_DAY}(.*)$"
)
_CHECK = re.compile(r"(?:校验|Check)\s*([0-9a-f]{8})$")


def to_text(bulletin: Bulletin, book: LawBook, language: str) -> str:
    """One message. Raises LifeskillsError if it is longer than ``LONGEST`` characters."""
    lines = list(_lines(bulletin, book, language))
    text = "\n".join([*lines, CHECK.get(language).format(sum=_sum(lines))])
    if len(text) > LONGEST:
        raise LifeskillsError(
            Sentence(
                "The message would have {count} characters; {most} fit.",
                count=len(text),
                most=LONGEST,
            ),
            subject=bulletin.id,
            mend="Make two bulletins of it.",
        )
    return text


def from_text(text: str, book: LawBook) -> Bulletin:
    """The bulletin of a pasted message; what stands before and after it is passed over.

    Raises ContentError for a message that is not whole or cannot be read, with its line.
    """
    told = list(enumerate((_plain(line) for line in text.splitlines()), 1))
    begun = next((at for at, (_, line) in enumerate(told) if _HEAD.match(line)), None)
    if begun is None:
        raise _wrong(1, Sentence("No bulletin stands in this text."))
    lines = [(number, line) for number, line in told[begun:] if line]
    end = next((at for at, (_, line) in enumerate(lines) if _CHECK.match(line)), None)
    if end is None:
        raise _wrong(lines[-1][0], Sentence("The message is not whole: its last line is missing."))
    found = _CHECK.match(lines[end][1])
    if found is None or found[1] != _sum([line for _, line in lines[:end]]):
        raise _wrong(lines[end][0], Sentence("The message is not as it was sent."))
    return _read(lines[:end], book)


def _lines(bulletin: Bulletin, book: LawBook, language: str) -> Iterator[str]:
    head = f"{bulletin.id} {bulletin.issued_by} {bulletin.issued_on} {bulletin.place}"
    yield f"{HEAD.get(language)}{head}" if language == "zh" else f"{HEAD.get(language)} {head}"
    yield SOURCE.get(language) + bulletin.source
    by_kind = sorted(bulletin.amounts, key=lambda one: (one.id, one.valid_from, one.tier))
    for (name, day), amounts in groupby(by_kind, key=lambda one: (one.id, one.valid_from)):
        like = known_value(book, name)
        tiers = " ".join(_tier(one, language) for one in amounts)
        yield VALUE.get(language).format(
            id=name,
            title=like.title.get(language) if like else "",
            place=bulletin.place,
            tiers=tiers,
            unit=like.unit.get(language) if like else "",
            day=day,
        )
    for one in bulletin.statements:
        law = book.provisions.get(one.id)
        form = ENDS if one.until is not None else STILL
        title = law.heading.get(language) if law is not None else ""
        yield form.get(language).format(id=one.id, title=title, day=one.until or one.seen_on)


def _tier(one: Amount, language: str) -> str:
    form = TIER if one.tier else BARE
    return form.get(language).format(tier=one.tier, amount=one.amount)


def _read(lines: list[tuple[int, str]], book: LawBook) -> Bulletin:
    head = _HEAD.match(lines[0][1])
    if head is None:
        raise _wrong(lines[0][0], Sentence("No bulletin stands in this text."))
    source = ""
    amounts: list[Amount] = []
    statements: list[Checked] = []
    for number, line in lines[1:]:
        if found := _SOURCE.match(line):
            source = found[1]
        elif found := _VALUE.match(line):
            amounts += _amounts(found, number, book)
        elif found := _STATEMENT.match(line):
            statements.append(_statement(found, number))
        else:
            raise _wrong(number, Sentence("This line of the bulletin cannot be read."))
    return Bulletin(
        id=head[1],
        issued_by=head[2],
        issued_on=_date(head[3], lines[0][0]),
        place=head[4],
        source=source,
        amounts=tuple(amounts),
        statements=tuple(statements),
    )


def _amounts(found: re.Match[str], number: int, book: LawBook) -> Iterator[Amount]:
    if known_value(book, found[1]) is None:
        raise _wrong(number, Sentence("No pack knows this value."))
    day = _date(found[3], number)
    for tier, amount in _TIER.findall(found[2]):
        yield Amount(id=found[1], tier=tier, amount=amount, valid_from=day)


def _statement(found: re.Match[str], number: int) -> Checked:
    day = _date(found[3], number)
    if found[2] in ("用到", "until"):
        return Checked(id=found[1], until=day)
    return Checked(id=found[1], seen_on=day)


def _plain(line: str) -> str:
    """A line as it is compared: full-width signs and odd spaces made plain, quotes taken off."""
    return " ".join(unicodedata.normalize("NFKC", line).strip().lstrip("> ").split())


def _sum(lines: list[str]) -> str:
    plain = "\n".join("".join(_plain(line).split()) for line in lines)
    return hashlib.sha256(plain.encode()).hexdigest()[:8]


def _date(words: str, number: int) -> dt.date:
    try:
        return dt.date.fromisoformat(words)
    except ValueError:
        raise _wrong(number, Sentence("This is no day of the calendar.")) from None


def _wrong(line: int, says: Sentence) -> ContentError:
    mend = Sentence("Copy the whole message again, from its first line to its last.")
    return ContentError(says, file="-", line=line, rule="bulletin", mend=mend)
