"""The codes of the follow-up in words: why something is put aside, what was seen, what is owed."""

from __future__ import annotations

from lifeskills.core.text import Sentence

SILENCE_WORDS = {
    "talked-fine": Sentence("Talked with the pupil: all is well"),
    "ill-back-on": Sentence("Ill; the day of return is known"),
    "moved-confirmed": Sentence("Moved to another school, and confirmed there"),
    "roll-mistake": Sentence("A mistake in the roll"),
}
WORRY_WORDS = {
    "says-will-leave": Sentence("Says they will leave school"),
    "homework-stopped": Sentence("No longer hands in work"),
    "friends-left": Sentence("Close friends have left"),
    "often-alone": Sentence("Is often alone"),
    "asked-for-help": Sentence("Has asked for help"),
}
DUTY_NAMES = {
    "ask": Sentence("Ask"),
    "talk": Sentence("Talk"),
    "buddy": Sentence("A classmate"),
    "visit": Sentence("Visit"),
    "aid": Sentence("Aid office"),
    "register": Sentence("Register"),
    "report": Sentence("Report"),
}
RELOOK_DAYS = (7, 14, 30)
"""After how many days what was put aside is looked at again."""
