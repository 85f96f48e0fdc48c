"""Findings about stories, with words of our own."""

from __future__ import annotations

from lifeskills.api import ContentError, Sentence, Story, Text


def error(
    story: Story,
    line: int,
    rule: str,
    says: tuple[str, str],
    mend: tuple[str, str],
    **values: object,
) -> ContentError:
    """A finding with words of our own: the two strings are Chinese and English."""
    return ContentError(
        Sentence(says[1], Text(zh=says[0], en=says[1]), **values),
        file=story.file,
        line=max(1, line),
        rule=rule,
        mend=Sentence(mend[1], Text(zh=mend[0], en=mend[1]), **values),
    )
