"""Stories: passages with choices, walked by a class that votes."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from lifeskills.core.errors import UnknownName

if TYPE_CHECKING:
    from lifeskills.core.setting import AgeBand

Care = Literal["more", "some", "less", ""]


@dataclass(frozen=True, slots=True)
class Choice:
    """A way on: the words on the link and the passage it leads to."""

    text: str
    to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageCard:
    """A law card as a passage needs it: every reference in words, for one setting.

    ``plain`` is what pupils of this age read, ``basis`` the articles it rests on, ``review_by`` the
    day by which they are to be checked again ("" if nobody said), ``brief`` the teacher's part by
    section (say, dont, questions, whom) in Markdown.
    """

    id: str
    title: str
    plain: str
    basis: str
    review_by: str = ""
    brief: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A scene. ``care`` says how careful the choice that leads here is; never right or wrong.

    ``text`` is CommonMark without the links. Endings say what was gained, the way back, who
    helped and the next small step. ``cards`` are the law cards that belong here, by id.
    ``older`` keeps a passage for classes of which everybody is sixteen or older.
    """

    id: str
    title: str
    text: str
    choices: tuple[Choice, ...] = ()
    care: Care = ""
    ending: bool = False
    decision: bool = False
    older: bool = False
    signals: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    gained: str = ""
    way_back: str = ""
    small_step: str = ""
    why: str = ""
    changes: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """A story in one language; ``debrief`` holds the discussion questions.

    ``touches`` says of each question what a good answer touches ("" if nothing is written).
    ``say``, ``dont`` and ``pass_on`` are for the teacher who leads the talk: what to say, what
    not to say, and what may be heard that is handed on, with to whom.

    ``cards`` are the law cards of its passages as they may be said in a setting, by id; empty until
    a story is told somewhere. A card that may not be said there is left out.
    """

    id: str
    title: str
    language: str
    start: str
    passages: tuple[Passage, ...]
    ifid: str = ""
    pack: str = ""
    file: str = ""
    audiences: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()
    courses: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()
    touches: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    dont: tuple[str, ...] = ()
    pass_on: tuple[str, ...] = ()
    cards: Mapping[str, PassageCard] = field(default_factory=dict)

    def cards_at(self, id: str) -> tuple[PassageCard, ...]:
        """The cards of a passage that may be said here, in its order. Raises UnknownName."""
        return tuple(self.cards[one] for one in self.passage(id).cards if one in self.cards)

    def passage(self, id: str) -> Passage:
        """The passage with this id. Raises UnknownName."""
        for passage in self.passages:
            if passage.id == id:
                return passage
        raise UnknownName("The story has no such passage.", subject=f"{self.id} {id}")

    @property
    def endings(self) -> tuple[Passage, ...]:
        """The passages that end the story."""
        return tuple(passage for passage in self.passages if passage.ending)


def for_band(story: Story, band: AgeBand | None) -> Story:
    """The story for an age band: where under-16s listen, without what is kept for older ones.

    A choice that leads to such a passage is gone; a decision with one way left is none any more.
    """
    kept = {one.id for one in story.passages if not one.older}
    if band not in ("under16", "mixed") or len(kept) == len(story.passages):
        return story
    return replace(
        story, passages=tuple(_shortened(one, kept) for one in story.passages if one.id in kept)
    )


def _shortened(passage: Passage, kept: Set[str]) -> Passage:
    choices = tuple(one for one in passage.choices if one.to in kept)
    return replace(passage, choices=choices, decision=passage.decision and len(choices) > 1)


@dataclass(frozen=True, slots=True)
class Path:
    """The way a class took: passage ids from the start, each reached by the choice before it."""

    steps: tuple[str, ...]

    @property
    def here(self) -> str:
        """The passage the class is at."""
        return self.steps[-1]

    def choose(self, story: Story, index: int) -> Path:
        """The path after taking choice ``index`` (from 0). Raises UnknownName if there is none."""
        choices = story.passage(self.here).choices
        if not 0 <= index < len(choices):
            raise UnknownName("This passage has no such choice.", subject=self.here)
        return Path((*self.steps, choices[index].to))

    def back_to_decision(self, story: Story) -> Path:
        """The path up to the last passage with two or more choices before here, to try another."""
        for cut in range(len(self.steps) - 1, 0, -1):
            if len(story.passage(self.steps[cut - 1]).choices) > 1:
                return Path(self.steps[:cut])
        return Path(self.steps[:1])


def reachable(story: Story) -> frozenset[str]:
    """Ids of the passages that can be reached from the start; unknown targets are left out."""
    by_id = {passage.id: passage for passage in story.passages}
    seen: set[str] = set()
    waiting = [story.start]
    while waiting:
        here = waiting.pop()
        if here in seen or here not in by_id:
            continue
        seen.add(here)
        waiting.extend(choice.to for choice in by_id[here].choices)
    return frozenset(seen)
