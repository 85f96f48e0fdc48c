"""Between a class in the core and the documents of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from lifeskills.core.people import ClassGroup, Learner
from lifeskills.store.codec import Tables, as_json


def group_document(group: ClassGroup) -> dict[str, Any]:
    """Everything of a class but its learners."""
    return as_json({f.name: getattr(group, f.name) for f in fields(group) if f.name != "learners"})


def learner_document(learner: Learner) -> dict[str, Any]:
    """Everything that is kept of a learner."""
    return as_json({f.name: getattr(learner, f.name) for f in fields(learner)})


def group_from(tables: Tables) -> ClassGroup:
    """The class in these tables. Raises KeyError, TypeError or ValueError if there is none."""
    (raw,) = tables["group"].values()
    learners = sorted(
        (_learner(one) for one in tables.get("learners", {}).values()),
        key=lambda one: (one.number, one.id),
    )
    known = {f.name for f in fields(ClassGroup)} - {"learners", "audiences"}
    return ClassGroup(
        audiences=tuple(str(one) for one in raw.get("audiences", ())),
        learners=tuple(learners),
        **{name: value for name, value in raw.items() if name in known},
    )


def check_class(tables: Tables) -> None:
    """Raise KeyError, TypeError or ValueError unless the tables are those of a class."""
    group_from(tables)
    for name in ("sessions", "concerns", "year", "pairs"):
        for row in tables.get(name, {}).values():
            if not isinstance(row, Mapping) or (name == "sessions" and not row["id"]):
                raise ValueError(f"{name}: a row is broken")


def _learner(raw: Mapping[str, Any]) -> Learner:
    known = {f.name for f in fields(Learner)} - {"desk", "number"}
    desk = raw.get("desk")
    return Learner(
        number=int(raw["number"]),
        desk=(int(desk[0]), int(desk[1])) if desk else None,
        **{name: value for name, value in raw.items() if name in known},
    )
