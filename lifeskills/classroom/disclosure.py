"""The card for the moment when a child tells something: words, numbers, whom to go to.

Nothing is kept, not even that it was opened.
"""

from __future__ import annotations

from dataclasses import dataclass

from lifeskills.classroom.school import School
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.people import ClassGroup
from lifeskills.core.setting import Setting
from lifeskills.core.text import Text

GUIDE = "disclosure-card"


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureCard:
    """``parts`` are titles with their words (CommonMark); ``numbers`` what to call and what for.

    ``contacts`` are helpers of this place with what the school wrote down, or "" for a blank.
    """

    title: str
    parts: tuple[tuple[str, str], ...]
    numbers: tuple[tuple[str, Text], ...]
    contacts: tuple[tuple[Text, str], ...]


def disclosure_card(school: School, group: ClassGroup | None = None) -> DisclosureCard:
    """The card in the language of the screen. Raises UnknownName when no pack has the guide."""
    settings = school.settings
    guide = school.library.guide(
        GUIDE, school.language, _setting(school, group), local=settings.local_contacts
    )
    parts = tuple(
        (step.title, "\n\n".join(block.text for block in step.blocks)) for step in guide.steps
    )
    numbers = tuple(
        (number.call, number.purpose)
        for number in school.library.law.numbers.values()
        if number.printable and number.scope in _here(school)
    )
    contacts = tuple(
        (contact.label, settings.local_contacts.get(contact.id, ""))
        for contact in school.library.contacts(settings.county or settings.province)
    )
    return DisclosureCard(title=guide.title, parts=parts, numbers=numbers, contacts=contacts)


def _setting(school: School, group: ClassGroup | None) -> Setting | None:
    try:
        return school.setting(group) if group is not None else None
    except LifeskillsError:
        # An audience or place that no pack knows must not keep the card from opening.
        return None


def _here(school: School) -> frozenset[str]:
    return frozenset(school.library.law.chain(school.settings.county or school.settings.province))
