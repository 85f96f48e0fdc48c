"""The one module that plugins import. Names here are only ever added (API 1)."""

from __future__ import annotations

from lifeskills.core.book import Book, BookPlan, BookRequest
from lifeskills.core.concern import (
    Attended,
    ClassHistory,
    ClassSession,
    Finding,
    LearnerHistory,
    SignalRule,
    Thresholds,
    Worry,
)
from lifeskills.core.contentrule import ContentRule
from lifeskills.core.errors import (
    ContentError,
    LifeskillsError,
    PluginError,
    PrintError,
    UnknownName,
)
from lifeskills.core.lesson import Block, CourseInfo, Lesson, Origin, Page, Step
from lifeskills.core.setting import Audience, Setting
from lifeskills.core.story import Choice, Passage, Path, Story
from lifeskills.core.text import Sentence, Text
from lifeskills.core.tool import (
    Action,
    Activity,
    People,
    PhaseSpec,
    Row,
    Tool,
    ToolClock,
    ToolStep,
    ToolView,
)
from lifeskills.hookspecs import Register, RegisterPacks, hookimpl

API = 1

__all__ = [
    "API",
    "Action",
    "Activity",
    "Attended",
    "Audience",
    "Block",
    "Book",
    "BookPlan",
    "BookRequest",
    "Choice",
    "ClassHistory",
    "ClassSession",
    "ContentError",
    "ContentRule",
    "CourseInfo",
    "Finding",
    "LearnerHistory",
    "Lesson",
    "LifeskillsError",
    "Origin",
    "Page",
    "Passage",
    "Path",
    "People",
    "PhaseSpec",
    "PluginError",
    "PrintError",
    "Register",
    "RegisterPacks",
    "Row",
    "Sentence",
    "Setting",
    "SignalRule",
    "Step",
    "Story",
    "Text",
    "Thresholds",
    "Tool",
    "ToolClock",
    "ToolStep",
    "ToolView",
    "UnknownName",
    "Worry",
    "hookimpl",
]
