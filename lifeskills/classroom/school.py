"""One opened school: its folder, its plugins and its packs, each loaded when first asked for.

The first frame of the screen needs only ``school.toml`` and the class files; plugins, packs and
Markdown come after it. Without a school folder the shipped packs still list, show and print.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills import places
from lifeskills.core.errors import NotASchool, UnknownName
from lifeskills.core.people import ClassGroup
from lifeskills.core.setting import NATION, AgeBand, Setting, Side
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from typing import Any

    from lifeskills.clock import Clock
    from lifeskills.core.lesson import Lesson
    from lifeskills.core.pacing import Fit
    from lifeskills.core.session import PlanStep
    from lifeskills.core.toolwork import ToolWork
    from lifeskills.packs.library import Library
    from lifeskills.packs.telling import Teller
    from lifeskills.plugins import PluginSet
    from lifeskills.store.classes import ClassStore
    from lifeskills.store.running import RunningStore
    from lifeskills.store.school_file import SchoolSettings


class School:
    """What every use case is given.

    ``folder`` is the school folder, or None for the shipped packs alone; ``language`` is that of
    the screen. Raises NotASchool when a store is asked for and there is no folder.
    """

    def __init__(
        self,
        folder: Path | None,
        *,
        clock: Clock | None = None,
        language: str = "",
        off: frozenset[str] = frozenset(),
        settings: SchoolSettings | None = None,
    ) -> None:
        self.folder = folder
        self._clock = clock
        self._language = language
        self._off = off
        self._settings = settings

    @property
    def language(self) -> str:
        """The language asked for, else the school's, else the system's."""
        if self._language:
            return self._language
        if self.folder is not None and self.settings.language:
            return self.settings.language
        from lifeskills.language import system_language

        return system_language()

    @property
    def language_asked(self) -> str:
        """The language that was asked for by name, or ""."""
        return self._language

    def use_language(self, language: str) -> None:
        """Show everything in another language from now on; the file is left as it is."""
        self._language = language

    @cached_property
    def clock(self) -> Clock:
        """The clock of the school's time zone."""
        if self._clock is not None:
            return self._clock
        from lifeskills.clock import SystemClock

        return SystemClock(self.settings.timezone if self.folder else "Asia/Shanghai")

    @cached_property
    def settings(self) -> SchoolSettings:
        """What ``school.toml`` says, or was given for a school that is being made."""
        if self._settings is not None:
            return self._settings
        from lifeskills.store.school_file import read_school

        return read_school(self._needed_folder())

    def change_settings(self, **changes: Any) -> None:
        """Save changed settings in ``school.toml`` and go by them. Raises NotSaved, NewerFormat."""
        from lifeskills.store.school_file import write_school

        changed = replace(self.settings, **changes)
        write_school(self._needed_folder(), changed)
        self.settings = changed

    @cached_property
    def classes(self) -> ClassStore:
        """The class files; a lesson whose closing was cut short is first brought to its end."""
        from lifeskills.store.classes import ClassStore
        from lifeskills.store.cut_short import finish_closings

        classes = ClassStore(self._needed_folder())
        finish_closings(self._needed_folder(), classes)
        return classes

    @cached_property
    def running(self) -> RunningStore:
        """The open lessons' files."""
        from lifeskills.store.running import RunningStore

        return RunningStore(self._needed_folder(), classes=self.classes)

    @cached_property
    def plugins(self) -> PluginSet:
        """Every plugin that may be loaded here, with a report of those that were not."""
        from lifeskills.plugins import PluginSet
        from lifeskills.trust import TrustList

        off = self._off
        if self.folder is not None:
            off = off | frozenset(self.settings.plugins_off)
        return PluginSet.load(
            shipped=places.shipped("plugins"),
            user=places.user_folder(),
            school=self.folder,
            trust=TrustList(places.trust_file()),
            off=off,
        )

    @cached_property
    def library(self) -> Library:
        """Every pack that the plugins registered, merged."""
        from lifeskills.packs.library import Library

        return Library(self.plugins.packs())

    def lesson(self, course: str, setting: Setting) -> Lesson:
        """A course fitted to a setting: the school's helpers, notes of its place and activities."""
        from lifeskills.core.kindnotes import with_kind_notes
        from lifeskills.core.quiet import with_quiet_note

        local = self.settings.local_contacts if self.folder is not None else {}
        lesson = self.library.lesson(course, setting, local=local)
        lesson = with_quiet_note(lesson, self.library.law.quiet_of(setting.place))
        return with_kind_notes(lesson, self.plugins.activities())

    def plan(self, lesson: Lesson, part: int, minutes: int) -> tuple[PlanStep, ...]:
        """The plan of the day: a part of a lesson (0 for the whole), fitted to the minutes."""
        return self.fit(lesson, part, minutes).plan

    def fit(self, lesson: Lesson, part: int, minutes: int) -> Fit:
        """The plan of the day, and what it leaves out."""
        from lifeskills.core.plan import fit_of_the_day

        story = self.teller.of(lesson) is not None
        return fit_of_the_day(lesson, part, minutes, self.plugins.activities(), story=story)

    @cached_property
    def teller(self) -> Teller:
        """Stories as they are told in a setting, with the law cards of their passages."""
        from lifeskills.packs.telling import Teller

        return Teller(self.library, self.settings.local_contacts if self.folder else {})

    def tool_work(self, group: ClassGroup, lesson: Lesson | None) -> ToolWork:
        """The tools of a lesson of a class, and the story of its course if there is one."""
        from lifeskills.core.toolwork import ToolWork

        return ToolWork(
            lesson=lesson,
            group=group,
            tools=self.plugins.tools(),
            activities=self.plugins.activities(),
            story=self.teller.of(lesson) if lesson is not None else None,
        )

    def period(self, group: ClassGroup) -> tuple[str, int]:
        """The audience a class is taught as, and the minutes of its lessons."""
        audience = group.audiences[0] if group.audiences else "g7-9"
        pathway = self.library.pathways.get(group.pathway)
        if pathway is not None and pathway.minutes is not None:
            return audience, pathway.minutes
        if audience in _SCHOOL_PERIODS:
            return audience, self.settings.period_minutes
        known = self.library.audiences.get(audience)
        return audience, known.minutes if known else self.settings.period_minutes

    def setting(
        self,
        group: ClassGroup,
        *,
        size: int | None = None,
        language: str = "",
        minutes: int | None = None,
        day: dt.date | None = None,
    ) -> Setting:
        """What a lesson for this class is fitted to today (or on ``day``).

        A place or audience that no pack knows (its plugin is off) stops no lesson.
        """
        audience, period = self.period(group)
        known = self.library.audiences.get(audience)
        place = self.settings.county or self.settings.province or NATION
        return Setting(
            audience=audience,
            band=group.band or (known.band if known else None),
            place=place,
            side=self._side(place, self.settings.side),
            language=language or self.language,
            day=day or self.clock.today(),
            minutes=minutes or period,
            size=size,
            older=group.audiences[1:],
        )

    def setting_of(self, course: str, group: ClassGroup | None) -> Setting:
        """What a course is fitted to: a class, or without one its first audience here."""
        if group is not None:
            return self.setting(group)
        audience, settings = self.library.info(course).audiences[0], self.settings
        place = settings.county or settings.province
        return self.plain_setting(audience, place=place, side=settings.side)

    def setting_again(
        self, group: ClassGroup, saved: Mapping[str, Any], size: int | None
    ) -> Setting:
        """The setting of a session that was opened before, from what it saved of its own."""
        language, minutes = str(saved.get("language", "")), int(saved.get("minutes", 0))
        return self.setting(group, language=language, minutes=minutes or None, size=size)

    def plain_setting(
        self,
        audience: str,
        *,
        band: AgeBand | None = None,
        place: str = "",
        side: str = "",
        language: str = "",
        day: dt.date | None = None,
    ) -> Setting:
        """A setting from plain words. Raises UnknownName for an audience or place.

        The side follows from the place unless it is given; the whole nation (``cn``) has the
        sending side's lessons.
        """
        known = self.library.audiences.get(audience)
        if known is None:
            raise UnknownName(
                "No pack knows this audience.",
                subject=audience,
                mend=Sentence("Known: {names}", names=" ".join(self.library.audiences)),
            )
        if place and place != NATION:
            self.library.place(place)
        return Setting(
            audience=audience,
            band=band or known.band,
            place=place or NATION,
            side=self._side(place, side),
            language=language or self.language,
            day=day or self.clock.today(),
            minutes=known.minutes,
        )

    def _side(self, place: str, side: str) -> Side:
        found = self.library.places.get(place)
        wanted = side or (found.side if found else "")
        return "receiving" if wanted == "receiving" else "sending"

    def _needed_folder(self) -> Path:
        if self.folder is None:
            raise NotASchool(
                "This folder is not a school: it holds no school.toml.",
                mend="Go to the school's folder, or name it with --school DIR, "
                "or make one with: lifeskills init DIR --province P",
            )
        return self.folder


_SCHOOL_PERIODS = frozenset({"g6", "g7-9", "g10", "voc"})
"""Audiences whose lessons take the school's own period; others bring their own minutes."""
