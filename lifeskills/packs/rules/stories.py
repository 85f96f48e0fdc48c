"""Rules about stories: no dead end, no blame, a way back and a helper from everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.story import Passage, Story, reachable
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, rule
from lifeskills.packs.rules.wording import FORBIDDEN

PASSAGES = (8, 14)
DECISIONS = (3, 4)
ENDINGS = (3, 5)
LONGEST_TEXT = 90
LONGEST_CHOICE = 24
STEPS_TO_A_HELPER = 2
_IFID = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")


def _on(story: Story, passage: Passage, says: Sentence, mend: Sentence) -> Wrong:
    return Wrong(story.file, passage.line or 1, says, mend)


def _all(view: PackView) -> Iterator[tuple[Story, Passage]]:
    return ((story, passage) for story in view.stories for passage in story.passages)


@rule(
    "story-links",
    zh="每个链接都通向已有的片段，起点也在",
    en="Every link leads to a passage, and the start is one",
)
def story_links(view: PackView) -> Iterable[Wrong]:
    """A link to nowhere ends the lesson."""
    for story in view.stories:
        known = {passage.id for passage in story.passages}
        if story.start not in known:
            says = Sentence("There is no passage “{id}” to start with.", id=story.start)
            yield Wrong(story.file, 1, says, Sentence("Mend start in StoryData."))
        for passage in story.passages:
            for choice in passage.choices:
                if choice.to not in known:
                    says = Sentence(
                        "“{text}” leads to “{to}”, which is not there.",
                        text=choice.text,
                        to=choice.to,
                    )
                    yield _on(story, passage, says, Sentence("Mend the link, or write it."))


@rule(
    "story-reach",
    zh="每个片段都走得到，也都走得到结局",
    en="Every passage can be reached, and an ending from every passage",
)
def reach(view: PackView) -> Iterable[Wrong]:
    """No passage is lost, and nobody walks in circles."""
    for story in view.stories:
        there = reachable(story)
        ending = _to(story, {p.id for p in story.passages if p.ending})
        for passage in story.passages:
            if passage.id not in there:
                says = Sentence("Nothing leads to “{id}”.", id=passage.id)
                yield _on(story, passage, says, Sentence("Link to it, or take it away."))
            elif passage.id not in ending:
                says = Sentence("No way leads from “{id}” to an ending.", id=passage.id)
                yield _on(story, passage, says, Sentence("Add a choice that leads on."))


def _to(story: Story, goals: set[str]) -> dict[str, int]:
    """For each passage from which a goal can be reached, by how many choices."""
    away = dict.fromkeys(goals, 0)
    steps = 0
    while True:
        steps += 1
        new = [
            passage.id
            for passage in story.passages
            if passage.id not in away and any(c.to in away for c in passage.choices)
        ]
        if not new:
            return away
        away.update(dict.fromkeys(new, steps))


@rule(
    "story-ends",
    zh="只有结局没有链接；结局写明收获、回路、帮手和一小步",
    en="Endings, and only they, have no links; each has gained, way_back, helpers, small_step",
)
def ends(view: PackView) -> Iterable[Wrong]:
    """No dead end, and no ending without a way back."""
    for story, passage in _all(view):
        if not passage.ending and not passage.choices:
            says = Sentence("“{id}” is a dead end.", id=passage.id)
            yield _on(story, passage, says, Sentence("Add a link, or tag it ending."))
        if not passage.ending:
            continue
        if passage.choices:
            says = Sentence("The ending “{id}” has links.", id=passage.id)
            yield _on(story, passage, says, Sentence("Take them away, or the tag ending."))
        missing = [
            name
            for name in ("gained", "way_back", "helpers", "small_step")
            if not getattr(passage, name)
        ]
        if missing:
            says = Sentence("The ending lacks {names}.", names=" ".join(missing))
            yield _on(story, passage, says, Sentence('Write {{"way_back": "…"}} in its metadata.'))


@rule(
    "story-size",
    zh="8–14 个片段，3–4 个抉择，3–5 个结局",
    en="8 to 14 passages, 3 or 4 decisions, 3 to 5 endings",
)
def size(view: PackView) -> Iterable[Wrong]:
    """It is played in 12 to 15 minutes."""
    for story in view.stories:
        decisions = sum(passage.decision for passage in story.passages)
        for what, count, (least, most) in (
            ("passages", len(story.passages), PASSAGES),
            ("decisions", decisions, DECISIONS),
            ("endings", len(story.endings), ENDINGS),
        ):
            if not least <= count <= most:
                says = Sentence("The story has {count} {what}.", count=count, what=what)
                mend = Sentence("Between {least} and {most}.", least=least, most=most)
                yield Wrong(story.file, 1, says, mend)


@rule(
    "story-decisions",
    zh="抉择有两个以上选项，各标谨慎程度，至少一个“多一分把握”",
    en="A decision has two or more choices, each tagged by care, one of them care-more",
)
def decisions(view: PackView) -> Iterable[Wrong]:
    """Choices are named by carefulness, never right or wrong."""
    for story, passage in _all(view):
        by_id = {one.id: one for one in story.passages}
        if passage.decision != (len(passage.choices) > 1):
            says = Sentence(
                "“{id}” has {count} choices.", id=passage.id, count=len(passage.choices)
            )
            yield _on(story, passage, says, Sentence("Tag decision where there are two or more."))
        if not passage.decision:
            continue
        led = [by_id[choice.to] for choice in passage.choices if choice.to in by_id]
        for one in led:
            if not one.care and not one.ending:
                says = Sentence("“{id}” has no care tag.", id=one.id)
                yield _on(story, one, says, Sentence("Tag it care-more, care-some or care-less."))
        if led and all(one.care and one.care != "more" for one in led):
            says = Sentence("“{id}” offers no careful choice.", id=passage.id)
            yield _on(story, passage, says, Sentence("Let one choice lead to a care-more passage."))


@rule(
    "story-helper",
    zh="从任何片段，最多两次选择就能遇到帮手",
    en="From every passage a helper is at most two choices away",
)
def helper(view: PackView) -> Iterable[Wrong]:
    """Nobody is left alone for long."""
    for story in view.stories:
        away = _to(story, {p.id for p in story.passages if p.helpers})
        for passage in story.passages:
            if away.get(passage.id, STEPS_TO_A_HELPER + 1) > STEPS_TO_A_HELPER:
                says = Sentence("From “{id}” no helper is two choices away.", id=passage.id)
                yield _on(story, passage, says, Sentence("Bring in a helper sooner."))


@rule(
    "story-length",
    zh="片段不超过 90 字，选项不超过 24 字",
    en="A passage has at most 90 characters, a choice at most 24 (in Chinese)",
)
def length(view: PackView) -> Iterable[Wrong]:
    """It must fit the class screen and a breath."""
    for story, passage in _all(view):
        if not story.language.startswith("zh"):
            continue
        count = len("".join(passage.text.replace("*", "").split()))
        if count > LONGEST_TEXT:
            says = Sentence("The passage has {count} characters.", count=count)
            yield _on(story, passage, says, Sentence("90 at most, links aside."))
        for choice in passage.choices:
            if len(choice.text) > LONGEST_CHOICE:
                says = Sentence(
                    "“{text}” has {count} characters.", text=choice.text, count=len(choice.text)
                )
                yield _on(story, passage, says, Sentence("24 at most."))


@rule(
    "story-skeleton",
    zh="两种语言的故事骨架相同",
    en="The story has the same bones in every language",
)
def skeleton(view: PackView) -> Iterable[Wrong]:
    """Passages, tags and targets are compared."""
    masters = {s.id: s for s in view.stories if s.language == view.info.master}
    for story in view.stories:
        master = masters.get(story.id)
        if story.language == view.info.master:
            continue
        if master is None:
            says = Sentence("No story in {language} has this id.", language=view.info.master)
            yield Wrong(story.file, 1, says, Sentence("Mend the id in StoryData."))
            continue
        own = {passage.id: passage for passage in master.passages}
        there = {passage.id for passage in story.passages}
        for passage in story.passages:
            if passage.id not in own or _bones(passage) != _bones(own[passage.id]):
                says = Sentence("“{id}” differs from the master.", id=passage.id)
                mend = Sentence("Same tags, helpers and links, in the same order.")
                yield _on(story, passage, says, mend)
        missing = [name for name in own if name not in there]
        if missing or story.start != master.start:
            says = Sentence("The translation lacks {names}.", names=" ".join(missing) or "start")
            yield Wrong(story.file, 1, says, Sentence("Translate every passage."))


def _bones(one: Passage) -> tuple[object, ...]:
    return (
        one.care,
        one.ending,
        one.decision,
        one.signals,
        one.helpers,
        tuple(choice.to for choice in one.choices),
    )


@rule(
    "story-names",
    zh="信号、帮手、课程、编号都有据可查；有讨论题",
    en="Signals, helpers, courses and the IFID are in order, and there are questions to discuss",
)
def names(view: PackView) -> Iterable[Wrong]:
    """What a passage names must have words."""
    around = view.around
    planned = {name for module in around.modules.values() for name in module.courses}
    for story in view.stories:
        for name in story.courses:
            if name not in planned and name not in around.courses:
                says = Sentence("There is no course “{name}”.", name=name)
                yield Wrong(story.file, 1, says, Sentence("Mend courses in StoryData."))
        if not _IFID.fullmatch(story.ifid):
            says = Sentence("The ifid is no UUID of version 4 in capitals.")
            yield Wrong(story.file, 1, says, Sentence("Let Twine make one."))
        if not story.debrief:
            says = Sentence("The story has no questions to discuss.")
            yield Wrong(story.file, 1, says, Sentence("Add :: debrief [debrief] with a list."))
        for passage in story.passages:
            yield from _known(story, passage, passage.signals, around.signals, "signals.toml")
            yield from _known(story, passage, passage.helpers, around.helpers, "helpers.toml")


def _known(
    story: Story, passage: Passage, named: Iterable[str], known: frozenset[str], file: str
) -> Iterator[Wrong]:
    for name in named:
        if known and name not in known:
            says = Sentence("“{name}” is not in {file}.", name=name, file=file)
            yield _on(story, passage, says, Sentence("Mend its spelling, or add it there."))


@rule(
    "story-words",
    zh="故事里也不用伤人的词",
    en="A story has no words that blame or shame either",
)
def words(view: PackView) -> Iterable[Wrong]:
    """The person harmed is never blamed, by anybody."""
    for story, passage in _all(view):
        ages = {"under16"} if {"under16", "mixed"} & set(story.bands) else {"16plus"}
        told = "\n".join((passage.text, *(choice.text for choice in passage.choices)))
        for one in FORBIDDEN:
            found = one.words.search(told)
            if found and (not one.age or one.age in ages):
                says = Sentence("“{found}” is not said to pupils.", found=found[0])
                yield _on(story, passage, says, Sentence("Rather: {instead}", instead=one.instead))


RULES = (
    story_links,
    reach,
    ends,
    size,
    decisions,
    helper,
    length,
    skeleton,
    names,
    words,
)
