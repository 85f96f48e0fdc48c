"""What the follow-up screen says, and its keys: codes in words, a learner's lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType
from textual.content import Content

from lifeskills.classroom.guidance import Guidance
from lifeskills.classroom.lessons import BLOCK_TITLES
from lifeskills.core.concern import Concern, Duty
from lifeskills.core.followwords import DUTY_NAMES, SILENCE_WORDS
from lifeskills.core.people import Learner
from lifeskills.core.text import Say, Sentence
from lifeskills.language import _
from lifeskills.tui.days import day_words
from lifeskills.tui.help import HelpText
from lifeskills.tui.prose import paragraphs
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

if TYPE_CHECKING:
    from lifeskills.classroom.following import FollowUp

_QUIET = "$foreground 70%"

FOLLOW_HELP = HelpText(
    Sentence("Follow-up"),
    (
        Sentence("Each line is a sentence about facts; it could be read aloud to the pupil."),
        Sentence("The list is in seat order. It ranks nobody and gives nobody points."),
        Sentence("What is owed is owed by adults. Beyond a tenth of the class it says “also”."),
        Sentence("→ chooses a duty: the guide beside it says how. Space reads on."),
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
        "k",
        "pair",
        _("Apart/together"),
        id="pair",
        tooltip=_("Two whom groups keep apart or together; no reason is kept"),
    ),
    Binding(
        "right",
        "choose(1)",
        _("How"),
        id="duty-next",
        tooltip=_("The next duty, and how it is done"),
    ),
    Binding(
        "left",
        "choose(-1)",
        _("Duty before"),
        id="duty-before",
        show=False,
        tooltip=_("The duty before, and how it is done"),
    ),
    Binding(
        "space",
        "read(1)",
        _("Read on"),
        id="guide-down",
        tooltip=_("Read on in the guide"),
    ),
    Binding(
        "backspace",
        "read(-1)",
        _("Read back"),
        id="guide-up",
        show=False,
        tooltip=_("Read back in the guide"),
    ),
    Binding(
        "escape,f9",
        "leave",
        _("Home"),
        id="back",
        tooltip=_("Back to home"),
    ),
)


def learner_words(learner: Learner | None, say: Say) -> str:
    """Number, name and seat."""
    if learner is None:
        return "?"
    seat = ""
    if learner.desk is not None:
        row, column = learner.desk
        seat = "  " + say(Sentence("row {row}, seat {seat}", row=row, seat=column))
    return f"{learner.number:>3} {say(learner.name)}{seat}"


def concern_lines(concern: Concern, say: Say, chosen: int = -1) -> Iterator[Content]:
    """The sentences of a concern, then what adults owe, with dates; one duty is ``chosen``."""
    for finding in concern.findings:
        yield Content(say(finding.sentence))
    if concern.duties:
        yield Content("")
    for number, duty in enumerate(concern.duties):
        line = duty_line(duty, say)
        if number == chosen:
            line = Content.assemble("> ", line[2:]).stylize("bold $primary")
        yield line


def guide_lines(parts: Sequence[Guidance], say: Say) -> Iterator[Paragraph]:
    """How a duty is done, in the words of the guide."""
    for guidance in parts:
        yield Paragraph(plain(guidance.title, "bold $primary"))
        for kind, words in guidance.parts:
            yield Paragraph(Content.styled(say(BLOCK_TITLES[kind]), _QUIET))
            yield from paragraphs(words)
        yield Paragraph(Content(""))


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
