"""Hypothesis strategies that several tests use: classes, plans, events."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from lifeskills.core.people import Learner, Sex
from lifeskills.core.session import EVENT_KINDS, MARKS, Event, PlanStep

SEXES: st.SearchStrategy[Sex] = st.sampled_from(["girl", "boy", ""])
PHASES = ("open", "try", "reflect", "explain", "use", "close")


@st.composite
def classes(draw: st.DrawFn, *, at_least: int = 1, at_most: int = 60) -> list[Learner]:
    """Learners with different numbers, at desks, without, or mixed."""
    count = draw(st.integers(at_least, at_most))
    across = draw(st.integers(2, 10))
    seats = [(row, column) for row in range(1, 32) for column in range(1, across + 1)]
    taken = draw(st.permutations(seats[: count + draw(st.integers(0, 6))]))[:count]
    with_desks = draw(st.sampled_from(["all", "none", "some"]))
    return [
        Learner(
            id=f"p-{number:03}",
            number=number,
            sex=draw(SEXES),
            desk=desk if with_desks == "all" or (with_desks == "some" and number % 3) else None,
        )
        for number, desk in enumerate(taken, start=1)
    ]


@st.composite
def plans(draw: st.DrawFn, *, most: int = 9) -> tuple[PlanStep, ...]:
    """Small plans with every kind of step."""
    steps = []
    for number in range(draw(st.integers(1, most))):
        minutes = draw(st.integers(1, 20))
        steps.append(
            PlanStep(
                id=f"s{number}",
                title=f"Step {number}",
                phase=draw(st.sampled_from(PHASES)),
                minutes=minutes,
                least=draw(st.integers(1, minutes)),
                needs=draw(st.sampled_from(["must", "should", "should", "could"])),
                meeting=draw(st.booleans()),
            )
        )
    return tuple(steps)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**40), 2**40) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)
_IDS = st.sampled_from(["p-1", "p-2", "p-3", "p-4"])
_STEPS = st.sampled_from(["s0", "s1", "s2"])


def _data(kind: str) -> st.SearchStrategy[dict[str, Any]]:
    shapes: dict[str, st.SearchStrategy[dict[str, Any]]] = {
        "marked": st.fixed_dictionaries(
            {"learner": _IDS, "mark": st.none() | st.sampled_from(MARKS)}
        ),
        "headcount": st.fixed_dictionaries({"counts": st.just({"girl 16-17": 3})}),
        "step_begun": st.fixed_dictionaries({"step": _STEPS}),
        "step_ended": st.fixed_dictionaries(
            {"step": _STEPS, "reason": st.sampled_from(["done", "skipped", "cut", "back"])}
        ),
        "minutes_added": st.fixed_dictionaries({"step": _STEPS, "minutes": st.integers(-2, 5)}),
        "plan_changed": st.fixed_dictionaries(
            {"plan": plans(most=3).map(lambda plan: [step.as_dict() for step in plan])}
        ),
        "grouped": st.just({"shape": "pairs", "groups": [["p-1", "p-2"], ["p-3", "p-4"]]}),
        "turn": st.fixed_dictionaries({"learner": _IDS, "passed": st.booleans()}),
        "tool": st.fixed_dictionaries({"step": _STEPS, "action": st.just("a"), "value": JSON}),
        "gap": st.just({"minutes": 3, "decided_by": "clock"}),
    }
    return shapes.get(kind, st.just({}))


KEYS = tuple(
    kind for kind in EVENT_KINDS if kind not in ("opened", "closed", "reopened", "undone", "gap")
)


@st.composite
def lessons(draw: st.DrawFn, *, most: int = 14) -> list[Event]:
    """The events of a lesson: opened, then keys and undoing, times never going back."""
    opened = {
        "class": "c-8f3k",
        "course": "our-class-agreement",
        "day": "2026-11-23",
        "minutes": 45,
        "learners": ["p-1", "p-2", "p-3", "p-4"],
        "plan": [step.as_dict() for step in draw(plans(most=3))],
    }
    events = [Event(1, "opened", 0.0, "2026-11-23T08:00:00+08:00", opened)]
    at = 0.0
    for seq in range(2, 2 + draw(st.integers(0, most))):
        kind = draw(st.sampled_from(KEYS))
        at += draw(st.integers(0, 300))
        on = f"2026-11-23T08:{int(at // 60) % 60:02}:{int(at % 60):02}+08:00"
        events.append(Event(seq, kind, at, on, draw(_data(kind))))
    return events
