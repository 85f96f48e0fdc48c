"""Kinds of participatory activities and the tools they run on.

The kinds are data: the files in ``activities``. ``minutes`` is least and most: most is the sources'
own, least what a short form of it takes inside one period of 40 or 45 minutes; ``shape`` how the
class sits; ``records`` what the teacher notes (counts and themes, never names with opinions);
``tool`` what helps to run it, with its ``options``; ``phases`` share the step's minutes and sum to
1; ``large`` is the form for 40-60 learners at fixed desks, ``small`` that for fewer than 16;
``rules`` are what a sensitive kind must keep to; ``printables`` are those of ``handouts.toml``.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lifeskills.api import (
    Activity,
    ContentRule,
    Countdown,
    Counts,
    Debate,
    Fishbowl,
    Found,
    Handout,
    PhaseSpec,
    Questions,
    Ranking,
    Register,
    Relay,
    Slips,
    Stands,
    Tally,
    Text,
    Tool,
    Vote,
    hookimpl,
)

from .checks import kind_minutes

ACTIVITIES = Path(__file__).with_name("activities")
HANDOUTS = Path(__file__).with_name("handouts.toml")
LOG = logging.getLogger("lifeskills.participation")


@hookimpl
def register_activities(register: Register[Activity]) -> None:
    """Give every kind in the files of ``activities``."""
    for one in kinds():
        register(one)


@hookimpl
def register_checks(register: Register[ContentRule]) -> None:
    """Give the rule about the minutes of a kind."""
    register(kind_minutes({one.id: one.minutes for one in kinds()}))


@cache
def handouts() -> dict[str, Handout]:
    """Every print of ``handouts.toml`` by id."""
    raw = tomllib.loads(HANDOUTS.read_text(encoding="utf-8"))
    return {
        name: Handout(
            id=name,
            title=Text.from_map(one["title"]),
            words=Text.from_map(one.get("words", {})),
            many=one.get("many", 8),
            faces=tuple(
                Text.from_map({"zh": face, "en": face} if isinstance(face, str) else face)
                for face in one.get("faces", ())
            ),
            book=one.get("book", ""),
        )
        for name, one in raw.items()
    }


@cache
def kinds() -> tuple[Activity, ...]:
    """Every kind in the files of ``activities``."""
    return tuple(
        activity(raw)
        for file in sorted(ACTIVITIES.glob("*.toml"))
        for raw in tomllib.loads(file.read_text(encoding="utf-8"))["activity"]
    )


@hookimpl
def register_tools(register: Register[Tool]) -> None:
    """Give the tools that these activities name; the story tool comes with the stories."""
    for tool in (
        Countdown(),
        Vote(),
        Stands(),
        Debate(),
        Tally(),
        Counts(),
        Found(),
        Ranking(),
        Relay(),
        Fishbowl(),
        Questions(),
        Slips(),
    ):
        register(tool)


@hookimpl
def session_closed(record: Mapping[str, Any]) -> None:
    """Log the steps that ran over, for whoever looks whether an activity's minutes are true."""
    for step, over in overruns(record).items():
        LOG.info("%s: %+.1f minutes", step, over)


def overruns(record: Mapping[str, Any]) -> dict[str, float]:
    """Minutes by which steps ran over what was planned, by step id; only those that did."""
    steps = record.get("minutes", {}).get("steps", ())
    taken = [one for one in steps if one["actual"] is not None]  # from paper nobody took them
    over = {one["id"]: one["actual"] - one["planned"] for one in taken}
    return {step: minutes for step, minutes in over.items() if minutes > 0}


def activity(raw: dict[str, Any]) -> Activity:
    """An activity from its table; a missing key is a KeyError and so a failed plugin."""
    least, most = raw["minutes"]
    return Activity(
        id=raw["id"],
        title=Text.from_map(raw["title"]),
        minutes=(least, most),
        shape=raw["shape"],
        records=Text.from_map(raw.get("records", {})),
        tool=raw["tool"],
        phases=tuple(
            PhaseSpec(title=Text.from_map(one["title"]), share=one["share"])
            for one in raw.get("phases", ())
        ),
        options=raw.get("options", {}),
        handouts=tuple(handouts()[name] for name in raw.get("printables", ())),
        large=Text.from_map(raw.get("large", {})),
        small=Text.from_map(raw.get("small", {})),
        rules=tuple(Text.from_map(one) for one in raw.get("rules", ())),
    )
