"""What a teacher says in one key: why a step is left out, how it goes, who has come late."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from lifeskills.classroom.initials import entries
from lifeskills.core.remarks import NOTE_WORDS, SKIP_WORDS
from lifeskills.core.text import Sentence

if TYPE_CHECKING:
    from lifeskills.classroom.teaching import Teaching
    from lifeskills.core.session import PlanStep
    from lifeskills.tui.app import LifeskillsApp


def ask_why(app: LifeskillsApp, step: PlanStep, answered: Callable[[str | None], None]) -> None:
    """Ask why a step is left out: a digit or Enter answers, Esc keeps the step."""
    _ask(app, Sentence("Why leave out “{step}”?", step=step.title), SKIP_WORDS, answered)


def take_note(
    app: LifeskillsApp, teaching: Teaching, done: Callable[[], object] = lambda: None
) -> None:
    """Ask how the running step goes (or, without one, the lesson), and keep the code."""
    step = teaching.state.current
    question = Sentence("How did the lesson go?")
    if step is not None:
        question = Sentence("How does “{step}” go?", step=step.title)

    def answered(code: str | None) -> None:
        if code is not None and app.attempt(lambda: teaching.note(code)) is not None:
            app.tell(Sentence("Noted: {note}", note=NOTE_WORDS[code]))
            done()

    _ask(app, question, NOTE_WORDS, answered)


def late_words(teaching: Teaching, typed: str) -> Sentence:
    """Mark those who were typed, late unless a sign says otherwise, and say what was done.

    Raises NotSaved.
    """
    said = Sentence("Nobody here matches {typed}.", typed=typed)
    for entry in entries(typed, teaching.group, usual="late"):
        one = entry.learner
        if one is not None:
            teaching.mark(one, entry.mark or None)
            said = Sentence("Marked: {number} {name}", number=one.number, name=one.name)
        elif entry.may_be:
            numbers = " ".join(str(may.number) for may in entry.may_be)
            return Sentence(
                "{typed} may be {numbers}: type the number.", typed=typed, numbers=numbers
            )
        else:
            return Sentence("Nobody here matches {typed}.", typed=entry.typed)
    return said


def _ask(
    app: LifeskillsApp,
    question: Sentence,
    words: Mapping[str, Sentence],
    answered: Callable[[str | None], None],
) -> None:
    from lifeskills.tui.screens.ask import AskScreen, Option

    options = [Option(code, said) for code, said in words.items()]
    app.push_screen(AskScreen(question, options), answered)
