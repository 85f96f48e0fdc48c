"""What stands between the engine and a plugin's code, at every call after loading.

An exception is caught, reported once with the plugin's name, and that contribution is off until
the program starts again. Guards cannot stop a plugin that never returns.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from lifeskills.core.book import Book, BookPlan, BookRequest
from lifeskills.core.concern import (
    ClassHistory,
    Finding,
    LearnerHistory,
    SignalRule,
    Thresholds,
)
from lifeskills.core.curriculum import ContentRule, PackView
from lifeskills.core.errors import ContentError, LifeskillsError, PluginError
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import Action, People, Tool, ToolStep, ToolView

T = TypeVar("T")
FAULTS = (Exception, SystemExit)
"""What a plugin may raise and not stop a lesson; Ctrl-C is the teacher's and passes."""
MOST_FAULT = 300


def fault_of(error: BaseException) -> str:
    """An exception in one line; even one whose message cannot be made."""
    try:
        words = " ".join(str(error).split())[:MOST_FAULT]
    except FAULTS:
        words = ""
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


class Guard:
    """Keeps one contribution of one plugin: runs its calls and switches it off at a fault."""

    def __init__(self, plugin: Text, part: str, report: Callable[[Sentence], None]) -> None:
        self.off = False
        self._plugin, self._part, self._report = plugin, part, report

    def run(self, call: Callable[[], T], otherwise: T) -> T:
        """What ``call`` gives; ``otherwise`` when it fails or failed before."""
        if self.off:
            return otherwise
        try:
            return call()
        except FAULTS as error:
            self.fail(error)
            return otherwise

    def fail(self, error: BaseException) -> None:
        """Switch off and say why, once."""
        if self.off:
            return
        self.off = True
        self._report(
            Sentence(
                "The plugin “{plugin}” had a fault in {part}, which is off until the next start:"
                " {fault}",
                plugin=self._plugin,
                part=self._part,
                fault=fault_of(error),
            )
        )

    def refusal(self) -> PluginError:
        """The error for somebody who asked for just this contribution."""
        return PluginError(
            Sentence(
                "The plugin “{plugin}” had a fault in {part}.", plugin=self._plugin, part=self._part
            ),
            subject=self._part,
            mend="See `lifeskills plugin list`; start again when it is mended.",
        )


def _expect(value: Any, kind: type[T], what: str) -> T:
    if not isinstance(value, kind):
        raise TypeError(f"{what} gave {type(value).__name__}, not {kind.__name__}")
    return value


class GuardedTool:
    """A tool that can fail without stopping the lesson: it then shows one sentence and no keys."""

    def __init__(self, tool: Tool, guard: Guard) -> None:
        self.id = str(tool.id)
        self._tool, self._guard = tool, guard

    def start(self, step: ToolStep, people: People) -> Any:
        """The tool's first state, or None."""
        return self._guard.run(lambda: self._tool.start(step, people), None)

    def actions(self, state: Any) -> tuple[Action, ...]:
        """The tool's actions; none when it is off."""

        def call() -> tuple[Action, ...]:
            actions = tuple(self._tool.actions(state))
            return tuple(_expect(action, Action, "actions()") for action in actions)

        return self._guard.run(call, ())

    def apply(self, state: Any, action: str, value: Any, at: float) -> Any:
        """The state after a key; the same state when the tool fails."""
        return self._guard.run(lambda: self._tool.apply(state, action, value, at), state)

    def view(self, state: Any, at: float) -> ToolView:
        """The tool's view, or a sentence that it is off."""
        off = ToolView(body=Sentence("This tool has a fault and is off. The lesson goes on."))
        return self._guard.run(lambda: _expect(self._tool.view(state, at), ToolView, "view()"), off)

    def record(self, state: Any) -> Mapping[str, Any]:
        """Counts and themes that a file can hold; nothing when the tool is off."""

        def call() -> dict[str, Any]:
            record = dict(_expect(self._tool.record(state), Mapping, "record()"))  # type: ignore[type-abstract]
            # Saved with the class: what is no JSON value would break the save, not the tool.
            kept: dict[str, Any] = json.loads(json.dumps(record, allow_nan=False))
            return kept

        return self._guard.run(call, {})


def guarded_rule(rule: SignalRule, guard: Guard) -> SignalRule:
    """The rule with a judge that finds nothing once it has failed."""

    def judge(
        learner: LearnerHistory, group: ClassHistory, thresholds: Thresholds
    ) -> Finding | None:
        def call() -> Finding | None:
            finding = rule.judge(learner, group, thresholds)
            return None if finding is None else _expect(finding, Finding, f"rule {rule.id}")

        return guard.run(call, None)

    return replace(rule, judge=judge)


def guarded_check(rule: ContentRule, guard: Guard) -> ContentRule:
    """The content rule, finding nothing once it has failed."""

    def check(pack: PackView) -> Iterable[ContentError]:
        def call() -> tuple[ContentError, ...]:
            found = tuple(rule.check(pack))
            return tuple(_expect(one, ContentError, f"check {rule.id}") for one in found)

        return guard.run(call, ())

    return replace(rule, check=check)


def guarded_book(book: Book, guard: Guard) -> Book:
    """The book with a plan that raises PluginError when the plugin fails.

    A book is asked for by name, so the person who asked is told; an error of ours (a request
    that cannot be printed) is no fault and passes.
    """

    def plan(request: BookRequest) -> BookPlan:
        if guard.off:
            raise guard.refusal()
        try:
            return _expect(book.plan(request), BookPlan, f"book {book.id}")
        except LifeskillsError:
            raise
        except FAULTS as error:
            guard.fail(error)
            raise guard.refusal() from error

    return replace(book, plan=plan)
