"""From raw steps to steps of the core, against a grammar: unknown kinds, keys and ids."""

from __future__ import annotations

import datetime as dt
import difflib
import re
from collections.abc import Iterable, Mapping
from typing import cast

from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import Block, Need, Origin, Phase, Shape, Step
from lifeskills.core.text import Sentence
from lifeskills.packs.frame import RawBlock, RawStep
from lifeskills.packs.vocabulary import DATE, HASH, WHOLE, WORDS, Grammar, Key

_ID = re.compile(r"[A-Za-z0-9_-]+")
_HASH = re.compile(r"[0-9a-f]{8}")


class StepReader:
    """Reads the steps of one file; what is wrong is collected in ``errors``."""

    def __init__(self, grammar: Grammar, *, pack: str, path: str, file: str) -> None:
        self.grammar, self.pack, self.path, self.file = grammar, pack, path, file
        self.errors: list[ContentError] = []
        self.keys: dict[str, Mapping[str, str]] = {}
        """The keys of each heading by step id: law files have keys of their own."""
        self._blocks_seen: dict[str, int] = {}

    def read(self, raw: Iterable[RawStep]) -> tuple[Step, ...]:
        """The steps in order; one with an id that was there before is reported and kept out."""
        steps: dict[str, Step] = {}
        for one in raw:
            step = self._step(one)
            if step.id in steps:
                self._twice(step.id, one.line, steps[step.id].origin.line)
            elif step.id:
                steps[step.id] = step
            else:
                says = Sentence("The step “{title}” has no id.", title=step.title)
                self._wrong(one.line, "id-missing", says, Sentence("Write {{#step-id}}."))
        return tuple(steps.values())

    def _step(self, raw: RawStep) -> Step:
        keys = self._known(raw.attributes.keys, self.grammar.step_keys, raw.line)
        marks = frozenset(w for w in raw.attributes.words if w in self.grammar.marks)
        kinds = [w for w in raw.attributes.words if w not in marks]
        if len(kinds) > 1 or (kinds and not self.grammar.activities):
            says = Sentence("“.{kind}” is no mark of a step here.", kind=kinds[-1])
            near = self._near(kinds[-1], self.grammar.marks)
            self._wrong(raw.line, "mark-unknown", says, near)
        written = {*keys, *(("kind",) if kinds else ())}
        self.keys[raw.attributes.id] = keys
        minutes = _whole(keys.get("minutes", ""))
        return Step(
            id=raw.attributes.id,
            title=raw.title,
            kind=kinds[0] if kinds and self.grammar.activities else "",
            origin=Origin(self.pack, self.path, raw.line),
            phase=cast(Phase, keys.get("phase", "try")),
            minutes=minutes,
            least=_whole(keys["least"]) if "least" in keys else minutes,
            shape=cast(Shape, keys.get("shape", "class")),
            needs=cast(Need, keys.get("needs", "should")),
            serves=tuple(keys.get("serves", "").split()),
            checks=tuple(keys.get("checks", "").split()),
            talk_home=keys.get("talk") == "home",
            marks=marks,
            of=keys.get("of", ""),
            before=keys.get("before", ""),
            after=keys.get("after", ""),
            blocks=tuple(self._block(block) for block in raw.blocks),
            written=frozenset(written),
        )

    def _block(self, raw: RawBlock) -> Block:
        if raw.kind not in self.grammar.block_kinds:
            says = Sentence("“{kind}” is no kind of block here.", kind=raw.kind)
            near = self._near(raw.kind, self.grammar.block_kinds)
            self._wrong(raw.line, "block-unknown", says, near)
        keys = self._known(raw.attributes.keys, self.grammar.block_keys, raw.line)
        for word in raw.attributes.words:
            if word not in self.grammar.block_marks:
                says = Sentence("“.{word}” is no mark of a block.", word=word)
                near = self._near(word, self.grammar.block_marks)
                self._wrong(raw.line, "mark-unknown", says, near)
        name = raw.attributes.id
        if name and name in self._blocks_seen:
            self._twice(name, raw.line, self._blocks_seen[name])
        self._blocks_seen.setdefault(name, raw.line)
        if not raw.text.strip():
            mend = Sentence("Write its text, or take the block away.")
            self._wrong(raw.line, "block-empty", Sentence("The block is empty."), mend)
        return Block(
            kind=raw.kind,
            text=raw.text,
            origin=Origin(self.pack, self.path, raw.line),
            id=name,
            slot="slot" in raw.attributes.words,
            ages=tuple(keys.get("age", "").split()),
            audiences=tuple(keys.get("audience", "").split()),
            sizes=tuple(keys.get("size", "").split()),
            read=keys.get("read", ""),
        )

    def _known(
        self, given: Mapping[str, str], known: Mapping[str, Key], line: int
    ) -> dict[str, str]:
        """Keys that are known and whose values are well formed."""
        good: dict[str, str] = {}
        for name, value in given.items():
            if name not in known:
                says = Sentence("“{name}” is no key here.", name=name)
                self._wrong(line, "key-unknown", says, self._near(name, known))
            elif _fits(value, known[name]):
                good[name] = value
            else:
                says = Sentence("“{value}” is no value of {name}.", value=value, name=name)
                self._wrong(line, "key-value", says, _allowed(known[name]))
        return good

    def _near(self, name: str, known: Iterable[str]) -> Sentence:
        names = list(known)
        near = difflib.get_close_matches(name, names, n=1)
        if near:
            return Sentence("Did you mean “{near}”?", near=near[0])
        if not names:
            return Sentence("Take it away: a {file} file has none here.", file=self.grammar.name)
        return Sentence("Known here: {names}.", names=" ".join(names))

    def _twice(self, id: str, line: int, first: int) -> None:
        says = Sentence("The id “{id}” stands already on line {line}.", id=id, line=first)
        self._wrong(line, "id-twice", says, Sentence("Give this one an id of its own."))

    def _wrong(self, line: int, rule: str, says: Sentence, mend: Sentence) -> None:
        self.errors.append(ContentError(says, file=self.file, line=line, rule=rule, mend=mend))


def _whole(value: str) -> int:
    return int(value) if value else 0


def _fits(value: str, key: Key) -> bool:
    parts = value.split() if key.several else [value]
    if not parts:
        return False
    if key.values:
        return all(part in key.values for part in parts)
    if key.form == WHOLE:
        return value.isascii() and value.isdigit() and len(value) <= 3
    if key.form == WORDS:
        return all(_ID.fullmatch(part) for part in parts)
    if key.form == HASH:
        return bool(_HASH.fullmatch(value))
    if key.form == DATE:
        return date(value) is not None
    return bool(value.strip())


def date(value: str) -> dt.date | None:
    """A date as written, or None."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError:
        return None


def _allowed(key: Key) -> Sentence:
    if key.values:
        return Sentence("Use one of: {values}.", values=" ".join(key.values))
    return Sentence("Write a {form}.", form=key.form)
