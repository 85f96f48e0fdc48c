"""Modules made from bytes that were read before: the very bytes that were looked at and hashed.

No file is opened again, and no bytecode is read or written.
"""

from __future__ import annotations

import importlib
import itertools
import re
import sys
from collections.abc import Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

from lifeskills.trust import CODE

_numbers = itertools.count(1)


class PluginModules(MetaPathFinder, Loader):
    """The modules of one plugin, under a package name that no other plugin has.

    ``plugin.py`` is the package itself, so that ``from .rules import run`` finds its own files.
    """

    def __init__(self, name: str, folder: Path, files: Mapping[str, bytes]) -> None:
        # Two plugins, or one loaded twice, may share a folder name; never a module name.
        safe = re.sub(r"\W", "_", name)
        self.package = f"lifeskills_plugin_{next(_numbers)}_{safe}"
        self._folder = folder
        self._sources = {file: data for file, data in files.items() if file.endswith(".py")}

    def load(self) -> ModuleType:
        """Run ``plugin.py`` and return its module; whatever it raises comes through."""
        sys.meta_path.insert(0, self)
        try:
            return importlib.import_module(self.package)
        except BaseException:
            self.unload()
            raise

    def unload(self) -> None:
        """Forget the plugin's modules."""
        if self in sys.meta_path:
            sys.meta_path.remove(self)
        for name in [name for name in sys.modules if self._mine(name)]:
            del sys.modules[name]

    def _mine(self, fullname: str) -> bool:
        return fullname == self.package or fullname.startswith(f"{self.package}.")

    def _file(self, fullname: str) -> str | None:
        if fullname == self.package:
            return CODE
        path = fullname.removeprefix(f"{self.package}.").replace(".", "/")
        return next((f for f in (f"{path}.py", f"{path}/__init__.py") if f in self._sources), None)

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
        /,
    ) -> ModuleSpec | None:
        """The spec of one of the plugin's modules; None for modules that are not its own."""
        if not self._mine(fullname):
            return None
        file = self._file(fullname)
        if file is None:
            # Stop here: the next finder would look on the disk, at bytes nobody has seen.
            raise ModuleNotFoundError(f"the plugin has no module {fullname!r}", name=fullname)
        package = fullname == self.package or file.endswith("/__init__.py")
        return ModuleSpec(fullname, self, origin=str(self._folder / file), is_package=package)

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """The ordinary kind of module."""
        return None

    def exec_module(self, module: ModuleType) -> None:
        """Compile the bytes that were read and run them in ``module``."""
        file = self._file(module.__name__)
        assert file is not None  # noqa: S101 - find_spec has found it
        module.__file__ = str(self._folder / file)
        code = compile(self._sources[file], module.__file__, "exec", dont_inherit=True)
        exec(code, module.__dict__)  # noqa: S102 - running a plugin is what this module is for

    def get_source(self, fullname: str) -> str | None:
        """The source that runs, for tracebacks."""
        file = self._file(fullname)
        return self._sources[file].decode("utf-8", "replace") if file else None
