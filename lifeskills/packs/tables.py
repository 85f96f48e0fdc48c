"""The TOML files of a pack into core types: audiences, skills, numbers, values, places."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import msgspec

from lifeskills.core.curriculum import Helper, Module, PackInfo, Pathway, Signal, Skill, Term
from lifeskills.core.errors import ContentError
from lifeskills.core.setting import NATION, Audience
from lifeskills.core.text import NO_TEXT, Text
from lifeskills.packs import table_schemas as schemas
from lifeskills.packs.folder import unreadable
from lifeskills.packs.lines import decode
from lifeskills.packs.toml_lines import key_lines, read_toml

if TYPE_CHECKING:
    from lifeskills.core.bulletin import Bulletin
    from lifeskills.core.law import DatedValue, HelpNumber, LocalContact, Place
    from lifeskills.core.workdays import HolidayYear

S = TypeVar("S", bound=msgspec.Struct)


class Tables:
    """The TOML files of one pack: each is read when it is first asked for, and then kept.

    A file that is not there is simply empty; what is wrong is added to ``errors``.
    """

    def __init__(self, info: PackInfo, errors: list[ContentError]) -> None:
        self._info = info
        self._errors = errors
        self._texts: dict[str, str] = {}

    def read_all(self) -> None:
        """Read every file, so that all errors are known."""
        for file in (
            *(self.audiences, self.skills, self.modules, self.pathways),
            *(self.helpers, self.signals, self.glossary),
            *(self.places, self.numbers, self.values, self.contacts, self.calendar),
            self.bulletins,
        ):
            _ = file

    @property
    def lines(self) -> Mapping[str, Mapping[str, int]]:
        """Of each file, on which line an id stands; asking reads every file."""
        self.read_all()
        return {
            name: {key.rpartition(".")[2]: line for key, line in key_lines(text).items()}
            for name, text in self._texts.items()
        }

    @cached_property
    def audiences(self) -> tuple[Audience, ...]:
        """``audiences.toml``."""
        read = self._read("audiences.toml", schemas.AudienceFile)
        return tuple(
            Audience(one.id, tuple(one.title.items()), one.band, one.minutes, one.learner)
            for one in (read.audience if read else ())
        )

    @cached_property
    def skills(self) -> tuple[Skill, ...]:
        """``skills.toml``."""
        read = self._read("skills.toml", schemas.SkillFile)
        return tuple(
            Skill(id=one.id, title=Text.from_map(one.title)) for one in (read.skill if read else ())
        )

    @cached_property
    def modules(self) -> tuple[Module, ...]:
        """``modules.toml``."""
        read = self._read("modules.toml", schemas.ModuleFile)
        return tuple(
            Module(
                id=one.id,
                number=one.number,
                title=Text.from_map(one.title),
                pupil_title=Text.from_map(one.pupil_title or one.title),
                courses=tuple(one.courses),
            )
            for one in (read.module if read else ())
        )

    @cached_property
    def pathways(self) -> tuple[Pathway, ...]:
        """``pathways.toml``."""
        read = self._read("pathways.toml", schemas.PathwayFile)
        return tuple(
            Pathway(
                id=one.id,
                title=Text.from_map(one.title),
                audience=one.audience,
                courses=tuple(one.courses),
                every=one.every,
                before_internship=one.before_internship,
                asked_before=one.asked_before,
                asked_after=one.asked_after,
                minutes=one.minutes,
            )
            for one in (read.pathway if read else ())
        )

    @cached_property
    def helpers(self) -> tuple[Helper, ...]:
        """``helpers.toml``."""
        read = self._read("helpers.toml", schemas.HelperFile)
        return tuple(
            Helper(id=one.id, title=Text.from_map(one.title))
            for one in (read.helper if read else ())
        )

    @cached_property
    def signals(self) -> tuple[Signal, ...]:
        """``signals.toml``."""
        read = self._read("signals.toml", schemas.SignalFile)
        return tuple(
            Signal(
                id=one.id,
                title=Text.from_map(one.title),
                card=one.card,
                says=Text.from_map(one.says) if one.says else NO_TEXT,
            )
            for one in (read.signal if read else ())
        )

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The words of ``glossary.toml``."""
        return tuple(
            Term(id=one.id, word=Text.from_map(one.word), says=Text.from_map(one.says))
            for one in (self._glossary.term if self._glossary else ())
        )

    @property
    def everyday(self) -> frozenset[str]:
        """The everyday characters of ``glossary.toml``."""
        return frozenset(self._glossary.everyday if self._glossary else "")

    @cached_property
    def _glossary(self) -> schemas.GlossaryFile | None:
        return self._read("glossary.toml", schemas.GlossaryFile)

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """``place.toml``: one place, or none."""
        read = self._read("place.toml", schemas.PlaceToml)
        if read is None:
            return ()
        from lifeskills.packs.facts import place_of

        return (place_of(read),)

    @cached_property
    def numbers(self) -> tuple[HelpNumber, ...]:
        """``numbers.toml``."""
        from lifeskills.packs.facts import number_of

        read = self._read("numbers.toml", schemas.NumberFile)
        return tuple(number_of(one, self._info) for one in (read.number if read else ()))

    @cached_property
    def values(self) -> tuple[DatedValue, ...]:
        """``values.toml``."""
        from lifeskills.packs.facts import value_of

        read = self._read("values.toml", schemas.ValueFile)
        return tuple(value_of(one, self._info, self._here) for one in (read.value if read else ()))

    @cached_property
    def contacts(self) -> tuple[LocalContact, ...]:
        """``local.toml``."""
        from lifeskills.packs.facts import contact_of

        read = self._read("local.toml", schemas.LocalFile)
        return tuple(contact_of(one, self._here) for one in (read.local if read else ()))

    @cached_property
    def calendar(self) -> tuple[HolidayYear, ...]:
        """``calendar.toml``."""
        read = self._read("calendar.toml", schemas.CalendarFile)
        if read is None:
            return ()
        from lifeskills.packs.calendar import holiday_year_of

        return tuple(holiday_year_of(one) for one in read.year)

    @cached_property
    def bulletins(self) -> tuple[Bulletin, ...]:
        """``bulletins/*.toml``: what labour bureaus said."""
        from lifeskills.packs.bulletins import ROOM, bulletin_of

        folder = Path(self._info.folder)
        names = sorted(one.name for one in (folder / ROOM).glob("*.toml"))
        read = (self._read(f"{ROOM}/{name}", schemas.BulletinToml) for name in names)
        return tuple(bulletin_of(one) for one in read if one is not None)

    @property
    def _here(self) -> str:
        """The place that facts without one are of."""
        when = self._info.when
        named = when.get("province", when.get("place", NATION))
        return self.places[0].id if self.places else named

    def _read(self, name: str, kind: type[S]) -> S | None:
        path = Path(self._info.folder) / name
        if not path.is_file():
            return None
        try:
            lines, errors = decode(path.read_bytes(), str(path))
        except OSError:
            self._errors.append(unreadable(path, name))
            return None
        text = self._texts[name] = "\n".join(lines)
        read, found = read_toml(text, kind, file=str(path))
        self._errors += [*errors, *found]
        return read
