"""What one key of undo takes back."""

from __future__ import annotations

from lifeskills.core.opening import last_key
from lifeskills.core.session import Event


def events(*kinds: str) -> list[Event]:
    """Kinds, with the step after a colon where it matters."""
    parts = [kind.partition(":") for kind in kinds]
    return [Event(n, kind, 0.0, "", {"step": step}) for n, (kind, _, step) in enumerate(parts, 1)]


def test_going_on_to_a_step_is_one_key() -> None:
    found = last_key(events("opened", "roll_done", "step_begun:a", "step_ended:a", "step_begun:b"))
    assert [event.seq for event in found] == [5, 4]


def test_back_from_the_end_is_a_key_of_its_own() -> None:
    found = last_key(events("opened", "roll_done", "step_begun:a", "step_ended:a", "step_begun:a"))
    assert [event.seq for event in found] == [5]


def test_the_first_step_is_one_event() -> None:
    assert [e.seq for e in last_key(events("opened", "roll_done", "step_begun"))] == [3]


def test_what_was_undone_is_not_undone_again() -> None:
    happened = events("opened", "step_begun", "tool")
    happened.append(Event(4, "undone", 0.0, "", {"seq": 3}))
    assert [event.seq for event in last_key(happened)] == [2]


def test_nothing_to_take_back() -> None:
    assert last_key(events("opened")) == ()
