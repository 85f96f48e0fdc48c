"""The bulletins that a pack holds: ``bulletins/*.toml``, what an office said on a day."""

from __future__ import annotations

from lifeskills.core.bulletin import Amount, Bulletin, Checked
from lifeskills.core.errors import ContentError
from lifeskills.packs import table_schemas as schemas
from lifeskills.packs.toml_lines import read_toml

ROOM = "bulletins"


def read_bulletin(text: str, file: str) -> tuple[Bulletin | None, list[ContentError]]:
    """A bulletin file, and what is wrong with it."""
    read, errors = read_toml(text, schemas.BulletinToml, file=file)
    return (bulletin_of(read) if read is not None else None), errors


def bulletin_of(one: schemas.BulletinToml) -> Bulletin:
    """A bulletin as a core type."""
    return Bulletin(
        id=one.bulletin,
        issued_by=one.issued_by,
        issued_on=one.issued_on,
        place=one.place,
        source=one.source,
        confirmed=one.confirmed,
        signature=one.signature,
        amounts=tuple(
            Amount(id=it.id, tier=it.tier, amount=str(it.amount), valid_from=it.from_)
            for it in one.value
        ),
        statements=tuple(
            Checked(id=it.id, seen_on=it.seen_on, until=it.until) for it in one.statement
        ),
    )
