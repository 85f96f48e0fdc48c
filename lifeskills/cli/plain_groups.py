"""Groups and turns in lines."""

from __future__ import annotations

from lifeskills.classroom.groups import GroupWork
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines, listed
from lifeskills.core.forming import first_wanted, report_words
from lifeskills.core.grouping import Grouping, Wanted
from lifeskills.core.people import mixed_grades, numbered
from lifeskills.core.roles import READER
from lifeskills.core.text import Sentence
from lifeskills.core.turns import RULE

SHAPES: dict[str, tuple[str, ...]] = {
    "pairs": ("2", "pairs", "两人"),
    "fours": ("4", "fours", "四人"),
    "groups": ("5", "groups", "小组"),
    "eights": ("8", "eights", "八人"),
    "circle": ("1", "circle", "一圈"),
    "count-off": ("count", "c", "报数"),
    "stations": ("stations", "s", "站点"),
    "casts": ("casts", "p", "剧组"),
    "elders": ("older", "o", "大带小"),
}
LOT = frozenset({"lot", "d", "抽签"})
APART = frozenset({"apart", "m", "男女分开"})
NAMES = frozenset({"names", "n", "名字"})
ANEW = frozenset({"anew", "a", "重抽"})


def tell_groups(lines: Lines, teaching: Teaching, said: str) -> None:
    """Form groups as the words say (``4 lot apart``), and read out what a sentence cannot say."""
    words = said.lower().split()
    work = GroupWork(teaching)
    if words and all(word in NAMES for word in words):
        shown = work.show_names(not teaching.state.names_on_wall).names_on_wall
        on, off = Sentence("names on the wall"), Sentence("no names on the wall")
        lines.tell(on if shown else off)
        return
    known = {form: shape for shape, forms in SHAPES.items() for form in forms}
    first = first_wanted(teaching.state)
    shape = next((known[word] for word in words if word in known), first.shape)
    if shape == "elders" and not mixed_grades(teaching.group):
        lines.tell(Sentence("Only in a class of several grades."))
        return
    by_lot = any(word in LOT for word in words)
    single_sex = any(word in APART for word in words)
    wanted = (
        Wanted(shape=shape, by_lot=by_lot, single_sex=single_sex) if set(words) - ANEW else first
    )
    grouping = work.form(wanted, anew=any(word in ANEW for word in words))
    lines.tell(grouping.says)
    _tell_people(lines, teaching, grouping)
    lines.tell(READER)


def ask_turn(lines: Lines, teaching: Teaching) -> None:
    """Whoever was asked has spoken; somebody is asked."""
    if teaching.group.kind == "open" or not teaching.state.present:
        lines.tell(
            Sentence("A group without a list passes something round: whoever holds it speaks.")
        )
        return
    if not teaching.state.turns and not teaching.state.passes:
        lines.tell(RULE)
    GroupWork(teaching).ask_next()
    _tell_asked(lines, teaching)


def answer_turn(lines: Lines, teaching: Teaching) -> None:
    """Whoever was asked passes, without penalty; the next is asked."""
    if teaching.state.asked:
        GroupWork(teaching).passes()
        _tell_asked(lines, teaching)
    else:
        lines.tell(Sentence("Nobody is being asked; turn asks somebody."))


def report_groups(lines: Lines, teaching: Teaching) -> None:
    """Three groups, two, and one."""
    if teaching.state.groups:
        GroupWork(teaching).report()
    words = report_words(teaching.group, teaching.state)
    lines.tell(words or Sentence("No groups stand yet: groups forms them."))


def _tell_asked(lines: Lines, teaching: Teaching) -> None:
    lines.tell(Sentence("Asked: {name}", name=_shown(teaching, teaching.state.asked)))


def _tell_people(lines: Lines, teaching: Teaching, grouping: Grouping) -> None:
    if grouping.movers:
        names = listed((_shown(teaching, one) for one in grouping.movers), lines.say)
        seats = Sentence("Change seats: {names}", names=names)
        elsewhere = Sentence("Change groups: {names}", names=names)
        lines.tell(elsewhere if grouping.how == "count" else seats)
    if grouping.drawn and grouping.how != "count":
        for number, group in enumerate(grouping.groups, start=1):
            names = listed((_shown(teaching, one) for one in group), lines.say)
            lines.tell(f"{number}  {names}")


def _shown(teaching: Teaching, id: str) -> str:
    """The name as it may be shown, after the class number."""
    learner = teaching.group.learner(id)
    how = teaching.school.settings.names_shown
    return numbered(learner, how) if learner is not None else id
