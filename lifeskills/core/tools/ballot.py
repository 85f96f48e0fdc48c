"""Hands counted for options: shared by the vote and the story."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from lifeskills.core.text import Sentence, Words
from lifeskills.core.tool import Action, Row
from lifeskills.core.tools.reading import MOST_PEOPLE, Option, whole

WIN = "win:"
COUNT = "count:"
ADD = "add:"


@dataclass(frozen=True, slots=True)
class Ballot:
    """One round of hands: the options, the hands counted so far and the letter that won.

    ``present`` is the number of people in the room, or 0 when it is not known.
    """

    options: tuple[Option, ...]
    present: int = 0
    hands: tuple[tuple[str, int], ...] = ()
    winner: str = ""

    @property
    def counted(self) -> dict[str, int]:
        """Hands by letter, only where they were counted."""
        return dict(self.hands)

    @property
    def total(self) -> int:
        """All hands counted."""
        return sum(self.counted.values())

    @property
    def too_many(self) -> bool:
        """True when more hands were counted than there are people."""
        return bool(self.present) and self.total > self.present

    @property
    def chosen(self) -> str:
        """The letter the teacher named, else the one with most hands once all are counted."""
        counted = self.counted
        if self.winner or len(counted) < len(self.options) or not counted:
            return self.winner
        most = max(counted.values())
        first = [letter for letter, hands in counted.items() if hands == most]
        return first[0] if len(first) == 1 and most else ""

    def actions(self) -> tuple[Action, ...]:
        """One key for the winning letter; counting by digit, or adding up row by row."""
        win = [
            Action(id=f"{WIN}{one.letter}", title=_titled(one), key=one.letter.lower())
            for one in self.options
        ]
        count = [
            Action(
                id=f"{COUNT}{one.letter}",
                title=Sentence("Hands for {letter}", letter=one.letter),
                key=str(number),
                asks="count",
            )
            for number, one in enumerate(self.options, start=1)
        ]
        add = [
            Action(
                id=f"{ADD}{one.letter}",
                title=Sentence("One more row for {letter}", letter=one.letter),
                asks="count",
            )
            for one in self.options
        ]
        return (*win, *count, *add)

    def apply(self, action: str, value: Any) -> Ballot:
        """The ballot after a key; anything that is no option or no number changes nothing."""
        letters = {one.letter for one in self.options}
        letter = action.removeprefix(WIN)
        if action.startswith(WIN) and letter in letters:
            return replace(self, winner=letter)
        for prefix in (COUNT, ADD):
            letter = action.removeprefix(prefix)
            number = whole(value)
            if action.startswith(prefix) and letter in letters and number is not None:
                before = self.counted.get(letter, 0) if prefix == ADD else 0
                return self._with(letter, min(before + number, MOST_PEOPLE))
        return self

    def _with(self, letter: str, hands: int) -> Ballot:
        counted = {**self.counted, letter: hands}
        order = [one.letter for one in self.options if one.letter in counted]
        return replace(self, hands=tuple((one, counted[one]) for one in order))

    def rows(self) -> tuple[Row, ...]:
        """A row an option, the chosen one marked."""
        counted, chosen = self.counted, self.chosen
        return tuple(
            Row(label=_titled(one), count=counted.get(one.letter), marked=one.letter == chosen)
            for one in self.options
        )

    def remark(self) -> Words:
        """What does not add up, in one sentence; "" when nothing is to be said."""
        if self.too_many:
            return Sentence(
                "{total} hands for {present} people: count again?",
                total=self.total,
                present=self.present,
            )
        return ""

    def record(self) -> dict[str, Any]:
        """The winner and the hands, as counted."""
        return {"winner": self.chosen, "hands": self.counted, "present": self.present}


def changes(before: Ballot, after: Ballot) -> dict[str, int]:
    """By how many hands each option that was counted twice gained (or lost, below 0)."""
    first, then = before.counted, after.counted
    return {letter: then[letter] - first[letter] for letter in then if letter in first}


def compared(before: Ballot, after: Ballot) -> tuple[Row, ...]:
    """The rows of the later ballot, each with what it was before."""
    first, moved = before.counted, changes(before, after)
    return tuple(
        replace(row, note=_before(first.get(one.letter), moved.get(one.letter)))
        for one, row in zip(after.options, after.rows(), strict=True)
    )


def _before(hands: int | None, moved: int | None) -> Words:
    if hands is None:
        return ""
    if not moved:
        return Sentence("before: {n}", n=hands)
    sign = Sentence("before: {n}, now {more} more", n=hands, more=moved)
    return sign if moved > 0 else Sentence("before: {n}, now {less} fewer", n=hands, less=-moved)


def _titled(option: Option) -> Words:
    if isinstance(option.words, str):
        return f"{option.letter} {option.words}".strip()
    return Sentence("{letter} {what}", letter=option.letter, what=option.words)
