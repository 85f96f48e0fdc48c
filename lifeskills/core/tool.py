"""The tool protocol: a tool is pure, replays from events, and never paints.

A tool's view holds plain values. It is drawn by exactly three renderers: a Textual widget,
``--plain`` lines, and the class screen; so a school's own tool works everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from lifeskills.core.text import NO_TEXT, Text, Words

if TYPE_CHECKING:
    from lifeskills.core.lesson import Step
    from lifeskills.core.session import ToolAct
    from lifeskills.core.story import Story


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who is in the room, as numbers: a tool is given no names and no ids."""

    present: int
    groups: int = 0
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseSpec:
    """A named part of an activity; ``share`` is its part of the step's minutes (they sum to 1)."""

    title: Text
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """A small print of a kind: data. ``many`` copies stand on an A4 page (1, 2, 4, 8 or 16).

    ``words`` are Markdown, the same on each copy; ``faces`` are signs to hold up, one a piece. What
    a lesson brings itself has neither: ``book`` then names the book that prints it.
    """

    id: str
    title: Text
    words: Text = NO_TEXT
    many: int = 8
    faces: tuple[Text, ...] = ()
    book: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A kind of participatory activity: data. ``minutes`` is (least, most) of what it works in.

    ``records`` says what the facilitator notes (counts and themes only); ``tool`` names a Tool.
    ``large`` is the form for 40-60 learners at fixed desks, ``small`` that for fewer than 16.
    ``rules`` are what a sensitive kind must keep to: they stand among the step's notes.
    """

    id: str
    title: Text
    minutes: tuple[int, int]
    shape: str
    records: Text
    tool: str
    phases: tuple[PhaseSpec, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    handouts: tuple[Handout, ...] = ()
    large: Text = NO_TEXT
    small: Text = NO_TEXT
    rules: tuple[Text, ...] = ()

    @property
    def printables(self) -> tuple[str, ...]:
        """Ids of what may be printed for it."""
        return tuple(one.id for one in self.handouts)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolStep:
    """What a tool starts from: the adapted step, its activity and, for stories, the story."""

    step: Step
    activity: Activity | None = None
    minutes: int = 0
    story: Story | None = None
    begun: float = 0.0
    """Seconds when the step began, on the clock of ``at`` in keys and views: the session's without
    its pauses."""

    @property
    def options(self) -> Mapping[str, Any]:
        """The activity's options, or none."""
        return self.activity.options if self.activity else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something the teacher can do in a tool now.

    ``key`` is one letter or digit, or "" when reached by the palette only. ``asks`` is "" for a
    plain key, "count" when it wants a whole number (``value``), "text" for a short word.
    """

    id: str
    title: Words
    key: str = ""
    value: Any = None
    asks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolClock:
    """Seconds left and in all of the running phase, and the phase's name."""

    left: float
    total: float
    phase: Words = ""
    number: int = 1
    of: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of a tool's view: a label, a count if it has one, and whether it is the chosen one."""

    label: Words
    count: int | None = None
    marked: bool = False
    note: Words = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolView:
    """What a tool shows now: plain values for the three renderers."""

    headline: Words = ""
    body: Words = ""
    clock: ToolClock | None = None
    rows: tuple[Row, ...] = ()
    counts: tuple[tuple[Words, int], ...] = ()
    options: tuple[Action, ...] = ()
    teacher: tuple[tuple[Words, str], ...] = ()
    """For the teacher's own terminal, never for the wall: headings, each with Markdown below it."""
    done: bool = False


@runtime_checkable
class Tool(Protocol):
    """A pure tool. ``State`` is any immutable value of the tool's own."""

    id: str

    def start(self, step: ToolStep, people: People) -> Any:
        """The state before the first key."""

    def actions(self, state: Any) -> tuple[Action, ...]:
        """What the teacher can do now."""

    def apply(self, state: Any, action: str, value: Any, at: float) -> Any:
        """The state after a key at ``at`` seconds; an unknown action returns the state."""

    def view(self, state: Any, at: float) -> ToolView:
        """What to show at ``at`` seconds."""

    def record(self, state: Any) -> Mapping[str, Any]:
        """Counts and themes for the class record: JSON values, no ids, no names."""


def replay(tool: Tool, step: ToolStep, people: People, acts: Iterable[ToolAct]) -> Any:
    """The tool's state after the recorded keys, from the beginning."""
    state = tool.start(step, people)
    for act in acts:
        state = tool.apply(state, act.action, act.value, act.at)
    return state
