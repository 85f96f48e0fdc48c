"""From the files of earlier versions to today's: one small function a format and schema.

A released schema is never changed: the next one gets the next number, a function here, and a kept
file in ``tests/store/fixtures`` that proves that it still opens.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from lifeskills.store.codec import WRITTEN_BY, Document, Tables
from lifeskills.store.upgrades import schema_0

Upgrade = Callable[[Tables], Tables]

CLASS_FORMAT = "lifeskills-class"
RUNNING_FORMAT = "lifeskills-running"
SCHEMA: Mapping[str, int] = MappingProxyType({CLASS_FORMAT: 1, RUNNING_FORMAT: 1})
"""The schema that this version writes, by format."""

UPGRADES: Mapping[tuple[str, int], Upgrade] = MappingProxyType(
    {
        (CLASS_FORMAT, 0): schema_0.class_tables,
        (RUNNING_FORMAT, 0): schema_0.running_tables,
    }
)
"""(format, schema) → the function that gives the tables of the next schema."""


def upgraded(document: Document) -> Document:
    """The document at today's schema; a newer one is given back as it is.

    Raises ValueError for a schema that nothing leads up from.
    """
    target = SCHEMA[document.format]
    while document.schema < target:
        step = UPGRADES.get((document.format, document.schema))
        if step is None:
            raise ValueError(f"no way up from schema {document.schema}")
        tables = step(document.tables)
        document = replace(
            document, schema=document.schema + 1, tables=tables, written_by=WRITTEN_BY
        )
    return document
