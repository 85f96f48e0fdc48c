"""The two-minute lesson as data: what is said, which keys are pressed, what must then hold.

It is played by ``tui/tour.py`` with real keys on the real screens of a school that is thrown away.
A caption has one line of 80 columns. ``expects`` names facts (see ``tui/tour_facts.py``); the
next beat begins when they hold, and a tour whose facts do not come is broken off, not carried on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lifeskills.core.text import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """One caption. The values that ``says`` may name are the facts of the moment."""

    says: Sentence
    expects: Mapping[str, object]
    keys: tuple[str, ...] = ()
    again: bool = False
    """Press the keys again and again until the facts hold, time passing as planned."""
    seconds: float = 5.0
    """To read the caption and look at the screen."""
    late: float | None = None
    """Before the keys, move the clock on until the running step is over by so many minutes.

    By the plan, that is: what comes after it then begins so much later than planned.
    """
    prints: bool = False
    """Print what was taught into the sample school's folder."""


BEATS: tuple[Beat, ...] = (
    Beat(
        says=Sentence("One lesson in two minutes, with 8(3). The school is invented."),
        expects={"screen": "HomeScreen"},
        seconds=5,
    ),
    Beat(
        says=Sentence("Enter opens the next lesson. What is not ready yet is said in a line."),
        keys=("enter",),
        expects={"screen": "ReadyScreen"},
        seconds=5,
    ),
    Beat(
        says=Sentence("Enter: the roll of 52. Everyone is present until marked."),
        keys=("enter",),
        expects={"screen": "RollScreen", "learners": 52, "absent": 0},
        seconds=4.5,
    ),
    Beat(
        says=Sentence("Three are away: type the number, Space. Each mark is saved at once."),
        keys=("7", "space", "2", "3", "space", "4", "1", "space"),
        expects={"absent": 3},
        seconds=5.5,
    ),
    Beat(
        says=Sentence("Enter: nine keys, and the lesson stands ready."),
        keys=("enter",),
        expects={"screen": "LessonScreen", "roll_done": True},
        seconds=4,
    ),
    Beat(
        says=Sentence("Space begins: what to say, what to do, what stands on the board."),
        keys=("space",),
        expects={"step": 1},
        seconds=5,
    ),
    Beat(
        says=Sentence("Four minutes later (we move the clock). Space: the next step."),
        keys=("space",),
        again=True,
        late=0,
        expects={"step": 2},
        seconds=5,
    ),
    Beat(
        says=Sentence("F6: fours at fixed desks, in one sentence. Nobody carries a table."),
        keys=("f6",),
        expects={"screen": "GroupsScreen"},
        seconds=5,
    ),
    Beat(
        says=Sentence("Computed from this plan: all groups at once, beside groups in turn."),
        expects={"screen": "GroupsScreen"},
        seconds=6.5,
    ),
    Beat(
        says=Sentence("Enter forms them; a latecomer joins, and nobody else moves."),
        keys=("enter",),
        expects={"screen": "LessonScreen", "grouped": True},
        seconds=4,
    ),
    Beat(
        says=Sentence("A scene. The class votes by hands; one key says which way won: C."),
        keys=("c",),
        expects={"decisions": 1},
        seconds=8,
    ),
    Beat(
        says=Sentence("No way is wrong; some have fewer safeguards. R: what if …?"),
        keys=("r",),
        expects={"replays": 1},
        seconds=5,
    ),
    Beat(
        says=Sentence("A: the other branch, played at once."),
        keys=("a",),
        expects={"decisions": 2},
        seconds=5,
    ),
    Beat(
        says=Sentence("The talk ran on: the clock jumps, seven minutes late. See the offer."),
        late=7,
        expects={"behind": 7, "offered": True},
        seconds=6,
    ),
    Beat(
        says=Sentence("F7 takes the offer. Nothing is ever cut unless you say so."),
        keys=("f7",),
        expects={"behind": 0},
        seconds=4.5,
    ),
    Beat(
        says=Sentence("{to_come} minutes planned, {to_bell} to the bell: out in time."),
        expects={"behind": 0},
        seconds=5,
    ),
    Beat(
        says=Sentence("The rest by Space alone, at the pace of the plan (the clock runs fast)."),
        keys=("space",),
        again=True,
        late=-0.5,
        expects={"screen": "CloseScreen"},
        seconds=5,
    ),
    Beat(
        says=Sentence("Closing takes four keys. Space was the first; 2: count the slips later."),
        keys=("2",),
        expects={"slips": "later"},
        seconds=4.5,
    ),
    Beat(
        says=Sentence("Enter: closed and saved, planned minutes beside actual ones."),
        keys=("enter",),
        expects={"closed": True, "after_bell": False, "counted": True},
        seconds=5,
    ),
    Beat(
        says=Sentence("Class record, pupils’ pages and lesson page are being printed …"),
        prints=True,
        expects={"printed": 3},
        seconds=2,
    ),
    Beat(
        says=Sentence("In printed/: {files}"),
        expects={"printed": 3},
        seconds=5,
    ),
    Beat(
        says=Sentence("The last Enter goes home. That was the lesson."),
        keys=("enter",),
        expects={"screen": "HomeScreen"},
        seconds=3.5,
    ),
)
