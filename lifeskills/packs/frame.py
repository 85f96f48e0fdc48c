"""The frame of a pack file: front matter, step headings and blocks, read line by line.

Markdown readers let a nested, unclosed or indented block pass in silence; this one does not. It
never raises, whatever the bytes are: it gives the steps it could read and a list of what is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lifeskills.core.errors import ContentError
from lifeskills.core.text import Sentence
from lifeskills.packs.attributes import (
    FULL_WIDTH,
    TO_ASCII,
    Attributes,
    Trouble,
    read_attributes,
)
from lifeskills.packs.lines import decode, split_front
from lifeskills.packs.prose import prose_troubles

_STEP = re.compile(r"##(?!#)\s*(?P<title>.*?)\s*(?:\{(?P<inside>[^{}]*)\})?\s*$")
_OPEN = re.compile(r":::(?!:)\s*(?P<kind>[A-Za-z][A-Za-z0-9-]*)?\s*(?:\{(?P<inside>[^{}]*)\})?\s*$")
_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})(?P<info>.*)$")
_INDENTED = re.compile(r"\s+(?:[:：]{3}|##\s.*[{｛])")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBlock:
    """A block as written. ``line`` is that of its opening; the text begins on the next one."""

    kind: str
    attributes: Attributes
    text: str
    line: int


@dataclass(slots=True, kw_only=True)
class RawStep:
    """A step as written, with its blocks in order."""

    title: str
    attributes: Attributes
    line: int
    blocks: list[RawBlock] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A file read: front matter (TOML, its first line is ``front_line``), steps, what is wrong."""

    front: str
    front_line: int
    steps: tuple[RawStep, ...]
    errors: tuple[ContentError, ...]


def read_frame(raw: bytes, file: str) -> Frame:
    """Read a whole file. ``file`` is how errors name it."""
    lines, errors = decode(raw, file)
    front, front_line, start, front_errors = split_front(lines, file)
    reader = _Reader(file, [*errors, *front_errors])
    for number, line in enumerate(lines[start:], start=start + 1):
        reader.take(line, number)
    reader.end()
    found = sorted(reader.errors, key=lambda one: one.line)
    return Frame(front=front, front_line=front_line, steps=tuple(reader.steps), errors=tuple(found))


