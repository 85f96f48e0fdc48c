"""A document as bytes: JSON with its format, schema and writer before its tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson

from lifeskills import __version__

Tables = dict[str, dict[str, Any]]
"""Table name → document number as text → document, as TinyDB has them."""

WRITTEN_BY = f"lifeskills {__version__}"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's content. ``rest`` holds top-level fields that this version does not know."""

    format: str
    schema: int
    tables: Tables
    written_by: str = WRITTEN_BY
    rest: Mapping[str, Any] = field(default_factory=dict)


def encode(document: Document) -> bytes:
    """The bytes of a document; raises TypeError for values that JSON does not have."""
    return orjson.dumps(
        {
            "format": document.format,
            "schema": document.schema,
            "written_by": document.written_by,
            **document.rest,
            "tables": document.tables,
        },
        default=_plain,
        option=orjson.OPT_APPEND_NEWLINE,
    )


def decode(data: bytes) -> Document:
    """The document in these bytes; raises ValueError if they hold none."""
    raw = orjson.loads(data)
    if not isinstance(raw, dict):
        raise ValueError("not a document")
    rest = dict(raw)
    form, schema, writer = (
        rest.pop("format", ""),
        rest.pop("schema", None),
        rest.pop("written_by", ""),
    )
    tables = rest.pop("tables", {})
    if not isinstance(form, str) or type(schema) is not int or not isinstance(tables, dict):
        raise ValueError("not a document of ours")
    if not all(isinstance(table, dict) for table in tables.values()):
        raise ValueError("a table is not a table")
    return Document(form, schema, tables, str(writer), rest)


def as_json(value: Mapping[str, Any]) -> dict[str, Any]:
    """The value as a file would give it back (tuples become lists)."""
    plain: dict[str, Any] = orjson.loads(orjson.dumps(dict(value), default=_plain))
    return plain


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise TypeError(f"{type(value).__name__} cannot be kept in a file")
