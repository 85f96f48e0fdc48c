"""A pack's folder: its ``pack.toml`` and which files it holds. Nothing else is read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lifeskills.core.curriculum import PackInfo
from lifeskills.core.errors import ContentError
from lifeskills.core.folders import PackFolder
from lifeskills.core.text import Sentence, Text
from lifeskills.packs.fronts import Leaf
from lifeskills.packs.table_schemas import PackToml
from lifeskills.packs.toml_lines import read_toml

API = 1
_NAME = re.compile(r"(?P<name>.+)\.(?P<language>[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")
LESSONS, GUIDES, LAWS, CARDS, STORIES = "lessons", "guides", "laws", "cards", "stories"
SUFFIXES = {LESSONS: ".md", GUIDES: ".md", LAWS: ".md", CARDS: ".md", STORIES: ".twee"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackFile:
    """A file of a pack: where it is, and where its words stand."""

    path: Path
    leaf: Leaf
    name: str

    def read(self) -> bytes:
        """The bytes; raises OSError."""
        return self.path.read_bytes()


def open_pack(folder: PackFolder) -> tuple[PackInfo | None, list[ContentError]]:
    """The pack's ``pack.toml``, and what is wrong with it."""
    file = folder.path / "pack.toml"
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError:
        return None, [unreadable(file, "pack.toml")]
    except UnicodeDecodeError as error:
        line = file.read_bytes()[: error.start].count(b"\n") + 1
        says, mend = Sentence("The file is not UTF-8."), Sentence("Save it as UTF-8.")
        return None, [ContentError(says, file=str(file), line=line, rule="bytes", mend=mend)]
    read, errors = read_toml(text.replace("\r\n", "\n"), PackToml, file=str(file))
    if read is None:
        return None, errors
    if read.api > API:
        says = Sentence("The pack was made for a later version (api {api}).", api=read.api)
        mend = Sentence("Update the program, or ask for an older copy of the pack.")
        errors.append(ContentError(says, file=str(file), line=1, rule="pack-api", mend=mend))
        return None, errors
    info = PackInfo(
        id=read.id,
        title=Text.from_map(read.title),
        version=read.version,
        kind=read.kind,
        languages=tuple(read.languages),
        when={str(key): value for key, value in read.when.items()},
        rank=folder.rank,
        after=tuple(read.after),
        licence=read.licence,
        authors=tuple(read.authors),
        aliases=tuple(read.aliases),
        folder=str(folder.path),
        api=read.api,
    )
    return info, errors


def pack_files(info: PackInfo, room: str) -> Iterator[PackFile | ContentError]:
    """The files of one of the pack's rooms (``lessons``, ``laws`` …), by name; wrong names too."""
    folder = Path(info.folder) / room
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return
    for path in paths:
        if path.name.startswith((".", "~")) or path.suffix != SUFFIXES[room]:
            continue
        found = _NAME.fullmatch(path.stem)
        if found is None or found["language"] not in info.languages:
            says = Sentence(
                "“{name}” does not say in which of the pack's languages it is.", name=path.name
            )
            mend = Sentence("Name it like lesson.{language}.md.", language=info.master)
            yield ContentError(says, file=str(path), line=1, rule="file-name", mend=mend)
            continue
        language = found["language"]
        leaf = Leaf(
            pack=info.id,
            path=f"{room}/{path.name}",
            file=str(path),
            language=language,
            master=language == info.master,
        )
        yield PackFile(path=path, leaf=leaf, name=found["name"])


def unreadable(path: Path, name: str) -> ContentError:
    """An error for a file that cannot be read."""
    says = Sentence("“{name}” cannot be read.", name=name)
    mend = Sentence("Check that it is there and that you may read it.")
    return ContentError(says, file=str(path), line=1, rule="unreadable", mend=mend)
