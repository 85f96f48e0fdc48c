"""``pack stamp``: write ``of=`` on the headings of overlays and translations, and nothing else.

``of=`` is the fingerprint of the step that a text stands on: for an overlay the base's step in its
master language, for a translation the step it translates. Stamping says "I have compared the two":
a person does that; the number is never typed by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lifeskills.core.fingerprint import fingerprint
from lifeskills.core.folders import PackFolder
from lifeskills.core.lesson import Page, Step
from lifeskills.packs.catalogue import Catalogue
from lifeskills.packs.pack import Pack

_OF = re.compile(rb"\bof=[0-9a-f]{8}(?=[\s}])")
_ID = re.compile(rb"#[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Stamped:
    """A file that was stamped anew, and on how many headings."""

    file: str
    steps: int


def stamp(folders: Sequence[PackFolder], pack: str) -> tuple[Stamped, ...]:
    """Stamp one pack's files. ``folders`` are all packs: an overlay's base lies in another.

    Gives the files that changed. Raises OSError if one cannot be written.
    """
    catalogue = Catalogue(folders)
    changed: list[Stamped] = []
    for own in catalogue.packs:
        if own.info.id != pack:
            continue
        for page, below in _standing(own, catalogue):
            path = Path(own.info.folder) / page.file
            count = _stamp_file(path, page.steps, {s.id: fingerprint(s) for s in below.steps})
            if count:
                changed.append(Stamped(str(path), count))
    return tuple(changed)


def _standing(pack: Pack, catalogue: Catalogue) -> Iterator[tuple[Page, Page]]:
    """Each page of the pack that stands on another, with that other."""
    lessons = [pack.whole(front) for front in (*pack.fronts, *pack.guide_fronts)]
    law = [*(one.page() for one in pack.laws), *(one.page() for one in pack.cards)]
    pages = (*lessons, *law)
    masters = {_key(page): page for page in pages if page.master}
    for page in pages:
        if not page.master and _key(page) in masters:
            yield page, masters[_key(page)]
        elif page.master and page.adapts in catalogue.bases:
            base, front = catalogue.bases[page.adapts]
            yield page, base.whole(front)


def _key(page: Page) -> tuple[str, str, str]:
    return page.file.partition("/")[0], page.course, page.adapts


def _stamp_file(path: Path, steps: Sequence[Step], prints: Mapping[str, str]) -> int:
    """Change the headings of a file in place, byte for byte nothing else; how many changed."""
    raw = path.read_bytes()
    lines = re.split(rb"(?<=\n)|(?<=\r)(?!\n)", raw)
    count = 0
    for step in steps:
        wanted = prints.get(step.id)
        if wanted is None or step.of == wanted:
            continue
        index = step.origin.line - 1
        line = _stamp_line(lines[index], b"of=" + wanted.encode("ascii"))
        if line != lines[index]:
            lines[index] = line
            count += 1
    if count:
        path.write_bytes(b"".join(lines))
    return count


def _stamp_line(line: bytes, of: bytes) -> bytes:
    if _OF.search(line):
        return _OF.sub(of, line, count=1)
    return _ID.sub(lambda found: found[0] + b" " + of, line, count=1)
