"""Rules about translations: the same bones in every language, and known to be current."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.fingerprint import UNSTAMPED, is_stale, skeleton
from lifeskills.core.lesson import Page, Step
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, rule


def _pairs(view: PackView) -> Iterator[tuple[Page, Page]]:
    for page in view.prose:
        master = None if page.master else view.master(page)
        if master is not None:
            yield master, page


@rule(
    "translation-steps",
    zh="译文的步骤 id 和顺序与原文相同",
    en="A translation has the same steps in the same order",
)
def steps(view: PackView) -> Iterable[Wrong]:
    """Steps are matched by id; order is compared."""
    for master, page in _pairs(view):
        wanted, found = [s.id for s in master.steps], [s.id for s in page.steps]
        kinds = {step.id: step.kind for step in master.steps}
        for step in page.steps:
            if step.id not in wanted:
                says = Sentence("The master has no step {id}.", id=step.id)
                yield at(step, says, Sentence("Its steps are: {names}.", names=" ".join(wanted)))
            elif step.kind and step.kind != kinds[step.id]:
                says = Sentence("The master's activity is .{kind}.", kind=kinds[step.id])
                yield at(step, says, Sentence("Take it away: a translation only has words."))
        missing = [name for name in wanted if name not in found]
        if missing:
            says = Sentence("The translation lacks {names}.", names=" ".join(missing))
            yield at_key(page, "course", says, Sentence("Translate these steps too."))
        elif found != wanted and set(found) == set(wanted):
            says = Sentence("The steps stand in another order than in the master.")
            mend = Sentence("The order is: {names}.", names=" ".join(wanted))
            yield at_key(page, "course", says, mend)


@rule(
    "translation-blocks",
    zh="译文每步的块：种类、id、条件、顺序与原文相同",
    en="A translated step has the same blocks, ids and conditions in the same order",
)
def blocks(view: PackView) -> Iterable[Wrong]:
    """Skeletons are compared step by step; the first difference is named."""
    for master, page in _pairs(view):
        own = {step.id: step for step in master.steps}
        for step in page.steps:
            if step.id in own and skeleton(step) != skeleton(own[step.id]):
                yield _difference(own[step.id], step)


def _difference(master: Step, step: Step) -> Wrong:
    wanted, found = skeleton(master), skeleton(step)
    for index, (a, b) in enumerate(zip(wanted, found, strict=False)):
        if a != b:
            says = Sentence(
                "Here stands “{found}”; the master has “{wanted}”.",
                found=" ".join(filter(None, b)),
                wanted=" ".join(filter(None, a)),
            )
            mend = Sentence(
                "Compare with line {line} of the master.", line=master.blocks[index].origin.line
            )
            return at(step.blocks[index], says, mend)
    says = Sentence(
        "The step has {found} blocks; the master has {wanted}.",
        found=len(found),
        wanted=len(wanted),
    )
    return at(
        step, says, Sentence("Compare with line {line} of the master.", line=master.origin.line)
    )


@rule(
    "translation-words",
    zh="译文的要点、目标、材料等与原文一一对应",
    en="A translation's messages, objectives and materials match the master's one by one",
)
def words(view: PackView) -> Iterable[Wrong]:
    """Lists of words have the same length, entries the same ids."""
    for master, page in _pairs(view):
        if master.adapts or page not in view.pages:
            continue
        own, other = master.info, page.info
        for key, a, b in (
            ("key_messages", own.key_messages, other.key_messages),
            ("slots", own.slots, other.slots),
            ("preparation", own.preparation, other.preparation),
            ("objectives", _ids(own.objectives), _ids(other.objectives)),
            ("materials", _ids(own.materials), _ids(other.materials)),
            ("printables", _ids(own.printables), _ids(other.printables)),
            ("local_facts_needed", _ids(own.local_facts), _ids(other.local_facts)),
        ):
            same = len(a) == len(b) if key in ("key_messages", "slots", "preparation") else a == b
            if not same:
                says = Sentence("“{key}” does not match the master one by one.", key=key)
                yield at_key(page, key, says, Sentence("Translate every entry, in the same order."))


def _ids(entries: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(getattr(one, "id", "")) for one in entries)


@rule(
    "translation-missing",
    zh="包声明的每种语言都有译文（自带的包）",
    en="A shipped pack has every file in every language it names",
)
def missing(view: PackView) -> Iterable[Wrong]:
    """A school's own pack may translate in part; what is shipped may not."""
    if view.info.rank != "shipped":
        return
    for page in view.prose:
        if not page.master:
            continue
        there = {one.language for one in view.prose if not one.master and view.master(one) is page}
        for language in view.info.languages[1:]:
            if language not in there:
                says = Sentence("There is no {language} translation.", language=language)
                yield at_key(page, "course", says, Sentence("Write it beside this file."))


@rule(
    "translation-orphan",
    zh="每个译文都有原文",
    en="Every translation has a master",
)
def orphan(view: PackView) -> Iterable[Wrong]:
    """A translation without its master is never shown."""
    for page in view.prose:
        if not page.master and view.master(page) is None:
            says = Sentence("No file in {language} belongs to it.", language=view.info.master)
            mend = Sentence("Compare the first key of both files: it names what they belong to.")
            yield at_key(page, "course", says, mend)


@rule(
    "stale",
    zh="底稿改过以后，译文和改编要重看",
    en="A translation or overlay was looked at after its base changed",
)
def stale(view: PackView) -> Iterable[Wrong]:
    """``of=`` is not what the base's step is now."""
    for below, step in _stamped(view):
        if is_stale(step, below):
            says = Sentence("What “{step}” stands on has changed since.", step=step.title)
            mend = Sentence(
                "Compare with {file}, line {line}; then run: lifeskills pack stamp {pack}",
                file=below.origin.file,
                line=below.origin.line,
                pack=view.info.id,
            )
            yield at(step, says, mend)


@rule(
    "unstamped",
    zh="译文和改编的每步都有 of= 指纹",
    en="Every step of a translation or overlay is stamped with of=",
)
def unstamped(view: PackView) -> Iterable[Wrong]:
    """Without a stamp nobody can know that the base changed."""
    for _, step in _stamped(view):
        if step.of in UNSTAMPED:
            says = Sentence("The step is not stamped.")
            mend = Sentence("Run: lifeskills pack stamp {pack}", pack=view.info.id)
            yield at(step, says, mend)


def _stamped(view: PackView) -> Iterator[tuple[Step, Step]]:
    """Each step that stands on another, below first."""
    for page in view.prose:
        if page.master and not page.adapts:
            continue
        below = view.master(page) if not page.master else base_of(view, page)
        own = {step.id: step for step in below.steps} if below is not None else {}
        for step in page.steps:
            if step.id in own:
                yield own[step.id], step


def base_of(view: PackView, page: Page) -> Page | None:
    """The master of the course that an overlay adapts, from any pack."""
    return next(
        (
            one
            for one in view.around.pages
            if one.master and not one.adapts and one.course == page.adapts
        ),
        None,
    )


RULES = (steps, blocks, words, missing, orphan, stale, unstamped)
