"""Rules about overlays and slots: nothing is replaced that is not there, no side goes empty."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping

from lifeskills.core.curriculum import PackInfo, PackView
from lifeskills.core.lesson import SLOT_BLOCKS, Block, Page
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule
from lifeskills.packs.rules.translations import base_of

SIDES = ("sending", "receiving")
TOO_LIKE = 0.75
"""Two sides' words that are this much alike are the same words with names changed."""


_WORD = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")


@rule("overlay-course", zh="adapts 指向已有的课", en="An overlay adapts a course that exists")
def course(view: PackView) -> Iterable[Wrong]:
    """An overlay of nothing is never shown."""
    for page in view.overlays:
        if base_of(view, page) is None:
            says = Sentence("No pack has the course “{course}”.", course=page.adapts)
            yield at_key(page, "adapts", says, Sentence("Mend the id after adapts =."))


@rule(
    "overlay-step",
    zh="改编的步骤在原课里有，或用 before/after 说明位置",
    en="An overlay's step is in the course, or says where it goes with before or after",
)
def step_known(view: PackView) -> Iterable[Wrong]:
    """A step without a place would be left out."""
    for page, base in _with_base(view):
        known = {step.id for step in base.steps}
        own = {step.id for step in page.steps}
        for step in page.steps:
            beside = step.before or step.after
            if step.id not in known and not beside:
                says = Sentence("The course has no step {id}.", id=step.id)
                names = " ".join(one.id for one in base.steps)
                mend = Sentence(
                    "Use one of: {names}, or before=/after= for a new one.", names=names
                )
                yield at(step, says, mend)
            elif step.id in known and beside:
                says = Sentence("The step {id} is in the course already.", id=step.id)
                yield at(step, says, Sentence("Take before= or after= away, or use a new id."))
            elif beside and beside not in known | own:
                says = Sentence("There is no step {id} to stand beside.", id=beside)
                yield at(step, says, Sentence("Mend before= or after=."))


@rule(
    "overlay-block",
    zh="改编的块在原课这一步里有同样的 id 和种类",
    en="An overlay's block has the id and the kind of a block of that step",
)
def block_known(view: PackView) -> Iterable[Wrong]:
    """A block that replaces nothing would only be added at the end."""
    for page, base in _with_base(view):
        steps = {step.id: step for step in base.steps}
        for step in page.steps:
            if step.id in steps and not step.marks & {"replace", "drop"}:
                own = {block.id: block for block in steps[step.id].blocks if block.id}
                for block in step.blocks:
                    yield from _block(block, own)


def _block(block: Block, own: Mapping[str, Block]) -> Iterator[Wrong]:
    if block.id not in own:
        says = Sentence("The step has no block #{id}.", id=block.id or "?")
        mend = Sentence(
            "Blocks with an id here: {names}. Or mark the step .replace.",
            names=" ".join(own) or "-",
        )
        yield at(block, says, mend)
    elif own[block.id].kind != block.kind:
        says = Sentence("#{id} is a {kind} in the course.", id=block.id, kind=own[block.id].kind)
        yield at(block, says, Sentence("Keep the kind."))


@rule(
    "overlay-drop",
    zh="不能去掉独自支撑某个目标的 must 步骤",
    en="A must step that alone serves an objective is not dropped",
)
def drop(view: PackView) -> Iterable[Wrong]:
    """An overlay cannot take an objective's only step."""
    for page, base in _with_base(view):
        for step in page.steps:
            own = next((one for one in base.steps if one.id == step.id), None)
            if own is None or "drop" not in step.marks or own.needs != "must":
                continue
            others = {o for one in base.steps if one.id != own.id for o in one.serves}
            alone = sorted(set(own.serves) - others)
            if alone:
                says = Sentence("The step alone serves {names}.", names=" ".join(alone))
                yield at(step, says, Sentence("Keep it, or serve the objective in a new step."))


@rule(
    "overlay-clash",
    zh="同一级的两个包不改同一块",
    en="Two packs of one rank do not change the same block",
)
def clash(view: PackView) -> Iterable[Wrong]:
    """Only one of the two could be shown."""
    for page in view.overlays:
        for other in view.around.pages:
            if not (other.master and other.adapts == page.adapts and other.pack != page.pack):
                continue
            info = view.around.packs.get(other.pack)
            if info is None or not _meet(view.info, info):
                continue
            theirs = {(s.id, b.id) for s, b in blocks_of(other) if b.id}
            for step, block in blocks_of(page):
                if (step.id, block.id) in theirs:
                    says = Sentence(
                        "The pack {pack} changes #{id} of “{step}” too.",
                        pack=other.pack,
                        id=block.id,
                        step=step.title,
                    )
                    yield at(block, says, Sentence("Take one of the two away."))


