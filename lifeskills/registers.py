"""What a plugin is handed when it registers: callables that take things of one kind each."""

from __future__ import annotations

from pathlib import Path
from typing import Generic, TypeVar

from lifeskills.core.curriculum import Rank
from lifeskills.core.errors import PluginError
from lifeskills.core.folders import Curricula, PackFolder
from lifeskills.core.text import Sentence

Thing = TypeVar("Thing")
PACK = "pack.toml"


class ThingRegister(Generic[Thing]):
    """Takes things of one kind; anything else is refused with the hook's name."""

    def __init__(self, hook: str, kind: type[Thing]) -> None:
        self._hook, self._kind = hook, kind
        self.things: list[Thing] = []

    def __call__(self, item: Thing, /) -> None:
        """Take ``item``. Raises PluginError for a thing of another kind or without an id."""
        name = getattr(item, "id", "")
        if not isinstance(item, self._kind) or not isinstance(name, str) or not name:
            raise PluginError(
                Sentence(
                    "{hook} was given {got} where it takes a {kind} with an id.",
                    hook=self._hook,
                    got=type(item).__name__,
                    kind=self._kind.__name__,
                )
            )
        self.things.append(item)


class PackRegister:
    """Takes pack folders and ranks them by the folder they lie under."""

    def __init__(self, roots: Curricula, plugin: str, folder: Path | None, rank: Rank) -> None:
        self.shipped, self.user, self.school = roots.shipped, roots.user, roots.school
        self._roots, self._plugin, self._folder, self._rank = roots, plugin, folder, rank
        self.things: list[PackFolder] = []

    def __call__(self, folder: Path, /) -> None:
        """Take a pack folder. Raises PluginError if it holds no ``pack.toml``."""
        path = self._folder / folder if self._folder is not None else Path(folder)
        if not (path / PACK).is_file():
            raise PluginError(
                Sentence("The folder {folder} holds no pack.toml.", folder=path.as_posix())
            )
        self.things.append(PackFolder(path, self._roots.rank_of(path, self._rank), self._plugin))
