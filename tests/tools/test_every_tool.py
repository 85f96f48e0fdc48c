"""What holds for every shipped tool, whatever is pressed and whatever a step says."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lifeskills import places
from lifeskills.api import Action, Activity, People, Text, Tool, ToolStep, ToolView, replay
from lifeskills.core import tools as shipped
from lifeskills.core.carry import carry_on
from lifeskills.core.session import PlanStep, SessionState, ToolAct
from lifeskills.plugins import PluginSet
from lifeskills.trust import TrustList
from tests.tools.making import FULL, a_story, step_of, step_with


def every_tool() -> Iterator[Tool]:
    """A tool of each class in ``core/tools`` that keeps the protocol: a new one is tested too."""
    for found in pkgutil.iter_modules(shipped.__path__):
        module = importlib.import_module(f"{shipped.__name__}.{found.name}")
        for thing in vars(module).values():
            own = inspect.isclass(thing) and thing.__module__ == module.__name__
            if own and hasattr(thing, "record") and isinstance(getattr(thing, "id", None), str):
                yield thing()


def every_kind() -> Mapping[str, Activity]:
    """The kinds that ship."""
    with tempfile.TemporaryDirectory() as machine:
        trust = TrustList(Path(machine) / "trusted.json")
        return PluginSet.load(
            shipped=places.shipped("plugins"), trust=trust, entry_points=False
        ).activities()


TOOLS: tuple[Tool, ...] = tuple(every_tool())
KINDS = every_kind()
SHEET = [
    {"id": "a", "key": "a", "title": {"en": "One"}},
    {"id": "b", "key": "b", "title": {"en": "Two"}, "asks": "count", "private": True},
    {"id": "c", "key": "c", "title": {"en": "Words"}, "asks": "text"},
]
ODD_STEPS = (
    step_with(**FULL, story=a_story(), phases=(0.5, 0.3, 0.2)),
    step_with(**FULL, options={"count": "cards", "of": "present", "speeches": 9}),
    step_with(minutes=0),
    step_with(task="- A\n- A again\n- 不是选项", ask="- ？", touch=""),
    step_with(**FULL, options={"each": {"en": "Poster {n}"}, "seats": 1}, phases=(0.5, 0.5)),
)
COUNTING = step_with(**FULL, options={"sheet": SHEET, "themes": {"en": "A reason"}})
FEWER = 40
"""Examples a tool where one test has walked the same states with all of them."""
ROOMS = (People(present=50, groups=13, rows=7), People(present=0))


def steps_of(tool: Tool) -> tuple[ToolStep, ...]:
    """Odd steps, one with something to count where the tool does, and one of each of its kinds."""
    own = [step_of(one, **FULL) for one in KINDS.values() if one.tool == tool.id]
    counting = (COUNTING,) if tool.id == "counts" else ()
    return (*ODD_STEPS, *counting, *own)


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=40),
    st.lists(st.integers(-2, 60), max_size=4),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from(["A", "b", "１７", "30 12 5", "李想", "[red]"]),
)
times = st.one_of(st.floats(-100, 6000), st.sampled_from([float("nan"), float("inf"), -1e308]))


@st.composite
def presses(draw: st.DrawFn, tool: Tool, step: ToolStep, people: People) -> list[ToolAct]:
    """Keys: mostly those that the tool offers, sometimes any word at all."""
    state = tool.start(step, people)
    acts: list[ToolAct] = []
    for _ in range(draw(st.integers(0, 12))):
        offered = [action.id for action in tool.actions(state)]
        action = draw(st.sampled_from(offered) if offered else st.just("none"))
        if draw(st.integers(0, 4)) == 0:
            action = draw(st.text(max_size=12))
        act = ToolAct(action, draw(values), draw(times))
        state = tool.apply(state, act.action, act.value, act.at)
        acts.append(act)
    return acts


def test_the_tools_of_every_kind_are_among_them() -> None:
    ids = {tool.id for tool in TOOLS}

    assert len(ids) == len(TOOLS)
    assert {one.tool for one in KINDS.values()} <= ids


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@given(data=st.data())
def test_no_key_and_no_value_raises(tool: Tool, data: st.DataObject) -> None:
    step, people = data.draw(st.sampled_from(steps_of(tool))), data.draw(st.sampled_from(ROOMS))
    state = tool.start(step, people)
    for act in data.draw(presses(tool, step, people)):
        state = tool.apply(state, act.action, act.value, act.at)
        view = tool.view(state, act.at)
        assert isinstance(view, ToolView)
        assert all(isinstance(action, Action) for action in tool.actions(state))
        assert set(view.options) <= set(tool.actions(state))
        json.dumps(tool.record(state), allow_nan=False)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@settings(max_examples=FEWER)
@given(data=st.data())
def test_replay_gives_the_same_state_and_view(tool: Tool, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from(steps_of(tool)))
    acts = data.draw(presses(tool, step, ROOMS[0]))

    first, second = (replay(tool, step, ROOMS[0], acts) for _ in range(2))

    assert tool.record(first) == tool.record(second)
    assert repr(tool.view(first, 60.0)) == repr(tool.view(second, 60.0))


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@settings(max_examples=FEWER)
@given(data=st.data(), action=st.text(max_size=20), value=values)
def test_an_unknown_key_changes_nothing(
    tool: Tool, data: st.DataObject, action: str, value: Any
) -> None:
    step = data.draw(st.sampled_from(steps_of(tool)))
    state = replay(tool, step, ROOMS[0], data.draw(presses(tool, step, ROOMS[0])))
    if action in {one.id for one in tool.actions(state)}:
        return

    assert tool.apply(state, action, value, 5.0) == state


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@settings(max_examples=FEWER)
@given(data=st.data())
def test_the_record_holds_counts_and_no_ids(tool: Tool, data: st.DataObject) -> None:
    """A tool is given numbers, so nothing about anybody can come out of it."""
    step = data.draw(st.sampled_from(steps_of(tool)))
    state = replay(tool, step, ROOMS[0], data.draw(presses(tool, step, ROOMS[0])))

    allowed = {
        "rounds", "ideas", "themes", "cards", "disputed", "wrong", "found", "of", "missed",
        "first_try", "asked", "with_help", "faces", "present", "when",
        "story", "choices", "endings", "replays", "talked", "advice", "here",
        "counts", "words", "statements", "changes", "arguments", "spoke",
        "groups", "first", "last", "turns", "swaps", "answered",
    }  # fmt: skip
    assert set(tool.record(state)) <= allowed
    assert set(People.__dataclass_fields__) == {"present", "groups", "rows"}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
def test_nothing_pressed_leaves_nothing_on_record(tool: Tool) -> None:
    for step in steps_of(tool):
        if step.options.get("count") != "cards":  # an undisputed card sort is a result
            assert tool.record(tool.start(step, ROOMS[0])) == {}


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.id)
@settings(max_examples=FEWER)
@given(data=st.data())
def test_keys_are_single_and_do_not_clash(tool: Tool, data: st.DataObject) -> None:
    """Whatever was pressed before: a letter or digit means one thing."""
    step = data.draw(st.sampled_from(steps_of(tool)))
    actions = tool.actions(replay(tool, step, ROOMS[0], data.draw(presses(tool, step, ROOMS[0]))))

    keys = [action.key for action in actions if action.key]
    assert len(keys) == len(set(keys))
    assert all(len(key) == 1 and key.isascii() and key.isalnum() for key in keys)
    assert all(key == key.lower() for key in keys)
    assert len({action.id for action in actions}) == len(actions)


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_space_alone_carries_every_kind_to_its_end(kind: Activity) -> None:
    """No tool holds the teacher: after some presses of Space the next step comes."""
    tool = next(one for one in TOOLS if one.id == kind.tool)
    step = step_of(kind, **FULL)
    state, at = tool.start(step, ROOMS[0]), 0.0
    plan = (PlanStep(id="one", title="One", minutes=10), PlanStep(id="two", title="Two"))
    session = SessionState(group="c-1", plan=plan, step="one")
    for _ in range(30):
        coming = carry_on(session, tool.view(state, at))
        if coming.kind == "step":
            break
        assert coming.action is not None
        at += 1.0
        moved = tool.apply(state, coming.action.id, coming.action.value, at)
        assert moved != state, coming.action.id
        assert not coming.action.asks
        state = moved
    else:
        pytest.fail(f"Space never leaves {kind.id}")


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
def test_a_kind_is_titled_and_counted_in_both_languages(kind: Activity) -> None:
    tool = next(one for one in TOOLS if one.id == kind.tool)
    state = tool.start(step_of(kind, **FULL), ROOMS[0])

    for action in tool.actions(state):
        if isinstance(action.title, Text):
            assert set(action.title.languages) == {"zh", "en"}, action.id