def _meet(one: PackInfo, other: PackInfo) -> bool:
    """True if two packs of one level can apply at once."""
    if one.level != other.level:
        return False
    return all(other.when.get(key, value) == value for key, value in one.when.items())


@rule(
    "slots-there",
    zh="每课都有 opening、local、case、help 四个 .slot 块",
    en="Every numbered course has the slots opening, local, case and help",
)
def slots_there(view: PackView) -> Iterable[Wrong]:
    """Where a lesson is taught must show in it."""
    for page in view.bases:
        if page.info.number is None:
            continue
        found = {block.id for _, block in blocks_of(page) if block.slot}
        missing = [name for name in SLOT_BLOCKS if name not in found]
        if missing:
            says = Sentence("No .slot block: {names}.", names=" ".join(missing))
            yield at_key(page, "course", says, Sentence("Mark them: ::: {{.say #opening .slot}}"))


@rule(
    "slots-filled",
    zh="每个 .slot 块在输出地和输入地都有内容",
    en="Every slot is filled for both sides",
)
def slots_filled(view: PackView) -> Iterable[Wrong]:
    """An empty slot shows a stand-in in brackets."""
    for page in view.bases:
        for step, block in blocks_of(page):
            if not block.slot:
                continue
            if not block.id:
                mend = Sentence("Give it one: ::: {{.say #opening .slot}}")
                yield at(block, Sentence("A slot has no id, so nothing can fill it."), mend)
                continue
            for side in SIDES:
                if _sided(view, side) and not _filled(view, page.course, side, step.id, block.id):
                    says = Sentence(
                        "#{id} has no words for the {side} side.", id=block.id, side=side
                    )
                    mend = Sentence("Write it in an overlay under the step {step}.", step=step.id)
                    yield at(block, says, mend)


@rule(
    "slots-differ",
    zh="两边的内容要真的不同",
    en="The two sides truly differ",
)
def slots_differ(view: PackView) -> Iterable[Wrong]:
    """The same words with names changed are no local example."""
    if view.info.when.get("side") != SIDES[1]:
        return
    for page in view.pages:
        if not page.adapts:
            continue
        for step, block in blocks_of(page):
            for other in _of_side(view, page, SIDES[0], step.id, block.id):
                share = likeness(block.text, other.text)
                if share >= TOO_LIKE:
                    says = Sentence(
                        "#{id} is {share} % the words of the sending side.",
                        id=block.id,
                        share=round(share * 100),
                    )
                    mend = Sentence("Use other people, places, details and helpers.")
                    yield at(block, says, mend)


@rule(
    "overlay-own-words",
    zh="改编的块和原课不能几乎一样",
    en="An overlay's block is not nearly the same as the course's",
)
def own_words(view: PackView) -> Iterable[Wrong]:
    """From three quarters of the same words on, nothing was adapted."""
    courses = {(one.course, one.language): one for one in view.around.pages if not one.adapts}
    for page in view.pages:
        base = courses.get((page.adapts, page.language))
        if base is None:
            continue
        own = {(step.id, block.id): block.text for step, block in blocks_of(base) if block.id}
        for step, block in blocks_of(page):
            share = likeness(block.text, own.get((step.id, block.id), ""))
            if block.id and share >= TOO_LIKE:
                says = Sentence(
                    "#{id} is {share} % the words of the course.",
                    id=block.id,
                    share=round(share * 100),
                )
                yield at(block, says, Sentence("Write what this place has, or take the block out."))


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0–1: words of Latin letters and single Chinese characters."""
    a, b = _WORD.findall(one), _WORD.findall(other)
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return 0.0 if matcher.quick_ratio() < TOO_LIKE else matcher.ratio()


def _with_base(view: PackView) -> Iterator[tuple[Page, Page]]:
    for page in view.overlays:
        base = base_of(view, page)
        if base is not None:
            yield page, base


def _side_packs(view: PackView, side: str) -> set[str]:
    return {info.id for info in view.around.packs.values() if info.when.get("side") == side}


def _sided(view: PackView, side: str) -> bool:
    return bool(_side_packs(view, side))


def _filled(view: PackView, course_id: str, side: str, step: str, block: str) -> bool:
    packs = _side_packs(view, side)
    return any(
        (own.id, one.id) == (step, block)
        for page in view.around.pages
        if page.master and page.adapts == course_id and page.pack in packs
        for own, one in blocks_of(page)
    )


def _of_side(view: PackView, page: Page, side: str, step: str, block: str) -> Iterator[Block]:
    packs = _side_packs(view, side)
    for other in view.around.pages:
        if other.pack in packs and (other.adapts, other.language) == (page.adapts, page.language):
            yield from (b for s, b in blocks_of(other) if (s.id, b.id) == (step, block) and b.id)


RULES = (
    course,
    step_known,
    block_known,
    drop,
    clash,
    slots_there,
    slots_filled,
    slots_differ,
    own_words,
)
