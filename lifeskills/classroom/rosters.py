"""Classes to list and show, and class lists to take in."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lifeskills.classroom.school import School
from lifeskills.core.errors import UnknownName
from lifeskills.core.people import ClassGroup, Learner
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.exchange.class_list import ListedLearner

PATHWAYS = {"g6": "grade-6", "g10": "grade-10", "voc": "vocational", "parents": "parents"}
_GRADES = {
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
    "初一": 7,
    "初二": 8,
    "初三": 9,
    "高一": 10,
    "高二": 11,
    "高三": 12,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did: the class, how many learners it has now, headings taken and dropped."""

    name: str
    learners: int
    taken: tuple[str, ...]
    dropped: tuple[str, ...]
    new: int
    left: int


def class_rows(school: School) -> list[dict[str, Any]]:
    """The classes as plain values; ``class`` is the name as typed."""
    return [
        {"class": group.name, "learners": len(group.current)} for group in school.classes.list()
    ]


def class_row(school: School, name: str) -> dict[str, Any]:
    """One class with its learners. Raises UnknownName."""
    group = school.classes.get(name)
    return {
        "class": group.name,
        "learners": [
            {
                "number": one.number,
                "name": one.name,
                "sex": one.sex,
                "desk": list(one.desk) if one.desk else None,
            }
            for one in group.current
        ],
    }


def import_class(
    school: School, file: Path, name: str, *, audience: str = "", numbers_only: bool = False
) -> Imported:
    """Take in a class list: all of it or nothing.

    An existing class is brought up to date: the same class number keeps its history, and whoever
    is no longer in the list counts as having left. Raises RosterError with the bad rows by line,
    UnknownName for an audience.
    """
    from lifeskills.exchange.class_list import read_class_list
    from lifeskills.store.classes import new_learner_ids

    _check_audiences(school, audience)

    listed = read_class_list(file, class_name=name, numbers_only=numbers_only)
    group = _existing(school, name) or _new_group(school, name, audience)
    if audience:
        group = replace(group, audiences=tuple(audience.split()))
    before = {one.number: one for one in group.learners if not one.left}
    fresh = new_learner_ids(len(listed.learners), taken={one.id for one in group.learners})
    learners = tuple(
        _merged(one, before.get(one.number), new_id)
        for one, new_id in zip(listed.learners, fresh, strict=True)
    )
    kept = {one.id for one in learners}
    gone = tuple(replace(one, left=True) for one in group.learners if one.id not in kept)
    school.classes.save(replace(group, learners=learners + gone))
    return Imported(
        name=group.name,
        learners=len(learners),
        taken=listed.taken,
        dropped=listed.dropped,
        new=sum(one.number not in before for one in listed.learners),
        left=sum(1 for one in gone if one.number in before and not before[one.number].left),
    )


def _check_audiences(school: School, audience: str) -> None:
    known = school.library.audiences if audience else {}
    for one in audience.split():
        if known and one not in known:
            raise UnknownName(
                "No pack knows this audience.",
                subject=one,
                mend=Sentence("Known: {names}", names=" ".join(known)),
            )


def guess_audience(name: str) -> str:
    """The audience that a class name speaks of: 8(3) is g7-9, 职一(2) is voc; else g7-9."""
    plain = unicodedata.normalize("NFKC", name)
    if re.search(r"职|技|中专", plain):
        return "voc"
    if re.search(r"夜|妇女|晚", plain):
        return "workers"
    for word in sorted(_GRADES, key=len, reverse=True):
        if word in plain:
            return _audience_of(_GRADES[word])
    number = re.search(r"\d+", plain)
    return _audience_of(int(number.group())) if number else "g7-9"


def _audience_of(grade: int) -> str:
    if grade == 6:
        return "g6"
    return "g10" if grade in (10, 11, 12) else "g7-9"


def _pathway(audience: str, name: str) -> str:
    if audience == "workers":
        return "womens-home"
    if audience == "g7-9":
        plain = unicodedata.normalize("NFKC", name)
        grades = [_GRADES[word] for word in _GRADES if word in plain]
        number = re.search(r"[789]", plain)
        grade = grades[0] if grades else int(number.group()) if number else 7
        return f"grade-{grade}"
    return PATHWAYS.get(audience, "")


def _existing(school: School, name: str) -> ClassGroup | None:
    try:
        return school.classes.get(name)
    except UnknownName:
        return None


def _new_group(school: School, name: str, audience: str) -> ClassGroup:
    chosen = audience.split() or [guess_audience(name)]
    return ClassGroup(
        id=school.classes.new_id(),
        name=name,
        audiences=tuple(chosen),
        pathway=_pathway(chosen[0], name),
    )


def _merged(listed: ListedLearner, before: Learner | None, new_id: str) -> Learner:
    return Learner(
        id=before.id if before else new_id,
        number=listed.number,
        name=listed.name,
        given=listed.given,
        sex=listed.sex or (before.sex if before else ""),
        desk=listed.desk or (before.desk if before else None),
        school_id=before.school_id if before else "",
        grade=listed.grade or (before.grade if before else 0),
    )
