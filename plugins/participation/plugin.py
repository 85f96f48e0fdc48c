"""Kinds of participatory activities and the tools they run on.

The kinds are data: ``activities.toml`` beside this file.
"""

from __future__ import annotations

import logging
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lifeskills.api import (
    Activity,
    Countdown,
    Found,
    PhaseSpec,
    Register,
    Relay,
    Slips,
    Tally,
    Text,
    Tool,
    Vote,
    hookimpl,
)

ACTIVITIES = Path(__file__).with_name("activities.toml")
LOG = logging.getLogger("lifeskills.participation")


@hookimpl
def register_activities(register: Register[Activity]) -> None:
    """Give every kind in ``activities.toml``."""
    for raw in tomllib.loads(ACTIVITIES.read_text(encoding="utf-8"))["activity"]:
        register(activity(raw))


@hookimpl
def register_tools(register: Register[Tool]) -> None:
    """Give the tools that these activities name; the story tool comes with the stories."""
    for tool in (Countdown(), Vote(), Tally(), Found(), Relay(), Slips()):
        register(tool)


@hookimpl
def session_closed(record: Mapping[str, Any]) -> None:
    """Log the steps that ran over, for whoever looks whether an activity's minutes are true."""
    for step, over in overruns(record).items():
        LOG.info("%s: %+.1f minutes", step, over)


def overruns(record: Mapping[str, Any]) -> dict[str, float]:
    """Minutes by which steps ran over what was planned, by step id; only those that did."""
    steps = record.get("minutes", {}).get("steps", ())
    over = {one["id"]: one["actual"] - one["planned"] for one in steps}
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
        printables=tuple(raw.get("printables", ())),
        large=Text.from_map(raw.get("large", {})),
        small=Text.from_map(raw.get("small", {})),
    )
