"""Small prints: the help card, the letter to guardians, and guides for adults."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lifeskills.api import Block, BookPlan, BookRequest, Guide, PrintError, Sentence, Text

from .common import base, contacts, for_children, numbers, sheet_plan
from .words import words

CARDS = 10
"""Cards of business-card size (90 × 54 mm) on one A4 sheet."""
LABELLED = frozenset({"say", "ask", "note", "care"})
"""Blocks of a guide that are printed under their name."""
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
    return _guide_plan(request, guide, words(request.language)["case_analysis"])


def guide_sheet(request: BookRequest) -> BookPlan:
    """A guide for adults as it stands, in as few pages as it says it needs.

    Raises PrintError without one.
    """
    if request.guide is None:
        says = Text(zh="没有要印的指南。", en="There is no guide to print.")
        raise PrintError(Sentence("There is no guide to print.", says), subject=request.book)
    return _guide_plan(request, request.guide, request.guide.title)


def _guide_plan(request: BookRequest, guide: Guide | None, heading: str) -> BookPlan:
    parts = [
        {
            "kind": "text",
            "heading": step.title,
            "text": "\n\n".join(_labelled(request, block) for block in step.blocks),
        }
        for step in (guide.steps if guide else ())
    ]
    plan = sheet_plan(request, guide.title if guide else heading, parts)
    return replace(plan, pages=guide.pages if guide else 0)


def _labelled(request: BookRequest, block: Block) -> str:
    """A block's words; what is said and what is only a note stands under its name."""
    if block.kind not in LABELLED:
        return block.text
    w = words(request.language)
    return f"**{w[f'block_{block.kind}']}**{w['colon'].rstrip()}\n\n{block.text}"
