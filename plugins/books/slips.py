"""Small prints that leave the school: the help card, and the letter to guardians."""

from __future__ import annotations

from typing import Any

from lifeskills.api import BookPlan, BookRequest, Guide

from .common import base, contacts, for_children, numbers
from .words import words

CARDS = 10
"""Cards of business-card size (90 × 54 mm) on one A4 sheet."""
NOT_FOR_FAMILIES = frozenset({"school", "teacher"})
"""Steps of a guide that are for the school, not for the reader."""


def help_card(request: BookRequest) -> BookPlan:
    """Ten cards a sheet: numbers, people near, and a line for who cannot call aloud."""
    guide = request.guides.get("help-card")
    near = contacts(request)[:2]
    return BookPlan(
        template="help-card.html.j2",
        title=words(request.language)["help_card"],
        pages=1,
        context={
            **base(request),
            "cards": CARDS,
            "numbers": numbers(request, children=for_children(request))["sure"][:4],
            "parts": _pupils(guide) if guide else [],
            "near": near,
        },
    )


def _pupils(guide: Guide) -> list[dict[str, Any]]:
    """The guide's lines for pupils, step by step."""
    found: list[dict[str, Any]] = [
        {
            "id": step.id,
            "title": step.title,
            "texts": [block.text for block in step.of_kind("student", "board")],
        }
        for step in guide.steps
    ]
    return [part for part in found if part["texts"]]


def guardian_notice(request: BookRequest) -> BookPlan:
    """What is kept about a learner and why, from the guide, with a slip to hand back."""
    guide = request.guides.get("guardian-notice")
    steps = [step for step in guide.steps if step.id not in NOT_FOR_FAMILIES] if guide else []
    slip = [block.text for step in steps for block in step.of_kind("slip")]
    return BookPlan(
        template="guardian-notice.html.j2",
        title=guide.title if guide else words(request.language)["guardian_notice"],
        pages=1,
        context={
            **base(request),
            "steps": [step for step in steps if not step.of_kind("slip")],
            "slip": slip,
        },
    )


def case_analysis(request: BookRequest) -> BookPlan:
    """Signs to look for in an invented case, with how sure each table is; for adults."""
    guide = request.guides.get("case-analysis")
    title = guide.title if guide else words(request.language)["case_analysis"]
    parts = [
        {
            "kind": "text",
            "heading": step.title,
            "text": "\n\n".join(block.text for block in step.blocks),
        }
        for step in (guide.steps if guide else ())
    ]
    sheet = {"title": title, "subtitle": "", "language": request.language, "parts": parts}
    return BookPlan(
        template="sheet.html.j2", title=title, context={**base(request), "sheet": sheet}
    )
