"""Finding a learner by what is typed: the class number, or the first letters of the name.

Typing only finds. What is typed goes on growing while it fits somebody; a key that would fit
nobody begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lifeskills.core.people import Learner

Letters = tuple[str, ...]
"""For each character of a name the letters its readings begin with, the usual one first; "" fits
any letter."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was typed, whom it fits (learner ids, the best first) and which of them is meant.

    ``chosen`` after Tab: what is typed then begins anew.
    """

    typed: str = ""
    matches: tuple[str, ...] = ()
    at: int = 0
    chosen: bool = False

    @property
    def learner(self) -> str:
        """The id of the learner who is meant, or ""."""
        return self.matches[self.at] if self.matches else ""

    def next(self, by: int = 1) -> Found:
        """The next of those whom it fits, and round again."""
        if not self.matches:
            return self
        return Found(self.typed, self.matches, (self.at + by) % len(self.matches), chosen=True)


def type_key(
    found: Found, key: str, learners: Sequence[Learner], letters: Mapping[str, Letters]
) -> Found:
    """What is found after one more letter or digit; nothing typed and nobody if it fits nobody."""
    key = key.lower()
    same_kind = found.typed[:1].isdigit() == key.isdigit()
    goes_on = found.typed and same_kind and not found.chosen
    for typed in ([found.typed + key] if goes_on else []) + [key]:
        matches = _matches(typed, learners, letters)
        if matches:
            return Found(typed, matches)
    return Found()


def _matches(
    typed: str, learners: Sequence[Learner], letters: Mapping[str, Letters]
) -> tuple[str, ...]:
    if typed.isdigit():
        number = str(int(typed))
        exact = [one.id for one in learners if str(one.number) == number]
        longer = [
            one.id for one in learners if str(one.number).startswith(number) and one.id not in exact
        ]
        return (*exact, *longer)
    fitting = [one for one in learners if _begins(letters.get(one.id, ()), typed)]

    def how_far(one: Learner) -> tuple[int, int, bool]:
        # Usual readings before rare ones and unknown characters; "lx" means 李想 before 李想容.
        pairs = list(zip(letters[one.id], typed, strict=False))
        unknown = sum(not part for part, _key in pairs)
        rare = sum(part[:1] != key for part, key in pairs)
        return unknown, rare, len(letters[one.id]) != len(typed)

    return tuple(one.id for one in sorted(fitting, key=how_far))


def _begins(letters: Letters, typed: str) -> bool:
    if len(typed) > len(letters):
        return False
    return all(not part or key in part for part, key in zip(letters, typed, strict=False))
