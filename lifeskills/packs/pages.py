"""Lesson files and guides into pages: front matter first, the body when somebody asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import (
    CourseInfo,
    LocalFact,
    Material,
    Objective,
    Page,
    Printable,
    Step,
)
from lifeskills.packs import schemas
from lifeskills.packs.frame import Frame, read_frame
from lifeskills.packs.lines import decode, front_bytes, split_front
from lifeskills.packs.schemas import (
    GuideFront,
    GuideWords,
    LessonFront,
    LessonWords,
    OverlayFront,
    OverlayWords,
)
from lifeskills.packs.steps import StepReader
from lifeskills.packs.toml_lines import key_lines, read_toml
from lifeskills.packs.vocabulary import GUIDE, LESSON, OVERLAY, TRANSLATION, Grammar

Role = Literal["lesson", "overlay", "guide"]


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
    info, adapts, found = _front(front, first_line, leaf, guide=guide)
    return (_page(leaf, info, adapts) if info else None), [*errors, *found]


def read_page(
    raw: bytes, leaf: Leaf, *, guide: bool = False
) -> tuple[Page | None, list[ContentError]]:
    """A whole page, and everything that is wrong with its frame and front matter."""
    frame = read_frame(raw, leaf.file)
    info, adapts, found = _front(frame.front, frame.front_line, leaf, guide=guide)
    steps, step_errors = _steps(frame, leaf, _grammar(leaf, adapts=bool(adapts), guide=guide))
    errors = sorted([*frame.errors, *found, *step_errors], key=lambda one: one.line)
    if info is None:
        return None, errors
    page = _page(leaf, info, adapts)
    return replace(page, steps=steps, lines=key_lines(frame.front, frame.front_line)), errors


def _page(leaf: Leaf, info: CourseInfo, adapts: str) -> Page:
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


def _grammar(leaf: Leaf, *, adapts: bool, guide: bool) -> Grammar:
    if guide:
        return GUIDE
    if not leaf.master:
        return TRANSLATION
    return OVERLAY if adapts else LESSON


def _steps(
    frame: Frame, leaf: Leaf, grammar: Grammar
) -> tuple[tuple[Step, ...], list[ContentError]]:
    reader = StepReader(grammar, pack=leaf.pack, path=leaf.path, file=leaf.file)
    return reader.read(frame.steps), reader.errors


def _front(
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
