"""Founding a school, and saying what this machine can do."""

from __future__ import annotations

import datetime as dt
import importlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lifeskills.classroom.school import School
from lifeskills.core.errors import LifeskillsError, StoreError
from lifeskills.core.text import Sentence

FREE_BYTES = 200_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Examined:
    """One thing that was looked at; ``mend`` says how to get it when it is not there."""

    id: str
    ok: bool
    says: Sentence
    mend: Sentence | str = ""


def found_school(school: School, folder: Path, *, province: str, name: str = "") -> Path:
    """Make an empty school. Raises UnknownName for a province, StoreError where one stands."""
    from lifeskills.store.school_file import SchoolSettings, is_school, make_folders, write_school

    place = school.library.place(province)
    if is_school(folder):
        raise StoreError(
            "A school stands there already.", subject=str(folder), mend="Name another folder."
        )
    make_folders(folder)
    settings = SchoolSettings(
        name=name or folder.resolve().name,
        province=place.id,
        side=place.side,
        language=school.language_asked,
        slots=("班会",),
    )
    write_school(folder, settings)
    return folder.resolve()


def examine(school: School) -> tuple[Examined, ...]:
    """What works here and what does not: print, plugins, packs, the folder, the clock, sealing."""
    return tuple(_examined(school))


def _examined(school: School) -> Iterator[Examined]:
    yield _pdf()
    yield _plugins(school)
    yield _packs(school)
    if school.folder is None:
        yield Examined(
            id="school",
            ok=False,
            says=Sentence("This folder is not a school."),
            mend=Sentence("Make one: lifeskills init DIR --province P"),
        )
        return
    yield _writable(school.folder)
    yield _clock(school)
    yield Examined(
        id="sealed",
        ok=False,
        says=Sentence("The class files are not encrypted: whoever has the folder can read them."),
        mend=Sentence("Keep the folder on a machine with a password, and the stick in a drawer."),
    )


def _pdf() -> Examined:
    try:
        importlib.import_module("weasyprint")
    except (OSError, ImportError):
        return Examined(
            id="pdf",
            ok=False,
            says=Sentence("PDF: the printing libraries are missing; books come out as HTML."),
            mend=Sentence(
                "Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
                "Windows: the GTK3 runtime. macOS: brew install pango."
            ),
        )
    return Examined(id="pdf", ok=True, says=Sentence("PDF can be printed."))


def _plugins(school: School) -> Examined:
    rows = school.plugins.report
    bad = [row for row in rows if row.status in ("failed", "untrusted")]
    if bad:
        return Examined(
            id="plugins",
            ok=False,
            says=Sentence("Plugins not running: {names}", names=" ".join(row.name for row in bad)),
            mend=Sentence("See: lifeskills plugin list"),
        )
    loaded = sum(row.status == "loaded" for row in rows)
    return Examined(id="plugins", ok=True, says=Sentence("{count} plugins run.", count=loaded))


def _packs(school: School) -> Examined:
    problems = school.library.problems
    if problems:
        return Examined(
            id="packs",
            ok=False,
            says=Sentence("{count} mistakes in packs.", count=len(problems)),
            mend=Sentence("See: lifeskills pack check --all"),
        )
    return Examined(
        id="packs", ok=True, says=Sentence("{count} packs.", count=len(school.library.packs))
    )


def _writable(folder: Path) -> Examined:
    if not os.access(folder, os.W_OK):
        return Examined(
            id="school",
            ok=False,
            says=Sentence("The school's folder cannot be written."),
            mend=Sentence("Copy it to a folder of your own."),
        )
    free = shutil.disk_usage(folder).free
    megabytes = free // 1_000_000
    return Examined(
        id="school",
        ok=free > FREE_BYTES,
        says=Sentence("The school's folder can be written; {free} MB free.", free=megabytes),
        mend=Sentence("Make room on this disk."),
    )


def _clock(school: School) -> Examined:
    today = school.clock.today()
    days: list[dt.date] = []
    try:
        for group in school.classes.list():
            days += [
                dt.date.fromisoformat(str(record["day"]))
                for record in school.classes.records(group.id)[-1:]
            ]
    except (LifeskillsError, KeyError, ValueError):
        days = []
    behind = [day for day in days if day > today]
    if behind:
        return Examined(
            id="clock",
            ok=False,
            says=Sentence(
                "This machine's date is {today}, before the last lesson ({last}).",
                today=today.isoformat(),
                last=max(behind).isoformat(),
            ),
            mend=Sentence("Set the date of this machine."),
        )
    return Examined(
        id="clock", ok=True, says=Sentence("Today is {today}.", today=today.isoformat())
    )
