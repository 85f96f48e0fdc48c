"""The keys of groups and turns, as data."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lifeskills.language import _


def _shape(key: str, shape: str, title: str, tooltip: str) -> Binding:
    return Binding(key, f"shape('{shape}')", title, id=shape, show=False, tooltip=tooltip)


GROUP_KEYS: tuple[BindingType, ...] = (
    Binding("enter,space", "form", _("Form"), id="form", tooltip=_("Form these groups")),
    _shape("2", "pairs", _("Pairs"), _("Desk mates")),
    _shape("4", "fours", _("Fours"), _("Front and back")),
    _shape("5", "groups", _("Groups"), _("Four to six who sit near")),
    _shape("8", "eights", _("Eights"), _("Two fours")),
    _shape("1", "circle", _("One circle"), _("For fewer than 16")),
    _shape("c", "count-off", _("Count off"), _("Groups of five, mixed by counting")),
    _shape("s", "stations", _("Stations"), _("Five places, two groups at each")),
    _shape("p", "casts", _("Casts"), _("Eight to ten for a play")),
    _shape("o", "elders", _("Older with younger"), _("Pairs across grades")),
    Binding("d", "lot", _("Desks/lot"), id="lot", tooltip=_("By desks, or drawn by lot")),
    Binding("m", "apart", _("Mixed/apart"), id="apart", tooltip=_("Girls and boys apart")),
    Binding("n", "names", _("Names"), id="names", tooltip=_("Names of groups on the wall or not")),
    Binding("a", "anew", _("Draw anew"), id="anew", tooltip=_("Other groups of the same kind")),
    Binding("w", "roles", _("Roles"), id="roles", show=False, tooltip=_("Names beside roles here")),
    Binding(
        "plus,equals_sign", "people(1)", _("One more"), id="one-more",
        tooltip=_("One more has come (a group without a list)"),
    ),
    Binding(
        "minus", "people(-1)", _("One fewer"), id="one-fewer",
        tooltip=_("One has gone (a group without a list)"),
    ),
    Binding("f2", "undo", _("Undo"), id="undo", show=False, tooltip=_("Take back the last key")),
    Binding("f5", "class_screen", _("Wall"), id="class-screen", show=False,
            tooltip=_("Show pupils the task")),
    Binding("down", "scroll(3)", _("Down"), id="down", show=False, tooltip=_("Read on")),
    Binding("up", "scroll(-3)", _("Up"), id="up", show=False, tooltip=_("Read back")),
    Binding("escape,f6", "leave", _("Back"), id="back", tooltip=_("Form none")),
)  # fmt: skip

NEED_A_LIST = frozenset({"lot", "apart", "names", "anew", "roles", "passes", "next"})
"""What only a class with a list can do."""

TURN_KEYS: tuple[BindingType, ...] = (
    Binding("enter,space", "speaks", _("Speaks"), id="speaks", tooltip=_("Back to the lesson")),
    Binding("p", "passes", _("Passes"), id="passes", tooltip=_("Without penalty: the next")),
    Binding(
        "ctrl+t", "next", _("Has spoken: next"), id="next",
        tooltip=_("This one has spoken; draw the next"),
    ),
    Binding(
        "g", "report", _("Groups 3–2–1"), id="report",
        tooltip=_("Three groups speak, two add what is new, one sums up"),
    ),
    Binding("f2", "undo", _("Undo"), id="undo", tooltip=_("Take back the last key")),
    Binding("f5", "class_screen", _("Wall"), id="class-screen", tooltip=_("Show the name")),
    Binding("escape", "leave", _("Nobody"), id="back", tooltip=_("Ask nobody; it does not count")),
)  # fmt: skip
