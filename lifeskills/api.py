"""The one module that plugins import. Names here are only ever added (API 1).

Law and stories are loaded when one of their names is asked for: few plugins do.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from lifeskills.core.book import Book, BookPlan, BookRequest
from lifeskills.core.concern import (
    Attended,
    ClassHistory,
    ClassSession,
    Finding,
    LearnerHistory,
    Level,
    SignalRule,
    Thresholds,
    Worry,
)
from lifeskills.core.curriculum import ContentRule, Guide, PackInfo, PackView
from lifeskills.core.errors import (
    ContentError,
    LifeskillsError,
    PluginError,
    PrintError,
    UnknownName,
)
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Origin, Page, Step, periods
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.setting import Audience, Setting
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import (
    Action,
    Activity,
    Handout,
    People,
    PhaseSpec,
    Row,
    Tool,
    ToolClock,
    ToolStep,
    ToolView,
    replay,
)
from lifeskills.core.tools.ballot import Ballot
from lifeskills.core.tools.countdown import Countdown
from lifeskills.core.tools.counts import Counts
from lifeskills.core.tools.debate import Debate
from lifeskills.core.tools.fishbowl import Fishbowl
from lifeskills.core.tools.found import Found
from lifeskills.core.tools.phases import Phases
from lifeskills.core.tools.questions import Questions
from lifeskills.core.tools.ranking import Ranking
from lifeskills.core.tools.reading import Option, bullets, numbered, options
from lifeskills.core.tools.relay import Relay
from lifeskills.core.tools.sheet import Sheet
from lifeskills.core.tools.slips import Slips
from lifeskills.core.tools.stands import Stands
from lifeskills.core.tools.story import StoryTool
from lifeskills.core.tools.tally import Tally
from lifeskills.core.tools.themes import Themes
from lifeskills.core.tools.vote import Vote
from lifeskills.hookspecs import Register, RegisterPacks, hookimpl

if TYPE_CHECKING:
    from lifeskills.core.law import Card, CardPart, DatedValue, HelpNumber, LocalContact, Provision
    from lifeskills.core.story import Choice, Passage, PassageCard, Path, Story, for_band, reachable
    from lifeskills.core.storypath import Stop, Walk, story_kept, walked
    from lifeskills.core.workdays import HolidayYear
    from lifeskills.core.yearlines import YearRow
    from lifeskills.core.yearsheet import YearSheet

API = 1

__all__ = [
    "API",
    "Action",
    "Activity",
    "Attended",
    "Audience",
    "Ballot",
    "Block",
    "Book",
    "BookPlan",
    "BookRequest",
    "Card",
    "CardPart",
    "Choice",
    "ClassGroup",
    "ClassHistory",
    "ClassSession",
    "ContentError",
    "ContentRule",
    "Countdown",
    "Counts",
    "CourseInfo",
    "DatedValue",
    "Debate",
    "Finding",
    "Fishbowl",
    "Found",
    "Guide",
    "Handout",
    "HelpNumber",
    "HolidayYear",
    "Learner",
    "LearnerHistory",
    "Lesson",
    "Level",
    "LifeskillsError",
    "LocalContact",
    "Option",
    "Origin",
    "PackInfo",
    "PackView",
    "Page",
    "Passage",
    "PassageCard",
    "Path",
    "People",
    "PhaseSpec",
    "Phases",
    "PluginError",
    "PrintError",
    "Provision",
    "Questions",
    "Ranking",
    "Register",
    "RegisterPacks",
    "Relay",
    "Row",
    "Sentence",
    "Setting",
    "Sheet",
    "SignalRule",
    "Slips",
    "Stands",
    "Step",
    "Stop",
    "Story",
    "StoryTool",
    "Tally",
    "Text",
    "Themes",
    "Thresholds",
    "Tool",
    "ToolClock",
    "ToolStep",
    "ToolView",
    "UnknownName",
    "Vote",
    "Walk",
    "Worry",
    "YearRow",
    "YearSheet",
    "bullets",
    "for_band",
    "hookimpl",
    "numbered",
    "options",
    "periods",
    "reachable",
    "replay",
    "story_kept",
    "walked",
]

_LATER = {
    "lifeskills.core.yearlines": ("YearRow",),
    "lifeskills.core.workdays": ("HolidayYear",),
    "lifeskills.core.yearsheet": ("YearSheet",),
    "lifeskills.core.law": (
        "Card",
        "CardPart",
        "DatedValue",
        "HelpNumber",
        "LocalContact",
        "Provision",
    ),
    "lifeskills.core.story": (
        "Choice",
        "Passage",
        "PassageCard",
        "Path",
        "Story",
        "for_band",
        "reachable",
    ),
    "lifeskills.core.storypath": ("Stop", "Walk", "story_kept", "walked"),
}

# Type checkers read the imports above; with this function they would take any name.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        """A name of law or stories, from the module that has it."""
        for module, names in _LATER.items():
            if name in names:
                return getattr(importlib.import_module(module), name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name)
