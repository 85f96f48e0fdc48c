"""A counting sheet: the few things that an activity has its teacher count, each on a key."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lifeskills.core.text import Sentence, Text, Words
from lifeskills.core.tool import Action, People, Row
from lifeskills.core.tools.reading import MOST_PEOPLE, theme, whole, wholes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lifeskills.core.tool import Activity

LINE = "line:"
ALL = Action(id="all", title=Sentence("All of them, in order: 12 8 5"), key="x", asks="text")
TOGETHER = Sentence("All together")
MOST_LINES = 15
A_GROUP = 5
"""Learners in a group, where none was formed and the number of groups is wanted all the same."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to count. ``asks`` is "" for one more at each press, else "count" or "text".

    A ``private`` line is for the teacher alone: its number stands beside its key, never among the
    counts, which the whole class sees.
    """

    id: str
    title: Words
    key: str
    asks: str = ""
    private: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines with what was counted. ``series``: numbered alike, so all can be typed at once."""

    lines: tuple[Line, ...] = ()
    series: bool = False
    counts: tuple[tuple[str, int], ...] = ()
    words: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, options: Mapping[str, Any]) -> Sheet:
        """What the activity's option ``sheet`` names, a table for each line."""
        return cls(
            tuple(
                Line(
                    id=str(one["id"]),
                    title=Text.from_map(one["title"]),
                    key=str(one["key"]),
                    asks=str(one.get("asks", "")),
                    private=bool(one.get("private", False)),
                )
                for one in options.get("sheet", ())
            )
        )

    @classmethod
    def for_groups(cls, title: Mapping[str, str], people: People) -> Sheet:
        """A line for each group, ``{ zh = "第{n}张", en = "Poster {n}" }``, its digit its key."""
        groups = people.groups or -(-people.present // A_GROUP) or 1
        return cls(_series(Text.from_map(title), min(groups, MOST_LINES)), series=True)

    def actions(self) -> tuple[Action, ...]:
        """A key a line; what is not for the class stands beside its key."""
        counted = dict(self.counts)
        lines = tuple(
            Action(
                id=f"{LINE}{one.id}",
                title=Sentence("{what}: {n}", what=one.title, n=counted[one.id])
                if (one.private or self.series) and one.id in counted
                else one.title,
                key=one.key,
                asks=one.asks,
            )
            for one in self.lines
        )
        if not self.series:
            return lines
        known = " ".join(str(counted.get(one.id, "–")) for one in self.lines)
        title = Sentence("All in order: {known}", known=known) if counted else ALL.title
        return (*lines, replace(ALL, title=title))

    def apply(self, action: str, value: Any) -> Sheet:
        """The sheet after a key; anything else changes nothing."""
        if action == ALL.id and self.series:
            numbers = wholes(value)
            if len(numbers) != len(self.lines):
                return self
            ids = (one.id for one in self.lines)
            return replace(self, counts=tuple(zip(ids, numbers, strict=True)))
        line = next((one for one in self.lines if action == f"{LINE}{one.id}"), None)
        if line is None:
            return self
        if line.asks == "text":
            said = theme(value)
            return replace(self, words=_with(self.words, line.id, said)) if said else self
        number = whole(value) if line.asks else dict(self.counts).get(line.id, 0) + 1
        if number is None:
            return self
        return replace(self, counts=self._ordered(line.id, min(number, MOST_PEOPLE)))

    def _ordered(self, id: str, number: int) -> tuple[tuple[str, int], ...]:
        counted = {**dict(self.counts), id: number}
        return tuple((one.id, counted[one.id]) for one in self.lines if one.id in counted)

    def shown(self) -> tuple[tuple[Words, int], ...]:
        """What the class may see: lines that were counted and are not private; of a series the sum.

        A poster with few ticks is not held up to everybody.
        """
        counted = dict(self.counts)
        if self.series:
            return ((TOGETHER, sum(counted.values())),) if counted else ()
        return tuple(
            (one.title, counted[one.id])
            for one in self.lines
            if counted.get(one.id) and not one.private
        )

    def rows(self) -> tuple[Row, ...]:
        """What was typed in words."""
        typed = dict(self.words)
        return tuple(
            Row(label=one.title, note=typed[one.id])
            for one in self.lines
            if one.id in typed and not one.private
        )

    def record(self) -> dict[str, Any]:
        """Counts and words by the lines' ids; what nobody counted is left out."""
        kept: dict[str, Any] = {}
        if self.counts:
            kept["counts"] = dict(self.counts)
        if self.words:
            kept["words"] = dict(self.words)
        return kept


def counted_titles(activities: Mapping[str, Activity]) -> dict[str, Text]:
    """What the lines of all activities' sheets are called, as ``counted:ID``, for a printed page.

    A plugin's option of that name may hold anything: what is no line is passed over.
    """
    sheets = (one.options.get("sheet", ()) for one in activities.values())
    lines = (line for sheet in sheets if isinstance(sheet, list) for line in sheet)
    return {
        f"counted:{line['id']}": Text.from_map(line["title"])
        for line in lines
        if isinstance(line, dict) and isinstance(line.get("title"), dict) and "id" in line
    }


def _series(title: Text, lines: int) -> tuple[Line, ...]:
    words = title.get("en")
    return tuple(
        Line(
            id=str(number),
            title=Sentence(words, title, n=number),
            key=str(number) if number < 10 else "",
            asks="count",
        )
        for number in range(1, lines + 1)
    )


def _with(words: tuple[tuple[str, str], ...], id: str, said: str) -> tuple[tuple[str, str], ...]:
    return tuple({**dict(words), id: said}.items())
