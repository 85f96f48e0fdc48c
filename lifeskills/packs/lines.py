"""Bytes into lines, and front matter apart from the body. Never raises, whatever the bytes are."""

from __future__ import annotations

import re
import unicodedata

from lifeskills.core.errors import ContentError
from lifeskills.core.text import Sentence

_FRONT_END = re.compile(rb"[\r\n]\+\+\+[ \t]*(?=[\r\n]|$)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


def decode(raw: bytes, file: str) -> tuple[list[str], list[ContentError]]:
    """The file's lines in NFC without line ends, and an error for each line that is not UTF-8."""
    body = raw.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    clean = _clean(body)
    if clean is not None:
        return clean.split("\n"), []
    errors: list[ContentError] = []
    lines: list[str] = []
    for number, piece in enumerate(body.split(b"\n"), start=1):
        try:
            line = piece.decode("utf-8")
        except UnicodeDecodeError as error:
            line = piece.decode("utf-8", errors="replace")
            says = Sentence("Byte {at} of this line is not UTF-8.", at=error.start + 1)
            mend = Sentence("Save the file as UTF-8 and type the character again.")
            errors.append(ContentError(says, file=file, line=number, rule="bytes", mend=mend))
        if _CONTROL.search(line):
            line = _CONTROL.sub("", line)
            says = Sentence("The line holds a control character, which no reader can see.")
            mend = Sentence("Delete it; typing the line anew is the quickest way.")
            errors.append(ContentError(says, file=file, line=number, rule="control", mend=mend))
        lines.append(unicodedata.normalize("NFC", line))
    return lines, errors


def _clean(body: bytes) -> str | None:
    """The whole text if nothing is wrong with it, which is nearly always; else None."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else unicodedata.normalize("NFC", text)


def front_bytes(raw: bytes) -> bytes:
    """The beginning of a file up to the end of its front matter: enough for a list of courses."""
    start = raw.find(b"+++") + 3
    end = _FRONT_END.search(raw, start) if start >= 3 else None
    return raw[: end.end()] if end else raw


def split_front(lines: list[str], file: str) -> tuple[str, int, int, list[ContentError]]:
    """Front matter, its first line, the number of lines before the body, and what is wrong."""
    first = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if first == len(lines) or lines[first].rstrip() != "+++":
        says = Sentence("The file does not begin with front matter.")
        mend = Sentence("Begin with a line +++, then TOML, then a line +++.")
        line = min(first, len(lines) - 1) + 1
        error = ContentError(says, file=file, line=line, rule="front-missing", mend=mend)
        return "", line, 0, [error]
    for index in range(first + 1, len(lines)):
        if lines[index].rstrip() == "+++":
            return "\n".join(lines[first + 1 : index]), first + 2, index + 1, []
    says = Sentence("The front matter is not closed.")
    mend = Sentence("Put a line +++ after the last line of front matter.")
    error = ContentError(says, file=file, line=first + 1, rule="front-unclosed", mend=mend)
    return "\n".join(lines[first + 1 :]), first + 2, len(lines), [error]
