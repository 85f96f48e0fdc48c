"""What one order of a book needs, gathered from the school, its packs and its law."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from lifeskills.classroom.school import School
from lifeskills.classroom.schoolyear import holidays, year_request
from lifeskills.core.book import Book, BookRequest
from lifeskills.core.bookorder import BookOrder
from lifeskills.core.briefs import cards_said, statements_said
from lifeskills.core.curriculum import unknown
from lifeskills.core.edition import edition, fitted, packs_used
from lifeskills.core.errors import PrintError
from lifeskills.core.lesson import Lesson
from lifeskills.core.record import record_on
from lifeskills.core.setting import NATION, Setting
from lifeskills.core.story import Story
from lifeskills.core.storypath import last_story, story_kept
from lifeskills.core.text import Sentence
from lifeskills.language import translator
from lifeskills.packs.titles import all_titles

if TYPE_CHECKING:
    from lifeskills.core.tool import Activity
    from lifeskills.core.workdays import HolidayYear
    from lifeskills.core.yearsheet import YearSheet

_NEXT_YEAR = 11


def _activity(school: School, id: str) -> Activity | None:
    known = school.plugins.activities()
    if id and id not in known:
        raise unknown("There is no such kind of activity.", id, known)
    return known.get(id)


class Gathering:
    """Looks up for one order what its book may be told."""

    def __init__(self, school: School, order: BookOrder) -> None:
        self._school, self._order = school, order
        self._library = school.library
        self._group = school.classes.get(order.group) if order.group else None
        self._local = dict(school.settings.local_contacts) if school.folder else {}

    def request(self, book: Book) -> BookRequest:
        """Everything for the book's plan."""
        setting = self._setting(book)
        record = self._record(self._order.day) if "on" in book.needs else None
        lessons = self._lessons(book, setting, str((record or {}).get("course") or ""))
        order, law = self._order, self._library.law
        said, language = statements_said(law, setting), setting.language
        names = {*self._library.guides(language, setting.side, setting.place), order.guide} - {""}
        guides = {
            name: self._library.guide(name, language, setting, local=self._local)
            for name in sorted(names)
        }
        used = [card for lesson in lessons for card in lesson.info.cards]
        story, played = self._story(setting) if "story" in book.needs else (None, None)
        return BookRequest(
            book=book.id,
            language=setting.language,
            day=order.day if "on" in book.needs and order.day else setting.day,
            setting=setting,
            pathway=self._pathway(),
            lessons=lessons,
            group=self._group,
            record=played or record,
            story=story,
            names=self._names(),
            school=self._about(),
            guides=guides,
            numbers=law.numbers_for(setting.place),
            contacts=self._library.contacts(setting.place),
            law={name: law.provisions[name] for name in said},
            said=said,
            cards=cards_said(law, used, setting, self._library.resolver(self._local)),
            asks=law.asked_of(used, setting),
            titles=all_titles(self._library, self._school.plugins.activities()),
            glossary=tuple(self._library.glossary.values()),
            year=self._year(book, setting),
            holidays=self._holidays(book),
            activity=_activity(self._school, order.activity),
            guide=guides.get(order.guide),
            packs=packs_used(
                self._library.packs,
                lessons,
                guides.values(),
                setting.side,
                law.chain(setting.place),
            ),
        )

    # -- where and for whom -------------------------------------------------------------------

    def _setting(self, book: Book) -> Setting:
        order, group, school = self._order, self._group, self._school
        audience = order.audience
        if order.pathway and not audience:
            audience = self._library.pathways[self._pathway()].audience
        language = order.language or school.language
        place, side = self._place()
        if not audience and group is not None:
            setting = school.setting(
                group,
                language=language,
                size=len(group.current) if group.kind == "class" else None,
                day=self._day(book),
            )
            setting = replace(setting, place=place or NATION, side=cast("Any", side))
            return replace(setting, band=order.band) if order.band else setting
        if order.course and not audience:
            audience = next(iter(self._library.info(order.course).audiences), "")
        audience = audience or next(iter(self._library.audiences), "")
        if not audience:
            anywhere = Setting.anywhere(
                language, self._day(book), place=place or NATION, band=order.band or "under16"
            )
            return replace(anywhere, side=cast("Any", side))
        setting = school.plain_setting(
            audience, band=order.band, side=side, language=language, day=self._day(book)
        )
        # Set afterwards: the school's own place need not be known, its side is.
        return replace(setting, place=place or NATION)

    def _pathway(self) -> str:
        """The pathway that was asked for, or that of the class; "" for all of an audience's."""
        known = self._library.pathways
        if self._order.pathway and self._order.pathway not in known:
            raise unknown("There is no such pathway.", self._order.pathway, known)
        if self._order.pathway or self._order.audience or self._group is None:
            return self._order.pathway
        return self._group.pathway if self._group.pathway in known else ""

    def _day(self, book: Book) -> dt.date:
        """The day whose law holds: that of the lesson to come, else today."""
        today = self._school.clock.today()
        return max(today, self._order.day) if self._order.day else today

    def _place(self) -> tuple[str, str]:
        """Place and side. A place that was asked for must be known, the school's own need not."""
        if self._order.place and self._order.place != NATION:
            return self._order.place, self._library.place(self._order.place).side
        if self._order.place or not self._school.folder:
            return "", "sending"
        settings = self._school.settings
        place = settings.county or settings.province
        known = self._library.places.get(place)
        return place, settings.side or (known.side if known else "sending")

    # -- words ---------------------------------------------------------------------------------

    def _lessons(self, book: Book, setting: Setting, held: str) -> tuple[Lesson, ...]:
        """The lesson that was held (if a pack still has it), the one asked for, or an edition."""
        if held:
            known = {one.course for one in self._library.courses()}
            return (self._school.lesson(held, setting),) if held in known else ()
        if self._order.course and {"course", "audience", "activity"} & set(book.needs):
            return (self._lesson(self._order.course, setting, period=self._group is not None),)
        if "audience" not in book.needs:
            return ()
        courses = edition(
            self._library.courses(setting.language),
            self._library.pathways.values(),
            setting.audience,
            setting.band,
            only=self._pathway(),
            off_pathway=self._order.off_pathway,
        )
        if not courses:
            raise PrintError(
                "No lesson for this audience and age band.",
                subject=setting.audience,
                mend="With --all: also lessons off the audience's pathway.",
            )
        return tuple(self._lesson(one.course, setting) for one in courses)

    def _story(self, setting: Setting) -> tuple[Story, Mapping[str, Any] | None]:
        """A story, and the lesson in which the class walked it: the last, or that of the day.

        Without a class the whole story, asked for by its id or by its course.
        """
        order, asked = self._order, self._order.story
        if order.course and not asked:
            asked = self._library.info(order.course).episode
            if not asked:
                raise PrintError("This course has no story.", subject=order.course)
        played = None
        if self._group is not None:
            records = self._school.classes.records(self._group.id)
            played = last_story(records, story=asked, day=order.day)
            if played is None:
                raise PrintError(
                    "No story of this class is on record.",
                    subject=f"{self._group.name} {asked}".strip(),
                    mend="The whole story, without a class: --story E1, or --course COURSE.",
                )
            asked = str(story_kept(played)["story"])
        return self._school.teller.story(asked, setting), played

    def _lesson(self, course: str, setting: Setting, *, period: bool = False) -> Lesson:
        lesson = self._school.lesson(course, setting)
        activities = self._school.plugins.activities()
        return fitted(lesson, activities, setting.minutes if period else None)

    # -- the school ----------------------------------------------------------------------------

    def _about(self) -> dict[str, Any]:
        if not self._school.folder:
            return {"name": "", "approval": "", "contacts": {}}
        settings = self._school.settings
        return {"name": settings.name, "approval": settings.approval, "contacts": self._local}

    def _names(self) -> dict[str, str]:
        """Names as the roll sheet has them: none where the school shows numbers or nothing."""
        if self._group is None or self._school.settings.names_shown != "given":
            return {}
        return {one.id: one.name or one.given for one in self._group.learners}

    def _year(self, book: Book, setting: Setting) -> YearSheet | None:
        if self._group is None or book.needs != ("class",):
            return None
        from lifeskills.core.yearsheet import year_sheet

        request = year_request(self._school, self._group, setting.language)
        say = translator(setting.language)
        return year_sheet(request, say, lambda one: self._school.lesson(one, setting))

    def _holidays(self, book: Book) -> HolidayYear | None:
        """Of the year asked for; from November on a wall calendar is for the next one."""
        if "year" not in book.needs:
            return None
        today = self._school.clock.today()
        return holidays(self._school, self._order.year or today.year + (today.month >= _NEXT_YEAR))

    def _record(self, day: dt.date | None) -> Mapping[str, Any]:
        if self._group is None or day is None:
            raise PrintError("A class and a day are needed.", subject=self._order.book)
        records = self._school.classes.records(self._group.id)
        found = record_on(records, day.isoformat(), self._order.course)
        if found is not None:
            return found
        days = sorted({str(one.get("day")) for one in records if one.get("kind") == "lesson"})
        raise PrintError(
            "Nothing of this class is on record on this day.",
            subject=f"{self._group.name} {day.isoformat()}",
            mend=Sentence("Lessons were on: {days}", days=" ".join(days[-4:]) or "–"),
        )
