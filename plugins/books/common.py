"""What every book shares: fixed words, the imprint, numbers to call, clocks."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lifeskills.api import (
    Block,
    BookPlan,
    BookRequest,
    Lesson,
    PrintError,
    Sentence,
    Step,
    Story,
    Text,
)

from .words import words

LETTERS = "ABCDEFGH"
"""Choices of a story, in order."""
ALWAYS = (("110", "police_for"), ("119", "fire_for"), ("120", "ambulance_for"))
"""Printed even where no pack names a number."""
NOT_FOR_CHILDREN = frozenset({"12308", "12309", "12315", "12333", "12351"})
"""Lines about work, consumers and going abroad: not on the pages of pupils under sixteen."""
_LAW = re.compile(r"\{law:([A-Za-z0-9-]+)\}")


def base(request: BookRequest) -> dict[str, Any]:
    """The values that every template reads."""
    w = words(request.language)
    setting = request.setting
    return {
        "w": w,
        "school": {"name": "", "approval": "", "contacts": {}, **request.school},
        "audience": title(request, "pathway", request.pathway)
        or title(request, "audience", setting.audience if setting else ""),
        "place": title(request, "place", setting.place if setting else ""),
        "side": w[setting.side] if setting and setting.place != "cn" else "",
        "packs": w["comma"].join(f"{pack} {version}" for pack, version in request.packs),
        "class_name": request.group.name if request.group else "",
    }


def sheet_plan(
    request: BookRequest,
    heading: str,
    parts: list[dict[str, Any]],
    *,
    subtitle: str | None = None,
    pages: int = 0,
    dense: bool = False,
) -> BookPlan:
    """A page of facts, tables, texts and lines in the form that schools keep.

    Without a ``subtitle`` the school's name stands below the heading and in the title.
    """
    context = base(request)
    name = context["school"]["name"] if subtitle is None else ""
    sheet = {
        "title": heading,
        "subtitle": name if subtitle is None else subtitle,
        "language": request.language,
        "parts": parts,
        "dense": dense,
    }
    return BookPlan(
        template="sheet.html.j2",
        title=" ".join(one for one in (heading, name) if one),
        pages=pages,
        context={**context, "sheet": sheet},
    )


def lines_part(count: int, heading: str = "") -> dict[str, Any]:
    """Empty lines of a sheet to write on."""
    return {"kind": "lines", "heading": heading, "count": count}


def text_part(words: str, heading: str = "") -> dict[str, Any]:
    """Words of a sheet, under a heading or none."""
    return {"kind": "text", "heading": heading, "text": words}


def table_part(
    head: list[str], widths: list[int], rows: list[list[str]], heading: str = ""
) -> dict[str, Any]:
    """A table of a sheet; widths are parts of a hundred."""
    return {"kind": "table", "heading": heading, "head": head, "widths": widths, "rows": rows}


def title(request: BookRequest, kind: str, name: str) -> str:
    """What an id is called, or ""."""
    return request.titles.get(f"{kind}:{name}", Text()).get(request.language)


def titles(request: BookRequest, kind: str, names: Sequence[str]) -> str:
    """What several ids are called, in one line; those that nobody names are left out."""
    known = (title(request, kind, name) for name in names)
    return words(request.language)["comma"].join(one for one in known if one)


def worded(request: BookRequest, text: str) -> str:
    """Our own text with its statements in words; a labelled blank for one that may not be said."""
    blank = words(request.language)["law_blank"]
    return _LAW.sub(lambda found: request.said.get(found[1], blank), text)


def only_lesson(request: BookRequest) -> Lesson:
    """The one lesson of a small print. Raises PrintError without it."""
    if not request.lessons:
        words_ = Text(zh="没有要印的课。", en="There is no lesson to print.")
        raise PrintError(Sentence("There is no lesson to print.", words_), subject=request.book)
    return request.lessons[0]


def only_story(request: BookRequest) -> Story:
    """The story of a sheet. Raises PrintError without one."""
    if request.story is None:
        says = Text(zh="没有要印的故事。", en="There is no story to print.")
        raise PrintError(Sentence("There is no story to print.", says), subject=request.book)
    return request.story


def numbers(request: BookRequest, *, children: bool) -> dict[str, list[dict[str, str]]]:
    """Numbers to call: ``sure`` with what they are for, ``blank`` to be checked by the school."""
    w = words(request.language)
    sure: list[dict[str, str]] = []
    blank: list[dict[str, str]] = []
    known = {one.id for one in request.numbers}
    for call, purpose in ALWAYS:
        if call not in known:
            sure.append({"call": call, "purpose": w[purpose]})
    for one in request.numbers:
        if children and one.id in NOT_FOR_CHILDREN:
            continue
        row = {"call": one.call, "purpose": one.purpose.get(request.language)}
        (sure if one.printable else blank).append(row)
    return {"sure": sure, "blank": blank}


def contacts(request: BookRequest) -> list[dict[str, str]]:
    """Helpers of this place with what the school filled in: a name and number, or nothing."""
    filled: Mapping[str, str] = request.school.get("contacts") or {}
    return [
        {"label": one.label.get(request.language), "value": filled.get(one.id, ""), "id": one.id}
        for one in request.contacts
    ]


def for_children(request: BookRequest) -> bool:
    """True where the page may be read by somebody under sixteen."""
    return request.setting is not None and request.setting.band in ("under16", "mixed")


def clock(steps: Sequence[Step], start: dt.time | None) -> Iterator[tuple[Step, str, str]]:
    """Each step with when it begins and ends: of the day, or minutes from 0:00 at the bell.

    A step marked as the end of a period sets the minutes back to 0:00; times of day run on.
    """
    minute = 0
    for step in steps:
        begins, minute = minute, minute + step.minutes
        yield step, _at(begins, start), _at(minute, start)
        if "break" in step.marks and start is None:
            minute = 0


def _at(minute: int, start: dt.time | None) -> str:
    if start is None:
        return f"{minute // 60}:{minute % 60:02}"
    whole = start.hour * 60 + start.minute + minute
    return f"{whole // 60 % 24}:{whole % 60:02}"


def block_of(lesson: Lesson, name: str) -> str:
    """The text of the block with this id; "" if there is none or its place is not filled."""
    for step in lesson.steps:
        for block in step.blocks:
            if block.id == name and not block.slot:
                return block.text
    return ""


def is_help(block: Block) -> bool:
    """Whether a block says whom to ask: ``help``, or one for some, such as ``help-workers``."""
    return block.id == "help" or block.id.startswith("help-")


def help_of(lesson: Lesson, *kinds: str) -> str:
    """Whom those in a lesson can ask, of these kinds of block or any; "" where none is filled."""
    for step in lesson.steps:
        for block in step.of_kind(*kinds) if kinds else step.blocks:
            if is_help(block) and not block.slot:
                return block.text
    return ""


def texts(lesson: Lesson, *kinds: str) -> list[str]:
    """The texts of all blocks of these kinds, in order."""
    return [block.text for step in lesson.steps for block in step.of_kind(*kinds)]
