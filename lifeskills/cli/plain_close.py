"""The end of a lesson in lines: exit slips now, later or never; what was planned and what was."""

from __future__ import annotations

from lifeskills.classroom.teaching import Teaching
from lifeskills.cli.lines import Lines
from lifeskills.core.closing import slips_so_far, slips_step, step_minutes
from lifeskills.core.engagement import engaged_words
from lifeskills.core.text import Sentence

ANSWERS = {"later": "later", "以后": "later", "never": "never", "不数": "never"}
BACK = frozenset({"back", "上一步"})


def close_plain(lines: Lines, teaching: Teaching) -> bool:
    """Ask for the slips, close, and say what the record holds; False: back to the lesson."""
    step = slips_step(teaching.state)
    while step and not slips_so_far(teaching.state, teaching.tool_records()).settled:
        answer = lines.ask(
            Sentence(
                "Exit slips: three numbers (got it, partly, not yet), or later, or never; "
                "back returns to the lesson"
            )
        )
        if answer in BACK:
            return False
        action = ANSWERS.get(answer)
        teaching.tool_key(action or "three", None if action else answer, step=step)
    so_far = slips_so_far(teaching.state, teaching.tool_records())
    record = teaching.close(so_far.faces)
    lines.tell("", Sentence("Closed and saved."))
    for one in step_minutes(record):
        lines.tell(
            Sentence(
                "{title}: planned {planned} min, actual {actual}",
                title=one.title,
                planned=one.planned,
                actual=round(one.actual),
            )
        )
    minutes = record["minutes"]
    lines.tell(
        Sentence(
            "Together: planned {planned} min, actual {actual}",
            planned=minutes["planned"],
            actual=round(minutes["actual"]),
        )
    )
    figures = engaged_words(record)
    if figures is not None:
        lines.tell(figures)
    return True
