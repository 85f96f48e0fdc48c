"""``pack check``: everything that is wrong with some packs, each with file, line, rule and mend."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from lifeskills.core.curriculum import Around, ContentRule, PackView
from lifeskills.core.errors import ContentError
from lifeskills.core.folders import PackFolder
from lifeskills.core.lesson import Page
from lifeskills.core.setting import Audience
from lifeskills.core.text import Sentence
from lifeskills.packs import lawfiles
from lifeskills.packs.catalogue import Catalogue
from lifeskills.packs.pack import Pack
from lifeskills.packs.rules import RULES


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong. ``file`` as the folders were given, ``line`` from 1."""

    file: str
    line: int
    rule: str
    message: Sentence
    mend: Sentence


def check(
    folders: Sequence[PackFolder],
    extra_rules: Iterable[ContentRule] = (),
    *,
    day: dt.date,
    only: Collection[str] = (),
    activities: Collection[str] = (),
) -> list[Finding]:
    """What is wrong with the packs, by file and line.

    ``folders`` are all packs there are: a rule looks beyond one pack. ``only`` names the packs
    whose findings are wanted (all if empty). ``activities`` are the kinds that plugins registered;
    without them that rule is not asked. ``day`` decides what is overdue.
    """
    catalogue = Catalogue(folders)
    views = read_views(catalogue, day=day, activities=activities)
    errors: list[ContentError] = list(catalogue.problems)
    rules = (*RULES, *extra_rules)
    for view in views:
        errors += [_placed(one, view) for rule in rules for one in rule.check(view)]
    wanted = [view.info.folder for view in views if not only or view.info.id in only]
    found = {
        (one.file, one.line, one.rule, str(one.says)): one
        for one in errors
        if not only or any(one.file.startswith(folder) for folder in wanted)
    }
    return [_finding(one) for _, one in sorted(found.items(), key=lambda pair: pair[0])]


def _placed(error: ContentError, view: PackView) -> ContentError:
    """The error with the whole name of its file: a plugin's rule may name it from the pack."""
    if not error.file.startswith(view.info.folder):
        error.file = view.path(error.file)
    return error


def _finding(error: ContentError) -> Finding:
    return Finding(error.file, error.line, error.rule, error.says, error.mend or Sentence(""))


def read_views(
    catalogue: Catalogue, *, day: dt.date, activities: Collection[str] = ()
) -> tuple[PackView, ...]:
    """Every pack read in full, with what all of them together know."""
    bodies = {
        pack.info.id: tuple(pack.whole(front) for front in pack.fronts) for pack in catalogue.packs
    }
    around = _around(catalogue, bodies, day, activities)
    return tuple(_view(pack, bodies[pack.info.id], around) for pack in catalogue.packs)


def _view(pack: Pack, pages: tuple[Page, ...], around: Around) -> PackView:
    tables = pack.tables
    return PackView(
        info=pack.info,
        around=around,
        pages=pages,
        guides=tuple(pack.whole(front) for front in pack.guide_fronts),
        stories=pack.stories,
        provisions=tuple(lawfiles.provisions(pack.laws)),
        cards=tuple(lawfiles.cards(pack.cards)),
        values=tuple(tables.values),
        numbers=tuple(tables.numbers),
        contacts=tuple(tables.contacts),
        law_pages=(*(one.page() for one in pack.laws), *(one.page() for one in pack.cards)),
        modules=tuple(tables.modules),
        pathways=tuple(tables.pathways),
        places=tuple(tables.places),
        calendar=tuple(tables.calendar),
        signals=tuple(tables.signals),
        glossary=tuple(tables.glossary),
        lines=tables.lines,
    )


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)


def _by_id(found: Iterable[T]) -> dict[str, T]:
    return {one.id: one for one in found}


def _around(
    catalogue: Catalogue,
    bodies: Mapping[str, tuple[Page, ...]],
    day: dt.date,
    activities: Collection[str],
) -> Around:
    packs = catalogue.packs
    tables = [pack.tables for pack in packs]
    audiences: dict[str, Audience] = _by_id(one for table in tables for one in table.audiences)
    laws = [page for pack in packs for page in pack.laws]
    return Around(
        day=day,
        packs={pack.info.id: pack.info for pack in packs},
        courses={course: page.info for course, (_, page) in catalogue.bases.items()},
        pages=tuple(page for pages in bodies.values() for page in pages),
        audiences=audiences,
        skills=_by_id(one for table in tables for one in table.skills),
        modules=_by_id(one for table in tables for one in table.modules),
        provisions=_by_id(lawfiles.provisions(laws)),
        cards=frozenset(page.card for pack in packs for page in pack.cards if page.front),
        values=frozenset(one.id for table in tables for one in table.values),
        numbers=_by_id(one for table in tables for one in table.numbers),
        contacts=frozenset(one.id for table in tables for one in table.contacts),
        places=_by_id(one for table in tables for one in table.places),
        stories=frozenset(catalogue.stories),
        signals=frozenset(one.id for table in tables for one in table.signals),
        helpers=frozenset(one.id for table in tables for one in table.helpers),
        glossary=tuple(one for table in tables for one in table.glossary),
        everyday=frozenset(one for table in tables for one in table.everyday),
        activities=frozenset(activities),
    )
