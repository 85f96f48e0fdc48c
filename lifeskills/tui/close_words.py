"""What the close screen says: minutes, slips, and where record and pages are printed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.content import Content

from lifeskills.classroom.teaching import Teaching
from lifeskills.core.closing import SlipsChoice, slips_so_far, slips_step, step_minutes
from lifeskills.core.engagement import engaged_words
from lifeskills.core.people import ClassGroup
from lifeskills.core.record import record_of
from lifeskills.core.remarks import NOTE_WORDS, SKIP_WORDS
from lifeskills.core.storypath import story_kept
from lifeskills.core.text import Say, Sentence
from lifeskills.core.tools.slips import FACE_WORDS
from lifeskills.tui.help import HelpText

CLOSE_HELP = HelpText(
    Sentence("The end of the lesson"),
    (
        Sentence("Exit slips are three numbers, now, later or never."),
        Sentence("Enter closes the lesson: its record goes into the class file."),
    ),
)
TITLE_WIDTH = 40
_QUIET = "$foreground 70%"
REASONS = {
    "skipped": Sentence("left out"),
    "cut": Sentence("left out"),
    "not reached": Sentence("not reached"),
}


def minutes_lines(record: Mapping[str, Any], say: Say) -> Iterator[Content]:
    """Planned and actual minutes, a line a step, both sums; how much was the learners' own."""
    yield Content.styled(
        _row(say(Sentence("Minutes")), say(Sentence("planned")), say(Sentence("actual"))), _QUIET
    )
    for step in step_minutes(record):
        reason = REASONS.get(step.reason)
        actual = say(reason) if reason is not None else f"{step.actual:.0f}"
        if step.why in SKIP_WORDS:
            actual = say(SKIP_WORDS[step.why])
        yield Content(_row(say(step.title), str(step.planned), actual))
    minutes = record["minutes"]
    together = _row(
        say(Sentence("Together")), str(minutes["planned"]), f"{float(minutes['actual']):.0f}"
    )
    yield Content.styled(together, "bold")
    figures = engaged_words(record)
    if figures is not None:
        yield Content(say(figures))


def notes_lines(record: Mapping[str, Any], say: Say) -> Iterator[Content]:
    """What the teacher noted, step by step."""
    titles = {str(step["id"]): str(step["title"]) for step in record["minutes"]["steps"]}
    for note in record.get("notes", ()):
        words = NOTE_WORDS.get(note["code"], note["code"])
        times = f" ×{note['times']}" if note["times"] > 1 else ""
        title = titles.get(note["step"], "")
        where = f"  {say(title)}" if title else ""
        yield Content.assemble((say(Sentence("Noted")), "bold"), where, f"  {say(words)}{times}")


def slips_lines(choice: SlipsChoice, say: Say) -> Iterator[Content]:
    """What was decided about the exit slips, or the question."""
    if choice.faces is not None:
        counted = "  ".join(f"{say(FACE_WORDS[face])} {n}" for face, n in choice.faces.items())
        yield Content.assemble((say(Sentence("Exit slips")), "bold"), "  ", counted)
    elif choice.when == "later":
        yield Content(say(Sentence("Exit slips: to be counted later")))
    elif choice.when == "never":
        yield Content(say(Sentence("Exit slips: not counted")))
    else:
        yield Content.styled(say(Sentence("Exit slips: 1 now, 2 later, 3 never?")), "$warning")


def closing_lines(
    teaching: Teaching, record: Mapping[str, Any] | None, say: Say
) -> Iterator[Content]:
    """Before the end what stands so far and the slips; after it what was kept."""
    if record is not None:
        yield from closed_lines(record, teaching.group, say)
        return
    so_far = record_of(teaching.state, at=teaching.at(), on="", tools={})
    yield from minutes_lines(so_far, say)
    yield from notes_lines(so_far, say)
    if slips_step(teaching.state):
        yield Content("")
        yield from slips_lines(slips_so_far(teaching.state, teaching.tool_records()), say)
    yield Content("")
    yield Content(say(Sentence("Enter closes the lesson.")))


def closed_lines(record: Mapping[str, Any], group: ClassGroup, say: Say) -> Iterator[Content]:
    """Closed: the minutes once more, and what can be printed of it."""
    yield Content.styled(say(Sentence("Closed and saved.")), "bold $success")
    if not record["counted"]:
        yield Content(say(Sentence("No roll was called: it does not count.")))
    yield Content("")
    yield from minutes_lines(record, say)
    yield from notes_lines(record, say)
    yield Content("")
    yield Content.styled(say(Sentence("To print, in a terminal:")), _QUIET)
    for line in print_commands(record, group):
        yield Content(f"  {say(line)}")
    yield Content("")
    yield Content(say(Sentence("Enter goes home.")))


def print_commands(record: Mapping[str, Any], group: ClassGroup) -> tuple[str, ...]:
    """The commands that print the class record, the pages of the lesson, the story as walked."""
    name, day, course = group.name, record["day"], record["course"]
    sheet = f'lifeskills book print story-sheet --class "{name}" --on {day} -o story.pdf'
    return (
        f'lifeskills book print class-record --class "{name}" --on {day} -o record.pdf',
        f'lifeskills book print student-handbook --class "{name}" --course {course} -o pages.pdf',
        *((sheet,) if story_kept(record) else ()),
    )


def _row(title: str, planned: str, actual: str) -> str:
    shown = set_cell_size(title, TITLE_WIDTH - 1) + "." if cell_len(title) > TITLE_WIDTH else title
    return (
        set_cell_size(shown, TITLE_WIDTH)
        + " " * max(1, 10 - cell_len(planned))
        + planned
        + " " * max(1, 12 - cell_len(actual))
        + actual
    )
