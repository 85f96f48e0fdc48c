"""What the groups screen says: how they are formed, who changes seats, roles, the groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from textual.content import Content

from lifeskills.classroom.groups import GroupWork
from lifeskills.core.engagement import offered
from lifeskills.core.grouping import Grouping, Wanted
from lifeskills.core.people import ClassGroup, numbered
from lifeskills.core.roles import READER, ROLE_WORDS, SWAP, first_seat, offered_roles, role_seats
from lifeskills.core.session import SessionState
from lifeskills.core.text import Say, Sentence, joined
from lifeskills.tui.widgets.step_words import SHAPE_WORDS
from lifeskills.tui.words import plain
from lifeskills.tui.wrapping import Paragraph

QUIET = "$foreground 70%"

FORM_WORDS: Mapping[str, tuple[str, Sentence]] = {
    "pairs": ("2", Sentence("pairs")),
    "fours": ("4", Sentence("fours")),
    "groups": ("5", Sentence("groups")),
    "eights": ("8", Sentence("eights")),
    "circle": ("1", Sentence("one circle")),
    "count-off": ("C", Sentence("count off")),
    "stations": ("S", Sentence("stations")),
    "casts": ("P", Sentence("casts of a play")),
    "elders": ("O", Sentence("older with younger")),
}
"""Shape to its key and its name."""


def forms_lines(wanted: Wanted, forms: Sequence[str], say: Say, width: int) -> list[Content]:
    """The shapes with their keys, the one that is shown marked; no line breaks inside one."""
    lines = [Content("")]
    for shape in forms:
        key, words = FORM_WORDS[shape]
        here = shape == wanted.shape
        mark = f"[{say(words)}]" if here else say(words)
        entry = Content.assemble((key, "bold $primary"), " ", (mark, "bold" if here else ""), "  ")
        if lines[-1].cell_length + entry.rstrip().cell_length > width:
            lines.append(Content(""))
        lines[-1] += entry
    return [line.rstrip() for line in lines]


def choice_line(wanted: Wanted, grouping: Grouping, names: bool, say: Say) -> Content:
    """By desks or by lot, mixed or apart, names on the wall or not; with their keys."""
    how = {
        "desks": Sentence("by desks"),
        "number": Sentence("by class number"),
        "count": Sentence("counted off"),
        "lot": Sentence("by lot"),
        "ages": Sentence("by grade"),
    }
    apart = wanted.single_sex and not grouping.single_sex
    mixed = Sentence("girls and boys apart") if grouping.single_sex else Sentence("mixed")
    entries = [
        ("D", how.get(grouping.how, Sentence("by desks"))),
        ("M", Sentence("mixed: one side is too small") if apart else mixed),
        ("N", Sentence("names on the wall") if names else Sentence("no names on the wall")),
    ]
    line = Content("")
    for key, words in entries:
        line += Content.assemble((key, "bold $primary"), " ", say(words), "   ")
    return line.rstrip()


def group_lines(
    grouping: Grouping, work: GroupWork, say: Say, *, role_names: bool
) -> Iterator[Paragraph]:
    """The sentence, sizes, movers, roles, what it gives, and the groups."""
    session = work.session
    shown = _names(session.group, session.school.settings.names_shown)
    yield Paragraph(plain(say(grouping.says), "bold"))
    yield Paragraph(plain(say(_sizes(grouping))))
    if grouping.movers:
        names = "  ".join(shown.get(one, one) for one in grouping.movers)
        seats = Sentence("Change seats: {names}", names=names)
        group = Sentence("Change groups: {names}", names=names)
        yield Paragraph(plain(say(group if grouping.how == "count" else seats)))
    yield from _alone(grouping, session.state, shown, say)
    yield Paragraph(Content(""))
    yield from _roles(grouping, work.lesson, say)
    yield from _engaged(grouping, session.state, say)
    yield Paragraph(Content(""))
    yield from _listed(grouping, work.lesson, shown, say, role_names=role_names)


def _names(group: ClassGroup, how: str) -> dict[str, str]:
    """Class number and shown name, so that two of one name are told apart when read out."""
    return {one.id: numbered(one, how) for one in group.learners}


def _sizes(grouping: Grouping) -> Sentence:
    sizes = sorted({len(group) for group in grouping.groups})
    size = "–".join(str(one) for one in dict.fromkeys((sizes[0], sizes[-1]))) if sizes else "0"
    _key, form = FORM_WORDS.get(grouping.shape, ("", SHAPE_WORDS["groups"]))
    return Sentence(
        "{shape}: {count} groups of {size}", shape=form, count=len(grouping.groups), size=size
    )


def _alone(
    grouping: Grouping, state: SessionState, shown: Mapping[str, str], say: Say
) -> Iterator[Paragraph]:
    alone = [group[0] for group in grouping.groups if len(group) == 1 and state.present_count > 1]
    if alone:
        names = "  ".join(shown.get(one, one) for one in alone)
        words = Sentence("Alone now: {names}. Let them join the group beside them.", names=names)
        yield Paragraph(plain(say(words), "bold"))


def _roles(grouping: Grouping, lesson: int, say: Say) -> Iterator[Paragraph]:
    sizes = [len(group) for group in grouping.groups]
    roles = offered_roles(min(sizes, default=0))
    if not roles:
        return
    words = Sentence(
        "Roles to offer, from seat {seat} of each group on: {roles}.",
        seat=first_seat(lesson, min(sizes)),
        roles=joined(ROLE_WORDS[role] for role in roles),
    )
    yield Paragraph(plain(say(words)))
    yield Paragraph(plain(f"{say(READER)} {say(SWAP)}", QUIET))


def _engaged(grouping: Grouping, state: SessionState, say: Say) -> Iterator[Paragraph]:
    step = state.current or next(iter(state.remaining), None)
    if step is None:
        return
    people = sum(len(group) for group in grouping.groups)
    found = offered(step, grouping.shape, len(grouping.groups), people)
    active = Sentence(
        "Active in this step: {share} %   (groups in turn: {turn} %)",
        share=round(found.active_share * 100),
        turn=round(found.active_share_in_turn * 100),
    )
    speaking = Sentence(
        "Speaking, each learner: {seconds} s   (groups in turn: {turn} s)",
        seconds=round(found.speaking_seconds),
        turn=round(found.speaking_seconds_in_turn),
    )
    yield Paragraph(plain(say(active), QUIET))
    yield Paragraph(plain(say(speaking), QUIET))


def _listed(
    grouping: Grouping, lesson: int, shown: Mapping[str, str], say: Say, *, role_names: bool
) -> Iterator[Paragraph]:
    for number, group in enumerate(grouping.groups, start=1):
        roles = {one: role for role, one in role_seats(group, lesson).items()}
        names = []
        for one in group:
            name = shown.get(one, one)
            if role_names and one in roles:
                name = say(Sentence("{what} ({note})", what=name, note=ROLE_WORDS[roles[one]]))
            names.append(name)
        yield Paragraph(plain(f"{number:>2}  {'  '.join(names)}"), 4)
