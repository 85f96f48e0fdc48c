"""The teacher's guide of an audience: a general part, then each lesson with plan, steps, cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lifeskills.api import BookPlan, BookRequest, Card, Lesson, Step, periods

from .common import (
    base,
    clock,
    contacts,
    is_help,
    numbers,
    texts,
    title,
    titles,
    worded,
)
from .words import parts, words

GUIDES = ("disclosure-card", "protection-card", "follow-up-guide")
"""Guides for adults that stand at the end of the book, where packs have them."""


def guide(request: BookRequest) -> BookPlan:
    """General part, lessons, guides, numbers."""
    w = words(request.language)
    context = base(request)
    general = [
        {"id": part["id"], "title": part["title"], "text": worded(request, part["text"])}
        for part in parts("guide", request.language)
    ]
    return BookPlan(
        template="guide.html.j2",
        title=w["dot"].join(one for one in (w["guide"], context["audience"]) if one),
        page="A4",
        context={
            **context,
            "general": general,
            "lessons": [lesson_values(lesson, request) for lesson in request.lessons],
            "guides": [request.guides[name] for name in GUIDES if name in request.guides],
            "numbers": numbers(request, children=False),
            "contacts": contacts(request),
        },
    )


def lesson_values(lesson: Lesson, request: BookRequest) -> dict[str, Any]:
    """Everything a teacher's page shows of a lesson."""
    info = lesson.info
    w = words(request.language)
    filled = request.school.get("contacts") or {}
    return {
        "id": info.course,
        "info": info,
        "minutes": sum(step.minutes for step in lesson.steps),
        "objectives": {one.id: n for n, one in enumerate(info.objectives, 1)},
        "skills": titles(request, "skill", info.skills),
        "module": title(request, "module", info.module),
        "pairs": titles(request, "course", info.pairs_with),
        "materials": [
            {
                "item": one.item,
                "count": w[f"rule_{one.rule}"].format(n=one.quantity),
                "free": one.free,
            }
            for one in info.materials
        ],
        "facts": [
            {"ask": one.ask, "whom": one.whom, "value": filled.get(one.id, "")}
            for one in info.local_facts
        ],
        "periods": [_rows(steps, request) for steps in periods(lesson.steps)],
        "board": [
            block.text
            for step in lesson.steps
            for block in step.of_kind("board")
            if not is_help(block)
        ],
        "care": texts(lesson, "care"),
        "record": texts(lesson, "record"),
        "cards": [_card(request.cards.get(name), name, w["card_blank"]) for name in info.cards],
    }


def _rows(steps: Sequence[Step], request: BookRequest) -> list[dict[str, Any]]:
    return [
        {
            "step": step,
            "begins": begins,
            "ends": ends,
            "kind": title(request, "kind", step.kind),
        }
        for step, begins, ends in clock(steps, request.start)
    ]


def _card(card: Card | None, name: str, blank: str) -> dict[str, Any]:
    if card is None:
        return {"title": "", "blank": blank.format(id=name)}
    asked = card.section("questions")
    return {
        "title": card.title,
        "blank": "",
        "plain": [part.text for part in card.section("plain")],
        "say": [part.text for part in card.section("say")],
        "dont": [part.text for part in card.section("dont")],
        "questions": [part.text for part in asked if part.kind == "ask"],
        "answers": [part.text for part in asked if part.kind != "ask"],
        "whom": [part.text for part in card.section("whom")],
    }
