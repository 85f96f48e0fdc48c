"""Entries of the tables of facts into core types: numbers, values, local helpers, a place."""

from __future__ import annotations

from lifeskills.core.curriculum import PackInfo
from lifeskills.core.law import DatedValue, HelpNumber, LocalContact, Place, Quiet
from lifeskills.core.text import Text
from lifeskills.packs import table_schemas as schemas


def place_of(one: schemas.PlaceToml) -> Place:
    """A province or county."""
    return Place(
        id=one.id,
        title=Text.from_map(one.title),
        side=one.side,
        iso=one.iso,
        within=one.within,
        quiet=_quiet_of(one.quiet) if one.quiet else (),
    )


def _quiet_of(one: schemas.QuietTable) -> tuple[Quiet, ...]:
    who, why = Text.from_map(one.who), Text.from_map(one.why)
    return tuple(
        Quiet(course=entry.course, who=who, why=why, do=Text.from_map(entry.do))
        for entry in one.lesson
    )


def number_of(one: schemas.NumberEntry, info: PackInfo) -> HelpNumber:
    """A number to call."""
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


def value_of(one: schemas.ValueEntry, info: PackInfo, here: str) -> DatedValue:
    """An amount; of ``here`` if it names no place."""
    return DatedValue(
        id=one.id,
        title=Text.from_map(one.title),
        place=one.place or here,
        tier=one.tier,
        amount=str(one.amount),
        unit=Text.from_map(one.unit),
        grade=one.grade,
        source=one.source,
        seen_on=one.seen_on,
        valid_from=one.from_,
        until=one.until,
        review_by=one.review_by,
        pack=info.id,
    )


def contact_of(one: schemas.LocalEntry, here: str) -> LocalContact:
    """A helper that the school names."""
    return LocalContact(
        id=one.id,
        label=Text.from_map(one.label),
        ask=Text.from_map(one.ask),
        whom=Text.from_map(one.whom),
        place=here,
        fact=one.fact,
    )
