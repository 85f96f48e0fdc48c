"""A course fitted to a Setting: overlays in order, conditions, references in words.

Order: base → side → province → user → school, then pack id. An overlay replaces single blocks by
their id and inherits what it does not write. Pure: nothing is read here.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from lifeskills.core.fingerprint import is_stale
from lifeskills.core.lesson import SPOKEN_BLOCKS, Block, CourseInfo, Lesson, Page, Step
from lifeskills.core.references import Resolve, has_legal, resolve_text
from lifeskills.core.setting import Setting
from lifeskills.core.text import Sentence, Text
from lifeskills.core.translate import LONG_AGO, PageSet, words_of

_INHERITED = ("kind", "phase", "minutes", "least", "shape", "needs", "serves", "checks")


def adapt(
    base: PageSet, layers: Sequence[PageSet], setting: Setting, *, resolve: Resolve
) -> Lesson:
    """The lesson for a setting. ``layers`` are those packs' overlays that apply there."""
    page = base.in_language(setting.language)
    work = _Work(page, base)
    ordered = sorted(layers, key=lambda one: (one.level, one.master.pack))
    for layer in ordered:
        work.lay(layer, setting.language)
    steps = tuple(replace(step, blocks=select_blocks(step.blocks, setting)) for step in work.steps)
    law: list[str] = []
    steps = tuple(_resolved(step, setting, resolve, law, work.notices) for step in steps)
    _note_gaps(steps, work.notices)
    versions = {one.master.pack: one.version for one in (base, *ordered)}
    used = [base.master.pack, *(block.origin.pack for step in steps for block in step.blocks)]
    return Lesson(
        info=work.info,
        setting=setting,
        steps=steps,
        packs=tuple((pack, versions.get(pack, "")) for pack in dict.fromkeys(used)),
        law=tuple(dict.fromkeys(law)),
        notices=merged(work.notices),
        titles=titles((base, *ordered)),
    )


