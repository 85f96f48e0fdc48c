"""Rules about objectives: each is worked towards, and each is checked."""

from __future__ import annotations

from collections.abc import Iterable

from lifeskills.core.curriculum import PackView
from lifeskills.core.text import Sentence
from lifeskills.packs.rules.ruling import Wrong, at, at_key, rule


@rule("objective-served", zh="每个目标至少有一步 serves", en="Every objective is served by a step")
def served(view: PackView) -> Iterable[Wrong]:
    """No objective without a step that works towards it."""
    for page in view.bases:
        done = {one for step in page.steps for one in step.serves}
        for one in page.info.objectives:
            if one.id not in done:
                says = Sentence("No step serves the objective {id}.", id=one.id)
                mend = Sentence("Name it on a step: serves={id}", id=one.id)
                yield at_key(page, f"objectives.{one.id}", says, mend)


@rule("objective-checked", zh="每个目标至少有一步 checks", en="A step checks every objective")
def checked(view: PackView) -> Iterable[Wrong]:
    """No objective that nobody looks at."""
    for page in view.bases:
        done = {one for step in page.steps for one in step.checks}
        for one in page.info.objectives:
            if one.id not in done:
                says = Sentence("No step checks the objective {id}.", id=one.id)
                mend = Sentence("Name it on the exit slip or a use step: checks={id}", id=one.id)
                yield at_key(page, f"objectives.{one.id}", says, mend)


@rule(
    "objective-unknown",
    zh="serves 和 checks 只写已有的目标",
    en="serves and checks name objectives that exist",
)
def unknown(view: PackView) -> Iterable[Wrong]:
    """An objective that does not exist serves nothing."""
    for page in (*view.bases, *view.overlays):
        info = view.around.courses.get(page.course, page.info)
        known = {one.id for one in info.objectives}
        for step in page.steps:
            for name in sorted({*step.serves, *step.checks} - known):
                says = Sentence("The course has no objective {name}.", name=name)
                mend = Sentence("It has: {names}.", names=" ".join(sorted(known)))
                yield at(step, says, mend)


RULES = (served, checked, unknown)
