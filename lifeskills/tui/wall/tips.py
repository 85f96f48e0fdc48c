"""What stands on a class screen that has nothing to show: reminders of the class agreement."""

from __future__ import annotations

from dataclasses import replace

from lifeskills.core.classview import ClassView
from lifeskills.core.text import Sentence
from lifeskills.language import translator

TIPS = (
    Sentence("One speaks, everybody listens."),
    Sentence("You may say “pass”. Nobody asks why."),
    Sentence("No laughing at anybody."),
    Sentence("No names when we tell a story."),
    Sentence("Ask when you do not understand."),
    Sentence("Something worries you? Talk to an adult you trust."),
)
TIP_SECONDS = 20


def tip_at(seconds: float) -> Sentence:
    """The reminder that stands at this second; each in its turn."""
    return TIPS[int(seconds // TIP_SECONDS) % len(TIPS)]


def as_it_hangs(view: ClassView, *, blank: bool, at: float) -> ClassView:
    """A view as it may hang now: blank if the teacher wants it so, a tip where it is idle."""
    if blank:
        return view.blanked()
    if view.screen in ("idle", "roll", "closed") and not view.tip:
        return replace(view, tip=translator(view.language)(tip_at(at)))
    return view
