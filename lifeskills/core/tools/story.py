"""Story: the class decides at each choice, and may go back to see the other branch.

A law card stands at the passage that needs it: pupils see its plain words, the teacher its date and
brief. Fewer than 16 people talk it over instead of raising hands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from lifeskills.core.errors import UnknownName
from lifeskills.core.setting import SMALL_GROUP
from lifeskills.core.text import Sentence, Text, Words
from lifeskills.core.tool import Action, People, Row, ToolStep, ToolView
from lifeskills.core.tools.asides import Aside
from lifeskills.core.tools.ballot import ADD, COUNT, Ballot
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.reading import LETTERS, Option

if TYPE_CHECKING:
    from lifeskills.core.story import Care, Passage, PassageCard, Path, Story

CARE_WORDS: Mapping[Care, Text] = {
    "more": Text(zh="多一分把握", en="One more safeguard"),
    "some": Text(zh="还要小心", en="Still take care"),
    "less": Text(zh="风险变大", en="The risk grows"),
}
"""Choices are named by carefulness, never right or wrong."""

GO_ON = Action(id="go-on", title=Sentence("Go on"), key="g")
OTHER = Action(id="other", title=Sentence("Back to the last choice, try another way"), key="r")
DEBRIEF = Action(id="debrief", title=Sentence("Talk about it"), key="t")
MOST_STEPS = 200
"""Passages walked in one lesson, replays included; far beyond what a period holds."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice that the class made: where, which letter, how careful, and the hands if counted."""

    at: str
    letter: str
    care: Care
    hands: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class StoryState:
    """Where the class stands. ``story`` is None when there is none to play."""

    phases: Phases
    story: Story | None
    path: Path
    ballot: Ballot
    present: int = 0
    decisions: tuple[Decision, ...] = ()
    endings: tuple[str, ...] = ()
    replays: int = 0
    talking: bool = field(default=False)
    aside: Aside = field(default_factory=Aside)

    @property
    def small(self) -> bool:
        """True for a circle that talks instead of voting."""
        return 0 < self.present < SMALL_GROUP

    @property
    def cards(self) -> tuple[PassageCard, ...]:
        """The law cards of the passage the class is at."""
        here = self.here
        return self.story.cards_at(here.id) if self.story and here and not self.talking else ()

    @property
    def here(self) -> Passage | None:
        """The passage the class is at; None when the story lacks it."""
        return _passage(self.story, self.path.here)


class StoryTool:
    """Plays the story of the course: choices by one key, care words after the choice.

    ``helpers`` are the words for helper ids; an id without words is shown as it is.
    """

    id = "story"

    def __init__(self, helpers: Mapping[str, Text] | None = None) -> None:
        self._helpers = dict(helpers or {})

    def start(self, step: ToolStep, people: People) -> StoryState:
        """The first passage."""
        from lifeskills.core.story import Path

        story = step.story
        path = Path((story.start if story else "",))
        state = StoryState(Phases.of(step), story, path, Ballot(()), present=people.present)
        return _arrived(state, path)

    def actions(self, state: StoryState) -> tuple[Action, ...]:
        """The choices, or going on; at an ending the way back to the last choice; the talk."""
        here = state.here
        if state.story is None or here is None or state.talking:
            return (*_other(state), *state.phases.actions())
        decides = len(here.choices) > 1
        aside = state.aside.actions(state.cards, advise=decides or here.ending)
        if state.aside.now:
            return (*aside, *state.phases.actions())
        ways = _ways(state) if decides else ()
        on = (replace(GO_ON, title=here.choices[0].text),) if len(here.choices) == 1 else ()
        talk = (DEBRIEF,) if state.story.debrief and (here.ending or state.endings) else ()
        return (*ways, *on, *_other(state), *talk, *aside, *state.phases.actions())

    def apply(self, state: StoryState, action: str, value: Any, at: float) -> StoryState:
        """The story after a key; a key that does not fit the passage changes nothing."""
        here = state.here
        if state.story is None or here is None:
            return replace(state, phases=state.phases.apply(action, at))
        offered = {one.id for one in self.actions(state)}
        beside = state.aside.apply(action)
        if (state.aside.now or beside.now) and beside != state.aside and action in offered:
            return replace(state, aside=beside)
        if state.aside.now:
            return replace(state, phases=state.phases.apply(action, at))
        if action == GO_ON.id and len(here.choices) == 1 and not state.talking:
            return _taken(state, state.story, 0)
        if action == OTHER.id and _other(state):
            back = state.path.back_to_decision(state.story)
            return replace(_arrived(state, back), replays=state.replays + 1, talking=False)
        if action == DEBRIEF.id and state.story.debrief and (here.ending or state.endings):
            return replace(state, talking=True)
        if state.talking:
            return replace(state, phases=state.phases.apply(action, at))
        ballot = state.ballot.apply(action, value)
        if ballot.winner and not state.ballot.winner:
            return _decided(replace(state, ballot=ballot), state.story, here)
        return replace(state, ballot=ballot, phases=state.phases.apply(action, at))

    def view(self, state: StoryState, at: float) -> ToolView:
        """The scene; at its end what was gained, the way back, who helps, and the small step."""
        here = state.here
        if state.story is None or here is None:
            return ToolView(
                body=Sentence("The story is not there. Read the scene from the guide."),
                clock=state.phases.clock(at),
                options=self.actions(state),
            )
        if state.aside.now:
            beside = state.aside.view(state.cards, _who(state.story), small=state.small)
            return replace(beside, clock=state.phases.clock(at), options=self.actions(state))
        rows: tuple[Row, ...]
        if state.talking:
            headline: Words = Sentence("Talk about it")
            body: Words = ""
            rows = tuple(Row(label=question) for question in state.story.debrief)
        elif here.ending:
            headline, body, rows = here.title, here.text, self._ending_rows(here)
        else:
            headline, body, rows = here.title, here.text, _choice_rows(state)
        return ToolView(
            headline=headline,
            body=body,
            clock=state.phases.clock(at),
            rows=(*_care_rows(state, here), *rows),
            options=self.actions(state),
            done=state.talking or (here.ending and not state.story.debrief),
        )

    def _ending_rows(self, here: Passage) -> tuple[Row, ...]:
        words = [self._helpers.get(one, Text(en=one)) for one in here.helpers]
        helpers = Text(
            zh="、".join(one.get("zh") for one in words),
            en=", ".join(one.get("en") for one in words),
        )
        lines: tuple[tuple[Sentence, Words], ...] = (
            (Sentence("Gained"), here.gained),
            (Sentence("The way back"), here.way_back),
            (Sentence("Who helps"), helpers if words else ""),
            (Sentence("The next small step"), here.small_step),
        )
        return tuple(Row(label=label, note=words) for label, words in lines if words)

    def record(self, state: StoryState) -> Mapping[str, Any]:
        """The choices with their care and hands, the endings reached, how often another way."""
        if state.story is None or not (state.decisions or state.endings):
            return {}
        beside = {"advice": state.aside.heard, "cards": list(state.aside.shown)}
        return {
            "story": state.story.id,
            "choices": [
                {"at": one.at, "letter": one.letter, "care": one.care, "hands": dict(one.hands)}
                for one in state.decisions
            ],
            "endings": list(state.endings),
            "here": state.path.here,
            "replays": state.replays,
            "talked": state.talking,
            **{name: value for name, value in beside.items() if value},
        }


