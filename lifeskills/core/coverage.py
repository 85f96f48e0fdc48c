"""What a set of courses covers: methods, life skills, phases, audiences, sides, law, in minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lifeskills.core.lesson import PHASES, CourseInfo, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One course. ``methods`` and ``phases`` are whole minutes of the first audience, by id.

    ``skills`` has the main one first; ``audiences`` are minutes; ``sides`` have words of their own.
    """

    course: str
    number: int | None
    methods: Mapping[str, int]
    phases: Mapping[str, int]
    skills: tuple[str, ...]
    audiences: Mapping[str, int]
    sides: tuple[str, ...]
    cards: tuple[str, ...]
    episode: str = ""

    @property
    def minutes(self) -> int:
        """Of all steps together."""
        return sum(self.phases.values())


@dataclass(frozen=True, slots=True)
class Share:
    """In how many courses something is used, in how many it comes first, and for how long."""

    courses: int = 0
    main: int = 0
    minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The whole set; each table is by id, in the order in which ids are first met."""

    courses: tuple[Covered, ...] = ()
    methods: Mapping[str, Share] = field(default_factory=dict)
    skills: Mapping[str, Share] = field(default_factory=dict)
    phases: Mapping[str, Share] = field(default_factory=dict)
    audiences: Mapping[str, Share] = field(default_factory=dict)
    sides: Mapping[str, Share] = field(default_factory=dict)
    cards: Mapping[str, Share] = field(default_factory=dict)

    @property
    def tables(self) -> Mapping[str, Mapping[str, Share]]:
        """The tables of shares by name."""
        names = ("methods", "skills", "phases", "audiences", "sides", "cards")
        return {name: getattr(self, name) for name in names}


def covered(info: CourseInfo, steps: Iterable[Step], sides: Iterable[str]) -> Covered:
    """One course with its steps; ``sides`` are those for which an overlay has words."""
    methods: Counter[str] = Counter()
    phases: Counter[str] = Counter()
    for step in steps:
        methods[step.kind] += step.minutes
        phases[step.phase] += step.minutes
    return Covered(
        course=info.course,
        number=info.number,
        methods={name: minutes for name, minutes in methods.items() if name},
        phases={name: phases[name] for name in PHASES if name in phases},
        skills=info.skills,
        audiences=dict(info.minutes),
        sides=tuple(sides),
        cards=info.cards,
        episode=info.episode,
    )


def coverage(courses: Iterable[Covered]) -> Coverage:
    """Add up courses. A skill, side or card counts the whole lesson; a method its own minutes."""
    rows = tuple(courses)
    return Coverage(
        courses=rows,
        methods=_shares((one.methods, ()) for one in rows),
        skills=_shares((dict.fromkeys(one.skills, one.minutes), one.skills[:1]) for one in rows),
        phases=_shares((one.phases, ()) for one in rows),
        audiences=_shares((one.audiences, tuple(one.audiences)[:1]) for one in rows),
        sides=_shares((dict.fromkeys(one.sides, one.minutes), ()) for one in rows),
        cards=_shares((dict.fromkeys(one.cards, one.minutes), ()) for one in rows),
    )


def _shares(rows: Iterable[tuple[Mapping[str, int], tuple[str, ...]]]) -> Mapping[str, Share]:
    found: dict[str, Share] = {}
    for minutes, first in rows:
        for name, spent in minutes.items():
            own = found.get(name, Share())
            found[name] = Share(own.courses + 1, own.main + (name in first), own.minutes + spent)
    return found
