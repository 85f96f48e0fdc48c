"""One page for whoever leads the talk about a story: what happened, what to ask, where help is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from lifeskills.api import BookPlan, BookRequest, Passage, Story

from .common import (
    LETTERS,
    contacts,
    for_children,
    numbers,
    only_story,
    sheet_plan,
    table_part,
    text_part,
)
from .words import words

NEAR, CALLED = ("care-person", "police-post"), ("110", "120", "12355")
"""Who at the school is told, and which numbers stand beside them."""
Part = dict[str, Any]


def debrief_sheet(request: BookRequest) -> BookPlan:
    """The sheet of a story. Raises PrintError without one."""
    story, w = only_story(request), words(request.language)
    return sheet_plan(
        request,
        f"{w['debrief_sheet']}{w['colon']}{story.title}",
        list(_Sheet(request, story).parts()),
        subtitle=f"{story.id}{w['dot']}{w['debrief_use']}",
        pages=1,
        dense=True,
    )


class _Sheet:
    def __init__(self, request: BookRequest, story: Story) -> None:
        self.request, self.story = request, story
        self.w = words(request.language)
        self.named = {one.id: one for one in story.passages}

    def parts(self) -> Iterator[Part]:
        """From what happened to what comes after, in the order in which it is needed."""
        w, story = self.w, self.story
        start = self.named.get(story.start)
        if start is not None:
            yield text_part(f"**{w['debrief_start']}**{w['colon']}{start.text}")
        head = [w["debrief_where"], w["story_ways"], w["debrief_care"], w["debrief_happened"]]
        yield table_part(head, [13, 30, 14, 43], list(self._branches()))
        head = [w["debrief_ending"], w["story_gained"], w["story_way_back"]]
        rows = [[one.title, one.gained, one.way_back] for one in story.endings]
        yield table_part(head, [17, 40, 43], rows)
        asked = zip_longest(story.debrief, story.touches[: len(story.debrief)], fillvalue="")
        rows = [[f"{n} {one}", touch] for n, (one, touch) in enumerate(asked, start=1)]
        yield table_part([w["debrief_ask"], w["debrief_touch"]], [45, 55], rows)
        if story.say or story.dont:
            both = [[_list(story.say), _list(story.dont)]]
            yield table_part([w["debrief_say"], w["debrief_dont"]], [50, 50], both)
        yield {"kind": "facts", "heading": "", "rows": list(self._facts())}

    def _branches(self) -> Iterator[list[str]]:
        """Every choice with how careful it was and what it changed; a place is named once."""
        for passage in self.story.passages:
            ways = passage.choices if len(passage.choices) > 1 else ()
            for letter, way in zip(LETTERS, ways, strict=False):
                there = self.named.get(way.to)
                care = self.w[f"care_{there.care}"] if there and there.care else ""
                place = passage.title if letter == LETTERS[0] else ""
                yield [place, f"{letter} {way.text}", care, self._happened(there)]

    def _happened(self, there: Passage | None) -> str:
        if there is None:
            return ""
        return f"{there.changes or there.title}{self.w['debrief_to'].format(title=there.title)}"

    def _facts(self) -> Iterator[list[str]]:
        w, who = self.w, self.story.who[0] if self.story.who else self.story.title
        yield [w["story_law"], self._cards()]
        yield [w["debrief_pass_on"], self._pass_on()]
        yield [w["debrief_role"], w["debrief_role_how"].format(who=who)]
        yield [w["debrief_few"], w["debrief_few_how"]]
        yield [w["debrief_paper"], w["debrief_paper_how"].format(story=self.story.id)]

    def _cards(self) -> str:
        """The cards that may be read out here: title and id, each once."""
        ids = dict.fromkeys(one for passage in self.story.passages for one in passage.cards)
        known = [self.story.cards[one] for one in ids if one in self.story.cards]
        return self.w["comma"].join(f"{one.title} ({one.id})" for one in known) or "–"

    def _pass_on(self) -> str:
        """What may be heard and who is told; then the people of this school, then numbers."""
        request, w = self.request, self.w
        people = {one["id"]: one for one in contacts(request)}
        near = [
            f"{people[one]['label']} {people[one]['value'] or '________'}"
            for one in NEAR
            if one in people
        ]
        sure = numbers(request, children=for_children(request))["sure"]
        called = [f"{one['call']} {one['purpose']}" for one in sure if one["call"] in CALLED]
        said = [*self.story.pass_on, w["debrief_same_day"]]
        return f"{' '.join(said)} {w['semicolon'].join([*near, *called])}"


def _list(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {one}" for one in lines)
