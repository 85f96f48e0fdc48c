"""A statement or a card as lines to read: what it says, how sure it is, and who uses it."""

from __future__ import annotations

from collections.abc import Iterator

from lifeskills.classroom.school import School
from lifeskills.core import citations
from lifeskills.core.law import Card, Provision
from lifeskills.core.references import resolve_text
from lifeskills.core.setting import NATION, Setting
from lifeskills.core.text import Say, Sentence

GRADES: dict[str, Sentence] = {
    "A": Sentence("A: the article itself was read"),
    "B": Sentence("B: an official page or the news says so"),
    "C": Sentence("C: only a private source says so"),
    "R": Sentence("R: known by heart only, no source seen"),
}
SECTIONS: dict[str, Sentence] = {
    "plain": Sentence("For pupils"),
    "say": Sentence("What the teacher can say"),
    "dont": Sentence("What not to say"),
    "questions": Sentence("What pupils may ask"),
    "whom": Sentence("Whom to ask"),
}
AGES: dict[str, Sentence] = {
    "under16": Sentence("Under sixteen"),
    "16plus": Sentence("Sixteen and over"),
}


def shown_lines(school: School, id: str, language: str, say: Say) -> Iterator[str]:
    """A statement (``LPM-11``) or a card (``id-and-deposit``). Raises UnknownName."""
    book = school.library.law
    if any(name == id for name, _ in book.cards):
        yield from _card_lines(school, book.card(id, language), language, say)
    else:
        yield from _statement_lines(school, book.provision(id), language, say)


def _statement_lines(school: School, one: Provision, language: str, say: Say) -> Iterator[str]:
    today = school.clock.today()
    yield f"{one.id}  {one.heading.get(language)}"
    yield citations.cited(one, language, overdue=one.overdue(today))
    yield ""
    yield say(_may_be_said(one, school))
    yield say(GRADES[one.grade])
    yield say(Sentence("Place: {place}", place=one.place))
    for words, day in (
        (Sentence("In force from: {day}", day=one.valid_from), one.valid_from),
        (Sentence("In force until: {day}", day=one.until), one.until),
        (Sentence("Seen on: {day}", day=one.seen_on), one.seen_on),
        (Sentence("To be checked again by: {day}", day=one.review_by), one.review_by),
    ):
        if day is not None:
            yield say(words)
    yield say(Sentence("Source: {source}", source=one.source or "–"))
    cards = sorted(
        {name for (name, _), card in school.library.law.cards.items() if _uses(card, one)}
    )
    if cards:
        yield say(Sentence("Cards: {names}", names=" ".join(cards)))
    courses = lessons_with(school, "statement", one.id)
    if courses:
        yield say(Sentence("Lessons: {names}", names=" ".join(courses)))
    yield ""
    yield say(Sentence("To paste to the labour bureau:"))
    yield citations.question([one], language)


def _may_be_said(one: Provision, school: School) -> Sentence:
    if not one.printable:
        return Sentence("It is not said to anybody yet: ask the labour bureau.")
    if not one.in_force(school.clock.today()):
        return Sentence("It is not said today: it is not in force.")
    return Sentence("It may be said.")


def _uses(card: Card, one: Provision) -> bool:
    named = f"{{law:{one.id}}}"
    return one.id in card.articles or any(named in part.text for part in card.parts)


def lessons_with(school: School, kind: str, id: str) -> list[str]:
    """The courses that use something, in the order of their numbers."""
    from lifeskills.packs.uses import uses

    used = uses(school.plugins.packs(), school.library.law)
    order = [info.course for info in school.library.courses()]
    return [course for course in order if (kind, id) in used.get(course, ())]


def _card_lines(school: School, card: Card, language: str, say: Say) -> Iterator[str]:
    yield f"{card.id}  {card.title}"
    yield say(Sentence("Rests on: {ids}", ids=" ".join(card.articles)))
    if card.review_by is not None:
        yield say(Sentence("To be checked again by: {day}", day=card.review_by))
    here = _here(school, card.shown_in or language)
    local = school.settings.local_contacts if school.folder is not None else {}
    resolve = school.library.resolver(local)
    for section, title in SECTIONS.items():
        yield ""
        yield f"## {say(title)}"
        for part in card.section(section):
            if part.ages:
                yield say(AGES[part.ages[0]])
            for audience in part.audiences:
                yield dict(school.library.audiences[audience].title).get(language, audience)
            words = resolve_text(part.text, here, resolve).text
            yield from (f"  {line}" for line in words.splitlines())


def _here(school: School, language: str) -> Setting:
    """Adults in the school's place, today; the whole nation where there is no school."""
    place = NATION
    if school.folder is not None:
        place = school.settings.county or school.settings.province or NATION
    return Setting.anywhere(language, school.clock.today(), place=place)
