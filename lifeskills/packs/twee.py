r"""Twee 3 stories, as Twine exports them: passages, tags, metadata and links.

A line ``:: name [tags] {metadata}`` begins a passage; ``\`` keeps a bracket in a name. Like the
frame reader it never raises: it gives the story it could read and what is wrong.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from lifeskills.core.errors import ContentError
from lifeskills.core.story import Care, Choice, Passage, Story
from lifeskills.core.text import Sentence
from lifeskills.packs.fronts import Leaf
from lifeskills.packs.lines import decode

_HEADER = re.compile(
    r"::\s*(?P<name>(?:\\.|[^\[\]{}\\])*?)\s*(?:\[(?P<tags>[^\]]*)\])?\s*(?P<meta>\{.*\})?\s*$"
)
_LINK = re.compile(r"\[\[(?P<inside>[^\[\]]+)\]\]")
_ITEM = re.compile(r"\s*(?:[-*]|\d+[.)])\s+(?P<words>.+)")
_TOUCH = re.compile(r"\s*>\s*(?P<words>.+)")
_CARE = {"care-more": "more", "care-some": "some", "care-less": "less"}
SIGNAL = "signal-"
TALK_TAGS = frozenset({"debrief", "say", "dont", "pass-on"})
"""Passages of lists for the talk at the end; nobody walks through them."""
OLDER = "16plus"
KNOWN_TAGS = frozenset({"decision", "ending", OLDER, *TALK_TAGS, *_CARE})
WORDS_KEYS = ("title", "gained", "way_back", "small_step", "why", "changes")
KNOWN_KEYS = frozenset({*WORDS_KEYS, "cards", "helpers", "position", "size"})


@dataclass(slots=True)
class RawPassage:
    """A passage as written."""

    name: str
    tags: tuple[str, ...]
    meta: Mapping[str, Any]
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The body without blank lines around it."""
        return "\n".join(self.lines).strip()


def links(text: str) -> tuple[str, tuple[Choice, ...]]:
    """A body without its links, and its links.

    ``[[words->to]]``, ``[[to<-words]]``, ``[[words|to]]`` and ``[[to]]``.
    """
    choices = tuple(_choice(found["inside"]) for found in _LINK.finditer(text))
    rest = []
    for line in text.split("\n"):
        bare = _LINK.sub("", line)
        if bare == line or bare.strip(" -*·\t"):
            rest.append(bare.rstrip())
    return "\n".join(rest).strip(), choices


def _choice(inside: str) -> Choice:
    if "->" in inside:
        words, _, to = inside.rpartition("->")
    elif "<-" in inside:
        to, _, words = inside.partition("<-")
    elif "|" in inside:
        words, _, to = inside.partition("|")
    else:
        words = to = inside
    return Choice(words.strip(), to.strip())


def read_story(raw: bytes, leaf: Leaf) -> tuple[Story | None, list[ContentError]]:
    """The story of a file (None without story data), and what is wrong with it."""
    lines, errors = decode(raw, leaf.file)
    reader = _Reader(leaf, errors)
    passages = reader.split(lines)
    return reader.story(passages), sorted(reader.errors, key=lambda one: one.line)


