"""What stands on home beside the classes; nothing about a single learner."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual.content import Content

from lifeskills.core.people import ClassGroup
from lifeskills.core.text import Sentence
from lifeskills.tui.widgets.pick_list import Pick
from lifeskills.tui.words import visible
from lifeskills.tui.wrapping import Paragraph

if TYPE_CHECKING:
    from lifeskills.classroom.again import ClosedToday
    from lifeskills.classroom.slips import OwedSlips
    from lifeskills.tui.app import LifeskillsApp


def what_next(
    app: LifeskillsApp, group: ClassGroup | None, owed: OwedSlips | None = None
) -> list[Paragraph]:
    """What a class has next: a session found open, a lesson, or how to begin without a class.

    With it the slips that are ``owed``.
    """
    if group is None:
        return _one(app, Sentence("No class yet. Read one in with: lifeskills class import FILE"))
    if not app.packs_loaded:
        return _one(app, Sentence("Reading the lessons …"))
    from lifeskills.classroom.planning import found_open, next_lesson, year_plan
    from lifeskills.tui.next_words import all_taught, next_words, open_words

    found = app.attempt(lambda: found_open(app.school, group))
    if found is not None:
        return open_words(app, found)
    following = app.attempt(lambda: next_lesson(app.school, group))
    if following is None:
        return all_taught(app, year_plan(app.school, group), owed)
    return next_words(app, following, owed)


def class_pick(app: LifeskillsApp, group: ClassGroup) -> Pick:
    """A class in the list, with the number of its learners."""
    count = Sentence("{count} learners", count=len(group.current))
    remark = Sentence("open group") if group.kind == "open" else count
    return Pick(group.id, visible(group.name), app.say(remark))


def slips_to_count(app: LifeskillsApp, group: ClassGroup | None) -> OwedSlips | None:
    """The lesson of a class whose slips can be counted now: none while a session is open."""
    if group is None or not app.packs_loaded or app.school.running.exists(group.id):
        return None
    from lifeskills.classroom.slips import owed_slips

    return app.attempt(lambda: owed_slips(app.school, group))


def to_open_again(app: LifeskillsApp, group: ClassGroup | None) -> ClosedToday | None:
    """The lesson or roll of today whose record can still be put right."""
    if group is None or not app.packs_loaded:
        return None
    from lifeskills.classroom.again import closed_today

    return app.attempt(lambda: closed_today(app.school, group))


def notices(app: LifeskillsApp) -> Iterable[Content]:
    """At most two lines that the school should know about its own files."""
    school = app.school
    found = [*school.classes.notices]
    if app.packs_loaded:
        from lifeskills.classroom.planning import clock_warning

        late = clock_warning(school)
        found = [*([late] if late else []), *found]
        found += [
            Sentence("Plugin {name}: {reason}", name=report.name, reason=report.reason)
            for report in school.plugins.report
            if report.source == "school" and report.status in ("failed", "untrusted")
        ]
    if not found:
        found = [Sentence("The files of this school are not encrypted: guard the folder.")]
    for notice in found[:2]:
        yield Content(app.say(notice))


def _one(app: LifeskillsApp, words: Sentence) -> list[Paragraph]:
    return [Paragraph(Content(app.say(words)))]
