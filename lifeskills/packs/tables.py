"""The TOML files of a pack into core types: audiences, skills, numbers, values, places."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from lifeskills.core.curriculum import Helper, Module, PackInfo, Pathway, Signal, Skill
from lifeskills.core.errors import ContentError
from lifeskills.core.law import DatedValue, HelpNumber, LocalContact, Place
from lifeskills.core.setting import Audience
from lifeskills.core.text import NO_TEXT, Text
from lifeskills.packs import table_schemas as schemas
from lifeskills.packs.folder import unreadable
from lifeskills.packs.lines import decode
from lifeskills.packs.toml_lines import key_lines, read_toml

S = TypeVar("S", bound=msgspec.Struct)


@dataclass(slots=True)
class Tables:
    """What the TOML files of one pack hold."""

    audiences: list[Audience] = field(default_factory=list)
    skills: list[Skill] = field(default_factory=list)
    modules: list[Module] = field(default_factory=list)
    pathways: list[Pathway] = field(default_factory=list)
    numbers: list[HelpNumber] = field(default_factory=list)
    values: list[DatedValue] = field(default_factory=list)
    contacts: list[LocalContact] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)
    lines: dict[str, dict[str, int]] = field(default_factory=dict)
    """Of each file, on which line an id stands."""
    errors: list[ContentError] = field(default_factory=list)


def read_tables(info: PackInfo) -> Tables:
    """All TOML files of a pack; one that is not there is simply empty."""
    tables = Tables()
    folder = Path(info.folder)
    _curriculum(folder, tables)
    _story_words(folder, tables)
    _facts(folder, info, tables)
    return tables


def _read(folder: Path, name: str, kind: type[S], tables: Tables) -> S | None:
    path = folder / name
    if not path.is_file():
        return None
    try:
        lines, errors = decode(path.read_bytes(), str(path))
    except OSError:
        tables.errors.append(unreadable(path, name))
        return None
    read, found = read_toml("\n".join(lines), kind, file=str(path))
    tables.errors += [*errors, *found]
    tables.lines[name] = {
        key.rpartition(".")[2]: line for key, line in key_lines("\n".join(lines)).items()
    }
    return read


def _curriculum(folder: Path, tables: Tables) -> None:
    if audiences := _read(folder, "audiences.toml", schemas.AudienceFile, tables):
        tables.audiences = [
            Audience(one.id, tuple(one.title.items()), one.band, one.minutes, one.learner)
            for one in audiences.audience
        ]
    if skills := _read(folder, "skills.toml", schemas.SkillFile, tables):
        tables.skills = [Skill(id=one.id, title=Text.from_map(one.title)) for one in skills.skill]
    if modules := _read(folder, "modules.toml", schemas.ModuleFile, tables):
        tables.modules = [
            Module(
                id=one.id,
                number=one.number,
                title=Text.from_map(one.title),
                courses=tuple(one.courses),
            )
            for one in modules.module
        ]
    if pathways := _read(folder, "pathways.toml", schemas.PathwayFile, tables):
        tables.pathways = [
            Pathway(
                id=one.id,
                title=Text.from_map(one.title),
                audience=one.audience,
                courses=tuple(one.courses),
            )
            for one in pathways.pathway
        ]


def _story_words(folder: Path, tables: Tables) -> None:
    if helpers := _read(folder, "helpers.toml", schemas.HelperFile, tables):
        tables.helpers = [
            Helper(id=one.id, title=Text.from_map(one.title)) for one in helpers.helper
        ]
    if signals := _read(folder, "signals.toml", schemas.SignalFile, tables):
        tables.signals = [
            Signal(
                id=one.id,
                title=Text.from_map(one.title),
                says=Text.from_map(one.says) if one.says else NO_TEXT,
            )
            for one in signals.signal
        ]


def _facts(folder: Path, info: PackInfo, tables: Tables) -> None:
    here = info.when.get("province", info.when.get("place", "cn"))
    if place := _read(folder, "place.toml", schemas.PlaceToml, tables):
        here = place.id
        tables.places = [
            Place(
                id=place.id,
                title=Text.from_map(place.title),
                side=place.side,
                iso=place.iso,
                within=place.within,
            )
        ]
    if numbers := _read(folder, "numbers.toml", schemas.NumberFile, tables):
        tables.numbers = [_number(one, info) for one in numbers.number]
    if values := _read(folder, "values.toml", schemas.ValueFile, tables):
        tables.values = [_value(one, info, here) for one in values.value]
    if local := _read(folder, "local.toml", schemas.LocalFile, tables):
        tables.contacts = [
            LocalContact(
                id=one.id,
                label=Text.from_map(one.label),
                ask=Text.from_map(one.ask),
                place=here,
            )
            for one in local.local
        ]


def _number(one: schemas.NumberEntry, info: PackInfo) -> HelpNumber:
    return HelpNumber(
        id=one.id,
        call=one.call,
        purpose=Text.from_map(one.for_),
        scope=one.scope,
        grade=one.grade,
        source=one.source,
        seen_on=one.seen_on,
        always=one.always,
        pack=info.id,
    )


def _value(one: schemas.ValueEntry, info: PackInfo, here: str) -> DatedValue:
    return DatedValue(
        id=one.id,
        title=Text.from_map(one.title),
        place=one.place or here,
        tier=one.tier,
        amount=str(one.amount),
        unit=one.unit,
        grade=one.grade,
        source=one.source,
        seen_on=one.seen_on,
        valid_from=one.from_,
        until=one.until,
        review_by=one.review_by,
        pack=info.id,
    )
