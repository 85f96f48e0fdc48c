"""A lesson in lines: an empty line is Space, a letter is the tool's, a word is the lesson's."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lifeskills.classroom.lessons import BLOCK_TITLES
from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines, prose_lines, tool_lines
from lifeskills.cli.plain_groups import answer_turn, ask_turn, report_groups, tell_groups
from lifeskills.cli.plain_lists import tell_card
from lifeskills.cli.plain_notes import mark_late, skip_step, take_note, tell_plan
from lifeskills.cli.plain_roll import call_roll
from lifeskills.cli.plain_screen import turn_blank, turn_screen
from lifeskills.core.carry import carry_on
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.offering import offers
from lifeskills.core.opening import last_key
from lifeskills.core.stepwords import StepPage, View, step_pages
from lifeskills.core.takenback import taken_back
from lifeskills.core.text import Sentence
from lifeskills.core.tool import Action
from lifeskills.core.tools.reading import whole

WORDS: dict[str, tuple[str, ...]] = {
    "help": ("?", "help", "帮助"),
    "undo": ("undo", "撤销"),
    "pause": ("pause", "暂停"),
    "back": ("back", "上一步"),
    "skip": ("skip", "跳过"),
    "more": ("more", "加一分"),
    "less": ("less", "减一分"),
    "late": ("late", "迟到"),
    "note": ("note", "记一笔"),
    "plan": ("plan", "流程"),
    "task": ("task", "任务"),
    "board": ("board", "板书"),
    "fit": ("fit", "赶上"),
    "groups": ("groups", "分组"),
    "turn": ("turn", "轮到"),
    "pass": ("pass", "过"),
    "report": ("report", "汇报"),
    "words": ("words", "再念"),
    "notes": ("notes", "提示", "备注"),
    "roll": ("roll", "点名"),
    "screen": ("screen", "第二屏"),
    "blank": ("blank", "黑屏"),
    "card": ("card", "求助卡", "保护卡"),
    "close": ("close", "下课"),
    "leave": ("leave", "离开"),
}
HELP = (
    Sentence("An empty line goes on: the next scene, phase or step."),
    Sentence("A letter or digit belongs to the tool; a number or word may follow it: 1 17."),
    Sentence("undo, pause, back, more, less (a minute), plan (the steps), fit (offers; fit 2),"),
    Sentence("skip 1 (leave the step out, with a reason), note 2 (how it goes), late 17,"),
    Sentence("groups 4 (2, 5, 8, 1, count, stations, casts, older; lot, apart, names, anew),"),
    Sentence("turn (somebody is asked), pass (the next), report (groups, 3–2–1),"),
    Sentence(
        "words (once more), task, board, notes, roll (open it again), card (a pupil tells "
        "something),"
    ),
    Sentence("screen (a second screen on or off), blank (nothing on it, or the lesson again),"),
    Sentence("close (end now), leave (the lesson stays open)."),
)


class PlainLesson:
    """One open lesson in lines, from its roll to its last step."""

    def __init__(self, lines: Lines, teaching: Teaching) -> None:
        self.lines = lines
        self.teaching = teaching
        self._warned = ""
        self._offered = ""
        self._left = False

    def run(self) -> bool:
        """Teach until the end; False if the lesson was left open."""
        self.lines.tell(*HELP[:1], Sentence("? lists the words that work."))
        self._show_words()
        while True:
            self._show_pace()
            line = self.lines.ask(Sentence("Next"))
            if not line and self._at_end():
                return True
            try:
                if self._do(line):
                    return not self._left
            except LifeskillsError as error:
                self.lines.wrong(error)

    # -- one line ----------------------------------------------------------------------------

    def _at_end(self) -> bool:
        state = self.teaching.state
        return not state.step and not state.remaining

    def _do(self, line: str) -> bool:
        """Do what a line says; True when the lesson is over or left."""
        word, _space, rest = line.partition(" ")
        known = next((name for name, forms in WORDS.items() if word.lower() in forms), "")
        if not line:
            return self._carry_on()
        if known in ("close", "leave"):
            self._left = known == "leave"
            return True
        if known:
            self._word(known, rest.strip())
        else:
            self._tool(word.lower(), rest.strip())
        return False

    def _carry_on(self) -> bool:
        teaching, view = self.teaching, self.teaching.tool_view()
        coming = carry_on(teaching.state, view)
        if coming.undecided and self._warned != teaching.state.step:
            self._warned = teaching.state.step
            self.lines.tell(Sentence("The class has not decided yet. An empty line goes on."))
            return False
        if coming.kind == "tool" and coming.action is not None:
            teaching.tool_key(coming.action.id, coming.action.value)
            self._show_tool()
            return False
        teaching.next_step()
        if coming.kind == "end":
            return True
        self._show_words()
        return False

    def _word(self, word: str, rest: str) -> None:
        teaching = self.teaching
        simple: dict[str, Callable[[], object]] = {
            "undo": self._undo,
            "pause": teaching.pause,
            "back": teaching.back,
            "skip": lambda: skip_step(self.lines, teaching, rest),
            "note": lambda: take_note(self.lines, teaching, rest),
            "late": lambda: mark_late(self.lines, teaching, rest),
            "plan": lambda: tell_plan(self.lines, teaching),
            "more": teaching.add_minutes,
            "less": lambda: teaching.add_minutes(-1),
            "fit": lambda: self._fit(rest),
            "groups": lambda: self._groups(rest),
            "turn": lambda: ask_turn(self.lines, teaching),
            "pass": lambda: answer_turn(self.lines, teaching),
            "report": lambda: report_groups(self.lines, teaching),
            "help": lambda: self.lines.tell(*HELP),
            "notes": lambda: self._show_page("notes"),
            "task": lambda: self._show_page("task"),
            "board": lambda: self._show_page("board"),
            "roll": lambda: call_roll(self.lines, teaching),
            "card": lambda: tell_card(self.lines, teaching.school, teaching.group),
            "screen": lambda: turn_screen(self.lines, teaching),
            "blank": lambda: turn_blank(self.lines),
            "words": self._show_words,
        }
        before = teaching.state.step
        simple[word]()
        if teaching.state.step != before:
            self._show_words()

    def _tool(self, key: str, value: str) -> None:
        options = self.teaching.tool_actions() if self.teaching.state.step else ()
        action = next((one for one in options if one.key == key), None)
        if action is None:
            self.lines.tell(Sentence("{key} means nothing here; ? lists what does.", key=key))
            return
        self.teaching.tool_key(action.id, self._value(action, value))
        self._show_tool()

    def _value(self, action: Action, value: str) -> object:
        if not action.asks:
            return action.value
        return value or self.lines.ask(action.title)

    def _undo(self) -> None:
        before = self.teaching.state
        called, key = before.roll_done, last_key(self.teaching.log.running.events)
        self.teaching.undo()
        self.lines.tell(taken_back(key, before))
        if called and not self.teaching.state.roll_done:
            call_roll(self.lines, self.teaching)

    def _fit(self, said: str) -> None:
        """List the offers; take the one whose number is said."""
        found = offers(self.teaching.state, self.teaching.at())
        number = whole(said) if said else None
        if number is not None and 0 < number <= len(found):
            self.teaching.change_plan(found[number - 1].plan)
            tell_plan(self.lines, self.teaching)
            return
        if not found:
            self.lines.tell(Sentence("The lesson is on time; there is nothing to fit."))
        numbered = enumerate(map(self.lines.say, (one.sentence for one in found)), 1)
        self.lines.tell_all(f"fit {number}: {words}" for number, words in numbered)

    def _groups(self, size: str) -> None:
        tell_groups(self.lines, self.teaching, size)

    # -- showing -----------------------------------------------------------------------------

    def _show_words(self) -> None:
        state, step = self.teaching.state, self.teaching.step_now()
        if step is None or state.current is None:
            info = self.teaching.lesson.info if self.teaching.lesson is not None else None
            self.lines.tell(*([info.title, info.aim] if info is not None else []))
            return
        self.lines.tell(
            "",
            Sentence(
                "Step {number} of {of}: {title}, {minutes} min",
                number=[one.id for one in state.plan].index(state.step) + 1,
                of=len(state.plan),
                title=state.current.title,
                minutes=state.current.minutes,
            ),
        )
        self._show_page("teacher")
        self._show_tool()

    def _show_page(self, view: View) -> None:
        step = self.teaching.step_now()
        pages = step_pages(step) if step is not None else ()
        for page in pages:
            if page.view == view:
                self.lines.tell_all(self._page(page))

    def _page(self, page: StepPage) -> Iterator[str]:
        for block in page.blocks:
            yield self.lines.say(BLOCK_TITLES[block.kind])
            yield from (f"  {line}" for line in prose_lines(block.text))

    def _show_tool(self) -> None:
        view = self.teaching.tool_view() if self.teaching.state.step else None
        if view is not None:
            self.lines.tell_all(tool_lines(view, self.lines))

    def _show_pace(self) -> None:
        state, at = self.teaching.state, self.teaching.at()
        bell = round(state.bell_left(at) / 60)
        step = round(state.step_left(at) / 60) if state.step else None
        self.lines.tell(
            *([Sentence("Paused")] if state.paused_at is not None else []), _pace(step, bell)
        )
        late = offers(state, at)[:1] if state.behind(at) > 0 else ()
        for offer in late:
            if str(offer.sentence) != self._offered:
                self._offered = str(offer.sentence)
                self.lines.tell(
                    Sentence("{offer} fit 1 takes it, fit lists all.", offer=offer.sentence)
                )


def _pace(step: int | None, bell: int) -> Sentence:
    """Minutes left of the running step, or over it, and to the bell."""
    if bell < 0:
        return Sentence("{over} min past the bell.", over=-bell)
    if step is None:
        return Sentence("{bell} min to the bell.", bell=bell)
    if step < 0:
        return Sentence("{over} min over in this step, {bell} to the bell.", over=-step, bell=bell)
    return Sentence("{step} min left of this step, {bell} to the bell.", step=step, bell=bell)
