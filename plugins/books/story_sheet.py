"""A discussion sheet: the way that a class took through a story, or a whole story for a teacher."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lifeskills.api import (
    BookPlan,
    BookRequest,
    Passage,
    Stop,
    Story,
    story_kept,
    walked,
)

from .common import (
    LETTERS,
    base,
    for_children,
    lines_part,
    numbers,
    only_story,
    sheet_plan,
    table_part,
    text_part,
    title,
    titles,
)
from .results import listed
from .words import words

ADVICE_LINES, OTHER_LINES = 3, 2
NUMBERS = 4
SIDES = 2
"""Sides of the sheet of a class: both of one leaf."""
Part = dict[str, Any]


def story_sheet(request: BookRequest) -> BookPlan:
    """The sheet: of a class the way it took, without one the whole story with every branch.

    No learner's name stands on it. Raises PrintError without a story.
    """
    story = only_story(request)
    sheet = _Sheet(request, story)
    parts = sheet.walked() if request.record is not None else sheet.whole()
    w, context = words(request.language), base(request)
    day = str((request.record or {}).get("day") or "")
    about = (context["school"]["name"], context["class_name"], day)
    return sheet_plan(
        request,
        f"{w['story_sheet']}{w['colon']}{story.title}",
        list(parts),
        subtitle=w["dot"].join(one for one in about if one) if day else w["story_whole"],
        pages=SIDES if request.record is not None else 0,
    )


class _Sheet:
    def __init__(self, request: BookRequest, story: Story) -> None:
        self.request, self.story = request, story
        self.w = words(request.language)
        self.who = story.who[0] if story.who else story.title

    # -- the way a class took ----------------------------------------------------------------

    def walked(self) -> Iterator[Part]:
        """Scenes in the order in which they were reached, what was chosen, and what to talk of."""
        w, way = self.w, walked(self.story, story_kept(self.request.record or {}))
        yield text_part(w["story_use"])
        for number, stop in enumerate(way.stops, start=1):
            yield from self._stop(number, stop)
        if way.changed:
            yield text_part(w["story_changed"])
        yield from self._law([stop.passage for stop in way.stops], brief=False)
        yield from self._talk()
        yield lines_part(ADVICE_LINES, w["story_advice"].format(who=self.who))
        yield lines_part(OTHER_LINES, w["story_other"])
        yield self._help()

    def _stop(self, number: int, stop: Stop) -> Iterator[Part]:
        passage = stop.passage
        yield text_part(self._scene(passage), heading=f"{number} {passage.title}")
        if len(passage.choices) > 1:
            yield self._choices(stop)
        yield from self._ending(passage)

    def _scene(self, passage: Passage) -> str:
        """How careful the choice was that led here, then the scene."""
        w = self.w
        if not passage.care:
            return passage.text
        care = w[f"care_{passage.care}"]
        changes = f"{w['colon']}{passage.changes}" if passage.changes else ""
        return f"**{care}**{changes}\n\n{passage.text}"

    def _choices(self, stop: Stop) -> Part:
        w = self.w
        rows = []
        for letter, choice in zip(LETTERS, stop.passage.choices, strict=False):
            took = ""
            if letter in stop.chosen:
                took = w["story_chosen"] if letter == stop.chosen[0] else w["story_tried"]
            row = [letter, choice.text, took]
            rows.append([*row, str(stop.hands.get(letter, "–"))] if stop.hands else row)
        head = ["", w["story_ways"], w["story_class"]]
        if stop.hands:
            return table_part([*head, w["story_hands"]], [6, 62, 18, 14], rows)
        return table_part(head, [6, 74, 20], rows)

    def _ending(self, passage: Passage) -> Iterator[Part]:
        if not passage.ending:
            return
        w = self.w
        helpers = titles(self.request, "helper", passage.helpers)
        found = (
            (w["story_gained"], passage.gained),
            (w["story_way_back"], passage.way_back),
            (w["story_helpers"], helpers),
            (w["story_step"], passage.small_step),
        )
        rows = [f"- **{name}**{w['colon']}{said}" for name, said in found if said]
        yield text_part("\n".join(rows))

    # -- the whole story ---------------------------------------------------------------------

    def whole(self) -> Iterator[Part]:
        """Every scene with its number; a choice names the scene that it leads to."""
        w = self.w
        places = {one.id: n for n, one in enumerate(self.story.passages, start=1)}
        yield text_part(w["story_whole_use"])
        for number, passage in enumerate(self.story.passages, start=1):
            yield text_part(self._scene(passage), heading=f"{number} {passage.title}")
            if passage.choices:
                yield self._ways(passage, places)
            yield from self._ending(passage)
            notes = [*self._why(passage), *self._signals(passage)]
            if notes:
                yield text_part("\n\n".join(notes))
        yield from self._law(self.story.passages, brief=True)
        yield from self._talk()
        yield text_part(w["story_advice"].format(who=self.who))
        yield self._help()

    def _ways(self, passage: Passage, places: Mapping[str, int]) -> Part:
        w = self.w
        if len(passage.choices) == 1:
            only = passage.choices[0]
            return text_part(w["story_on"].format(way=only.text, n=places.get(only.to, "–")))
        rows = [
            [letter, one.text, str(places.get(one.to, "–"))]
            for letter, one in zip(LETTERS, passage.choices, strict=False)
        ]
        return table_part(["", w["story_ways"], w["story_to"]], [6, 78, 16], rows)

    def _why(self, passage: Passage) -> list[str]:
        why = f"{self.w['story_why']}{self.w['colon']}{passage.why}"
        return [why] if passage.why else []

    def _signals(self, passage: Passage) -> list[str]:
        known = [title(self.request, "signal", name) for name in passage.signals]
        said = "\n".join(f"- {one}" for one in known if one)
        return [f"{self.w['story_signals']}{self.w['colon']}\n\n{said}"] if said else []

    # -- for both ----------------------------------------------------------------------------

    def _law(self, passages: Sequence[Passage], *, brief: bool) -> Iterator[Part]:
        """The cards of these passages, each once: plain words and basis, for the teacher more."""
        w = self.w
        ids = dict.fromkeys(one for passage in passages for one in passage.cards)
        for number, name in enumerate(one for one in ids if one in self.story.cards):
            card = self.story.cards[name]
            heading = w["story_law"] if not number else ""
            plain = "\n".join(f"- {line}" for line in card.plain.splitlines() if line.strip())
            yield text_part(f"**{card.title}**\n\n{plain}\n\n{card.basis}", heading=heading)
            for part, said in card.brief if brief else ():
                yield text_part(f"**{w[f'card_{part}']}**\n\n{said}")

    def _talk(self) -> Iterator[Part]:
        if self.story.debrief:
            yield text_part(listed(self.story.debrief), heading=self.w["story_talk"])

    def _help(self) -> Part:
        request, w = self.request, self.w
        sure = numbers(request, children=for_children(request))["sure"][:NUMBERS]
        said = w["comma"].join(f"{one['call']} {one['purpose']}" for one in sure)
        return text_part(f"**{w['story_help']}**{w['colon']}{said}")
