"""A session found open: how long the program was off, and whether the lesson still runs.

Within a run the session's clock is monotonic. Between runs only two wall times are known, and
somebody may have set the clock; so a gap is counted only where it is plausible.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.core.session import SessionState

MOST_COUNTED_MINUTES = 120

Outcome = Literal["finished", "stopped", "not-held"]


@dataclass(frozen=True, slots=True)
class Counted:
    """These minutes are added to the session's clock without a question; 0 after a pause."""

    minutes: float


@dataclass(frozen=True, slots=True)
class Ask:
    """One question, and the minutes to propose for its answer."""

    sentence: Sentence
    propose: float


@dataclass(frozen=True, slots=True)
class AfterBell:
    """The lesson is over and is not resumed: it was finished, stopped at a step, or not held."""

    sentence: Sentence
    step: str
    """The title of the step at which it would have stopped, or ""."""


def resume_gap(last_on: dt.datetime, now: dt.datetime, paused: bool) -> Counted | Ask:
    """How the time since the last event counts.

    0–120 minutes count (the bell does not wait), unless the lesson was paused. A negative or
    longer gap asks one question.
    """
    minutes = (now - last_on).total_seconds() / 60
    if minutes < 0:
        return Ask(
            Sentence(
                "This machine's clock stands before the last key ({last}). "
                "How many minutes have gone by?",
                last=last_on.strftime("%Y-%m-%d %H:%M"),
            ),
            0,
        )
    if minutes > MOST_COUNTED_MINUTES:
        return Ask(
            Sentence(
                "The last key was at {last}. How many minutes of the lesson have gone by since?",
                last=last_on.strftime("%Y-%m-%d %H:%M"),
            ),
            0,
        )
    return Counted(0.0 if paused else minutes)


def on_reopening(state: SessionState, now: dt.datetime) -> Counted | Ask | AfterBell:
    """What to do with a session found open: count the gap, ask, or close it.

    A lesson (not a roll, which has no bell) whose bell has rung meanwhile is not resumed.
    """
    if state.stands:
        return Counted(0.0)
    last = dt.datetime.fromisoformat(state.last_on)
    paused = state.paused_at is not None
    gap = (now - last).total_seconds() / 60
    if state.minutes and gap >= 0 and not paused and state.last_at / 60 + gap >= state.minutes:
        return _after_bell(state)
    return resume_gap(last, now, paused)


def clock_is_behind(last_on: str, now: dt.datetime) -> Sentence | None:
    """A warning if the machine's day is before that of the last event; no card is in date then."""
    if (
        not last_on
        or now.date() >= dt.datetime.fromisoformat(last_on).astimezone(now.tzinfo).date()
    ):
        return None
    return Sentence(
        "This machine's date ({today}) is before the last lesson's ({last}). Set it right first.",
        today=now.date(),
        last=last_on[:10],
    )


def _after_bell(state: SessionState) -> AfterBell:
    step = state.current
    rest = state.remaining
    title = step.title if step else (rest[0].title if rest else "")
    if not title:
        sentence = Sentence("This lesson was not closed. Was it finished, or not held?")
    else:
        sentence = Sentence(
            "This lesson was not closed. Was it finished, stopped at “{step}”, or not held?",
            step=title,
        )
    return AfterBell(sentence, title)
