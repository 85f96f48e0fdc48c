"""Plugins written into a temporary folder: real files, loaded as a school's are."""

from __future__ import annotations

from pathlib import Path

from lifeskills.plugins import PluginSet
from lifeskills.trust import TrustList, read_all

GREETS = """\
from lifeskills.api import hookimpl

@hookimpl
def session_closed(record):
    pass
"""


def make_plugin(
    root: Path,
    name: str,
    code: str = GREETS,
    *,
    id: str | None = None,
    api: int = 1,
    **files: str,
) -> Path:
    """Write ``root/name`` with ``plugin.toml``, ``plugin.py`` and further Python files."""
    folder = root / name
    folder.mkdir(parents=True)
    (folder / "plugin.toml").write_text(
        f'id = "{id or name}"\ntitle = {{ zh = "插件", en = "Plugin {name}" }}\n'
        f'version = "1.0"\napi = {api}\n',
        encoding="utf-8",
    )
    (folder / "plugin.py").write_text(code, encoding="utf-8")
    for file, text in files.items():
        (folder / f"{file}.py").write_text(text, encoding="utf-8")
    return folder


class Places:
    """Shipped, user and school folders of one test, and its trust list."""

    def __init__(self, base: Path) -> None:
        self.shipped = base / "program" / "plugins"
        self.user = base / "user"
        self.school = base / "school"
        for root in (self.shipped, self.user / "plugins", self.school / "plugins"):
            root.mkdir(parents=True)
        self.trust = TrustList(base / "machine" / "trusted.json")

    def agree(self, folder: Path, id: str | None = None) -> None:
        """Trust a school plugin, as a teacher does."""
        self.trust.trust(id or folder.name, read_all(folder))

    def load(self, *, off: tuple[str, ...] = (), entry_points: bool = False) -> PluginSet:
        """All plugins that were written here."""
        return PluginSet.load(
            shipped=self.shipped,
            user=self.user,
            school=self.school,
            trust=self.trust,
            off=off,
            entry_points=entry_points,
        )
