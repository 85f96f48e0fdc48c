"""The words of the frame: which step keys, marks, block kinds and block keys a file may use.

The reader checks against these tables, and ``docs/reference/lesson.md`` is made from them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lifeskills.core.lesson import BLOCK_KINDS, NEEDS, PHASES, SHAPES, STEP_MARKS

WHOLE = "whole number"
WORDS = "ids, separated by spaces"
DATE = "date, YYYY-MM-DD"
HASH = "8 hex digits"
PLAIN = "words"

UNSTAMPED = "00000000"
"""The placeholder that writers put; ``pack stamp`` replaces it."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a frame line: its ``values`` if they are a closed list, else the ``form``."""

    says: str
    values: tuple[str, ...] = ()
    form: str = PLAIN
    several: bool = False


OF_KEY = Key("the text that this one stands on or translates; written by `pack stamp`", form=HASH)

STEP_KEYS: Mapping[str, Key] = {
    "phase": Key("the part of the lesson", PHASES),
    "minutes": Key("planned minutes for the first audience", form=WHOLE),
    "least": Key("the fewest minutes in which the step still works", form=WHOLE),
    "shape": Key("how learners sit and work", SHAPES),
    "needs": Key("what may be cut when time runs out", NEEDS),
    "serves": Key("objectives that the step works towards", form=WORDS, several=True),
    "checks": Key("objectives that the step checks", form=WORDS, several=True),
    "talk": Key("the home language may be spoken; the report is in putonghua", ("home",)),
}
OVERLAY_KEYS: Mapping[str, Key] = {
    **STEP_KEYS,
    "of": OF_KEY,
    "before": Key("a new step stands before this one", form=WORDS),
    "after": Key("a new step stands after this one", form=WORDS),
}
TRANSLATION_KEYS: Mapping[str, Key] = {"of": OF_KEY}

BLOCK_KEYS: Mapping[str, Key] = {
    "age": Key("only for this age band", ("under16", "16plus"), several=True),
    "audience": Key("only for these audiences", form=WORDS, several=True),
    "size": Key("only for a small (fewer than 16 present) or large group", ("large", "small")),
    "read": Key("who reads the text aloud", ("teacher", "group", "pair")),
}
LAW_KEYS: Mapping[str, Key] = {
    "grade": Key("how well it is known", ("A", "B", "C", "R")),
    "from": Key("in force from this day", form=DATE),
    "until": Key("in force until this day", form=DATE),
    "source": Key("where it was read"),
    "seen_on": Key("the day of that source", form=DATE),
    "review_by": Key("to be checked again by this day", form=DATE),
    "article": Key("how the article is cited, where the id does not say it"),
    "of": OF_KEY,
}

BLOCK_SAYS: Mapping[str, str] = {
    "say": "the teacher's words, spoken as they are",
    "do": "what the teacher does",
    "task": "what pupils see on the class screen, the board or the leader's card",
    "ask": "open questions, as a list",
    "touch": "what a good answer touches, or the answers, in the same order",
    "board": "at most six short lines",
    "note": "for the teacher: difficulties, wording, large classes",
    "opt-out": "a quiet equivalent",
    "care": "what to say if someone is upset or discloses",
    "student": "the pupils' handbook",
    "slip": "the exit slip",
    "home": "a take-home of at most 15 minutes",
    "record": "what the teacher notes: counts and themes",
    "statement": "a legal statement in plain words (law files only)",
}
MARK_SAYS: Mapping[str, str] = {
    "drop": "an overlay takes the step out",
    "replace": "an overlay gives the whole body",
    "break": "the first period of a double lesson ends after this step",
    "stop": "a good place to stop",
    "class-meeting": "part of the 25-minute cut",
    "told": "the step tells its own scene: the course's episode is not played here",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """What a kind of file may hold. ``activities``: a step heading may name its activity."""

    name: str
    step_keys: Mapping[str, Key] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    block_kinds: tuple[str, ...] = BLOCK_KINDS
    block_keys: Mapping[str, Key] = field(default_factory=lambda: BLOCK_KEYS)
    block_marks: tuple[str, ...] = ("slot",)
    activities: bool = False


LESSON = Grammar(
    name="lesson",
    step_keys=STEP_KEYS,
    marks=("break", "stop", "class-meeting", "told"),
    activities=True,
)
OVERLAY = Grammar(name="overlay", step_keys=OVERLAY_KEYS, marks=STEP_MARKS, activities=True)
TRANSLATION = Grammar(name="translation", step_keys=TRANSLATION_KEYS, activities=True)
LAW = Grammar(name="law", step_keys=LAW_KEYS, block_kinds=("statement",), block_keys={})
LAW_WORDS = Grammar(
    name="law translation",
    step_keys=TRANSLATION_KEYS,
    block_kinds=("statement",),
    block_keys={},
)
CARD = Grammar(name="card", step_keys=TRANSLATION_KEYS)
GUIDE = Grammar(name="guide", step_keys=TRANSLATION_KEYS)
