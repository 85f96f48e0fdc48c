"""Rules about stories that any pack's story keeps. How long a story is, that every link leads on
and every ending has a way back are rules of the stories plugin.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lifeskills.core.curriculum import PackView
from lifeskills.core.story import Passage, Story, reachable
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, rule
from lifeskills.packs.rules.wording import FORBIDDEN

_SIGNALS = "signals.toml"
_IFID = re.compile(r"[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}")


def _on(story: Story, passage: Passage, says: Sentence, mend: Sentence) -> Wrong:
    return Wrong(story.file, passage.line or 1, says, mend)


def _all(view: PackView) -> Iterator[tuple[Story, Passage]]:
    return ((story, passage) for story in view.stories for passage in story.passages)


@rule(
    "story-exit",
    zh="从每个片段都走得到结局，不会绕圈",
    en="An ending can be reached from every passage: nobody walks in circles",
)
def leads_out(view: PackView) -> Iterable[Wrong]:
    """A passage may have links and still never end."""
    for story in view.stories:
        out = {passage.id for passage in story.passages if passage.ending or not passage.choices}
        while new := {
            passage.id
            for passage in story.passages
            if passage.id not in out and any(choice.to in out for choice in passage.choices)
        }:
            out |= new
        for passage in story.passages:
            if passage.id in reachable(story) and passage.id not in out:
                says = Sentence("No way leads from “{id}” to an ending.", id=passage.id)
                yield _on(story, passage, says, Sentence("Add a choice that leads on."))


@rule(
    "story-careful",
    zh="每个抉择都有一个“多一分把握”的选项",
    en="Every decision offers a careful choice",
)
def careful(view: PackView) -> Iterable[Wrong]:
    """Nobody is left with careless choices only."""
    for story, passage in _all(view):
        by_id = {one.id: one for one in story.passages}
        led = [by_id[choice.to] for choice in passage.choices if choice.to in by_id]
        if len(led) > 1 and all(one.care in ("some", "less") for one in led):
            says = Sentence("“{id}” offers no careful choice.", id=passage.id)
            yield _on(story, passage, says, Sentence("Let one choice lead to a care-more passage."))


@rule(
    "story-names",
    zh="故事的帮手、课程和 IFID 都有据可查",
    en="A story's helpers and courses are known, and its IFID is a UUID",
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
        for passage in story.passages:
            for name in passage.helpers:
                if around.helpers and name not in around.helpers:
                    says = Sentence("“{name}” is not in helpers.toml.", name=name)
                    mend = Sentence("Mend its spelling, or add it there.")
                    yield _on(story, passage, says, mend)


@rule(
    "story-cards",
    zh="故事和信号用到的法律卡都有",
    en="The law cards that passages and signals name are known",
)
def cards(view: PackView) -> Iterable[Wrong]:
    """Nothing legal is improvised: a card that nobody wrote cannot stand at a passage."""
    known, mend = view.around.cards, Sentence("Mend its spelling, or write the card.")
    if not known:  # no pack with law was given
        return
    for story, passage in _all(view):
        for name in passage.cards:
            if name not in known:
                yield _on(story, passage, Sentence("There is no card “{name}”.", name=name), mend)
    for signal in view.signals:
        if signal.card and signal.card not in known:
            says = Sentence("There is no card “{name}”.", name=signal.card)
            yield Wrong(_SIGNALS, view.line(_SIGNALS, signal.id), says, mend)


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


RULES = (leads_out, careful, names, cards, words)
