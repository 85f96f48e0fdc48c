"""Rules about a pack as a whole: whose it is, and under which licence it may be passed on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lifeskills.core.curriculum import PackView
from lifeskills.core.text import NO_TEXT, Sentence, Text
from lifeskills.packs.rules.ruling import Wrong, rule

SATURDAY = 5
SPDX = re.compile(
    r"(?:CC0-1\.0|CC-BY(?:-NC)?(?:-SA|-ND)?-[234]\.\d|MIT|Apache-2\.0|OFL-1\.1|"
    r"GFDL-1\.3-only|LicenseRef-[A-Za-z0-9.-]+)"
)


@rule(
    "pack-licence",
    zh="pack.toml 写明 SPDX 许可证和作者",
    en="pack.toml names an SPDX licence and the authors",
)
def licence(view: PackView) -> Iterable[Wrong]:
    """A pack is copied by stick: it must say that it may be."""
    if not SPDX.fullmatch(view.info.licence):
        says = Sentence("“{licence}” is no SPDX licence.", licence=view.info.licence)
        mend = Sentence('Write licence = "CC-BY-SA-4.0", or LicenseRef-… for your own.')
        yield Wrong("pack.toml", 1, says, mend)
    if not any(view.info.authors):
        says = Sentence("The pack has no authors.")
        yield Wrong("pack.toml", 1, says, Sentence('Write authors = ["…"].'))


@rule(
    "pack-words",
    zh="包、对象、技能、模块的名称每种语言都有",
    en="Titles stand in every language of the pack",
)
def words(view: PackView) -> Iterable[Wrong]:
    """A title that is missing shows in another language."""
    named: list[tuple[str, str, Text]] = [("pack.toml", view.info.id, view.info.title)]
    named += [("modules.toml", one.id, one.title) for one in view.modules]
    named += [("modules.toml", one.id, one.pupil_title) for one in view.modules]
    named += [("pathways.toml", one.id, one.title) for one in view.pathways]
    named += [("numbers.toml", one.id, one.purpose) for one in view.numbers]
    named += [("values.toml", one.id, one.title) for one in view.values]
    for one in view.contacts:
        asked = [one.label, one.ask, *([one.whom] if one.fact or one.whom != NO_TEXT else [])]
        named += [("local.toml", one.id, words) for words in asked]
    for place in view.places:
        said = [words for one in place.quiet for words in (one.who, one.why, one.do)]
        named += [("place.toml", place.id, words) for words in (place.title, *said)]
    named += [("glossary.toml", one.id, one.word) for one in view.glossary]
    named += [("glossary.toml", one.id, one.says) for one in view.glossary]
    for file, name, title in named:
        missing = [one for one in view.info.languages if not title.has(one)]
        if missing:
            says = Sentence("“{id}” has no words in {names}.", id=name, names=" ".join(missing))
            mend = Sentence("Write {{ zh = “…”, en = “…” }}.")
            yield Wrong(file, view.line(file, name), says, mend)


@rule(
    "entry-twice",
    zh="同一个包里，电话、数值、卡片、指南、故事的 id 不重复",
    en="No number, value, card, guide or story is in a pack twice",
)
def twice(view: PackView) -> Iterable[Wrong]:
    """Of two only one would be shown."""
    law = [(page.file, page.course, page.language) for page in view.law_pages]
    entries: list[tuple[str, int, tuple[object, ...]]] = [
        *((file, 1, (file.partition("/")[0], name, tongue)) for file, name, tongue in law),
        *((page.file, 1, ("guides", page.course, page.language)) for page in view.guides),
        *((one.file, 1, ("stories", one.id, one.language)) for one in view.stories),
        *(
            (page.file, 1, ("lessons", page.course, page.adapts, page.language))
            for page in view.pages
        ),
        *(
            ("numbers.toml", view.line("numbers.toml", one.id), ("number", one.id))
            for one in view.numbers
        ),
        *(
            ("local.toml", view.line("local.toml", one.id), ("local", one.id))
            for one in view.contacts
        ),
        *(
            (
                "values.toml",
                view.line("values.toml", one.id),
                ("value", one.id, one.place, one.tier, one.valid_from),
            )
            for one in view.values
        ),
    ]
    seen: dict[tuple[object, ...], str] = {}
    for file, line, key in entries:
        if key in seen:
            says = Sentence("“{id}” is there twice; see {file}.", id=str(key[1]), file=seen[key])
            yield Wrong(file, line, says, Sentence("Keep one of the two."))
        seen.setdefault(key, file)


@rule(
    "number-fields",
    zh="电话有号码和来源",
    en="A number to call has its source",
)
def numbers(view: PackView) -> Iterable[Wrong]:
    """A wrong number to call is worse than none."""
    for one in view.numbers:
        if not one.call.strip() or (not one.source.strip() and one.grade != "R"):
            says = Sentence("“{id}” lacks its source or the number itself.", id=one.id)
            line = view.line("numbers.toml", one.id)
            yield Wrong("numbers.toml", line, says, Sentence("Write source and call."))


@rule(
    "value-fields",
    zh="数值有来源、查到的日期和复核日",
    en="A value has its source, the day it was seen and a review_by",
)
def values(view: PackView) -> Iterable[Wrong]:
    """An amount without a date cannot be shown."""
    for one in view.values:
        if not one.source or one.seen_on is None or one.review_by is None:
            says = Sentence("“{id}” lacks source, seen_on or review_by.", id=one.id)
            line = view.line("values.toml", one.id)
            yield Wrong("values.toml", line, says, Sentence("Write all three."))


@rule(
    "calendar-days",
    zh="校历里的日子在那一年，调休上班的是周末",
    en="Days of the calendar lie in their year, make-up workdays on a weekend",
)
def calendar(view: PackView) -> Iterable[Wrong]:
    """A day of another year is left out of the plan, and a class would miss its lesson."""
    for one in view.calendar:
        line = view.line("calendar.toml", str(one.year))
        wrong = [*one.outside]
        wrong += [day for day in one.work if day.weekday() < SATURDAY or day in one.off]
        for day in wrong:
            says = Sentence(
                "{day} cannot stand in the calendar of {year}.", day=day.isoformat(), year=one.year
            )
            yield Wrong("calendar.toml", line, says, Sentence("Look at the notice again."))


RULES = (licence, words, twice, numbers, values, calendar)
