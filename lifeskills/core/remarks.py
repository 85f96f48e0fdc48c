"""What a teacher can say of a lesson in one key: why a step was left out, and how a step went.

Both lists are closed and kept as codes. There is no free text, and nothing here is about a learner.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lifeskills.core.text import Sentence

SKIP_WORDS: Mapping[str, Sentence] = {
    "no-time": Sentence("No time"),
    "not-today": Sentence("Does not fit today"),
    "interrupted": Sentence("Interrupted"),
    "done-before": Sentence("Done before"),
    "other": Sentence("Another reason"),
}
"""Why a step was left out, by the code in ``step_ended``."""
NOTE_WORDS: Mapping[str, Sentence] = {
    "worked-well": Sentence("Worked well"),
    "too-long": Sentence("Took too long"),
    "too-short": Sentence("Too little time"),
    "hard-words": Sentence("Hard words"),
    "too-easy": Sentence("Too easy"),
    "noise": Sentence("Noise"),
    "interrupted": Sentence("Interrupted"),
    "do-again": Sentence("Take it up again next time"),
}
"""How a step went, by the code in ``noted``; the same code again counts one more."""


def counted_notes(notes: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Notes of the closed list by step and code, with how often: what the record keeps."""
    counts: dict[tuple[str, str], int] = {}
    for note in notes:
        code = str(note.get("code", ""))
        if code in NOTE_WORDS:
            at = (str(note.get("step", "")), code)
            counts[at] = counts.get(at, 0) + int(note.get("value", 1))
    return [{"step": step, "code": code, "times": n} for (step, code), n in counts.items()]
