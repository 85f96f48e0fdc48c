"""Class files: who is in a class, what it was taught, and what adults took on for its learners."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills.core.errors import Damaged, OpenElsewhere, UnknownName
from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.store.codec import Tables, as_json
from lifeskills.store.disk import Disk, RealDisk
from lifeskills.store.documents import DocumentFile, Form
from lifeskills.store.durable import DurableFile, file_stems
from lifeskills.store.rosters import check_class, group_document, group_from, learner_document
from lifeskills.store.seal import OpenSeal, Seal
from lifeskills.store.upgrades import CLASS_FORMAT

if TYPE_CHECKING:
    import datetime as dt
    import random

    from tinydb import TinyDB

FILE_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"""Letters of ids: none that is mistaken for another."""


class ClassStore:
    """The class files of a school folder.

    Reading never locks and always sees what is on the disk. A write holds the file only for that
    write, and is refused with OpenElsewhere if another terminal changed the same part after it
    was read here. ``notices`` says what was lost or can only be read.
    """

    def __init__(self, folder: Path, *, disk: Disk | None = None, seal: Seal | None = None) -> None:
        self._folder = folder / "classes"
        self._copies = folder / "backups"
        self._disk = disk or RealDisk()
        self._seal = seal or OpenSeal()
        self._files: dict[str, DocumentFile] = {}
        self._seen: dict[tuple[str, str], Any] = {}
        self._damaged: dict[str, Sentence] = {}

    @property
    def notices(self) -> tuple[Sentence, ...]:
        """What was lost, or is newer than this program, in the files read so far."""
        found = [notice for file in self._files.values() for notice in file.notices]
        return tuple(dict.fromkeys([*found, *self._damaged.values()]))

    # -- classes -----------------------------------------------------------------------------

    def list(self) -> tuple[ClassGroup, ...]:
        """Every class that can be read, by name. One that cannot is a notice."""
        groups = []
        for class_id in self.ids():
            try:
                groups.append(self._group(class_id))
            except UnknownName:
                continue  # a first save that was cut short
            except Damaged:
                self._damaged[class_id] = Sentence(
                    "The file of class {file} cannot be read, and there is no good copy of it.",
                    file=class_id,
                )
        return tuple(sorted(groups, key=lambda group: (group.name, group.id)))

    def ids(self) -> tuple[str, ...]:
        """File ids of all classes."""
        stems = file_stems(self._disk.names(self._folder), ".json")
        return tuple(stem for stem in stems if FILE_ID.fullmatch(stem))

    def get(self, name_or_id: str) -> ClassGroup:
        """A class by file id or by its name. Raises UnknownName with near matches.

        Full-width signs, spaces and case make no difference where only one class is meant:
        a Chinese input method types 8（3） for 8(3).
        """
        if name_or_id in self.ids():
            return self._group(name_or_id)
        groups = self.list()
        found = [group for group in groups if group.name == name_or_id]
        if found:
            return found[0]
        alike = [group for group in groups if _squashed(group.name) == _squashed(name_or_id)]
        if len(alike) == 1:
            return alike[0]
        names = [group.name for group in groups]
        from difflib import get_close_matches

        near = get_close_matches(name_or_id, names, n=3, cutoff=0.5) or names[:8]
        raise UnknownName(
            "There is no class of this name.",
            subject=name_or_id,
            mend=Sentence("Known: {names}", names=" ".join(near)) if near else None,
        )

    def save(self, group: ClassGroup) -> None:
        """Save a class and its learners; fields that this version does not know are kept."""
        with self._writing(group.id, "group", "learners") as db:
            table = db.table("group")
            old = dict(table.all()[0]) if len(table) else {}
            table.truncate()
            table.insert({**old, **group_document(group)})
            learners = db.table("learners")
            known = {doc["id"]: dict(doc) for doc in learners.all()}
            learners.truncate()
            learners.insert_multiple(
                {**known.get(one.id, {}), **learner_document(one)} for one in group.learners
            )

    def new_id(self, chance: random.Random | None = None) -> str:
        """A file id that no class has, e.g. ``c-8f3k``; ``chance`` makes it repeatable."""
        return _new_id("c-", 4, self.ids(), chance)

    # -- records -----------------------------------------------------------------------------

    def records(self, class_id: str) -> tuple[dict[str, Any], ...]:
        """The class's closed sessions, oldest first."""
        table = self._tables(class_id).get("sessions", {})
        rows = [as_json(row) for row in table.values()]
        return tuple(sorted(rows, key=lambda r: (r.get("day", ""), r.get("opened", ""), r["id"])))

    def add_record(self, class_id: str, record: Mapping[str, Any]) -> None:
        """Add a closed session, or put it in the place of the one with the same ``id``."""
        plain = as_json(record)
        if not plain.get("id"):
            raise ValueError("a record has an id")
        with self._writing(class_id) as db:
            table = db.table("sessions")
            from tinydb import where

            same = where("id") == plain["id"]
            old = table.get(same)
            if old is None:
                table.insert(plain)
            elif {**old, **plain} != dict(old):
                table.update(plain, same)

    def forget(self, class_id: str, since: dt.date) -> None:
        """Strike out of records before ``since`` what is kept of learners for one term only."""
        from lifeskills.core.term import forgotten

        struck = [forgotten(record, since) for record in self.records(class_id)]
        old = [record for record in struck if record is not None]
        if old:
            with self._writing(class_id) as db:
                from tinydb import where

                for record in old:
                    table = db.table("sessions")
                    table.remove(where("id") == record["id"])
                    table.insert(record)

    # -- pairs -------------------------------------------------------------------------------

    def pairs(self, class_id: str) -> dict[str, Any]:
        """Ids of two learners to keep ``apart`` or ``together``; no reason is kept."""
        found: dict[str, Any] = {"apart": [], "together": []}
        return {**found, **self._one(class_id, "pairs")}

    def save_pairs(self, class_id: str, document: Mapping[str, Any]) -> None:
        """Save the pairs; fields that this version does not know are kept."""
        self._save_one(class_id, "pairs", document)

    # -- concerns ----------------------------------------------------------------------------

    def concerns(self, class_id: str) -> dict[str, Any]:
        """Worries, silences and duties of the class."""
        found: dict[str, Any] = {"worries": [], "silences": [], "duties": []}
        return {**found, **self._one(class_id, "concerns")}

    def save_concerns(self, class_id: str, document: Mapping[str, Any]) -> None:
        """Save worries, silences and duties; fields that this version does not know are kept."""
        self._save_one(class_id, "concerns", document)

    # -- the year ----------------------------------------------------------------------------

    def year(self, class_id: str) -> dict[str, Any]:
        """The class's rhythm, the lessons that were moved and the slots that fall out."""
        found: dict[str, Any] = {"moves": [], "dropped": []}
        return {**found, **self._one(class_id, "year")}

    def save_year(self, class_id: str, document: Mapping[str, Any]) -> None:
        """Save rhythm, moves and slots; fields that this version does not know are kept."""
        self._save_one(class_id, "year", document)

    def _one(self, class_id: str, name: str) -> dict[str, Any]:
        rows = list(self._tables(class_id).get(name, {}).values())
        self._see(class_id, name)
        return as_json(rows[0]) if rows else {}

    def _save_one(self, class_id: str, name: str, document: Mapping[str, Any]) -> None:
        with self._writing(class_id, name) as db:
            table = db.table(name)
            old = dict(table.all()[0]) if len(table) else {}
            table.truncate()
            table.insert({**old, **as_json(document)})

    # -- files -------------------------------------------------------------------------------

    def _group(self, id: str) -> ClassGroup:
        tables = self._tables(id)
        if not tables:
            raise UnknownName("There is no class of this name.", subject=id)
        self._see(id, "group", "learners")
        return group_from(tables)

    def _tables(self, id: str) -> Tables:
        document = self._file(id).load()
        return document.tables if document is not None else {}

    def _file(self, id: str) -> DocumentFile:
        if not FILE_ID.fullmatch(id):
            raise UnknownName("This is not the id of a class.", subject=id)
        if id not in self._files:
            durable = DurableFile(
                self._folder / f"{id}.json", disk=self._disk, copies=self._copies, copy_every=10
            )
            self._files[id] = DocumentFile(durable, CLASS_FORM, self._seal)
        return self._files[id]

    @contextmanager
    def _writing(self, id: str, *parts: str) -> Iterator[TinyDB]:
        """Hold the class file for one change of these parts, as they were seen here."""
        file = self._file(id)
        with file.durable.holding():
            now = file.tables()
            if not now and "group" not in parts:
                raise UnknownName("There is no class of this name.", subject=id)
            for part in parts:
                if (id, part) in self._seen and self._seen[id, part] != now.get(part, {}):
                    raise OpenElsewhere(
                        "Another terminal has changed this class; nothing was saved here.",
                        subject=id,
                        mend="Look at it again, then make the change.",
                    )
            with file.database() as db:
                yield db
            self._see(id, *parts)

    def _see(self, id: str, *parts: str) -> None:
        tables = self._tables(id)
        for part in parts:
            self._seen[id, part] = tables.get(part, {})


