"""Themes: short words, and how often each came up; tools carry them beside what they count."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from lifeskills.core.text import Sentence, Text, Words
from lifeskills.core.tool import Action, Row
from lifeskills.core.tools.reading import MOST_PEOPLE, theme, whole

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_THEMES = 12
ASKS = Sentence("A theme, in a word or two")
AGAIN = "again:"


@dataclass(frozen=True, slots=True)
class Themes:
    """Words that came up with how often, in the order in which they came first.

    ``asks`` is what the teacher is asked for; "" where a step collects no words. ``digits`` says
    whether 1 to 9 count a theme once more; else the same word is typed again. ``id`` and ``key``
    are those of the action, so that a tool may carry two.
    """

    asks: Words = ""
    key: str = "t"
    id: str = "theme"
    digits: bool = True
    most: int = MOST_THEMES
    found: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, options: Mapping[str, Any], *, digits: bool = False) -> Themes:
        """The themes an activity asks for: its option ``themes`` says what, by language."""
        asked = options.get("themes")
        return cls(Text.from_map(asked), digits=digits) if asked else cls()

    def actions(self) -> tuple[Action, ...]:
        """A new theme while there is room; a digit for one that comes again."""
        if not self.asks:
            return ()
        full = len(self.found) >= self.most
        new = () if full else (Action(id=self.id, title=self.asks, key=self.key, asks="text"),)
        again = tuple(
            Action(id=f"{AGAIN}{number}", title=words, key=str(number) if number < 10 else "")
            for number, (words, _) in enumerate(self.found, start=1)
            if self.digits
        )
        return (*new, *again)

    def apply(self, action: str, value: Any) -> Themes:
        """The themes after a key; anything else changes nothing."""
        if not self.asks:
            return self
        if action == self.id:
            return self._with(theme(value))
        if self.digits and action.startswith(AGAIN):
            place = whole(action.removeprefix(AGAIN)) or 0
            return self._with(self.found[place - 1][0] if 0 < place <= len(self.found) else "")
        return self

    def _with(self, words: str) -> Themes:
        counted = dict(self.found)
        if not words or (words not in counted and len(counted) >= self.most):
            return self
        counted[words] = min(counted.get(words, 0) + 1, MOST_PEOPLE)
        return replace(self, found=tuple(counted.items()))

    def rows(self) -> tuple[Row, ...]:
        """A row a theme."""
        return tuple(Row(label=words, count=times) for words, times in self.found)

    def record(self) -> dict[str, Any]:
        """The themes with how often, or nothing."""
        return {"themes": dict(self.found)} if self.found else {}
