"""Stories as they are told in a setting: their passages with the law cards that belong there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lifeskills.core.briefs import told
from lifeskills.core.story import for_band

if TYPE_CHECKING:
    from lifeskills.core.lesson import Lesson
    from lifeskills.core.setting import Setting
    from lifeskills.core.story import Story
    from lifeskills.packs.library import Library


class Teller:
    """Puts a story together once for each setting, since a tool asks for it at every key."""

    def __init__(self, library: Library, local: Mapping[str, str]) -> None:
        self._library = library
        self._local = local
        self._told: dict[tuple[str, Setting], Story] = {}

    def of(self, lesson: Lesson) -> Story | None:
        """The story of a lesson's course; None without one for this audience and age band."""
        episode = lesson.info.episode
        if not any(story.id == episode for story in self._library.stories()):
            return None
        setting = lesson.setting
        story = self._library.story(episode, setting.language)
        if setting.band and story.bands and setting.band not in story.bands:
            return None
        if story.audiences and setting.audience not in story.audiences:
            return None
        return self.story(episode, setting)

    def story(self, id: str, setting: Setting) -> Story:
        """A story in the setting's language, or in the one it has, for the setting's age band.

        Raises UnknownName.
        """
        if (id, setting) not in self._told:
            library = self._library
            story = for_band(library.story(id, setting.language), setting.band)
            resolve = library.resolver(self._local)
            self._told[id, setting] = told(story, library.signals, library.law, setting, resolve)
        return self._told[id, setting]
