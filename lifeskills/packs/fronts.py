"""Front matter of lesson files and guides into pages without steps: enough for a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import CourseInfo, LocalFact, Material, Objective, Page, Printable
from lifeskills.packs import schemas
from lifeskills.packs.lines import decode, front_bytes, split_front
from lifeskills.packs.schemas import (
    GuideFront,
    GuideWords,
    LessonFront,
    LessonWords,
    OverlayFront,
    OverlayWords,
)
from lifeskills.packs.toml_lines import read_toml


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """Where a page stands: pack, path in the pack, name in errors, language, master or not."""

    pack: str
    path: str
    file: str
    language: str
    master: bool


def read_front(
    raw: bytes, leaf: Leaf, *, guide: bool = False
) -> tuple[Page | None, list[ContentError]]:
    """A page without its steps, and what is wrong with its front matter."""
    lines, _ = decode(front_bytes(raw), leaf.file)
    front, first_line, _, errors = split_front(lines, leaf.file)
    if errors and not front:
        return None, errors
    info, adapts, found = front_matter(front, first_line, leaf, guide=guide)
    return (page_of(leaf, info, adapts) if info else None), [*errors, *found]


def page_of(leaf: Leaf, info: CourseInfo, adapts: str) -> Page:
    """The page of a leaf, without steps."""
    return Page(
        course=info.course,
        language=leaf.language,
        pack=leaf.pack,
        file=leaf.path,
        info=info,
        steps=(),
        adapts=adapts,
        master=leaf.master,
    )


def front_matter(
    front: str, line: int, leaf: Leaf, *, guide: bool
) -> tuple[CourseInfo | None, str, list[ContentError]]:
    """The course's front matter, the course it adapts (or ""), and what is wrong."""
    if guide:
        return _guide_front(front, line, leaf)
    if _adapts(front):
        return _overlay_front(front, line, leaf)
    if leaf.master:
        whole, errors = read_toml(front, LessonFront, file=leaf.file, first_line=line)
        return (_info(whole) if whole else None), "", errors
    words, errors = read_toml(front, LessonWords, file=leaf.file, first_line=line)
    return (_words(words) if words else None), "", errors


def _adapts(front: str) -> bool:
    return any(line.lstrip().startswith("adapts") for line in front.split("\n"))


def _guide_front(
    front: str, line: int, leaf: Leaf
) -> tuple[CourseInfo | None, str, list[ContentError]]:
    kind: type[GuideFront | GuideWords] = GuideFront if leaf.master else GuideWords
    read, errors = read_toml(front, kind, file=leaf.file, first_line=line)
    if read is None:
        return None, "", errors
    info = CourseInfo(course=read.guide, title=read.title, aim="", checked_on=read.checked_on)
    if isinstance(read, GuideFront):
        info = replace(info, pages=read.pages, bands=read.bands)
    return info, "", errors


def _overlay_front(
    front: str, line: int, leaf: Leaf
) -> tuple[CourseInfo | None, str, list[ContentError]]:
    if not leaf.master:
        words, errors = read_toml(front, OverlayWords, file=leaf.file, first_line=line)
        if words is None:
            return None, "", errors
        info = CourseInfo(
            course=words.adapts,
            title=words.title,
            aim="",
            local_facts=_facts(words.local_facts_needed),
        )
        return info, words.adapts, errors
    read, errors = read_toml(front, OverlayFront, file=leaf.file, first_line=line)
    if read is None:
        return None, "", errors
    info = CourseInfo(
        course=read.adapts,
        title=read.title,
        aim="",
        cards=tuple(read.cards),
        checked_on=read.checked_on,
        sources=tuple(read.sources),
        local_facts=_facts(read.local_facts_needed),
    )
    return info, read.adapts, errors


def _facts(given: Sequence[schemas.LocalFact]) -> tuple[LocalFact, ...]:
    return tuple(LocalFact(one.id, one.ask, one.whom) for one in given)


def _info(read: LessonFront) -> CourseInfo:
    first = read.audiences[0]
    others = [name for name in read.minutes if name != first]
    order = [first, *others] if first in read.minutes else others
    return CourseInfo(
        course=read.course,
        title=read.title,
        aim=read.aim,
        number=read.number,
        sitting=read.sitting,
        module=read.module,
        why_it_matters=read.why_it_matters,
        audiences=tuple(read.audiences),
        bands=tuple(read.bands),
        minutes=tuple((name, read.minutes[name]) for name in order),
        prerequisites=tuple(read.prerequisites),
        pairs_with=tuple(read.pairs_with),
        skills=tuple(read.skills),
        objectives=tuple(Objective(one.id, one.kind, one.text) for one in read.objectives),
        key_messages=tuple(read.key_messages),
        cards=tuple(read.cards),
        slots=tuple(read.slots),
        sensitivity=read.sensitivity,
        materials=tuple(
            Material(one.id, one.item, one.rule, one.quantity, one.free) for one in read.materials
        ),
        preparation_minutes=read.preparation.minutes,
        preparation=tuple(read.preparation.tasks),
        local_facts=_facts(read.local_facts_needed),
        printables=tuple(
            Printable(one.id, one.title, one.pages, one.copies) for one in read.printables
        ),
        episode=read.episode,
        checked_on=read.checked_on,
        sources=tuple(read.sources),
    )


def _words(read: LessonWords) -> CourseInfo:
    """The words of a translation; what is not words is empty and comes from the master."""
    return CourseInfo(
        course=read.course,
        title=read.title,
        aim=read.aim,
        why_it_matters=read.why_it_matters,
        objectives=tuple(Objective(one.id, "", one.text) for one in read.objectives),
        key_messages=tuple(read.key_messages),
        slots=tuple(read.slots),
        materials=tuple(Material(one.id, one.item, "", 0, one.free) for one in read.materials),
        preparation=tuple(read.preparation.tasks),
        local_facts=_facts(read.local_facts_needed),
        printables=tuple(Printable(one.id, one.title, 0, "") for one in read.printables),
    )
