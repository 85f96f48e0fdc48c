"""Open lessons: each event is on the disk before :meth:`Running.append` returns."""

from __future__ import annotations

import contextlib
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from lifeskills.core.errors import (
    LifeskillsError,
    OpenElsewhere,
    SessionError,
    StoreError,
    UnknownName,
)
from lifeskills.core.events import Event
from lifeskills.core.text import Sentence
from lifeskills.store.classes import FILE_ID, ClassStore
from lifeskills.store.codec import Tables, as_json
from lifeskills.store.disk import Disk, RealDisk
from lifeskills.store.documents import DocumentFile, Form
from lifeskills.store.durable import DurableFile, file_stems
from lifeskills.store.seal import OpenSeal, Seal
from lifeskills.store.upgrades import RUNNING_FORMAT

if TYPE_CHECKING:
    from lifeskills.core.session import SessionState

CLOSED_KEPT_DAYS = 30
OPEN_WAIT = 0.5
"""Seconds to wait for a lesson that another terminal is just letting go."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Running:
    """One open lesson. ``events`` is what the disk holds; do not change the list.

    ``notices`` says what was lost, or why it can only be read.
    """

    def __init__(self, store: RunningStore, file: DocumentFile, class_id: str, *, read_only: bool):
        self.class_id = class_id
        self.read_only = read_only
        self._store = store
        self._file = file
        self.events: list[Event] = []
        self._take()
        self.notices = file.notices
        if read_only:
            seen = Sentence("This lesson can only be read here: another terminal may be writing.")
            self.notices = (*self.notices, seen)

    def append(self, event: Event) -> None:
        """Save one event: when this returns it is durable.

        Raises NotSaved, and ``events`` is then what the disk holds; SessionError if ``seq`` is not
        higher than the last one; OpenElsewhere and NewerFormat where the lesson is read-only.
        """
        if self.read_only:
            raise OpenElsewhere(
                "This lesson is open in another terminal; here it can only be read.",
                subject=self.class_id,
                mend="Go on there, or close it there first.",
            )
        if self.events and event.seq <= self.events[-1].seq:
            raise SessionError(
                "This key comes too late: the lesson has gone on.", subject=str(event.seq)
            )
        plain = as_json(event.as_dict())
        try:
            with self._file.database() as db:
                db.table("events").insert(plain)
        except BaseException:  # Ctrl+C in the middle of a save too
            self._take()
            raise
        self.events.append(Event.from_dict(plain))

    def close(self, record: Mapping[str, Any]) -> None:
        """Put the record into the class file and the events among the closed ones; let go.

        The record is first an event of its own, so that a closing which is cut short at any moment
        is finished by the next opening. Closing twice changes nothing.
        """
        if not self.events:
            self.release()
            return
        if _folded(self.events).record is None:
            last = self.events[-1]
            on = str(record.get("closed") or last.on)
            self.append(Event(last.seq + 1, "closed", last.at, on, {"record": dict(record)}))
        self._store.finish(self.class_id, self._file, self.events)
        self.release()

    def release(self) -> None:
        """Let go of the file; the lesson stays open and can be resumed."""
        self._file.durable.release()

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()

    def _take(self) -> None:
        with contextlib.suppress(OSError):
            self.events[:] = _events(self._file.tables())


class RunningStore:
    """The open lessons of a school folder, one a class, and those closed in the last 30 days."""

    def __init__(
        self,
        folder: Path,
        *,
        disk: Disk | None = None,
        seal: Seal | None = None,
        classes: ClassStore | None = None,
    ) -> None:
        self._folder = folder / "running"
        self._copies = folder / "backups"
        self._disk = disk or RealDisk()
        self._seal = seal or OpenSeal()
        self._classes = classes or ClassStore(folder, disk=self._disk, seal=self._seal)

    def open(self, class_id: str, *, read_only: bool = False) -> Running:
        """The class's open lesson, without events if there is none.

        The file is held until :meth:`Running.close` or ``release``. Raises OpenElsewhere if
        another terminal holds it, unless it is only to be read. A closing that was cut short is
        finished first.
        """
        file = self._file(class_id)
        if read_only:
            return Running(self, file, class_id, read_only=True)
        file.durable.hold(OPEN_WAIT)
        try:
            self._finish_if_closed(class_id, file)
            return Running(self, file, class_id, read_only=file.newer)
        except BaseException:
            file.durable.release()
            raise

    def peek(self, class_id: str) -> tuple[Event, ...]:
        """The events of the class's open lesson, without holding it; none if there is none."""
        events = _events(self._file(class_id).tables())
        if not events or _folded(events).record is not None:
            return ()
        return tuple(events)

    def exists(self, class_id: str) -> bool:
        """True if the class has an open lesson."""
        return bool(self.peek(class_id))

    def ids(self) -> tuple[str, ...]:
        """Classes that have a running file."""
        stems = file_stems(self._disk.names(self._folder), ".json")
        return tuple(stem for stem in stems if FILE_ID.fullmatch(stem))

    def tidy(self) -> None:
        """Finish closings that were cut short, where no other terminal is at it."""
        for class_id in self.ids():
            with contextlib.suppress(LifeskillsError):
                file = self._file(class_id)
                if _folded(_events(file.tables())).record is not None:
                    with file.durable.holding(0):
                        self._finish_if_closed(class_id, file)

    def reopen(self, class_id: str, session: str) -> Running:
        """A closed lesson's events again as the open one, to append ``reopened`` to.

        Raises SessionError if it is not kept any more or another lesson is open.
        """
        running = self.open(class_id)
        try:
            name = next((n for n in self._closed_names() if _closed_is(n, class_id, session)), None)
            if name is None or running.events:
                raise SessionError("This lesson cannot be opened again.", subject=session)
            closed = self._document(self._folder / "closed" / name)
            running._file.save(closed.tables())  # noqa: SLF001 - one class in two parts
            running._take()  # noqa: SLF001
        except BaseException:
            running.release()
            raise
        return running

    def finish(self, class_id: str, file: DocumentFile, events: list[Event]) -> None:
        """The second half of a closing: class file, then ``running/closed/``; idempotent."""
        record = dict(_folded(events).record or {})
        if record.get("id"):
            with contextlib.suppress(UnknownName):  # a class that was removed meanwhile
                self._classes.add_record(class_id, record)
        day = str(record.get("day") or events[0].on[:10])
        name = f"{day}_{class_id}_{_ascii(str(record.get('id', '')))}.json"
        file.durable.move(self._folder / "closed" / name)
        file.durable.drop_copies()
        self._sweep_closed(str(record.get("closed", ""))[:10] or day)

    # -- files -------------------------------------------------------------------------------

    def _finish_if_closed(self, class_id: str, file: DocumentFile) -> None:
        events = _events(file.tables())
        if _folded(events).record is not None and not file.newer:
            self.finish(class_id, file, events)

    def _sweep_closed(self, today: str) -> None:
        try:
            before = dt.date.fromisoformat(today) - dt.timedelta(days=CLOSED_KEPT_DAYS)
        except ValueError:
            return
        for name in self._closed_names():
            day = _DAY.match(name)
            if day and day[0] < before.isoformat():
                with contextlib.suppress(OSError):
                    self._disk.remove(self._folder / "closed" / name)

    def _closed_names(self) -> tuple[str, ...]:
        names = self._disk.names(self._folder / "closed")
        return tuple(name for name in names if name.endswith(".json"))

    def _file(self, class_id: str) -> DocumentFile:
        if not FILE_ID.fullmatch(class_id):
            raise StoreError("This is not the id of a class.", subject=class_id)
        return self._document(self._folder / f"{class_id}.json")

    def _document(self, path: Path) -> DocumentFile:
        durable = DurableFile(path, disk=self._disk, copies=self._copies, keep=2)
        return DocumentFile(durable, self._form(), self._seal)

    def _form(self) -> Form:
        return Form(RUNNING_FORMAT, _check, _covers, self._wanted)

    def _wanted(self, tables: Tables) -> bool:
        """A copy of a lesson that was closed since must not open it again."""
        events = _events(tables)
        if not events:
            return False
        closed = {record.get("opened") for record in self._classes.records(_folded(events).group)}
        return events[0].data.get("on", events[0].on) not in closed


def _folded(events: Iterable[Event]) -> SessionState:
    # Loaded with the first open lesson: home names the classes without it.
    from lifeskills.core.session import fold

    return fold(events)


def _events(tables: Tables) -> list[Event]:
    return sorted((Event.from_dict(raw) for raw in tables.get("events", {}).values()), key=_by_seq)


def _by_seq(event: Event) -> int:
    return event.seq


def _check(tables: Tables) -> None:
    events = _events(tables)
    if len({event.seq for event in events}) != len(events):
        raise ValueError("two events have one number")


def _covers(tables: Tables) -> Sentence:
    events = _events(tables)
    return Sentence("{count} keys, the last at {on}", count=len(events), on=events[-1].on)


def _ascii(session: str) -> str:
    return re.sub(r"[^A-Za-z0-9-]+", "-", session) or "session"


def _closed_is(name: str, class_id: str, session: str) -> bool:
    return name.endswith(f"_{class_id}_{_ascii(session)}.json")
