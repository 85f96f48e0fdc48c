"""What a guest reads before the lesson: what pupils hear, what we could not check, what they ask.

A guest is somebody of the labour bureau, legal aid or a clinic. The invitation and the rules of the
visit are sheets of the activity; this page is about one lesson. A statement that may not be said is
asked about by its topic and article, never in its words.
"""

from __future__ import annotations

from typing import Any

from lifeskills.api import BookPlan, BookRequest, Provision

from .common import only_lesson, sheet_plan
from .words import words

LINES = 4
BASIS = "\n\n"
"""Before the last paragraph of a card's plain words, which cites what they rest on."""


def guest_seminar(request: BookRequest) -> BookPlan:
    """The guest's page of a lesson. Raises PrintError without a lesson."""
    lesson = only_lesson(request)
    w = words(request.language)
    cards = [request.cards[name] for name in lesson.info.cards if name in request.cards]
    heard = [[_heard(card.section("plain")[0].text), ""] for card in cards if card.section("plain")]
    asked = [[one.heading.get(request.language), _where(request, one), ""] for one in request.asks]
    parts: list[dict[str, Any]] = [{"kind": "text", "heading": "", "text": w["guest_thanks"]}]
    if heard:
        head = [w["guest_heard_words"], w["guest_still"]]
        parts.append(_table(w["guest_heard"], head, [72, 28], heard))
    if asked:
        head = [w["guest_topic"], w["guest_article"], w["guest_answer"]]
        parts.append(_table(w["guest_asked"], head, [28, 30, 42], asked))
    likely = [
        part.text for card in cards for part in card.section("questions") if part.kind == "ask"
    ]
    if likely:
        parts.append({"kind": "text", "heading": w["guest_likely"], "text": "\n".join(likely)})
    parts += [
        {"kind": "text", "heading": w["guest_own"], "text": w["guest_own_words"]},
        {"kind": "lines", "heading": "", "count": LINES},
        {"kind": "text", "heading": w["guest_after"], "text": w["guest_after_words"]},
    ]
    return sheet_plan(request, w["guest_page"].format(title=lesson.info.title), parts)


def _table(heading: str, head: list[str], widths: list[int], rows: list[list[str]]) -> Any:
    return {"kind": "table", "heading": heading, "head": head, "widths": widths, "rows": rows}


def _heard(plain: str) -> str:
    return plain.rpartition(BASIS)[0] or plain


def _where(request: BookRequest, one: Provision) -> str:
    w = words(request.language)
    law = w["law_title"].format(title=one.law_title.get(request.language))
    return w["law_article"].format(law=law, article=one.article) if one.article else law
