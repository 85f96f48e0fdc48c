"""A step takes the minutes that its kind works in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lifeskills.api import ContentError, ContentRule, PackView, Sentence, Step, Text

RULE = "kind-minutes"
SAYS = Text(
    zh="“{kind}”要{least}到{most}分钟，这一步写了{minutes}分钟。",
    en="“{kind}” takes {least} to {most} minutes; this step has {minutes}.",
)
MEND = Text(
    zh="改分钟数，或者换一种活动：lifeskills activity list",
    en="Change the minutes, or take another kind: lifeskills activity list",
)


def kind_minutes(kinds: Mapping[str, tuple[int, int]]) -> ContentRule:
    """The rule for these kinds: least and most minutes of each. A school's own kinds have none."""

    def check(pack: PackView) -> Iterator[ContentError]:
        for page in pack.bases:
            for step in page.steps:
                least, most = kinds.get(step.kind, (step.minutes, step.minutes))
                if step.minutes and not least <= step.minutes <= most:
                    yield _wrong(step, least, most)

    title = Text(
        zh="每步的分钟数在这种活动做得下来的范围里",
        en="A step has the minutes that its kind of activity works in",
    )
    return ContentRule(id=RULE, title=title, check=check)


def _wrong(step: Step, least: int, most: int) -> ContentError:
    values = {"kind": step.kind, "least": least, "most": most, "minutes": step.minutes}
    return ContentError(
        Sentence(SAYS.get("en"), SAYS, **values),
        file=step.origin.file,
        line=max(1, step.origin.line),
        rule=RULE,
        mend=Sentence(MEND.get("en"), MEND),
    )
