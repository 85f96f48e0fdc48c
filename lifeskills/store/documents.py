"""A document in a durable file: opened at today's schema, from the newest good bytes there are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lifeskills.core.errors import Damaged, NewerFormat
from lifeskills.core.text import Sentence
from lifeskills.store.codec import WRITTEN_BY, Document, Tables, decode, encode
from lifeskills.store.durable import DurableFile
from lifeskills.store.seal import Seal
from lifeskills.store.upgrades import SCHEMA, upgraded

if TYPE_CHECKING:
    from tinydb import TinyDB


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file. ``check`` raises ValueError, KeyError or TypeError for tables that are not.

    ``covers`` says in a sentence how far a copy reaches ("12 lessons, the last on 2026-11-02").
    """

    format: str
    check: Callable[[Tables], None]
    covers: Callable[[Tables], Sentence]
    wanted: Callable[[Tables], bool] = lambda _: True
    """Whether a copy may stand in for a damaged file."""


class DocumentFile:
    """Tables in a file. ``notices`` says what was lost or is newer than this program."""

    def __init__(self, durable: DurableFile, form: Form, seal: Seal) -> None:
        self.durable = durable
        self.notices: tuple[Sentence, ...] = ()
        self._form = form
        self._seal = seal
        self._bytes: bytes | None = None
        self._document: Document | None = None

    @property
    def newer(self) -> bool:
        """True if a later version wrote it: it can be read and is never written."""
        return self._document is not None and self._document.schema > SCHEMA[self._form.format]

    @property
    def missing(self) -> bool:
        """True if there is no such file."""
        return self.load() is None

    def load(self) -> Document | None:
        """The document, or None if there is no file.

        A damaged file is set aside if it is held; the newest good copy then takes its place, and
        ``notices`` names the loss. Raises Damaged if there is no good copy.
        """
        data = self.durable.read()
        if data is None:
            return self._from_leftover()
        if data is not self._bytes and data != self._bytes:
            try:
                document = self._parse(data)
            except (ValueError, KeyError, TypeError):
                return self._from_copy()
            self._remember(data, document)
        self._bytes = data
        return self._document

    def tables(self) -> Tables:
        """The tables, which the caller may change; none if there is no file."""
        document = self.load()
        return {} if document is None else {k: copy(v) for k, v in document.tables.items()}

    def save(self, tables: Tables) -> None:
        """Save the tables durably. Raises NotSaved, or NewerFormat without touching the file."""
        before = self.load()
        if self.newer:
            raise NewerFormat(
                "This file was written by a later version; it can only be read here.",
                subject=self.durable.path.name,
                mend="Update lifeskills on this machine.",
            )
        if before is None:
            before = Document(self._form.format, SCHEMA[self._form.format], {})
        document = replace(before, tables=tables, written_by=WRITTEN_BY)
        data = self._seal.wrap(encode(document))
        self.durable.write(data)
        self._bytes, self._document = data, document

    @contextmanager
    def database(self) -> Iterator[TinyDB]:
        """TinyDB over the tables; what a block changes is saved in one write at its end."""
        # Reading needs no TinyDB, and start-up only reads.
        from tinydb import TinyDB

        storage = _Storage(self)
        yield TinyDB(storage=lambda: storage)
        storage.flush()

    # -- opening -------------------------------------------------------------------------------

    def _parse(self, data: bytes) -> Document:
        document = decode(self._seal.open(data))
        if document.format != self._form.format:
            raise ValueError("another kind of file")
        document = upgraded(document)
        self._form.check(document.tables)
        return document

    def _remember(self, data: bytes | None, document: Document | None) -> None:
        self._bytes, self._document, self.notices = data, document, ()
        if self.newer and document is not None:
            self.notices = (
                Sentence(
                    "{file} was written by a later version ({writer}); it can only be read here.",
                    file=self.durable.path.name,
                    writer=document.written_by,
                ),
            )

    def _from_leftover(self) -> Document | None:
        data = self.durable.leftover()
        document = self._good(data) if data is not None else None
        if data is not None and self.durable.held:
            if document is not None:
                self.durable.adopt_leftover()
            else:
                self.durable.discard()
        self._remember(data if document is not None else None, document)
        return document

    def _from_copy(self) -> Document:
        for path, data in self.durable.good_copies():
            document = self._good(data)
            if document is None or not self._form.wanted(document.tables):
                continue
            aside = self._put_back(data) if self.durable.held else None
            self._remember(data, document)
            self.notices = (*self.notices, self._loss(path.name, document, aside))
            return document
        aside = ""
        if self.durable.held:
            path_aside = self.durable.set_aside()
            self.durable.discard()
            aside = path_aside.name if path_aside else ""
        self._remember(None, None)
        raise Damaged(
            Sentence("The file cannot be read, and there is no good copy of it."),
            subject=self.durable.path.name,
            mend=Sentence("It was kept as backups/{file}.", file=aside) if aside else None,
        )

    def _put_back(self, data: bytes) -> str:
        aside = self.durable.set_aside()
        self.durable.write(data)
        return aside.name if aside else ""

    def _loss(self, copy_name: str, document: Document, aside: str | None) -> Sentence:
        return Sentence(
            "{file} could not be read. The copy {copy} was opened instead; it holds {covers}. "
            "What was written after that is lost.",
            file=f"backups/{aside}" if aside else self.durable.path.name,
            copy=f"backups/{copy_name}",
            covers=self._form.covers(document.tables),
        )

    def _good(self, data: bytes) -> Document | None:
        try:
            return self._parse(data)
        except (ValueError, KeyError, TypeError):
            return None


class _Storage:
    """What TinyDB reads and writes during one block: the tables in memory."""

    def __init__(self, file: DocumentFile) -> None:
        self._file = file
        self._tables: Tables = file.tables()
        self._changed = False

    def read(self) -> dict[str, dict[str, Any]] | None:
        """The tables as the block has changed them so far."""
        return {name: dict(table) for name, table in self._tables.items()}

    def write(self, data: dict[str, dict[str, Any]]) -> None:
        """Take the changed tables."""
        self._tables, self._changed = data, True

    def flush(self) -> None:
        """Save once, if anything was changed."""
        if self._changed:
            self._file.save(self._tables)
