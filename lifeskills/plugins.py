"""PluginSet: loads plugins one by one, guards every later call, and reports on each.

A broken plugin is a line in the report, never a crash. Order is fixed: shipped, user and school
folders by name, then what pip installed (entry-point group ``lifeskills``).
"""

from __future__ import annotations

import copy
import difflib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

import pluggy

from lifeskills import hookspecs
from lifeskills.api import API
from lifeskills.contributions import KINDS, Contributions
from lifeskills.core.errors import PluginError, UnknownName
from lifeskills.core.folders import Curricula
from lifeskills.core.text import Sentence, Text
from lifeskills.guards import FAULTS, Guard, fault_of
from lifeskills.importing import PluginModules
from lifeskills.manifests import (
    Candidate,
    Manifest,
    PluginReport,
    Status,
    candidates,
    installed_manifest,
    read_manifest,
)
from lifeskills.registers import PackRegister, ThingRegister
from lifeskills.trust import CODE, MANIFEST, PluginFiles, TrustList, read_all, read_sources

HOOKS: tuple[str, ...] = tuple(
    name for name, thing in vars(hookspecs).items() if hasattr(thing, f"{hookspecs.PROJECT}_spec")
)
"""The names of all hooks, in the order of the specifications."""


class _Untrusted(PluginError):
    """Nobody on this machine has agreed to what this plugin holds."""


class _Off(Exception):
    """The school switched this plugin off."""


class PluginSet(Contributions):
    """The plugins of one run. Build it with :meth:`load` and pass it on; there is no global one."""

    def __init__(self, *, curricula: Curricula, trust: TrustList, off: Collection[str]) -> None:
        super().__init__()
        self._curricula, self._trust, self._off = curricula, trust, frozenset(off)
        self._reports: list[PluginReport] = []
        self._claimed: dict[str, str] = {}
        self._told: list[tuple[pluggy.PluginManager, Guard]] = []

    @classmethod
    def load(
        cls,
        *,
        shipped: Path,
        user: Path | None = None,
        school: Path | None = None,
        trust: TrustList,
        off: Collection[str] = (),
        entry_points: bool = True,
        curricula: Curricula | None = None,
    ) -> PluginSet:
        """Load every plugin that may run here, one by one; whatever fails is in :attr:`report`.

        ``shipped`` is the folder of the shipped plugins, with the shipped curricula beside it;
        ``user`` and ``school`` are the user's and the school's own folders, with ``plugins`` and
        ``curricula`` in them. ``off`` names plugins, by id or folder, that are not to run.
        """
        plugins = cls(
            curricula=curricula
            or Curricula(
                shipped=_inside(shipped.parent, "curricula"),
                user=_inside(user, "curricula"),
                school=_inside(school, "curricula"),
            ),
            trust=trust,
            off=off,
        )
        own, schools = _inside(user, "plugins"), _inside(school, "plugins")
        for candidate in candidates(shipped, own, schools, entry_points=entry_points):
            plugins._take(candidate)
        return plugins

    @property
    def report(self) -> tuple[PluginReport, ...]:
        """One line for each plugin that was found, in the order of loading."""
        return tuple(self._reports)

    def find(self, name: str) -> PluginReport:
        """The report of a plugin by folder name, else by id; the last loaded first.

        Raises UnknownName with near matches.
        """
        # A folder's name first: an id is what another folder may pretend to.
        for by in ("name", "id"):
            for report in reversed(self._reports):
                if getattr(report, by) == name:
                    return report
        names = sorted({report.name for report in self._reports})
        near = difflib.get_close_matches(name, names) or names
        raise UnknownName(
            "There is no such plugin.",
            subject=name,
            mend=Sentence("Known: {names}", names=" ".join(near)),
        )

    def session_closed(self, record: Mapping[str, Any]) -> None:
        """Tell every plugin that listens; each gets a record of its own to keep or spoil."""
        for manager, guard in self._told:
            own = copy.deepcopy(dict(record))
            guard.run(lambda m=manager, r=own: m.hook.session_closed(record=r), None)  # type: ignore[misc]

    def _take(self, candidate: Candidate) -> None:
        """Try one plugin and write its line of the report."""
        known = Manifest(id=candidate.name, title=Text(en=candidate.name), version="", api=API)
        status: Status = "loaded"
        why: Sentence | None = None
        hooks: tuple[str, ...] = ()
        try:
            files = _files_of(candidate)
            known = read_manifest(files.files.get(MANIFEST), api=API)
            self._admit(candidate, known, files)
            hooks = self._run(candidate, known, files)
        except _Off:
            status = "off"
        except PluginError as error:
            status = "untrusted" if isinstance(error, _Untrusted) else "failed"
            why = error.says
        except FAULTS as error:
            status, why = "failed", Sentence("It failed: {fault}", fault=fault_of(error))
        if candidate.name in self._off:
            status, why = "off", None
        if status in {"loaded", "off"} or candidate.source == "shipped":
            # A shipped id stays ours even when ours is broken: nothing slips into its place.
            self._claimed.setdefault(known.id, candidate.name)
        self._reports.append(
            PluginReport(
                name=candidate.name,
                id=known.id,
                title=known.title,
                version=known.version,
                source=candidate.source,
                status=status,
                why=why,
                hooks=hooks,
                folder=candidate.folder,
            )
        )

    def _admit(self, candidate: Candidate, known: Manifest, files: PluginFiles) -> None:
        """Refuse a plugin that may not run. Raises _Off, _Untrusted or PluginError."""
        if not self._off.isdisjoint({candidate.name, known.id}):
            raise _Off
        if known.id in self._claimed:
            raise PluginError(
                Sentence(
                    "The id “{id}” is already taken by the plugin in {folder}.",
                    id=known.id,
                    folder=self._claimed[known.id],
                )
            )
        if candidate.source == "school":
            refusal = self._trust.refusal(known.id, files)
            if refusal is not None:
                raise _Untrusted(refusal)

    def _run(self, candidate: Candidate, known: Manifest, files: PluginFiles) -> tuple[str, ...]:
        """Import a plugin, let it register, keep what it gave; all of it or nothing."""
        modules: PluginModules | None = None
        try:
            if candidate.entry is not None:
                module = candidate.entry.load()
            elif CODE in files.files:
                modules = PluginModules(candidate.name, files.folder, files.files)
                module = modules.load()
            else:
                raise PluginError(Sentence("It has no {file}.", file=CODE))
            manager, hooks = _managed(module)
            given = self._asked(manager, known, candidate)
        except BaseException:
            if modules is not None:
                modules.unload()
            raise
        self.keep(known.title, given)
        if "session_closed" in hooks:
            self._told.append((manager, self.guard(known.title, "session_closed")))
        return hooks

    def _asked(
        self, manager: pluggy.PluginManager, known: Manifest, candidate: Candidate
    ) -> dict[str, list[Any]]:
        """Everything that the plugin gives to the register hooks, by hook."""
        rank = "user" if candidate.source == "installed" else candidate.source
        registers: dict[str, PackRegister | ThingRegister[Any]] = {
            "register_packs": PackRegister(self._curricula, known.id, candidate.folder, rank)
        }
        for hook, kind in KINDS.items():
            registers[hook] = ThingRegister(hook, kind)
        for hook, register in registers.items():
            getattr(manager.hook, hook)(register=register)
        return {hook: list(register.things) for hook, register in registers.items()}


