"""The keys of the ready check, and its help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from lifeskills.core.pacing import CLASS_MEETING, RESCUE
from lifeskills.core.text import Sentence
from lifeskills.language import _
from lifeskills.tui.help import HelpText
from lifeskills.tui.keymap import key_words
from lifeskills.tui.screen_keys import LOCAL_FACTS

if TYPE_CHECKING:
    from lifeskills.classroom.planning import ReadyLine
    from lifeskills.tui.app import LifeskillsApp

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
    LOCAL_FACTS,
    *(
        Binding(
            key,
            f"scroll({by})",
            _("Scroll"),
            id=f"ready-{key}",
            show=False,
            tooltip=_("Read on or back"),
        )
        for key, by in (("up", -2), ("down", 2), ("pageup", -9), ("pagedown", 9))
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


def ready_words(line: ReadyLine, app: LifeskillsApp) -> str:
    """What is not ready, and the key that mends it."""
    if not line.mend:
        return app.say(line.sentence)
    key = key_words(app, LOCAL_FACTS.id or "", LOCAL_FACTS.key)
    return app.say(Sentence("{what} Key {key} fills it in.", what=line.sentence, key=key))
