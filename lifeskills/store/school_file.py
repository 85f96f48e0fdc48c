"""``school.toml`` makes a folder a school. People edit it too, so it is plain and explained."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, cast

from lifeskills.core.errors import NewerFormat, NotASchool, StoreError
from lifeskills.core.text import Sentence
from lifeskills.core.weekdays import WEEKDAYS
from lifeskills.store.codec import WRITTEN_BY
from lifeskills.store.disk import Disk, RealDisk
from lifeskills.store.durable import DurableFile
from lifeskills.store.toml_text import toml_key, toml_table, toml_value

SCHOOL_FILE = "school.toml"
SCHOOL_FORMAT = "lifeskills-school"
SCHOOL_SCHEMA = 1
SCHOOL_FOLDERS = ("classes", "running", "curricula", "plugins", "printed", "backups")
NamesShown = Literal["given", "number", "none"]
_EMPTY: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolSettings:
    """What a school says about itself.

    ``terms`` and ``free`` (exams, a sports day) are (name, first day, last day); ``make_up`` are
    make-up workdays and the weekday (0 = Monday) whose timetable each follows here;
    ``period_minutes`` is one lesson's; ``thresholds`` are numbers of the rules that the school
    changed; ``local_contacts`` are by id of the contact; ``approval`` is the line in the imprint.
    ``rest`` holds what this version does not know.
    """

    name: str
    province: str
    county: str = ""
    side: str = ""
    language: str = ""
    timezone: str = "Asia/Shanghai"
    period_minutes: int = 45
    terms: tuple[tuple[str, dt.date, dt.date], ...] = ()
    free: tuple[tuple[str, dt.date, dt.date], ...] = ()
    make_up: Mapping[dt.date, int] = field(default_factory=dict)
    names_shown: NamesShown = "given"
    second_screen: bool = False
    thresholds: Mapping[str, float] = field(default_factory=dict)
    plugins_off: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    local_contacts: Mapping[str, str] = field(default_factory=dict)
    approval: str = ""
    schema: int = SCHOOL_SCHEMA
    rest: Mapping[str, Any] = field(default_factory=dict)

    @property
    def newer(self) -> bool:
        """True if a later version wrote the file: it is read, and never written."""
        return self.schema > SCHOOL_SCHEMA


def is_school(folder: Path) -> bool:
    """True if the folder holds ``school.toml``."""
    return (folder / SCHOOL_FILE).is_file()


def make_folders(folder: Path) -> None:
    """Make the folders of a school. Raises StoreError where nothing can be made."""
    try:
        for part in SCHOOL_FOLDERS:
            (folder / part).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(
            Sentence("The folder cannot be made: {reason}", reason=error.strerror or str(error)),
            subject=str(folder),
            mend="Name another folder.",
        ) from error


def read_school(folder: Path, *, disk: Disk | None = None) -> SchoolSettings:
    """The school's settings.

    Raises NotASchool without a file, and StoreError with the line if it cannot be understood;
    it is the school's own text, so it is never set aside.
    """
    data = _file(folder, disk).read()
    if data is None:
        raise NotASchool(
            "This folder is not a school: it holds no school.toml.", subject=str(folder)
        )
    lines = data.count(b"\n") + 1
    try:
        raw = tomllib.loads(data.decode("utf-8-sig").replace("\r\n", "\n"))
        return _settings(raw)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise StoreError(
            Sentence("This line is not TOML: {reason}", reason=str(error)),
            subject=f"{SCHOOL_FILE}:{line[1] if line else lines}",
            mend="Correct the line in a text editor.",
        ) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(
            Sentence("A value cannot be used: {reason}", reason=str(error)),
            subject=SCHOOL_FILE,
            mend="Correct it in a text editor.",
        ) from error


def write_school(folder: Path, settings: SchoolSettings, *, disk: Disk | None = None) -> None:
    """Save the settings durably; keys of later versions and plugins are kept, comments are ours.

    Raises NotSaved, NewerFormat, or OpenElsewhere while another terminal saves.
    """
    if settings.newer:
        raise NewerFormat(
            "This file was written by a later version; it can only be read here.",
            subject=SCHOOL_FILE,
            mend="Update lifeskills on this machine.",
        )
    file = _file(folder, disk)
    with file.holding():
        file.write(school_text(settings).encode())


def school_text(settings: SchoolSettings) -> str:
    """The file as people read it."""
    lines = [
        "# A folder with this file is a school. Change it in any text editor; keep UTF-8.",
        f"format = {toml_value(SCHOOL_FORMAT)}",
        f"schema = {SCHOOL_SCHEMA}",
        f"written_by = {toml_value(WRITTEN_BY)}",
        "",
    ]
    for key, comment in _EXPLAINED:
        value = getattr(settings, key)
        lines.append(f"{toml_key(key)} = {toml_value(value)}{'  # ' + comment if comment else ''}")
    plain = {k: v for k, v in settings.rest.items() if not _is_table(v)}
    lines += [f"{toml_key(key)} = {toml_value(value)}" for key, value in plain.items()]
    text = "\n".join(lines) + "\n"
    for table, spans in (("terms", settings.terms), ("free", settings.free)):
        for name, first, last in spans:
            text += f"\n[[{table}]]\nname = {toml_value(name)}\n"
            text += f"first = {first.isoformat()}\nlast = {last.isoformat()}\n"
    made_up = {day.isoformat(): WEEKDAYS[follows] for day, follows in settings.make_up.items()}
    for table, values in (
        ("make_up", made_up),
        ("thresholds", settings.thresholds),
        ("local_contacts", settings.local_contacts),
    ):
        if values:
            text += "\n" + toml_table(table, values)
    for name, value in settings.rest.items():
        if _is_table(value):
            text += "\n" + toml_table(name, value)
    return text


_EXPLAINED = (
    ("name", ""),
    ("province", "the id of a place, e.g. guizhou"),
    ("county", "the id of a county of its own pack, or empty"),
    ("side", "sending or receiving; empty: as the province"),
    ("language", "zh or en; empty: as the machine"),
    ("timezone", ""),
    ("period_minutes", "one lesson"),
    ("names_shown", "on the wall: given, number or none"),
    ("second_screen", "true: the class screen in a second window is on with every lesson"),
    ("slots", "what the timetable calls its periods, e.g. 班会"),
    ("plugins_off", ""),
    ("approval", "the line in the imprint, e.g. who approved the book"),
)
_KNOWN = frozenset(key for key, _ in _EXPLAINED) | {
    *("terms", "free", "make_up", "thresholds", "local_contacts")
}
_HEAD = frozenset({"format", "schema", "written_by"})


def _settings(raw: Mapping[str, Any]) -> SchoolSettings:
    timezone = str(raw.get("timezone", "Asia/Shanghai"))
    try:
        zoneinfo.ZoneInfo(timezone)
    except (zoneinfo.ZoneInfoNotFoundError, OSError, ValueError) as error:
        raise ValueError(f"timezone: {timezone}") from error
    shown = str(raw.get("names_shown", "given"))
    if shown not in ("given", "number", "none"):
        raise ValueError(f"names_shown: {shown}")
    second = raw.get("second_screen", False)
    if not isinstance(second, bool):
        raise ValueError(f"second_screen: {second}")
    minutes = raw.get("period_minutes", 45)
    if not isinstance(minutes, int) or not 10 <= minutes <= 240:
        raise ValueError(f"period_minutes: {minutes}")
    for key in ("name", "province"):
        if not isinstance(raw.get(key), str):
            raise ValueError(f"{key} is missing")
    return SchoolSettings(
        name=str(raw["name"]),
        province=str(raw["province"]),
        county=str(raw.get("county", "")),
        side=str(raw.get("side", "")),
        language=str(raw.get("language", "")),
        timezone=timezone,
        period_minutes=minutes,
        terms=tuple(_span(one, "term") for one in raw.get("terms", ())),
        free=tuple(_span(one, "free") for one in raw.get("free", ())),
        make_up=dict(_made_up(*one) for one in raw.get("make_up", _EMPTY).items()),
        names_shown=cast("NamesShown", shown),
        second_screen=second,
        thresholds={str(k): float(v) for k, v in raw.get("thresholds", _EMPTY).items()},
        plugins_off=tuple(str(one) for one in raw.get("plugins_off", ())),
        slots=tuple(str(one) for one in raw.get("slots", ())),
        local_contacts={str(k): str(v) for k, v in raw.get("local_contacts", _EMPTY).items()},
        approval=str(raw.get("approval", "")),
        schema=int(raw.get("schema", SCHOOL_SCHEMA)),
        rest={k: v for k, v in raw.items() if k not in _KNOWN and k not in _HEAD},
    )


def _span(raw: Mapping[str, Any], what: str) -> tuple[str, dt.date, dt.date]:
    first, last = (dt.date.fromisoformat(str(raw[key])) for key in ("first", "last"))
    if last < first:
        raise ValueError(f"{what} {raw['name']}: it ends before it begins")
    return str(raw["name"]), first, last


def _made_up(day: str, follows: object) -> tuple[dt.date, int]:
    if follows not in WEEKDAYS:
        raise ValueError(f"make_up {day}: {follows} is none of {' '.join(WEEKDAYS)}")
    return dt.date.fromisoformat(day), WEEKDAYS.index(str(follows))


def _is_table(value: object) -> bool:
    return isinstance(value, Mapping)


def _file(folder: Path, disk: Disk | None) -> DurableFile:
    return DurableFile(
        folder / SCHOOL_FILE, disk=disk or RealDisk(), copies=folder / "backups", copy_every=1
    )