def _inside(root: Path | None, name: str) -> Path | None:
    return root / name if root is not None else None


def _files_of(candidate: Candidate) -> PluginFiles:
    """A plugin's files, read once. Raises _Untrusted for what a school plugin may not hold."""
    if candidate.folder is None:
        return installed_manifest(candidate)
    if candidate.source != "school":
        return read_sources(candidate.folder)
    try:
        return read_all(candidate.folder)
    except PluginError as error:
        raise _Untrusted(error.says, mend=error.mend) from error


def _managed(module: Any) -> tuple[pluggy.PluginManager, tuple[str, ...]]:
    """A hook manager for this plugin alone, and the hooks that it implements.

    Raises PluginError for a name that is no hook (pluggy takes it silently), for a hook function
    without its marker, and for a plugin that implements nothing.
    """
    manager = pluggy.PluginManager(hookspecs.PROJECT)
    manager.add_hookspecs(hookspecs)
    manager.register(module)
    callers = manager.get_hookcallers(module) or []
    for caller in callers:
        if not caller.has_spec():
            near = difflib.get_close_matches(caller.name, HOOKS, n=1) or HOOKS
            raise PluginError(
                Sentence(
                    "There is no hook {hook}. Known: {known}",
                    hook=caller.name,
                    known=", ".join(near),
                )
            )
    names = {caller.name for caller in callers}
    for hook in HOOKS:
        if hook not in names and callable(getattr(module, hook, None)):
            raise PluginError(Sentence("{hook} is not marked with @hookimpl.", hook=hook))
    if not names:
        raise PluginError("It gives nothing: no function is marked with @hookimpl.")
    return manager, tuple(hook for hook in HOOKS if hook in names)
