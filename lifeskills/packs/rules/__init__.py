"""The content rules of ``pack check``, one module a subject. Plugins register more."""

from __future__ import annotations

from lifeskills.core.curriculum import ContentRule
from lifeskills.packs.rules import (
    bell,
    law,
    messages,
    names,
    objectives,
    overlays,
    packs,
    people,
    readable,
    sittings,
    stories,
    timing,
    translations,
    wording,
)

RULES: tuple[ContentRule, ...] = (
    *packs.RULES,
    *names.RULES,
    *timing.RULES,
    *bell.RULES,
    *objectives.RULES,
    *overlays.RULES,
    *translations.RULES,
    *law.RULES,
    *wording.RULES,
    *stories.RULES,
    *messages.RULES,
    *people.RULES,
    *readable.RULES,
    *sittings.RULES,
)
