"""What undo took back, in words: one sentence for the keys of a roll or a lesson."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lifeskills.core.events import Event
from lifeskills.core.session import SessionState
from lifeskills.core.text import Sentence

_WORDS: Mapping[str, Sentence] = {
    "marked": Sentence("Taken back: a mark on the roll."),
    "roll_done": Sentence("Taken back: the end of the roll."),
    "headcount": Sentence("Taken back: the head count."),
    "paused": Sentence("Taken back: the pause."),
    "resumed": Sentence("Taken back: going on after the pause."),
    "minutes_added": Sentence("Taken back: the change of minutes."),
    "plan_changed": Sentence("Taken back: the change of plan."),
    "grouped": Sentence("Taken back: the groups."),
    "turn": Sentence("Taken back: the turn."),
    "tool": Sentence("Taken back: the last key of the tool."),
    "chose": Sentence("Taken back: the choice in the story."),
    "noted": Sentence("Taken back: the note."),
}


def taken_back(key: Sequence[Event], before: SessionState) -> Sentence:
    """What the events of one key were, newest first; ``before`` still holds them."""
    if not key:
        return Sentence("There is nothing to take back.")
    newest = key[0]
    step = next((one.title for one in before.plan if one.id == newest.data.get("step")), "")
    if newest.kind == "step_begun":
        return Sentence("Taken back: the beginning of “{step}”.", step=step)
    if newest.kind == "step_ended":
        return Sentence("Taken back: the end of “{step}”.", step=step)
    if newest.kind == "grouped" and "groups" not in newest.data:
        return Sentence("Taken back: names on the wall or not.")
    return _WORDS.get(newest.kind, Sentence("Taken back."))
