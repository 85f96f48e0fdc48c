"""What a guest reads before the lesson: what pupils hear, what we could not check, what they ask.

A guest is somebody of the labour bureau, legal aid or a clinic. The invitation and the rules of the
visit are sheets of the activity; this page is about one lesson. A statement that may not be said is
asked about by its topic and article, never in its words.
"""

from __future__ import annotations

from lifeskills.api import BookPlan, BookRequest

from .common import lines_part, only_lesson, sheet_plan, table_part, text_part
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
    asked = [[topic, where, ""] for topic, where in request.asks]
    parts = [text_part(w["guest_thanks"])]
    if heard:
        head = [w["guest_heard_words"], w["guest_still"]]
        parts.append(table_part(head, [72, 28], heard, w["guest_heard"]))
    if asked:
        head = [w["guest_topic"], w["guest_article"], w["guest_answer"]]
        parts.append(table_part(head, [28, 30, 42], asked, w["guest_asked"]))
    likely = [
        part.text for card in cards for part in card.section("questions") if part.kind == "ask"
    ]
    if likely:
        parts.append(text_part("\n".join(likely), w["guest_likely"]))
    parts += [
        text_part(w["guest_own_words"], w["guest_own"]),
        lines_part(LINES),
        text_part(w["guest_after_words"], w["guest_after"]),
    ]
    return sheet_plan(request, w["guest_page"].format(title=lesson.info.title), parts)


def _heard(plain: str) -> str:
    return plain.rpartition(BASIS)[0] or plain
