"""What a text stood on when it was written: how an overlay or a translation knows it is stale."""

from __future__ import annotations

from lifeskills.core.lesson import Step

UNSTAMPED = frozenset({"", "00000000"})
"""What stands on a heading before it was stamped: nothing is known, so nothing is called stale."""


def fingerprint(step: Step) -> str:
    """The first 8 hex digits of SHA-256 over a step's title and blocks; keys are left out.

    A block counts with its kind and its words: a changed minute makes no text stale.
    """
    import hashlib

    parts = [step.title]
    for block in step.blocks:
        parts += [f"::: {block.kind}", block.text]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:8]


def is_stale(step: Step, stands_on: Step) -> bool:
    """True if ``step`` was stamped over another text than ``stands_on`` has now."""
    return step.of not in UNSTAMPED and step.of != fingerprint(stands_on)


def skeleton(step: Step) -> tuple[tuple[str, ...], ...]:
    """Block kinds, ids and conditions in order: the same in a master and its translations."""
    return tuple(
        (
            block.kind,
            block.id,
            " ".join(block.ages),
            " ".join(block.audiences),
            " ".join(block.sizes),
        )
        for block in step.blocks
    )
