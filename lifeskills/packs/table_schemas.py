"""``pack.toml`` and the other TOML files of a pack, as msgspec Structs: unknown keys are errors."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from msgspec import Meta, field

from lifeskills.core.setting import NATION
from lifeskills.packs.schemas import ArticleId, Band, Front, Grade, Id, Minutes

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Words = dict[str, str]
"""Words in several languages, the master language first: ``{ zh = "…", en = "…" }``."""


class PackToml(Front):
    """``pack.toml``: what makes a folder a pack."""

    id: Id
    title: Words
    version: str
    api: int
    kind: Literal["curriculum", "overlay", "law", "stories", "facts"]
    languages: Annotated[list[str], Meta(min_length=1)]
    when: dict[Literal["side", "province", "place"], str] = field(default_factory=dict)
    after: tuple[str, ...] = ()
    licence: str = ""
    authors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


class AudienceEntry(Front):
    """``[[audience]]`` in ``audiences.toml``."""

    id: Id
    title: Words
    minutes: Minutes
    band: Band | None = None
    learner: bool = True


class SkillEntry(Front):
    """``[[skill]]`` in ``skills.toml``."""

    id: Id
    title: Words


class ModuleEntry(Front):
    """``[[module]]`` in ``modules.toml``. ``pupil_title``: what pupils read."""

    id: Id
    number: int
    title: Words
    courses: list[Id]
    pupil_title: Words = field(default_factory=dict)


class PathwayEntry(Front):
    """``[[pathway]]`` in ``pathways.toml``.

    ``every`` is a lesson in so many weeks where a class has no rhythm of its own;
    ``before_internship`` are courses that are taught before the first internship. ``minutes``
    is how long each of its lessons is, whole, where that is not the audience's own: a shift break.
    ``asked_before`` and ``asked_after`` are sittings: what a class is asked in the week before the
    first lesson, and after the last.
    """

    id: Id
    title: Words
    audience: str
    courses: list[Id]
    every: Annotated[int, Meta(ge=1, le=26)] = 1
    before_internship: tuple[Id, ...] = ()
    asked_before: tuple[Id, ...] = ()
    asked_after: tuple[Id, ...] = ()
    minutes: Annotated[int, Meta(ge=10, le=180)] | None = None


class FreeSpan(Front):
    """A holiday in ``calendar.toml``, both days included."""

    first: dt.date
    last: dt.date
    title: Words


class MadeUp(Front, rename={"as_": "as"}):
    """A make-up workday in ``calendar.toml``; ``as`` only where a notice names a timetable."""

    day: dt.date
    as_: Weekday | None = None


class YearEntry(Front):
    """``[[year]]`` in ``calendar.toml``: the holidays of one year and where they are from."""

    year: int
    announced: bool
    source: str
    seen_on: dt.date
    off: tuple[FreeSpan, ...] = ()
    work: tuple[MadeUp, ...] = ()


class NumberEntry(Front, rename={"for_": "for"}):
    """``[[number]]`` in ``numbers.toml``: a number to call and what for."""

    id: Id
    call: str
    for_: Words
    scope: str
    grade: Grade
    source: str
    seen_on: dt.date | None = None
    always: bool = False


class ValueEntry(Front, rename={"from_": "from"}):
    """``[[value]]`` in ``values.toml``: an amount of a place and tier from a day on."""

    id: Id
    title: Words
    amount: int | float | str
    unit: Words
    grade: Grade
    source: str
    place: str = ""
    tier: str = ""
    from_: dt.date | None = None
    until: dt.date | None = None
    seen_on: dt.date | None = None
    review_by: dt.date | None = None


class LocalEntry(Front):
    """``[[local]]`` in ``local.toml``: a helper or a fact that only the school can name.

    ``whom`` says who knows; a helper is asked for himself.
    """

    id: Id
    label: Words
    ask: Words
    whom: Words = field(default_factory=dict)
    fact: bool = False


class QuietLesson(Front):
    """``[[quiet.lesson]]`` in ``place.toml``: a course, and what to do in it."""

    course: Id
    do: Words


class QuietTable(Front):
    """``[quiet]`` in ``place.toml``: who speaks less here, why, and what to do in which course.

    The courses take the turns that they have on a pathway in the order in which they stand here.
    """

    who: Words
    why: Words
    lesson: Annotated[tuple[QuietLesson, ...], Meta(min_length=1)]


class PlaceToml(Front):
    """``place.toml``: a province or county."""

    id: Id
    title: Words
    side: Literal["sending", "receiving"]
    iso: str = ""
    within: str = NATION
    quiet: QuietTable | None = None


class AudienceFile(Front):
    """``audiences.toml``."""

    audience: tuple[AudienceEntry, ...] = ()


class SkillFile(Front):
    """``skills.toml``."""

    skill: tuple[SkillEntry, ...] = ()


class ModuleFile(Front):
    """``modules.toml``."""

    module: tuple[ModuleEntry, ...] = ()


class PathwayFile(Front):
    """``pathways.toml``."""

    pathway: tuple[PathwayEntry, ...] = ()


class CalendarFile(Front):
    """``calendar.toml``."""

    year: tuple[YearEntry, ...] = ()


class NumberFile(Front):
    """``numbers.toml``."""

    number: tuple[NumberEntry, ...] = ()


class ValueFile(Front):
    """``values.toml``."""

    value: tuple[ValueEntry, ...] = ()


class LocalFile(Front):
    """``local.toml``."""

    local: tuple[LocalEntry, ...] = ()


class SignalEntry(Front):
    """``[[signal]]`` in ``signals.toml``: a warning sign that passages name by id.

    ``card`` is the law card that a passage with this signal brings, if there is one.
    """

    id: Id
    title: Words
    card: str = ""
    says: Words = field(default_factory=dict)


class HelperEntry(Front):
    """``[[helper]]`` in ``helpers.toml``: somebody who helps in a story."""

    id: Id
    title: Words


class HelperFile(Front):
    """``helpers.toml``."""

    helper: tuple[HelperEntry, ...] = ()


class SignalFile(Front):
    """``signals.toml``."""

    signal: tuple[SignalEntry, ...] = ()


class TermEntry(Front):
    """``[[term]]`` in ``glossary.toml``: a word and what it means, for pupils."""

    id: Id
    word: Words
    says: Words


class GlossaryFile(Front):
    """``glossary.toml``: words explained, and everyday characters that are rarely printed."""

    everyday: str = ""
    term: tuple[TermEntry, ...] = ()


class BulletinAmount(Front, rename={"from_": "from"}):
    """``[[value]]`` in a bulletin: a new amount in the bulletin's place."""

    id: Id
    amount: int | float | str
    from_: dt.date
    tier: str = ""


class BulletinStatement(Front):
    """``[[statement]]`` in a bulletin: it still holds (``seen_on``) or ends (``until``)."""

    id: ArticleId
    seen_on: dt.date | None = None
    until: dt.date | None = None


class BulletinToml(Front):
    """``bulletins/NAME.toml``: what a labour bureau said on a day."""

    bulletin: Id
    issued_by: str
    issued_on: dt.date
    place: str
    source: str
    confirmed: str = ""
    signature: str = ""
    value: tuple[BulletinAmount, ...] = ()
    statement: tuple[BulletinStatement, ...] = ()