class _Reader:
    """Takes one line after another. After an error it goes on as the writer most likely meant."""

    def __init__(self, file: str, errors: list[ContentError]) -> None:
        self.file, self.errors = file, errors
        self.steps: list[RawStep] = []
        self.open: tuple[str, Attributes, int] | None = None
        self.text: list[str] = []
        self.fence: tuple[str, int] | None = None
        self.outside = False
        self.doubts: list[tuple[int, int]] = []
        """Blocks that opened inside another (lines of both): nested, or the first was not closed?
        A further ::: tells."""
        self.strays: list[int] = []
        """Lines with text outside a block while there is doubt."""

    def wrong(self, line: int, rule: str, says: Sentence, mend: Sentence) -> None:
        self.errors.append(ContentError(says, file=self.file, line=line, rule=rule, mend=mend))

    def troubles(self, found: tuple[Trouble, ...], line: int) -> None:
        for one in found:
            self.wrong(line, one.rule, one.says, one.mend)

    def take(self, line: str, number: int) -> None:
        if self._in_fence(line, number):
            self._text(line, number)
            return
        if _INDENTED.match(line):
            mend = Sentence("Take the blanks away: frame lines begin at the first column.")
            self.wrong(number, "indented", Sentence("A frame line is indented."), mend)
            line = line.strip()
        plain = line.translate(TO_ASCII)
        if plain.startswith(":::") or re.match(r"##(?!#)", plain):
            self._frame_line(line, plain, number)
        else:
            self._text(line, number)

    def _in_fence(self, line: str, number: int) -> bool:
        """Keep track of code fences; True while the line belongs to one."""
        found = _FENCE.match(line)
        if self.fence is None:
            if found is None or (found["mark"][0] == "`" and "`" in found["info"]):
                return False
            self.fence = (found["mark"], number)
            return True
        mark = self.fence[0]
        if found is not None and found["mark"].startswith(mark) and not found["info"].strip():
            self.fence = None
        return True

    def _frame_line(self, line: str, plain: str, number: int) -> None:
        self.outside = False
        if line != plain:
            found = "".join(dict.fromkeys(c for c in line if c in FULL_WIDTH))
            says = Sentence("Full-width {signs} in a frame line.", signs=found)
            mend = Sentence("Type it with the English keyboard: : {{ }} # =")
            self.wrong(number, "full-width", says, mend)
        if plain.startswith("##"):
            self._step(plain, number)
        elif plain.rstrip() == ":::":
            self._close(number)
        else:
            self._open(plain, number)

    def _step(self, line: str, number: int) -> None:
        if self.open is not None:
            self._unclosed(self.open[2])
            self._keep()
        self._decide()
        found = _STEP.match(line)
        inside = found["inside"] if found else None
        if found is None or inside is None:
            says = Sentence("A step heading without {{#id}}, or with braces that do not match.")
            mend = Sentence("End the heading with {{#step-id .activity phase=… minutes=…}}.")
            self.wrong(number, "step-heading", says, mend)
        attributes, troubles = read_attributes(inside or "")
        self.troubles(troubles, number)
        title = found["title"] if found else line[2:].strip()
        self.steps.append(RawStep(title=title, attributes=attributes, line=number))

    def _open(self, line: str, number: int) -> None:
        if self.open is not None:
            self.doubts.append((self.open[2], number))
            self._keep()
        else:
            self._decide()
        found = _OPEN.match(line)
        attributes, troubles = read_attributes(found["inside"] or "" if found else "")
        self.troubles(troubles, number)
        kind = found["kind"] if found else None
        if found is None or (kind and found["inside"] is not None):
            says = Sentence("“{line}” opens no block.", line=line.strip())
            mend = Sentence("Write ::: kind or ::: {{.kind #id key=value}}, and nothing else.")
            self.wrong(number, "frame-line", says, mend)
        if not kind and attributes.words:
            kind = attributes.words[0]
            attributes = Attributes(
                id=attributes.id, words=attributes.words[1:], keys=attributes.keys
            )
        self.open = (kind or "", attributes, number)
        if not self.steps:
            says = Sentence("A block stands before the first step.")
            self.wrong(
                number, "outside", says, Sentence("Put a heading ## title {{#id}} above it.")
            )

    def _close(self, number: int) -> None:
        if self.open is not None:
            self._keep()
        elif self.doubts:
            outer, inner = self.doubts.pop()
            says = Sentence("A block opens inside the block of line {line}.", line=outer)
            mend = Sentence("Blocks never nest: close the first one before this line.")
            self.wrong(inner, "nested", says, mend)
            self.strays.clear()
        else:
            mend = Sentence("Take the line away, or open the block with ::: kind above its text.")
            self.wrong(
                number, "close-without-open", Sentence("::: closes a block that is not open."), mend
            )

    def _text(self, line: str, number: int) -> None:
        if self.open is not None:
            self.text.append(line)
            if self.fence is None:
                self.troubles(prose_troubles(line), number)
            return
        if line.strip() and not self.outside:
            self.strays.append(number)
            if not self.doubts:
                self._decide()
        self.outside = bool(line.strip())

    def _decide(self) -> None:
        """No further ::: came: what opened inside another block followed one left open."""
        for outer, _ in self.doubts:
            self._unclosed(outer)
        self.doubts.clear()
        for number in self.strays:
            mend = Sentence("All text of a step stands in a block: ::: say … :::")
            self.wrong(number, "outside", Sentence("Text stands outside a block."), mend)
        self.strays.clear()

    def _keep(self) -> None:
        if self.open is None:
            return
        kind, attributes, line = self.open
        text = "\n".join(self.text).strip("\n").rstrip()
        if self.steps:
            block = RawBlock(kind=kind, attributes=attributes, text=text, line=line)
            self.steps[-1].blocks.append(block)
        self.open, self.text = None, []

    def _unclosed(self, line: int) -> None:
        mend = Sentence("Close it with ::: on a line of its own.")
        self.wrong(line, "unclosed", Sentence("The block is not closed."), mend)

    def end(self) -> None:
        if self.fence is not None:
            mend = Sentence("Close the code fence with the same signs.")
            self.wrong(
                self.fence[1], "fence-unclosed", Sentence("The code fence is not closed."), mend
            )
        if self.open is not None:
            self._unclosed(self.open[2])
            self._keep()
        self._decide()
