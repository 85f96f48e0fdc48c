"""What a teacher says in one line: why a step is left out, how it goes, who is late; the plan."""

from __future__ import annotations

from collections.abc import Mapping

from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines
from lifeskills.cli.plain_roll import away_words, mark_line
from lifeskills.core.remarks import NOTE_WORDS, SKIP_WORDS
from lifeskills.core.text import Sentence
from lifeskills.core.tools.reading import whole


def skip_step(lines: Lines, teaching: Teaching, said: str) -> None:
    """Leave the running step out, with the reason of that number."""
    step = teaching.state.current
    if step is None:
        return
    question = Sentence("Why leave out “{step}”?", step=step.title)
    why = one_of(lines, question, SKIP_WORDS, said)
    if why:
        teaching.next_step("skipped", why)


def take_note(lines: Lines, teaching: Teaching, said: str) -> None:
    """Keep in a code how the running step, or the lesson, goes."""
    step = teaching.state.current
    question = Sentence("How did the lesson go?")
    if step is not None:
        question = Sentence("How does “{step}” go?", step=step.title)
    code = one_of(lines, question, NOTE_WORDS, said)
    if code:
        teaching.note(code)
        lines.tell(Sentence("Noted: {note}", note=NOTE_WORDS[code]))


def mark_late(lines: Lines, teaching: Teaching, said: str) -> None:
    """Mark those who come late, by class number or initials."""
    if teaching.group.kind == "open":
        lines.tell(Sentence("An open group is counted: roll counts it again."))
        return
    line = said or lines.ask(Sentence("Late: class number or initials, then Enter"))
    if line:
        mark_line(lines, teaching, line, usual="late")
        lines.tell(away_words(teaching, lines))


def tell_plan(lines: Lines, teaching: Teaching) -> None:
    """The steps of the day: which are done, which runs, and their minutes."""
    state = teaching.state
    for number, step in enumerate(state.plan, 1):
        how = Sentence("to come")
        if step.id == state.step:
            how = Sentence("running")
        elif step.id in state.done:
            how = Sentence("done")
        words = Sentence("{title}, {minutes} min", title=step.title, minutes=step.minutes)
        lines.tell(f"{number} {lines.say(words)}, {lines.say(how)}")


def one_of(
    lines: Lines, question: Sentence, options: Mapping[str, Sentence], said: str = ""
) -> str:
    """The code that a number means; "" for an empty line or where there is nothing to choose."""
    codes, typed = list(options), said
    while codes:
        number = whole(typed) if typed else None
        if number is not None and 0 < number <= len(codes):
            return codes[number - 1]
        lines.tell(question)
        lines.tell(*(f"{n} {lines.say(options[code])}" for n, code in enumerate(codes, 1)))
        typed = lines.ask(Sentence("Number; an empty line: back"))
        if not typed:
            break
    return ""
