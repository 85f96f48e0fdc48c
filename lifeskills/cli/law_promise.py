"""What ``law …`` promises to other programs: shapes as in ``promise``, and remarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

TITLE = {"zh": "text", "en": "text"}
DATES = {"from": "day or null", "until": "day or null"}
KNOWN = {"grade": "text", "source": "text", "seen_on": "day or null"}
LAW_SHAPES: Mapping[str, Any] = {
    "law list": [
        {
            "id": "text",
            "law": "text",
            "place": "text",
            "text": TITLE,
            **DATES,
            **KNOWN,
            "review_by": "day or null",
            "printable": "yes or no",
        }
    ],
    "law cards": [
        {
            "id": "text",
            "title": TITLE,
            "articles": ["text"],
            "languages": ["text"],
            "review_by": "day or null",
        }
    ],
    "law values": [
        {
            "id": "text",
            "title": TITLE,
            "place": "text",
            "tier": "text",
            "amount": "text",
            "unit": TITLE,
            **DATES,
            **KNOWN,
            "review_by": "day or null",
            "says": TITLE,
        }
    ],
    "law numbers": [
        {
            "id": "text",
            "call": "text",
            "for": TITLE,
            "scope": "text",
            **KNOWN,
            "printable": "yes or no",
            "says": TITLE,
        }
    ],
    "law due": [
        {
            "kind": "text",
            "id": "text",
            "title": TITLE,
            "place": "text",
            "review_by": "day",
            "overdue": "yes or no",
        }
    ],
    "law ask": [{"law": "text", "ids": ["text"], "question": TITLE}],
    "law changes": [
        {
            "day": "day",
            "kind": "text",
            "id": "text",
            "title": TITLE,
            "place": "text",
            "what": "text",
            "lessons": ["text"],
        }
    ],
}
LAW_REMARKS: Mapping[str, str] = {
    "law list": "Statements only: values and numbers have lists of their own. `grade` is A (the "
    "article was read), B (an official page or the news says so), C (a private source) or R "
    "(known by heart). `printable` is false at C and R, and where source, `seen_on` or `from` is "
    "not known; what is not known is null. `from` is the first day of the law, "
    "or of the article where that is known; an `until` of null holds until further notice.",
    "law values": "`says` is what may be said today: at grade C only “about …”, at R, overdue or "
    "lapsed a blank.",
    "law numbers": "`says` is what is printed: at grade C or R a blank to be checked; 110, 119 and "
    "120 always stand.",
    "law due": "`kind` is statement, card or value; values of a place are one row.",
    "law changes": "`what` is begins or ends (no longer holds from `day` on). `lessons` are "
    "courses.",
}
