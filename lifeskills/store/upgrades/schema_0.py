"""From schema 0, which was never released: it proves that the chain of upgrades works.

Schema 0 had the learners inside the group's document, and called an event's time ``seconds``.
"""

from __future__ import annotations

from lifeskills.store.codec import Tables


def class_tables(tables: Tables) -> Tables:
    """Learners get a table of their own."""
    group: dict[str, object] = dict(tables["group"]["1"])
    learners = group.pop("learners", [])
    if not isinstance(learners, list):
        raise ValueError("learners are no list")
    numbered = {str(n): learner for n, learner in enumerate(learners, start=1)}
    return {**tables, "group": {"1": group}, "learners": numbered}


def running_tables(tables: Tables) -> Tables:
    """``seconds`` is called ``at``."""
    events = {}
    for number, event in tables.get("events", {}).items():
        fresh = dict(event)
        fresh["at"] = fresh.pop("seconds")
        events[number] = fresh
    return {**tables, "events": events}