def new_learner_ids(
    count: int, taken: Collection[str] = (), chance: random.Random | None = None
) -> tuple[str, ...]:
    """Ids for learners, e.g. ``p-4f7kq2``: they mean nothing, and none is in ``taken``."""
    ids: list[str] = []
    for _ in range(count):
        ids.append(_new_id("p-", 6, {*taken, *ids}, chance))
    return tuple(ids)


def _squashed(name: str) -> str:
    return "".join(unicodedata.normalize("NFKC", name).casefold().split())


def _new_id(start: str, letters: int, taken: Collection[str], chance: random.Random | None) -> str:
    from secrets import choice

    draw = chance.choice if chance is not None else choice
    while True:
        fresh = start + "".join(draw(LETTERS) for _ in range(letters))
        if fresh not in taken:
            return fresh


def _covers(tables: Tables) -> Sentence:
    days = sorted(str(row.get("day", "")) for row in tables.get("sessions", {}).values())
    learners = len(tables.get("learners", {}))
    if not days:
        return Sentence("{count} learners and no lesson yet", count=learners)
    return Sentence(
        "{count} learners and {sessions} sessions, the last on {day}",
        count=learners,
        sessions=len(days),
        day=days[-1],
    )


CLASS_FORM = Form(CLASS_FORMAT, check_class, _covers)