def merged(notices: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Each warning once; those that differ in an id only become one line with all ids."""
    found: dict[str, Sentence] = {}
    for one in dict.fromkeys(notices):
        before = found.get(one.id)
        if before is None or set(one.values) != {"id"}:
            found[one.id if before is None else str(one)] = one
        elif one.values["id"] not in str(before.values["id"]).split(", "):
            found[one.id] = Sentence(one.id, id=f"{before.values['id']}, {one.values['id']}")
    return tuple(found.values())


def titles(pages: Sequence[PageSet]) -> Text:
    """The title in every language there is, as the last overlay with a title says."""
    words: dict[str, str] = {}
    for one in pages:
        for page in (one.master, *one.translations.values()):
            if page.info.title:
                words[page.language] = page.info.title
    return Text.from_map(words)


def select_blocks(blocks: Sequence[Block], setting: Setting) -> tuple[Block, ...]:
    """The blocks that hold in a setting.

    A mixed class gets the under-16 words of a kind of block where the step has some, else the
    16-plus words. Without a band (parents, trainers) no words for an age are shown.
    """
    young = {
        block.kind
        for block in blocks
        if "under16" in block.ages and _audience(block, setting) and _size(block, setting)
    }
    return tuple(
        block
        for block in blocks
        if _size(block, setting) and _age(block, setting, young) and _audience(block, setting)
    )


def _audience(block: Block, setting: Setting) -> bool:
    if not block.audiences or setting.audience in block.audiences:
        return True
    return block.kind == "task" and any(one in block.audiences for one in setting.older)


def _size(block: Block, setting: Setting) -> bool:
    return not block.sizes or ("small" if setting.small else "large") in block.sizes


def _age(block: Block, setting: Setting, young: set[str]) -> bool:
    if not block.ages:
        return True
    if setting.band == "mixed":
        return "under16" in block.ages or block.kind not in young
    return setting.band in block.ages


class _Work:
    """The steps while overlays are laid on them, one after another."""

    def __init__(self, page: Page, base: PageSet) -> None:
        self.steps: list[Step] = list(page.steps)
        self.info: CourseInfo = page.info
        self.notices: list[Sentence] = []
        self.base = {step.id: step for step in base.master.steps}
        self.changed = base.master.info.checked_on or LONG_AGO
        self.touched: dict[tuple[str, str], tuple[int, str]] = {}

    def lay(self, layer: PageSet, language: str) -> None:
        """Lay one pack's overlay over the steps."""
        page = layer.in_language(language)
        for step in page.steps:
            self._lay_step(step, layer)
        info = page.info
        self.info = replace(
            self.info,
            title=info.title or self.info.title,
            cards=(*self.info.cards, *(c for c in info.cards if c not in self.info.cards)),
            local_facts=(*self.info.local_facts, *info.local_facts),
        )

    def _lay_step(self, step: Step, layer: PageSet) -> None:
        index = next((i for i, one in enumerate(self.steps) if one.id == step.id), None)
        if index is None:
            self._insert(step)
        elif "drop" in step.marks:
            self._drop(index, step)
        else:
            self._change(index, step, layer)

    def _insert(self, step: Step) -> None:
        beside = step.before or step.after
        index = next((i for i, one in enumerate(self.steps) if one.id == beside), None)
        if index is None:
            says = "“{step}” of pack {pack} has no place in this course any more and was left out."
            self.notices.append(Sentence(says, step=step.title, pack=step.origin.pack))
        else:
            self.steps.insert(index if step.before else index + 1, step)

    def _drop(self, index: int, step: Step) -> None:
        own = self.steps[index]
        others = {o for i, one in enumerate(self.steps) if i != index for o in one.serves}
        if own.needs == "must" and not set(own.serves) <= others:
            says = "Pack {pack} drops “{step}”, which alone serves an objective: it was kept."
            self.notices.append(Sentence(says, pack=step.origin.pack, step=own.title))
        else:
            del self.steps[index]

    def _change(self, index: int, step: Step, layer: PageSet) -> None:
        own = self.steps[index]
        written = {name: getattr(step, name) for name in _INHERITED if name in step.written}
        if "talk" in step.written:
            written["talk_home"] = step.talk_home
        if "minutes" in written and "least" not in written:
            written["least"] = min(own.least, step.minutes)
        marks = own.marks | (step.marks - {"replace", "drop"})
        stale = self._stale_since(step)
        if "replace" in step.marks:
            blocks = tuple(replace(one, stale=one.stale or stale) for one in step.blocks)
        else:
            blocks = self._merge(own, step, layer, stale)
        self.steps[index] = replace(
            own, title=step.title or own.title, marks=marks, blocks=blocks, **written
        )

    def _stale_since(self, step: Step) -> dt.date | None:
        base = self.base.get(step.id)
        return self.changed if base is not None and is_stale(step, base) else None

    def _merge(
        self, own: Step, step: Step, layer: PageSet, stale: dt.date | None
    ) -> tuple[Block, ...]:
        blocks = list(own.blocks)
        for new in step.blocks:
            at = next((i for i, one in enumerate(blocks) if new.id and one.id == new.id), None)
            if at is None:
                blocks.append(replace(new, stale=new.stale or stale))
                continue
            old = blocks[at]
            if stale and not old.slot and (new.kind == "care" or has_legal(new.text)):
                continue
            self._one_of_a_rank(step, new, layer)
            blocks[at] = replace(
                new,
                slot=False,
                ages=new.ages or old.ages,
                audiences=new.audiences or old.audiences,
                sizes=new.sizes or old.sizes,
                read=new.read or old.read,
                stale=new.stale or stale,
            )
        return tuple(blocks)

    def _one_of_a_rank(self, step: Step, block: Block, layer: PageSet) -> None:
        key = (step.id, block.id)
        before = self.touched.get(key)
        if before is not None and before[0] == layer.level:
            says = "Packs {first} and {second} both change “{block}” of “{step}”: the second holds."
            self.notices.append(
                Sentence(
                    says, first=before[1], second=layer.master.pack, block=block.id, step=step.title
                )
            )
        self.touched[key] = (layer.level, layer.master.pack)


def _resolved(
    step: Step, setting: Setting, resolve: Resolve, law: list[str], notices: list[Sentence]
) -> Step:
    blocks = []
    for block in step.blocks:
        place = replace(setting, language=words_of(block, setting.language))
        words = resolve_text(block.text, place, resolve, spoken=block.kind in SPOKEN_BLOCKS)
        law.extend(words.law)
        notices.extend(words.notices)
        blocks.append(replace(block, text=words.text))
    return replace(step, blocks=tuple(blocks))


def _note_gaps(steps: Sequence[Step], notices: list[Sentence]) -> None:
    blocks = [block for step in steps for block in step.blocks]
    if any(block.slot for block in blocks):
        notices.append(Sentence("No words for this place yet: neutral ones stand in brackets."))
    if any(block.stale for block in blocks):
        notices.append(Sentence("Some words are older than the lesson they belong to: compare."))
    if any(block.language for block in blocks):
        notices.append(
            Sentence("Some words are not translated yet and show in their own language.")
        )
