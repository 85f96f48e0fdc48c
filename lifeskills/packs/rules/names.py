"""Rules about names: what a file points to must exist, or nothing would be said about it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.lawbook import WORLD
from lifeskills.core.lesson import Page
from lifeskills.core.references import references
from lifeskills.core.setting import NATION
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, blocks_of, rule

EVERYWHERE = (NATION, WORLD)


def _not_among(
    page: Page, key: str, names: Iterable[str], known: Collection[str]
) -> Iterator[Wrong]:
    for name in names:
        if name and name not in known:
            says = Sentence("“{name}” is in no pack.", name=name)
            yield at_key(page, key, says, Sentence("Mend its spelling, or write it first."))


@rule(
    "name-unknown",
    zh="front matter 里的模块、对象、技能、课程、卡片、故事都存在",
    en="Modules, audiences, skills, courses, cards and episodes in front matter exist",
)
def front_names(view: PackView) -> Iterable[Wrong]:
    """Courses may be ones that a module names though they are not written yet."""
    around = view.around
    planned = {name for module in around.modules.values() for name in module.courses}
    courses = planned | set(around.courses)
    for page in view.bases:
        info = page.info
        yield from _not_among(page, "module", (info.module,), around.modules)
        yield from _not_among(page, "audiences", info.audiences, around.audiences)
        yield from _not_among(page, "skills", info.skills, around.skills)
        yield from _not_among(page, "prerequisites", info.prerequisites, courses)
        yield from _not_among(page, "pairs_with", info.pairs_with, courses)
        yield from _not_among(page, "episode", (info.episode,), around.stories)
    for page in (*view.bases, *view.overlays):
        yield from _not_among(page, "cards", page.info.cards, around.cards)


@rule(
    "reference-unknown",
    zh="正文里的 {law:} {value:} {card:} {course:} {number:} 都查得到",
    en="Every {law:} {value:} {card:} {course:} {number:} in the text is known",
)
def text_names(view: PackView) -> Iterable[Wrong]:
    """What is not known would stand in the lesson as a note in brackets."""
    around = view.around
    known: dict[str, Collection[str]] = {
        "law": around.provisions,
        "card": around.cards,
        "value": around.values,
        "course": around.courses,
        "number": {*around.numbers, *around.contacts},
    }
    for page in view.prose:
        for _, block in blocks_of(page):
            for one in references(block.text):
                if one.id not in known[one.kind]:
                    says = Sentence("“{name}” is in no pack.", name=f"{one.kind}:{one.id}")
                    mend = Sentence("Mend its spelling, or write the {kind} first.", kind=one.kind)
                    yield at(block, says, mend)


@rule(
    "activity-unknown",
    zh="活动种类由插件登记过",
    en="Every activity is a kind that a plugin registered",
)
def activities(view: PackView) -> Iterable[Wrong]:
    """A kind that nobody registered has no tool. Asked only where plugins were loaded."""
    known = view.around.activities
    if not known:
        return
    for page in (*view.bases, *view.overlays):
        for step in page.steps:
            if step.kind and step.kind not in known:
                says = Sentence("“.{kind}” is no kind of activity here.", kind=step.kind)
                yield at(step, says, Sentence("Known: {names}.", names=" ".join(sorted(known))))


@rule(
    "condition-unknown",
    zh="块的 audience 条件是本课开放的对象",
    en="A block's audience is one that the course is open to",
)
def conditions(view: PackView) -> Iterable[Wrong]:
    """A block for an audience that never has this course is never shown."""
    for page in view.pages:
        info = view.around.courses.get(page.course)
        known = info.audiences if info is not None and info.audiences else page.info.audiences
        if not known:
            continue
        for _, block in blocks_of(page):
            for name in block.audiences:
                if name not in known:
                    says = Sentence("The course is not open to “{name}”.", name=name)
                    yield at(
                        block, says, Sentence("It is open to: {names}.", names=" ".join(known))
                    )


@rule(
    "age-unheard",
    zh="age 条件的块要有人看得到",
    en="A block for an age is seen by somebody the course is offered to",
)
def ages(view: PackView) -> Iterable[Wrong]:
    """Words for an age that the course is never taught to are never shown."""
    for page in view.pages:
        info = view.around.courses.get(page.course)
        if info is None:
            continue
        offered = {"under16", "16plus"} if "mixed" in info.bands else set(info.bands)
        for _, block in blocks_of(page):
            if block.ages and not offered & set(block.ages):
                says = Sentence("The course is not offered at age {age}.", age=" ".join(block.ages))
                yield at(
                    block, says, Sentence("Its bands are: {names}.", names=" ".join(info.bands))
                )


@rule(
    "number-twice",
    zh="课的编号不重复",
    en="No two courses have the same number",
)
def number_twice(view: PackView) -> Iterable[Wrong]:
    """The number is how teachers ask for a lesson."""
    for page in view.bases:
        number = page.info.number
        others = [
            name
            for name, info in view.around.courses.items()
            if number is not None and info.number == number and name != page.course
        ]
        if others:
            says = Sentence("“{name}” has the number {number} too.", name=others[0], number=number)
            yield at_key(page, "number", says, Sentence("A school's own lessons have no number."))


@rule(
    "pack-names",
    zh="pack.toml 的 after、when 指向已有的包和地方",
    en="after and when in pack.toml name packs and places that exist",
)
def pack_names(view: PackView) -> Iterable[Wrong]:
    """A pack that waits for a place nobody knows never applies."""
    around = view.around
    aliases = {alias for info in around.packs.values() for alias in info.aliases}
    for name in view.info.after:
        if name not in around.packs and name not in aliases:
            says = Sentence("There is no pack “{name}”.", name=name)
            yield Wrong("pack.toml", 1, says, Sentence("Mend after = […]."))
    for key, value in view.info.when.items():
        if key == "side" and value not in ("sending", "receiving"):
            says = Sentence("“{name}” is no side.", name=value)
            yield Wrong("pack.toml", 1, says, Sentence("Sides are sending and receiving."))
        elif key != "side" and value not in around.places:
            says = Sentence("No pack knows the place “{name}”.", name=value)
            yield Wrong("pack.toml", 1, says, Sentence("Write a place.toml for it."))


@rule(
    "pathway-names",
    zh="路径、模块、地方里的课程和对象都存在",
    en="Pathways, modules and places name courses and audiences that exist",
)
def pathway_names(view: PackView) -> Iterable[Wrong]:
    """Courses may be planned: named by a module, written later."""
    around = view.around
    planned = {name for module in around.modules.values() for name in module.courses}
    for pathway in view.pathways:
        line = view.line("pathways.toml", pathway.id)
        if pathway.audience not in around.audiences:
            says = Sentence("There is no audience “{name}”.", name=pathway.audience)
            yield Wrong("pathways.toml", line, says, Sentence("Mend its spelling."))
        for name in dict.fromkeys((*pathway.courses, *pathway.before_internship)):
            if name not in planned and name not in around.courses:
                says = Sentence("“{name}” is in no module.", name=name)
                yield Wrong("pathways.toml", line, says, Sentence("Mend its spelling."))
        for name in dict.fromkeys((*pathway.asked_before, *pathway.asked_after)):
            info = around.courses.get(name)
            if info is None or not info.sitting or pathway.audience not in info.audiences:
                says = Sentence("“{name}” is no sitting for this audience.", name=name)
                mend = Sentence("Name a lesson file with sitting = true, such as zero-point.")
                yield Wrong("pathways.toml", line, says, mend)
    for place in view.places:
        line = view.line("place.toml", place.id)
        for name in (one.course for one in place.quiet):
            if name not in planned and name not in around.courses:
                says = Sentence("“{name}” is in no module.", name=name)
                yield Wrong("place.toml", line, says, Sentence("Mend its spelling."))


@rule(
    "scope-unknown",
    zh="法条、数值、电话的地区存在",
    en="The place of a statement, value or number exists",
)
def scopes(view: PackView) -> Iterable[Wrong]:
    """A place that nobody knows is nowhere, and its law is never shown."""
    places = {*view.around.places, *EVERYWHERE}
    mend = Sentence("Use cn, int or the id of a place.toml.")
    for page in view.law_pages:
        own = [one for one in view.provisions if page.master and one.law == page.course]
        if page.file.startswith("laws/") and own and own[0].place not in places:
            says = Sentence("No pack knows the place “{name}”.", name=own[0].place)
            yield at_key(page, "place", says, mend)
    for value in view.values:
        if value.place not in places:
            says = Sentence("No pack knows the place “{name}”.", name=value.place)
            yield Wrong("values.toml", view.line("values.toml", value.id), says, mend)
    for number in view.numbers:
        if number.scope not in places:
            says = Sentence("No pack knows the place “{name}”.", name=number.scope)
            yield Wrong("numbers.toml", view.line("numbers.toml", number.id), says, mend)


RULES = (
    front_names,
    text_names,
    activities,
    conditions,
    ages,
    number_twice,
    pack_names,
    pathway_names,
    scopes,
)
