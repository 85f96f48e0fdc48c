"""The sentences of the roll screen: its title with the count, and what was typed."""

from __future__ import annotations

from lifeskills.core.finding import Found
from lifeskills.core.people import ClassGroup
from lifeskills.core.session import SessionState
from lifeskills.core.text import Sentence


def roll_title(group: ClassGroup, state: SessionState) -> Sentence:
    """The class and how many are there; an open group is only named."""
    if group.kind == "open":
        return Sentence("{name}: head count", name=group.name)
    away, total = len(state.absent), len(group.current)
    return Sentence(
        "{name}: roll   present {present} of {all}, away {away}",
        name=group.name,
        present=total - away,
        all=total,
        away=away,
    )


def found_words(found: Found) -> Sentence | str:
    """What was typed, and where the cursor is among those whom the letters fit."""
    if len(found.matches) > 1 and not found.typed.isdigit():
        return Sentence(
            "{typed}: {at} of {count}, Tab goes to the next",
            typed=found.typed,
            at=found.at + 1,
            count=len(found.matches),
        )
    return found.typed
