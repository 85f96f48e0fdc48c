"""Exit slips: three numbers by face; now, later or never."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import numbered, whole, wholes
from lifeskills.core.tools.themes import Themes

FACES: tuple[str, ...] = ("yes", "partly", "not-yet")
"""Ids of the three faces as the record names them, the happy one first."""

FACE_WORDS: Mapping[str, Sentence] = {
    "yes": Sentence("Got it"),
    "partly": Sentence("Partly"),
    "not-yet": Sentence("Not yet"),
}
THREE = Action(
    id="three", title=Sentence("Three numbers: got it, partly, not yet"), key="x", asks="text"
)
LATER = Action(id="later", title=Sentence("Count later"), key="l")
NEVER = Action(id="never", title=Sentence("Do not count"), key="o")
FACE = "face:"


def faces_of(typed: Any) -> dict[str, int] | None:
    """Three numbers as typed (``30 12 5``) by face; None unless there are three."""
    numbers = wholes(typed)
    return dict(zip(FACES, numbers, strict=True)) if len(numbers) == len(FACES) else None


def too_many(total: int, present: int) -> Sentence | None:
    """What is said of more slips than people; nothing where nobody counted the people."""
    if not present or total <= present:
        return None
    return Sentence(
        "{total} slips for {present} people: count again?", total=total, present=present
    )


@dataclass(frozen=True, slots=True)
class SlipsState:
    """The numbers counted so far and what the teacher decided about counting."""

    phases: Phases
    items: tuple[str, ...]
    present: int
    faces: tuple[tuple[str, int], ...] = ()
    when: str = ""
    themes: Themes = field(default_factory=Themes)

    @property
    def total(self) -> int:
        """All slips counted."""
        return sum(number for _, number in self.faces)


class Slips:
    """Counts exit slips by face.

    The questions on them are sorted on paper; with the activity's option ``themes`` each kind is
    kept in a word or two.
    """

    id = "slips"

    def start(self, step: ToolStep, people: People) -> SlipsState:
        """Nothing counted; the items stand in ``slip``."""
        return SlipsState(
            Phases.of(step),
            numbered(step.step, "slip"),
            people.present,
            themes=Themes.of(step.options),
        )

    def actions(self, state: SlipsState) -> tuple[Action, ...]:
        """Three numbers in one go or one by one; later; never."""
        one_by_one = tuple(
            Action(id=f"{FACE}{face}", title=FACE_WORDS[face], key=str(number), asks="count")
            for number, face in enumerate(FACES, start=1)
        )
        more = (*state.themes.actions(), *state.phases.actions())
        return (THREE, *one_by_one, LATER, NEVER, *more)

    def apply(self, state: SlipsState, action: str, value: Any, at: float) -> SlipsState:
        """The slips after a key."""
        if action == THREE.id:
            three = faces_of(value)
            return replace(state, faces=tuple(three.items()), when="now") if three else state
        face, number = action.removeprefix(FACE), whole(value)
        if action.startswith(FACE) and face in FACES and number is not None:
            counted = {**dict(state.faces), face: number}
            order = tuple((one, counted[one]) for one in FACES if one in counted)
            return replace(state, faces=order, when="now")
        if action in {LATER.id, NEVER.id}:
            return replace(state, faces=(), when=action)
        return replace(
            state,
            phases=state.phases.apply(action, at),
            themes=state.themes.apply(action, value),
        )

    def view(self, state: SlipsState, at: float) -> ToolView:
        """The slip's items, the numbers by face, and what does not add up."""
        items = tuple(Row(label=f"{n} {words}") for n, words in enumerate(state.items, start=1))
        return ToolView(
            headline=Sentence("Exit slip"),
            body=too_many(state.total, state.present) or "",
            clock=state.phases.clock(at),
            rows=(*items, *state.themes.rows()),
            counts=tuple((FACE_WORDS[face], number) for face, number in state.faces),
            options=self.actions(state),
            done=bool(state.when),
        )

    def record(self, state: SlipsState) -> Mapping[str, Any]:
        """The numbers by face, or that they come later or never; kinds of questions."""
        kept: dict[str, Any] = {"when": state.when} if state.when else {}
        if state.faces:
            kept = {"faces": dict(state.faces), "present": state.present}
        return {**kept, **state.themes.record()}
