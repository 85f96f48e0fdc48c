"""The keys of the roll, as data: letters and digits only find, these mark and move."""

from __future__ import annotations

from collections.abc import Mapping

from textual.binding import Binding

from lifeskills.core.text import Sentence
from lifeskills.language import _

ROLL_KEYS: tuple[Binding, ...] = (
    Binding("enter", "done", _("Done"), id="done", tooltip=_("The roll is complete")),
    Binding("space", "mark('absent')", _("Absent"), id="absent", tooltip=_("Mark as absent")),
    Binding("minus", "mark('late')", _("Late"), id="late", tooltip=_("Mark as late")),
    Binding("equals_sign", "mark('excused')", _("Excused"), id="excused", tooltip=_("On leave")),
    Binding(
        "backslash",
        "mark('left-early')",
        _("Left"),
        id="left-early",
        tooltip=_("Mark as having left early"),
    ),
    Binding(
        "ctrl+a",
        "mark_all",
        _("Rest absent"),
        id="mark-all",
        show=False,
        tooltip=_("Mark everybody who has no mark as absent; marks that stand are kept"),
    ),
    Binding(
        "tab",
        "next_match(1)",
        _("Next match"),
        id="next-match",
        show=False,
        tooltip=_("The next learner that matches"),
    ),
    Binding(
        "shift+tab",
        "next_match(-1)",
        _("Match before"),
        id="match-before",
        show=False,
        tooltip=_("The learner before that matches"),
    ),
    *(
        Binding(
            key,
            f"move({by})",
            _("Move"),
            id=f"roll-{key}",
            show=False,
            tooltip=_("Go from learner to learner"),
        )
        for key, by in (("up", -1), ("down", 1), ("pageup", -5), ("pagedown", 5))
    ),
    *(
        Binding(
            key,
            f"move_column({by})",
            _("Move"),
            id=f"roll-{key}",
            show=False,
            tooltip=_("Go from column to column"),
        )
        for key, by in (("left", -1), ("right", 1))
    ),
    Binding("home", "jump(0)", _("First"), id="first", show=False, tooltip=_("The first one")),
    Binding("end", "jump(-1)", _("Last"), id="last", show=False, tooltip=_("The last one")),
    Binding(
        "backspace",
        "forget",
        _("Clear"),
        id="forget",
        show=False,
        tooltip=_("Clear what was typed"),
    ),
)
SHORT_MARKS: Mapping[str, Sentence] = {
    "absent": Sentence("abs"),
    "late": Sentence("late"),
    "excused": Sentence("exc"),
    "left-early": Sentence("left"),
}
"""Marks in at most four columns."""
