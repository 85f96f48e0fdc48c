"""Where plugins are found, and what ``plugin.toml`` says of each."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from lifeskills.core.errors import PluginError
from lifeskills.core.text import Sentence, Text
from lifeskills.trust import MANIFEST, PluginFiles

Source = Literal["shipped", "user", "school", "installed"]
Status = Literal["loaded", "failed", "untrusted", "off"]
GROUP = "lifeskills"
_ID = re.compile(r"[a-z][a-z0-9_-]*\Z")
OLDEST_API = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A plugin that was found and not yet looked into: a folder, or an installed entry point."""

    name: str
    source: Source
    folder: Path | None = None
    entry: importlib.metadata.EntryPoint | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What ``plugin.toml`` says: who the plugin is and for which API it was written."""

    id: str
    title: Text
    version: str
    api: int


def candidates(
    shipped: Path, user: Path | None, school: Path | None, *, entry_points: bool
) -> Iterator[Candidate]:
    """Plugins in the order in which they are loaded; by name within a folder."""
    roots: tuple[tuple[Source, Path | None], ...] = (
        ("shipped", shipped),
        ("user", user),
        ("school", school),
    )
    for source, root in roots:
        if root is not None and root.is_dir():
            for folder in sorted(root.iterdir()):
                # Folders of Python's and of editors are nobody's plugin.
                if folder.is_dir() and folder.name[0] not in "._":
                    yield Candidate(name=folder.name, source=source, folder=folder)
    if entry_points:
        found = importlib.metadata.entry_points(group=GROUP)
        for entry in sorted(found, key=lambda one: (one.name, one.value)):
            yield Candidate(name=entry.name, source="installed", entry=entry)


def read_manifest(data: bytes | None, *, api: int) -> Manifest:
    """Read ``plugin.toml``. Raises PluginError saying what is missing or wrong.

    ``api`` is the number that this program offers.
    """
    if data is None:
        raise PluginError(Sentence("It has no {file}.", file=MANIFEST))
    try:
        raw = tomllib.loads(data.decode("utf-8-sig"))
    except ValueError as error:
        raise PluginError(
            Sentence("{file} is not TOML: {fault}", file=MANIFEST, fault=error)
        ) from error
    for key, kind in (("id", str), ("title", dict), ("version", str), ("api", int)):
        if not isinstance(raw.get(key), kind) or isinstance(raw[key], bool):
            raise PluginError(
                Sentence("{file} does not say {key} as it should.", file=MANIFEST, key=key),
                mend='It wants: id = "…", title = {{ zh = "…", en = "…" }}, version = "…", api = 1',
            )
    if not _ID.match(raw["id"]):
        raise PluginError(
            Sentence(
                "“{id}” cannot be a plugin's id: small letters, digits, - and _.", id=raw["id"]
            )
        )
    if not OLDEST_API <= raw["api"] <= api:
        raise PluginError(
            Sentence(
                "It was written for API {wanted}; this program has API {api}.",
                wanted=raw["api"],
                api=api,
            )
        )
    title = {str(language): str(words) for language, words in raw["title"].items()}
    return Manifest(
        id=raw["id"], title=Text.from_map(title), version=raw["version"], api=raw["api"]
    )


def installed_manifest(candidate: Candidate) -> PluginFiles:
    """The manifest in the package that an entry point names, found without running the plugin.

    What pip installed is trusted by its installation; only the manifest is read here.
    """
    entry = candidate.entry
    spec = importlib.util.find_spec(entry.module.partition(".")[0]) if entry else None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(place) / MANIFEST
        if path.is_file():
            return PluginFiles(path.parent, {MANIFEST: path.read_bytes()})
    return PluginFiles(Path(), {})


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginReport:
    """What became of one plugin. ``why`` is None for one that loaded; ``name`` is its folder's."""

    name: str
    id: str
    title: Text
    version: str
    source: Source
    status: Status
    why: Sentence | None = None
    hooks: tuple[str, ...] = ()
    folder: Path | None = None

    @property
    def reason(self) -> str:
        """``why`` in English, or ""."""
        return str(self.why) if self.why else ""
