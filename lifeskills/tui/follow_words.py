"""What the follow-up screen says, and its keys: codes in words, a learner's lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.content import Content

from lifeskills.core.concern import Concern, Duty
from lifeskills.core.people import Learner
from lifeskills.core.text import Sentence, Text
from lifeskills.language import _
from lifeskills.tui.days import day_words
from lifeskills.tui.help import HelpText

if TYPE_CHECKING:
    from lifeskills.classroom.following import FollowUp

Say = Callable[[Sentence | Text | str], str]
_QUIET = "$foreground 70%"

SILENCE_WORDS = {
    "talked-fine": Sentence("Talked with the pupil: all is well"),
    "ill-back-on": Sentence("Ill, and back on a day that is known"),
    "moved-confirmed": Sentence("Moved to another school, and confirmed there"),
    "roll-mistake": Sentence("A mistake in the roll"),
}
WORRY_WORDS = {
    "says-will-leave": Sentence("Says that he or she will leave"),
    "homework-stopped": Sentence("Hands in no work any more"),
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
FOLLOW_HELP = HelpText(
    Sentence("Follow-up"),
    (
        Sentence("Each line is a sentence about facts; it could be read aloud to the pupil."),
        Sentence("The list is in seat order. It ranks nobody and gives nobody points."),
        Sentence("What is owed is owed by adults. Beyond a tenth of the class it says “also”."),
        Sentence("Whatever is put aside comes back on its day, or with a new absence."),
    ),
)
FOLLOW_KEYS: tuple[BindingType, ...] = (
    Binding(
        "d",
        "done",
        _("Done"),
        id="duty-done",
        tooltip=_("An adult has done what was owed"),
    ),
    Binding(
        "s",
        "silence",
        _("Put aside"),
        id="silence",
        tooltip=_("Put aside by a code, until a day"),
    ),
    Binding(
        "w",
        "worry",
        _("Worry"),
        id="worry",
        tooltip=_("Note an observation of your own, by a code"),
    ),
    Binding(
        "escape,f9",
        "leave",
        _("Home"),
        id="back",
        tooltip=_("Back to home"),
    ),
)
RELOOK_DAYS = (7, 14, 30)


def learner_words(learner: Learner | None, say: Say) -> str:
    """Number, name and seat."""
    if learner is None:
        return "?"
    seat = ""
    if learner.desk is not None:
        row, column = learner.desk
        seat = "  " + say(Sentence("row {row}, seat {seat}", row=row, seat=column))
    return f"{learner.number:>3} {say(learner.name)}{seat}"


def concern_lines(concern: Concern, say: Say) -> Iterator[Content]:
    """The sentences of a concern, then what adults owe, with dates."""
    for finding in concern.findings:
        yield Content(say(finding.sentence))
    if concern.duties:
        yield Content("")
    for duty in concern.duties:
        yield duty_line(duty, say)


def duty_line(duty: Duty, say: Say) -> Content:
    """A duty with its date, or the day it was done."""
    if duty.done_on is not None:
        done = Sentence(
            "{duty}: done on {day}", duty=DUTY_NAMES[duty.kind], day=day_words(duty.done_on)
        )
        return Content.styled(f"✓ {say(done)}", _QUIET)
    by = say(Sentence("by {day}", day=day_words(duty.due)))
    return Content.assemble(f"- {by}  ", say(duty.sentence))


def about_lines(found: FollowUp, say: Say) -> Iterator[Content]:
    """What holds for the whole list: how little is seen, what is to be looked at again."""
    if found.little is not None:
        yield Content.styled(say(found.little), "$warning")
    for silence in found.look_again:
        learner = learner_words(found.learners.get(silence.learner), say).strip()
        words = Sentence(
            "To look at again today: {learner} ({code})",
            learner=learner,
            code=SILENCE_WORDS.get(silence.code, silence.code),
        )
        yield Content(say(words))
    if not found.concerns and not found.also:
        yield Content(say(Sentence("Nothing to follow up today.")))
