"""Books and small prints: what they are, what an order needs, and one order carried out.

A book's plan sees only a BookRequest; everything it may use is gathered here.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lifeskills.classroom.printing.gathering import Gathering
from lifeskills.classroom.school import School
from lifeskills.core.book import Book
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.errors import UnknownName
from lifeskills.core.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A finished file, and what the person who prints should know."""

    path: Path
    remarks: tuple[Sentence, ...] = ()


def missing(school: School, order: BookOrder) -> list[str]:
    """Names of the options without which the book cannot be made here. Raises UnknownName."""
    needs = _book(school, order.book).needs
    return order.missing(needs, at_school=school.folder is not None)


def book_rows(school: School) -> list[dict[str, Any]]:
    """Every book as plain values: the promise of ``book list --json``."""
    return [
        {
            "id": book.id,
            "title": book.title.as_map(),
            "needs": list(book.needs),
            "formats": list(book.formats),
        }
        for book in school.plugins.books().values()
    ]


def print_book(school: School, order: BookOrder) -> Printed:
    """Plan, lay out and write a book.

    Where the PDF libraries are missing the page is written as HTML beside the wanted file, and a
    remark says what to install. Raises UnknownName, PrintError, NotASchool, StoreError.
    """
    from lifeskills.press.output import FORMATS, make, save

    book = _book(school, order.book)
    format_ = order.format or FORMATS.get(order.output.suffix.lower(), "pdf")
    if format_ not in book.formats:
        raise UnknownName(
            Sentence("“{book}” cannot become {format}.", book=book.title, format=format_),
            subject=book.id,
            mend=Sentence("It can become: {formats}", formats=" ".join(book.formats)),
        )
    request = Gathering(school, order).request(book)
    plan = book.plan(request)
    made = make(plan, book.templates, language=request.language, day=request.day, format_=format_)
    path = order.output if made.format == format_ else order.output.with_suffix(f".{made.format}")
    save(path, made.data)
    return Printed(path=path, remarks=made.remarks)


def _book(school: School, id: str) -> Book:
    books = school.plugins.books()
    if id in books:
        return books[id]
    near = difflib.get_close_matches(id, books, n=3) or list(books)
    raise UnknownName(
        "No plugin gives this book.",
        subject=id,
        mend=Sentence("Known: {names}", names=" ".join(near)),
    )
