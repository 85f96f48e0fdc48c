"""Lines for a screen reader or a pipe: what is shown on stdout, what is asked on stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

import click

from lifeskills.cli.face import Face
from lifeskills.cli.plain_wall import PlainWall
from lifeskills.core.errors import LifeskillsError
from lifeskills.core.text import SEMICOLON, Say, Sentence, Text, Words, joined, visible
from lifeskills.core.tool import Action, Row, ToolView

YES = frozenset({"y", "yes", "是", "好"})
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_RULE_ROW = re.compile(r"^\|[\s:|-]+\|$")


class Ended(Exception):
    """Nobody types any more; what is open stays open."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A conversation in lines. Reads stdin, so it works with a keyboard and with a pipe."""

    face: Face
    wall: PlainWall = field(default_factory=PlainWall)

    def say(self, words: Words) -> str:
        """Words in the language of this call."""
        return self.face.say(words) if words else ""

    def tell(self, *words: Sentence | Text | str) -> None:
        """Lines on stdout; "" is an empty line."""
        for one in words:
            click.echo(visible(self.say(one)))

    def tell_all(self, lines: Iterable[str]) -> None:
        """Lines that are in words already."""
        for line in lines:
            click.echo(visible(line))

    def ask(self, question: Sentence | Text | str) -> str:
        """What was typed after a question, without spaces around it. Raises Ended at the end."""
        asked = f"{self.say(question)} > "
        click.echo(asked, err=True, nl=not sys.stderr.isatty())
        with self.wall.waiting():
            line = sys.stdin.readline()
        if not line:
            raise Ended
        return line.replace("\u3000", " ").strip()

    def wrong(self, error: LifeskillsError) -> None:
        """What could not be done, and what to do about it; the conversation goes on."""
        subject = f"{error.subject}: " if error.subject else ""
        self.face.complain(f"{subject}{self.say(error.says)}")
        if error.mend is not None:
            self.face.complain(error.mend)


def listed(parts: Iterable[str], say: Say) -> str:
    """Parts of a list in one line, with the mark that the language sets between them."""
    words = joined(parts, SEMICOLON)
    return words if isinstance(words, str) else say(words)


def prose_lines(text: str) -> Iterator[str]:
    """Markdown as a voice can read it: no marks, tables cell by cell."""
    for line in text.strip().splitlines():
        bare = line.strip()
        if _RULE_ROW.match(bare):
            continue
        if bare.startswith("|") and bare.endswith("|"):
            bare = "; ".join(cell.strip() for cell in bare.strip("|").split("|"))
        yield _BOLD.sub(r"\1", bare)


def tool_lines(view: ToolView, lines: Lines, *, clock: bool = True) -> Iterator[str]:
    """The plain renderer of a tool's view: one of three, beside the panel and the class screen."""
    say = lines.say
    phased = clock and view.clock is not None and view.clock.of > 1
    said_by_phase = phased and view.clock is not None and view.clock.phase == view.headline
    if view.headline and not said_by_phase:
        yield say(view.headline)
    if phased and view.clock is not None:
        phase = Sentence(
            "Phase {number} of {of}: {phase}, {minutes} min {seconds} s",
            number=view.clock.number,
            of=view.clock.of,
            phase=view.clock.phase,
            minutes=int(max(0.0, view.clock.left)) // 60,
            seconds=int(max(0.0, view.clock.left)) % 60,
        )
        yield say(phase)
    if view.body:
        yield from prose_lines(say(view.body))
    for row in view.rows:
        yield _row(row, lines)
    for name, number in view.counts:
        yield say(Sentence("{name}: {value}", name=name, value=number))
    for title, words in view.teacher:
        yield f"[{say(title)}]"
        yield from (f"  {line}" for line in prose_lines(words))
    labels = {say(row.label) for row in view.rows}
    keys = [_key(one, lines, labels) for one in view.options if one.key]
    if keys:
        yield say(Sentence("Keys: {keys}", keys=listed(keys, say)))


def _key(action: Action, lines: Lines, labels: Collection[str]) -> str:
    """A key with its title, or alone where a row has said the title already."""
    title = lines.say(action.title)
    return action.key if title in labels else f"{action.key} {title}"


def _row(row: Row, lines: Lines) -> str:
    words = " ".join(prose_lines(lines.say(row.label)))
    if row.count is not None:
        words = lines.say(Sentence("{name}: {value}", name=words, value=row.count))
    if row.note:
        words = lines.say(Sentence("{what} ({note})", what=words, note=row.note))
    return f"* {words}" if row.marked else words