def _who(story: Story) -> str:
    """Whom the story is about: the first it names, else its title."""
    return story.who[0] if story.who else story.title


def _ways(state: StoryState) -> tuple[Action, ...]:
    """The letters; hands are counted where a class votes, not in a circle that talks."""
    found = state.ballot.actions()
    return tuple(a for a in found if not state.small or not a.id.startswith((COUNT, ADD)))


def _passage(story: Story | None, name: str) -> Passage | None:
    try:
        return story.passage(name) if story else None
    except UnknownName:
        # A link to nowhere is a finding of the checker; in class the scene is read aloud.
        return None


def _arrived(state: StoryState, path: Path) -> StoryState:
    """The state at the end of ``path``, with an empty ballot of the passage's choices."""
    here = _passage(state.story, path.here)
    choices = here.choices if here and len(here.choices) > 1 else ()
    options = tuple(Option(letter, one.text) for letter, one in zip(LETTERS, choices, strict=False))
    return replace(state, path=path, ballot=Ballot(options, state.present))


def _taken(state: StoryState, story: Story, index: int) -> StoryState:
    if len(state.path.steps) >= MOST_STEPS:
        return state
    path = state.path.choose(story, index)
    there = _passage(story, path.here)
    ended = (path.here,) if there and there.ending else ()
    return replace(_arrived(state, path), endings=(*state.endings, *ended))


def _decided(state: StoryState, story: Story, here: Passage) -> StoryState:
    letter = state.ballot.winner
    index = LETTERS.index(letter)
    there = _passage(story, here.choices[index].to)
    decision = Decision(here.id, letter, there.care if there else "", state.ballot.hands)
    moved = _taken(state, story, index)
    return moved if moved is state else replace(moved, decisions=(*state.decisions, decision))


def _other(state: StoryState) -> tuple[Action, ...]:
    """Going back is offered once a choice was made on the way here."""
    walked = state.path.steps[:-1]
    chose = any(len(one.choices) > 1 for name in walked if (one := _passage(state.story, name)))
    return (OTHER,) if chose else ()


def _choice_rows(state: StoryState) -> tuple[Row, ...]:
    """The ways on with their hands; those taken before carry a note."""
    taken = {(one.at, one.letter) for one in state.decisions}
    rows = zip(state.ballot.options, state.ballot.rows(), strict=True)
    tried = Sentence("tried before")
    ways = tuple(
        replace(row, note=tried if (state.path.here, option.letter) in taken else "")
        for option, row in rows
    )
    if state.small and ways:
        return (Row(label=Sentence("Talk it over together, then name one letter.")), *ways)
    return ways


def _care_rows(state: StoryState, here: Passage) -> tuple[Row, ...]:
    """How careful the choice was that led here, and what it changes for the situation."""
    words = CARE_WORDS.get(here.care)
    if words is None or len(state.path.steps) < 2 or state.talking:
        return ()
    return (Row(label=words, note=here.changes, marked=True),)
