"""The way that a class took through a story, read again from what its record kept."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lifeskills.core.errors import UnknownName
from lifeskills.core.story import Passage, Story
from lifeskills.core.tools.reading import LETTERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A passage on the way. ``chosen`` are the letters taken there, the first time first; ``hands``
    those counted the first time. Both are empty where nothing was decided.
    """

    passage: Passage
    chosen: tuple[str, ...] = ()
    hands: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """The stops in the order in which they were first reached, endings among them.

    ``changed`` says that the story was rewritten since: the way is known only so far.
    """

    stops: tuple[Stop, ...]
    changed: bool = False


def story_kept(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a lesson's record kept of its story; empty without one."""
    for kept in dict(record.get("tools") or {}).values():
        if isinstance(kept, Mapping) and kept.get("story"):
            return kept
    return {}


def last_story(
    records: Iterable[Mapping[str, Any]], *, story: str = "", day: dt.date | None = None
) -> Mapping[str, Any] | None:
    """The newest record of a lesson in which a story (this one, on this day) was played."""
    wanted = [
        one
        for one in records
        if (kept := story_kept(one))
        and story in ("", kept["story"])
        and (day is None or one.get("day") == day.isoformat())
    ]
    return max(wanted, key=lambda one: (one.get("day", ""), one.get("closed", "")), default=None)


def walked(story: Story, kept: Mapping[str, Any]) -> Walk:
    """The way of a record: from the start, along single links, by the letters that were chosen.

    A choice at an earlier passage is a way that was tried again. The way ends at ``here`` if the
    record says where the class stood last, else before the first decision that was not made.
    """
    return _Walker(story, kept).walk()


class _Walker:
    def __init__(self, story: Story, kept: Mapping[str, Any]) -> None:
        self.story = story
        self.choices: Sequence[Mapping[str, Any]] = kept.get("choices") or ()
        self.here = str(kept.get("here") or "")
        self.endings = frozenset(kept.get("endings") or ())
        self.stops: dict[str, Stop] = {}

    def walk(self) -> Walk:
        at = self.story.start
        try:
            for choice in self.choices:
                wanted = str(choice["at"])
                if not self._leads_on(at, wanted) and wanted in self.stops:
                    at = wanted  # another way was tried
                at = self._chosen(self._on_to(at, wanted), choice)
                self._to_an_ending(at)
            self._to_the_end(at)
        except UnknownName:
            return Walk(stops=tuple(self.stops.values()), changed=True)
        return Walk(stops=tuple(self.stops.values()))

    def _leads_on(self, at: str, wanted: str) -> bool:
        for _ in self.story.passages:
            choices = self.story.passage(at).choices
            if at == wanted or len(choices) != 1:
                break
            at = choices[0].to
        return at == wanted

    def _arrive(self, id: str) -> Passage:
        passage = self.story.passage(id)
        self.stops.setdefault(id, Stop(passage=passage))
        return passage

    def _on_to(self, at: str, wanted: str) -> str:
        """Along single links to the passage of the next choice."""
        for _ in self.story.passages:
            passage = self._arrive(at)
            if at == wanted:
                return at
            if len(passage.choices) != 1:
                break
            at = passage.choices[0].to
        raise UnknownName("No way leads there any more.", subject=wanted)

    def _chosen(self, at: str, choice: Mapping[str, Any]) -> str:
        letter, stop = str(choice.get("letter", "")), self.stops[at]
        ways = dict(zip(LETTERS, stop.passage.choices, strict=False))
        if letter not in ways:
            raise UnknownName("This passage has no such choice.", subject=at)
        hands = stop.hands if stop.chosen else dict(choice.get("hands") or {})
        chosen = tuple(dict.fromkeys((*stop.chosen, letter)))
        self.stops[at] = Stop(passage=stop.passage, chosen=chosen, hands=hands)
        return ways[letter].to

    def _to_an_ending(self, at: str) -> None:
        """Where a choice led: its passage, and on to an ending that was reached from there."""
        along = [self._arrive(at)]
        while len(along[-1].choices) == 1 and len(along) <= len(self.story.passages):
            along.append(self.story.passage(along[-1].choices[0].to))
        if along[-1].id in self.endings:
            for passage in along:
                self._arrive(passage.id)

    def _to_the_end(self, at: str) -> None:
        for _ in self.story.passages:
            passage = self._arrive(at)
            if at == self.here or len(passage.choices) != 1:
                return
            at = passage.choices[0].to
