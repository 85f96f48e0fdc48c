"""The check behind each rule for stories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from lifeskills.api import ContentError, PackView, Story

from .bones import languages, signals
from .checks import care, debrief, ends, help_near, lengths, links, sheet, size
from .tone import child_pay, off_stage, other_school, places, sums, verdict

Check = Callable[[PackView], Iterable[ContentError]]


def _each(check: Callable[[Story], Iterable[ContentError]]) -> Check:
    """A rule of one story, asked of every story of a pack."""
    return lambda pack: (error for story in pack.stories for error in check(story))


CHECKS: Mapping[str, Check] = {
    "story-size": _each(size),
    "story-link": _each(links),
    "story-ending": _each(ends),
    "story-length": _each(lengths),
    "story-care": _each(care),
    "story-help": _each(help_near),
    "story-debrief": _each(debrief),
    "story-sheet": _each(sheet),
    "story-off-stage": _each(off_stage),
    "story-verdict": _each(verdict),
    "story-place": _each(places),
    "story-child-pay": _each(child_pay),
    "story-sum": _each(sums),
    "story-school": _each(other_school),
    "story-signal": signals,
    "story-languages": languages,
}
