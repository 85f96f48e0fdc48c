"""The keys of the ready check, and its help."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from lifeskills.core.pacing import CLASS_MEETING, RESCUE
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.help import HelpText

READY_KEYS: tuple[BindingType, ...] = (
    Binding("enter,space", "go_on", _("Call the roll"), id="go-on", tooltip=_("To the roll")),
    Binding(
        "1",
        "minutes(0)",
        _("Period"),
        id="whole-period",
        tooltip=_("In all the minutes of a period"),
    ),
    Binding(
        "2",
        f"minutes({CLASS_MEETING})",
        _("25 min"),
        id="class-meeting",
        tooltip=_("The class-meeting cut: 25 minutes"),
    ),
    Binding(
        "3",
        f"minutes({RESCUE})",
        _("20 min"),
        id="rescue",
        tooltip=_("The heart of the lesson: 20 minutes"),
    ),
    Binding("escape", "leave", _("Back"), id="back", tooltip=_("Back without teaching")),
)
READY_HELP = HelpText(
    Sentence("Ready?"),
    (
        Sentence("What is not ready yet stands here, in three lines at most."),
        Sentence("The lesson goes on anyway: Enter calls the roll."),
        Sentence("Fewer minutes today? 2 takes the cut of a class meeting, 3 the heart alone."),
    ),
)
