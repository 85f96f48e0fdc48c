"""A story in lines: passages, the letter that the class chose, the other branch, the talk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from lifeskills.cli.lines import Lines, tool_lines
from lifeskills.core.carry import decides
from lifeskills.core.errors import PluginError
from lifeskills.core.lesson import Origin, Step
from lifeskills.core.setting import Setting
from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action, People, Tool, ToolStep

if TYPE_CHECKING:
    from lifeskills.cli.face import Face
    from lifeskills.core.setting import AgeBand

ENDS = frozenset({"end", "结束"})
_CARRIES = ("go-on", "debrief")


def story_lines(lines: Lines, id: str, language: str, band: AgeBand | None = None) -> None:
    """Play until ``end``, or an empty line after the talk. Raises UnknownName, PluginError."""
    school = lines.face.school
    story = school.teller.story(id, _where(lines.face, id, language, band))
    tool: Tool | None = school.plugins.tools().get("story")
    if tool is None:
        raise PluginError(
            "The plugin that plays stories is off.", subject="stories", mend="See: plugin list"
        )
    nowhere = Step(id=id, title=story.title, kind="", origin=Origin(story.pack, story.file, 1))
    state: Any = tool.start(ToolStep(step=nowhere, story=story), People(present=0))
    lines.tell(story.title, Sentence("Type the letter that won; Enter goes on; end leaves."))
    while True:
        lines.tell("")
        lines.tell_all(tool_lines(tool.view(state, 0), lines, clock=False))
        action = _chosen(lines, tool.actions(state))
        if action is None:
            return
        value = action.value
        if action.asks:
            value = lines.ask(action.title)
        state = tool.apply(state, action.id, value, 0)


def _chosen(lines: Lines, actions: tuple[Action, ...]) -> Action | None:
    """The action that a line means; None at the end."""
    by_key = {one.key: one for one in actions if one.key}
    by_id = {one.id: one for one in actions}
    on = next((by_id[name] for name in _CARRIES if name in by_id), None)
    undecided = decides(actions)
    while True:
        line = lines.ask(Sentence("Letter")).lower()
        if line in ENDS or (not line and on is None and not undecided):
            return None
        found = on if not line else by_key.get(line)
        if found is not None:
            return found


def _where(face: Face, id: str, language: str, band: AgeBand | None) -> Setting:
    """Where and for whom a story without a class is told: its first audience, at the school."""
    school = face.school
    story = school.library.story(id, language)
    known = school.library.audiences
    audience = next((one for one in story.audiences if one in known), next(iter(known), ""))
    if not audience:
        return Setting.anywhere(language, school.clock.today(), band=band or "under16")
    place = school.settings.county or school.settings.province if school.folder else ""
    setting = school.plain_setting(audience, band=band, language=language)
    return replace(setting, place=place or setting.place)