class _Reader:
    def __init__(self, leaf: Leaf, errors: list[ContentError]) -> None:
        self.leaf, self.errors = leaf, errors

    def wrong(self, line: int, rule: str, says: Sentence, mend: Sentence) -> None:
        self.errors.append(ContentError(says, file=self.leaf.file, line=line, rule=rule, mend=mend))

    def split(self, lines: list[str]) -> list[RawPassage]:
        """The passages in order; of two with one name the first is kept."""
        found: dict[str, RawPassage] = {}
        here: RawPassage | None = None
        for number, line in enumerate(lines, start=1):
            if line.startswith(("::", "：：")):
                here = self._header(line, number)
                if here.name in found:
                    says = Sentence("The passage “{name}” is there twice.", name=here.name)
                    self.wrong(number, "id-twice", says, Sentence("Give one another name."))
                found.setdefault(here.name, here)
            elif here is not None:
                here.lines.append(line)
            elif line.strip():
                mend = Sentence("Begin a passage with :: name above it.")
                self.wrong(number, "outside", Sentence("Text stands before any passage."), mend)
        return list(found.values())

    def _header(self, line: str, number: int) -> RawPassage:
        if line.startswith("："):
            mend = Sentence("Type :: with the English keyboard.")
            self.wrong(number, "full-width", Sentence("Full-width ： in a passage heading."), mend)
            line = line.replace("：", ":", 2)
        found = _HEADER.match(line)
        if found is None or not found["name"].strip():
            says = Sentence("This passage heading cannot be read.")
            mend = Sentence("Write :: name [tags] {{metadata}}.")
            self.wrong(number, "story-heading", says, mend)
            return RawPassage(line[2:].strip() or f"line-{number}", (), {}, number)
        name = re.sub(r"\\(.)", r"\1", found["name"]).strip()
        meta = self._json(found["meta"] or "{}", number)
        return RawPassage(name, tuple((found["tags"] or "").split()), meta, number)

    def _json(self, text: str, number: int) -> Mapping[str, Any]:
        try:
            read = json.loads(text)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "too deep")
            line = number + getattr(error, "lineno", 1) - 1
            says = Sentence("This is no JSON: {reason}.", reason=reason)
            mend = Sentence('Use {{"key": "words"}} with straight quotes.')
            self.wrong(line, "story-json", says, mend)
            return {}
        if isinstance(read, dict):
            return cast(Mapping[str, Any], read)
        says = Sentence("Metadata is not between braces.")
        self.wrong(number, "story-json", says, Sentence('Use {{"key": "words"}}.'))
        return {}

    def story(self, raw: list[RawPassage]) -> Story | None:
        by_name = {one.name: one for one in raw}
        data_passage = by_name.pop("StoryData", None)
        title_passage = by_name.pop("StoryTitle", None)
        if data_passage is None:
            says = Sentence("The story has no passage StoryData.")
            mend = Sentence('Write :: StoryData and below it {{"ifid": …, "start": …, "id": …}}.')
            self.wrong(1, "story-data", says, mend)
            return None
        data = self._json(data_passage.text or "{}", data_passage.line + 1)
        talk = [one for one in by_name.values() if TALK_TAGS & set(one.tags)]
        passages = tuple(self._passage(one) for one in by_name.values() if one not in talk)
        asked = _asked(line for one in talk if "debrief" in one.tags for line in one.lines)
        default = passages[0].id if passages else ""
        name = self.leaf.path.rpartition("/")[2].split(".")[0]
        return Story(
            id=_word(data, "id") or name,
            title=title_passage.text if title_passage else name,
            language=self.leaf.language,
            start=_word(data, "start") or default,
            passages=passages,
            ifid=_word(data, "ifid"),
            pack=self.leaf.pack,
            file=self.leaf.path,
            audiences=_list(data, "audiences"),
            bands=_list(data, "bands"),
            courses=_list(data, "courses"),
            who=_list(data, "who"),
            debrief=tuple(question for question, _ in asked),
            touches=tuple(touch for _, touch in asked),
            say=_items(talk, "say"),
            dont=_items(talk, "dont"),
            pass_on=_items(talk, "pass-on"),
        )

    def _passage(self, raw: RawPassage) -> Passage:
        for tag in raw.tags:
            if tag not in KNOWN_TAGS and not tag.startswith(SIGNAL):
                says = Sentence("“{tag}” is no tag of a story.", tag=tag)
                known = " ".join(sorted(KNOWN_TAGS))
                mend = Sentence("Tags are: {known} signal-….", known=known)
                self.wrong(raw.line, "story-tag", says, mend)
        for key in raw.meta:
            if key not in KNOWN_KEYS:
                says = Sentence("“{key}” is no metadata of a passage.", key=key)
                known = " ".join(sorted(KNOWN_KEYS))
                self.wrong(raw.line, "key-unknown", says, Sentence("Use: {known}.", known=known))
        text, choices = links(raw.text)
        return Passage(
            id=raw.name,
            title=_word(raw.meta, "title") or raw.name,
            text=text,
            choices=choices,
            care=cast(Care, next((_CARE[tag] for tag in raw.tags if tag in _CARE), "")),
            ending="ending" in raw.tags,
            decision="decision" in raw.tags,
            older=OLDER in raw.tags,
            signals=tuple(t.removeprefix(SIGNAL) for t in raw.tags if t.startswith(SIGNAL)),
            helpers=_list(raw.meta, "helpers"),
            cards=_list(raw.meta, "cards"),
            gained=_word(raw.meta, "gained"),
            way_back=_word(raw.meta, "way_back"),
            small_step=_word(raw.meta, "small_step"),
            why=_word(raw.meta, "why"),
            changes=_word(raw.meta, "changes"),
            line=raw.line,
        )


def _asked(lines: Iterable[str]) -> list[tuple[str, str]]:
    """Questions (``- words``), each with what a good answer touches (``> words`` below it)."""
    found: list[tuple[str, str]] = []
    for line in lines:
        if item := _ITEM.match(line):
            found.append((item["words"].strip(), ""))
        elif (touch := _TOUCH.match(line)) and found:
            question, before = found[-1]
            found[-1] = (question, f"{before} {touch['words'].strip()}".strip())
    return found


def _items(talk: Iterable[RawPassage], tag: str) -> tuple[str, ...]:
    lines = (line for one in talk if tag in one.tags for line in one.lines)
    return tuple(found["words"].strip() for line in lines if (found := _ITEM.match(line)))


def _word(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    return value if isinstance(value, str) else ""


def _list(data: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = data.get(key, ())
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, list) else ()
