"""What everything is called that a printed page may name by its id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lifeskills.core.text import Text
from lifeskills.core.tools.sheet import counted_titles

if TYPE_CHECKING:
    from lifeskills.core.tool import Activity
    from lifeskills.packs.library import Library


def all_titles(library: Library, activities: Mapping[str, Activity]) -> dict[str, Text]:
    """Titles by kind and id, e.g. ``audience:g6``, ``course:my-help-net``, ``counted:hands``."""
    known = library.audiences.values()
    found = {f"audience:{one.id}": Text.from_map(dict(one.title)) for one in known}
    named: dict[str, Mapping[str, Any]] = {
        "place": library.places,
        "skill": library.skills,
        "module": library.modules,
        "pathway": library.pathways,
        "kind": activities,
        "signal": library.signals,
        "helper": library.helpers,
    }
    for kind, things in named.items():
        found |= {f"{kind}:{name}": one.title for name, one in things.items()}
    found |= {f"pupil-module:{name}": one.pupil_title for name, one in library.modules.items()}
    courses = {f"course:{one.course}": library.titles(one.course) for one in library.courses()}
    return {**found, **courses, **counted_titles(activities)}
