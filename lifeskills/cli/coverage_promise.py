"""What ``curriculum coverage`` promises to other programs: its shape as in ``promise``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

SHARES = [{"id": "text", "courses": "number", "main": "number", "minutes": "number"}]
COVERAGE: Mapping[str, Any] = {
    "courses": [
        {
            "course": "text",
            "number": "number",
            "minutes": "number",
            "methods": "object",
            "skills": ["text"],
            "phases": "object",
            "audiences": "object",
            "sides": ["text"],
            "cards": ["text"],
            "episode": "text or null",
        }
    ],
    **dict.fromkeys(("methods", "skills", "phases", "audiences", "sides", "cards"), SHARES),
}
REMARK = (
    "Numbered lessons, their steps as the course has them. `main` counts the lessons in which a "
    "skill or an audience stands first. Objects give minutes by id."
)
