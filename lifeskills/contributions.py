"""What loaded plugins gave: one typed method a hook, each thing behind its guard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from lifeskills.core.book import Book
from lifeskills.core.concern import SignalRule
from lifeskills.core.curriculum import ContentRule
from lifeskills.core.folders import PackFolder
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import Activity, Tool
from lifeskills.guards import Guard, GuardedTool, guarded_book, guarded_check, guarded_rule

Thing = TypeVar("Thing")

KINDS: Mapping[str, Any] = {
    "register_activities": Activity,
    "register_tools": Tool,
    "register_signals": SignalRule,
    "register_books": Book,
    "register_checks": ContentRule,
}
"""What each register hook takes, besides packs."""


class Contributions:
    """Everything that plugins registered, by id; of two with one id the first stays."""

    def __init__(self) -> None:
        self._troubles: list[Sentence] = []
        self._packs: dict[str, PackFolder] = {}
        self._activities: dict[str, Activity] = {}
        self._tools: dict[str, Tool] = {}
        self._signals: dict[str, SignalRule] = {}
        self._books: dict[str, Book] = {}
        self._checks: dict[str, ContentRule] = {}

    @property
    def troubles(self) -> tuple[Sentence, ...]:
        """What guards caught and what was registered twice, each once, oldest first."""
        return tuple(self._troubles)

    def packs(self) -> tuple[PackFolder, ...]:
        """Pack folders in the order of registration, each once."""
        return tuple(self._packs.values())

    def activities(self) -> Mapping[str, Activity]:
        """Activity kinds by id."""
        return self._activities

    def tools(self) -> Mapping[str, Tool]:
        """Tools by id, each behind a guard."""
        return self._tools

    def signals(self) -> tuple[SignalRule, ...]:
        """Rules, each behind a guard."""
        return tuple(self._signals.values())

    def books(self) -> Mapping[str, Book]:
        """Books by id, each behind a guard."""
        return self._books

    def checks(self) -> tuple[ContentRule, ...]:
        """Content rules, each behind a guard."""
        return tuple(self._checks.values())

    def keep(self, plugin: Text, given: Mapping[str, list[Any]]) -> None:
        """Take what a plugin called ``plugin`` registered, by hook."""
        for pack in given["register_packs"]:
            self._packs.setdefault(str(pack.path.resolve()), pack)
        for activity in given["register_activities"]:
            self._add(self._activities, activity, activity, plugin, "activity")
        for tool in given["register_tools"]:
            guard = self.guard(plugin, f"tool {tool.id}")
            self._add(self._tools, tool, GuardedTool(tool, guard), plugin, "tool")
        for rule in given["register_signals"]:
            guard = self.guard(plugin, f"signal {rule.id}")
            self._add(self._signals, rule, guarded_rule(rule, guard), plugin, "signal")
        for book in given["register_books"]:
            guard = self.guard(plugin, f"book {book.id}")
            self._add(self._books, book, guarded_book(book, guard), plugin, "book")
        for rule in given["register_checks"]:
            guard = self.guard(plugin, f"check {rule.id}")
            self._add(self._checks, rule, guarded_check(rule, guard), plugin, "check")

    def _add(
        self, kept: dict[str, Thing], given: Any, guarded: Thing, plugin: Text, kind: str
    ) -> None:
        if given.id in kept:
            self._troubles.append(
                Sentence(
                    "The plugin “{plugin}” gives the {kind} “{id}”, which is already there;"
                    " the first one stays.",
                    plugin=plugin,
                    kind=kind,
                    id=given.id,
                )
            )
            return
        kept[given.id] = guarded

    def guard(self, plugin: Text, part: str) -> Guard:
        """A guard that reports to :attr:`troubles`."""
        return Guard(plugin, part, self._troubles.append)
