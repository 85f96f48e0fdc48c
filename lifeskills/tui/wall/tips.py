"""What stands on a class screen that has nothing to show: reminders of the class agreement."""

from __future__ import annotations

from lifeskills.core.text import Sentence

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
