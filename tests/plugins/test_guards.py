"""Every call after loading is guarded: reported once, switched off, the lesson goes on."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from lifeskills.core.book import BookRequest
from lifeskills.core.concern import ClassHistory, LearnerHistory, Thresholds
from lifeskills.core.errors import PluginError, PrintError
from lifeskills.core.lesson import Origin, Step
from lifeskills.core.tool import People, ToolStep, ToolView
from lifeskills.plugins import PluginSet
from tests.plugins.making import Places, make_plugin

STEP = ToolStep(step=Step(id="s", title="Step", kind="odd", origin=Origin("p", "f", 1)), minutes=5)
ROOM = People(present=50)

TOOL = """\
from lifeskills.api import Action, ToolView, hookimpl

class Odd:
    id = "odd"
    def start(self, step, people): {start}
    def actions(self, state): {actions}
    def apply(self, state, action, value, at): {apply}
    def view(self, state, at): {view}
    def record(self, state): {record}

@hookimpl
def register_tools(register):
    register(Odd())
"""
WHOLE = {
    "start": "return 0",
    "actions": "return (Action(id='more', title='More'),)",
    "apply": "return state + 1",
    "view": "return ToolView(headline=str(state))",
    "record": "return {'n': state}",
}


def plugins_with(places: Places, **broken: str) -> PluginSet:
    make_plugin(places.shipped, "odd", TOOL.format(**{**WHOLE, **broken}))
    return places.load()


def test_a_whole_tool_is_passed_through(places: Places) -> None:
    tool = plugins_with(places).tools()["odd"]

    state = tool.apply(tool.start(STEP, ROOM), "more", None, 1.0)

    assert tool.view(state, 1.0) == ToolView(headline="1")
    assert [one.id for one in tool.actions(state)] == ["more"]
    assert tool.record(state) == {"n": 1}


@pytest.mark.parametrize(
    "broken",
    [
        {"start": "raise ValueError('x')"},
        {"actions": "return [1]"},
        {"apply": "return state / 0"},
        {"view": "return 'a screen'"},
        {"view": "raise SystemExit"},
        {"record": "return None"},
        {"record": "return {'when': object()}"},
        {"record": "return {'part': float('nan')}"},
    ],
)
def test_a_tool_that_fails_is_reported_once_and_off(places: Places, broken: dict[str, str]) -> None:
    plugins = plugins_with(places, **broken)
    tool = plugins.tools()["odd"]

    for _ in range(3):
        state = tool.start(STEP, ROOM)
        tool.actions(state)
        state = tool.apply(state, "more", None, 1.0)
        tool.view(state, 1.0)
        tool.record(state)

    (trouble,) = plugins.troubles
    assert "“Plugin odd” had a fault in tool odd" in str(trouble)
    assert tool.actions(0) == ()
    assert "is off" in str(tool.view(0, 1.0).body)
    assert tool.record(0) == {}
    assert tool.apply(7, "more", None, 1.0) == 7


def test_a_record_is_made_of_values_that_a_file_can_hold(places: Places) -> None:
    tool = plugins_with(places, record="return {'pairs': (1, 2), 3: True}").tools()["odd"]

    record = tool.record(0)

    assert record == json.loads(json.dumps(record)) == {"pairs": [1, 2], "3": True}


RULE = """\
import datetime as dt
from lifeskills.api import Finding, Sentence, SignalRule, hookimpl

def judge(learner, group, thresholds):
    {body}

@hookimpl
def register_signals(register):
    register(SignalRule(id="odd", version="1", judge=judge))
"""
LEARNER = LearnerHistory(learner="a", sessions=())
GROUP = ClassHistory(sessions=(), today=dt.date(2026, 11, 23))


@pytest.mark.parametrize("body", ["raise ValueError('x')", "return True"])
def test_a_rule_that_fails_finds_nothing(places: Places, body: str) -> None:
    make_plugin(places.shipped, "odd", RULE.format(body=body))
    plugins = places.load()
    (rule,) = plugins.signals()

    found = [rule.judge(LEARNER, GROUP, Thresholds()) for _ in range(3)]

    assert found == [None, None, None]
    assert len(plugins.troubles) == 1


BOOK = """\
from pathlib import Path
from lifeskills.api import Book, PrintError, Text, hookimpl

def plan(request):
    {body}

@hookimpl
def register_books(register):
    register(Book(id="odd", title=Text(en="Odd"), plan=plan, templates=Path(".")))
"""
REQUEST = BookRequest(book="odd", language="zh", day=dt.date(2026, 11, 23))


@pytest.mark.parametrize("body", ["raise ValueError('x')", "return 'pages'"])
def test_a_book_that_fails_says_so_to_the_person_who_asked(places: Places, body: str) -> None:
    make_plugin(places.shipped, "odd", BOOK.format(body=body))
    plugins = places.load()
    book = plugins.books()["odd"]

    for _ in range(2):
        with pytest.raises(PluginError, match="Plugin odd"):
            book.plan(REQUEST)

    assert len(plugins.troubles) == 1


def test_a_book_that_cannot_be_printed_is_no_fault(places: Places) -> None:
    make_plugin(places.shipped, "odd", BOOK.format(body="raise PrintError('no paper')"))
    plugins = places.load()

    with pytest.raises(PrintError, match="no paper"):
        plugins.books()["odd"].plan(REQUEST)

    assert plugins.troubles == ()


CLOSED = """\
from lifeskills.api import hookimpl
seen = []

@hookimpl
def session_closed(record):
    record["present"].append("ghost")
    {body}
"""


def test_one_listener_that_fails_stops_no_other(places: Places) -> None:
    make_plugin(places.shipped, "a-odd", CLOSED.format(body="raise ValueError('x')"))
    make_plugin(places.shipped, "b-whole", CLOSED.format(body="assert len(record['present']) == 2"))
    plugins = places.load()
    record = {"id": "s1", "present": ["c7"]}

    plugins.session_closed(record)
    plugins.session_closed(record)

    assert record == {"id": "s1", "present": ["c7"]}
    assert [str(one).split("”")[0] for one in plugins.troubles] == ["The plugin “Plugin a-odd"]


def test_ctrl_c_is_the_teachers(places: Places) -> None:
    tool = plugins_with(places, view="raise KeyboardInterrupt").tools()["odd"]

    with pytest.raises(KeyboardInterrupt):
        tool.view(0, 1.0)
