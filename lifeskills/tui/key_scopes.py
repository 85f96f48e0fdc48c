"""Every command that has a key, found on the screens themselves, and what another key would break.

Ids are shared on purpose: ``undo`` is one command, on the roll, in the lesson and at its end, and
has one key on all of them.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from lifeskills.core.text import Sentence
from lifeskills.tui.help import HelpText
from lifeskills.tui.screen_keys import APP_KEYS

EVERYWHERE = Sentence("Everywhere")
TYPED_ON = frozenset({"LessonScreen", "RollScreen", "PickLearnerScreen", "BrowserScreen"})
"""Screens on which letters and digits are typed: for a tool, to find somebody, to search."""
PARTS: Mapping[str, tuple[str, ...]] = {
    "AskScreen": ("PickList",),
    "BrowserScreen": ("PickList",),
    "FollowUpScreen": ("PickList",),
    "FoundOpenScreen": ("PickList",),
    "HomeScreen": ("PickList",),
    "LocalFactsScreen": ("PickList",),
    "PickLearnerScreen": ("PickList",),
    "RollScreen": ("RollGrid", "HeadCount"),
    "YearScreen": ("PickList",),
}
"""The parts of a screen that have keys of their own."""

SAME_BYTE = {
    "ctrl+i": Sentence("To a terminal this is the same as Tab."),
    "ctrl+m": Sentence("To a terminal this is the same as Enter."),
    "ctrl+h": Sentence("To a terminal this is the same as Backspace."),
    "ctrl+left_square_bracket": Sentence("To a terminal this is the same as Esc."),
}
"""Keys that a terminal cannot tell from another one."""
ON_THE_SHEET = ("RollScreen", "LessonScreen", "CloseScreen", "App")
_MOVES = ("move", "jump", "scroll", "say_how", "next_match")


@dataclass(frozen=True, slots=True)
class Scope:
    """Bindings that work together: a screen's and those of one of its parts, or the app's."""

    name: str
    title: Sentence
    bindings: tuple[Binding, ...]


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its id, its usual keys, its words, and the titles of the screens it works on."""

    id: str
    keys: tuple[str, ...]
    title: str
    tooltip: str
    scopes: tuple[Sentence, ...]


def scopes() -> tuple[Scope, ...]:
    """The app's keys, then each screen's with those of its parts."""
    found = [Scope("App", EVERYWHERE, APP_KEYS)]
    parts = {one.__name__: one for one in _classes("lifeskills.tui.widgets", DOMNode)}
    for screen in _classes("lifeskills.tui.screens", Screen):
        own, title = _bindings(screen), _title(screen)
        names = PARTS.get(screen.__name__, ())
        if not names and own:
            found.append(Scope(screen.__name__, title, own))
        found += [Scope(screen.__name__, title, (*own, *_bindings(parts[name]))) for name in names]
    return tuple(found)


def commands() -> tuple[Command, ...]:
    """Every command once, in the order of the screens."""
    found: dict[str, Command] = {}
    for scope in scopes():
        for binding in scope.bindings:
            name = binding.id or ""
            before = found.get(name)
            keys = before.keys if before else ()
            where = before.scopes if before else ()
            found[name] = Command(
                name,
                (*keys, *(key for key in binding.key.split(",") if key not in keys)),
                before.title if before else binding.description,
                before.tooltip if before else binding.tooltip,
                where if scope.title in where else (*where, scope.title),
            )
    return tuple(found.values())


def sheet(keys: Mapping[str, str]) -> Iterator[tuple[Sentence, list[Command]]]:
    """What a teacher tapes to her desk: the keys of the roll, the lesson and its end, as changed.

    Keys that only move about are left out.
    """
    named = {one.name: one for one in reversed(scopes()) if one.name in ON_THE_SHEET}
    for name in ON_THE_SHEET:
        scope, rows = named[name], {}
        for one in scope.bindings:
            if not one.id or one.action.startswith(_MOVES):
                continue
            now = tuple(keys.get(one.id, one.key).split(","))
            rows[one.id] = Command(one.id, now, one.description, one.tooltip, (scope.title,))
        yield scope.title, list(rows.values())


def problems(keys: Mapping[str, str]) -> Iterator[tuple[str, Sentence]]:
    """What is wrong with changed keys, by the id of the command: unknown, taken, or typed."""
    all_scopes = scopes()
    known = {binding.id for scope in all_scopes for binding in scope.bindings}
    for name in keys:
        if name not in known:
            says = Sentence("There is no command “{name}”. See: lifeskills keys list", name=name)
            yield name, says
    for name, typed in keys.items():
        for key in typed.split(","):
            if key in SAME_BYTE:
                yield name, Sentence("{key}: {why}", key=key, why=SAME_BYTE[key])
    for scope in all_scopes:
        yield from _clashes(scope, keys)
        if scope.name in TYPED_ON:
            yield from _typed(scope, keys)


def _clashes(scope: Scope, keys: Mapping[str, str]) -> Iterator[tuple[str, Sentence]]:
    taken: dict[str, Binding] = {}
    for binding in (*scope.bindings, *(APP_KEYS if scope.name != "App" else ())):
        for key in keys.get(binding.id or "", binding.key).split(","):
            other = taken.setdefault(key, binding)
            if other.id != binding.id and {other.id, binding.id} & keys.keys():
                changed, by = (binding, other) if binding.id in keys else (other, binding)
                yield (
                    changed.id or "",
                    Sentence(
                        "{key} is taken by “{other}” ({title}) on this screen: {screen}.",
                        key=key,
                        other=by.id,
                        title=Sentence(by.description),
                        screen=scope.title,
                    ),
                )


def _typed(scope: Scope, keys: Mapping[str, str]) -> Iterator[tuple[str, Sentence]]:
    for binding in scope.bindings:
        for key in keys.get(binding.id or "", "").split(","):
            if len(key) == 1:
                says = Sentence(
                    "{key}: letters and digits are typed on this screen: {screen}.",
                    key=key,
                    screen=scope.title,
                )
                yield binding.id or "", says


def _classes(package: str, kind: type[DOMNode]) -> Iterable[type[DOMNode]]:
    home = importlib.import_module(package)
    found: dict[str, type[DOMNode]] = {}
    for info in pkgutil.iter_modules(home.__path__):
        module = importlib.import_module(f"{package}.{info.name}")
        for value in vars(module).values():
            own = isinstance(value, type) and value.__module__ == module.__name__
            if own and issubclass(value, kind):
                found[value.__name__] = value
    return [found[name] for name in sorted(found)]


def _bindings(kind: type[DOMNode]) -> tuple[Binding, ...]:
    own = vars(kind).get("BINDINGS", ())
    return tuple(one for one in own if isinstance(one, Binding) and one.id)


def _title(screen: type[DOMNode]) -> Sentence:
    text = getattr(screen, "help_text", None)
    return text.title if isinstance(text, HelpText) else Sentence(screen.__name__)
