"""The class record and the lesson plan in the forms Chinese schools keep; also as ``.docx``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lifeskills.api import BookPlan, BookRequest, Lesson, PrintError, Sentence, Step, Text, periods

from .common import base, clock, only_lesson, sheet_plan, texts, title, titles
from .counted import counts_in_words
from .results import listed, results_of
from .words import words

MARKS = ("absent", "late", "excused", "left-early")
GOALS = ("K", "S", "A")
TEACHER, PUPILS = ("say", "do", "ask"), ("task", "slip")
REFLECTION_LINES = 6


def class_record(request: BookRequest) -> BookPlan:
    """班会记录, filled from a session's record. Raises PrintError without one."""
    record = request.record
    if record is None or request.group is None:
        says = Text(zh="这一天没有记录。", en="Nothing is on record for this day.")
        raise PrintError(Sentence("Nothing is on record for this day.", says), subject=request.book)
    w = words(request.language)
    parts: list[dict[str, Any]] = [
        {"kind": "facts", "heading": "", "rows": _facts(request, record)}
    ]
    steps: Sequence[Mapping[str, Any]] = record.get("minutes", {}).get("steps", ())
    if steps:
        parts.append(_steps(w, steps, _titles(request)))
    results = listed(results_of(request, record, _titles(request)))
    if results:
        parts.append({"kind": "text", "heading": w["results"], "text": results})
    parts.append({"kind": "lines", "heading": w["reflection"], "count": REFLECTION_LINES})
    parts.append({"kind": "text", "heading": "", "text": w["signature"]})
    return sheet_plan(request, w["class_record"], parts)


def lesson_plan(request: BookRequest) -> BookPlan:
    """教案: the form with goals, main and difficult points, process, board, and room to look back.

    Raises PrintError without a lesson.
    """
    lesson, w = only_lesson(request), words(request.language)
    info = lesson.info
    goals = [
        f"{w[f'goal_{kind}']}{w['colon']}{one.text}"
        for kind in GOALS
        for one in info.objectives
        if one.kind == kind
    ]
    hard = [one.text for one in info.objectives if one.kind == "S"]
    hard = hard or [one.text for one in info.objectives[-1:]]
    parts: list[dict[str, Any]] = [
        {"kind": "facts", "heading": "", "rows": _plan_facts(request, lesson)},
        {"kind": "text", "heading": w["plan_goals"], "text": listed(goals)},
        {"kind": "text", "heading": w["plan_key"], "text": listed(info.key_messages)},
        {"kind": "text", "heading": w["plan_hard"], "text": listed(hard)},
        {"kind": "text", "heading": w["plan_preparation"], "text": listed(_bring(lesson, w))},
        _process(request, lesson),
        {"kind": "text", "heading": w["plan_board"], "text": _board(lesson)},
        {"kind": "text", "heading": w["plan_homework"], "text": "\n\n".join(texts(lesson, "home"))},
        {"kind": "lines", "heading": w["plan_reflection"], "count": REFLECTION_LINES},
    ]
    parts = [part for part in parts if part["kind"] != "text" or part["text"].strip()]
    return sheet_plan(request, w["lesson_plan"], parts)


# -- the class record -------------------------------------------------------------------------


def _facts(request: BookRequest, record: Mapping[str, Any]) -> list[list[str]]:
    w, group = words(request.language), request.group
    course = str(record.get("course") or "")
    topic = title(request, "course", course) or course or w["roll_only"]
    rows = [
        [w["topic"], topic, w["class"], group.name if group else ""],
        [w["day"], _day(record, w), w["teacher"], ""],
    ]
    if not record.get("counted"):
        heads = counts_in_words(record.get("headcount") or {})
        rows.append([w["present"], heads or w["not_counted"], "", ""])
        return rows
    marks: Mapping[str, str] = record.get("marks") or {}
    present = len(record.get("present") or ())
    away = sum(mark in ("absent", "excused") for mark in marks.values())
    rows.append(
        [
            w["expected"],
            w["people"].format(n=present + away),
            w["present"],
            w["people"].format(n=present),
        ]
    )
    listed = [[w[mark], _listed(request, marks, mark) or w["nobody"]] for mark in MARKS]
    rows += [listed[0] + listed[1], listed[2] + listed[3]]
    return rows


def _day(record: Mapping[str, Any], w: Mapping[str, str]) -> str:
    opened, closed = str(record.get("opened") or ""), str(record.get("closed") or "")
    day = str(record.get("day") or "")
    if record.get("paper"):
        return f"{day} ({w['paper']})"
    times = f"{opened[11:16]}–{closed[11:16]}" if opened and closed else ""
    return f"{day} {times}".strip()


def _listed(request: BookRequest, marks: Mapping[str, str], wanted: str) -> str:
    """Class numbers, with names where the school prints them; by number."""
    group = request.group
    if group is None:
        return ""
    found = [
        f"{one.number} {request.names.get(one.id, '')}".strip()
        for one in sorted(group.learners, key=lambda one: one.number)
        if marks.get(one.id) == wanted
    ]
    return words(request.language)["comma"].join(found)


def _titles(request: BookRequest) -> dict[str, str]:
    """The steps' titles in the language of the page, as the packs have them now."""
    return {step.id: step.title for lesson in request.lessons for step in lesson.steps}


def _steps(
    w: Mapping[str, str], steps: Sequence[Mapping[str, Any]], titles_: Mapping[str, str]
) -> dict[str, Any]:
    rows = []
    for number, step in enumerate(steps, 1):
        reason = str(step.get("reason") or "done").replace(" ", "_")
        why = w.get(f"why_{step.get('why')}", "")
        outcome = w.get(f"reason_{reason}", reason)
        actual = step.get("actual") or 0
        rows.append(
            [
                str(number),
                titles_.get(str(step.get("id"))) or str(step.get("title") or step.get("id")),
                w["minutes"].format(n=step.get("planned", 0)),
                w["minutes"].format(n=f"{actual:g}") if actual else "–",
                f"{outcome}{w['colon']}{why}" if why else outcome,
            ]
        )
    return {
        "kind": "table",
        "heading": w["course_of_events"],
        "head": ["", w["step"], w["planned"], w["actual"], w["outcome"]],
        "widths": [6, 48, 16, 16, 14],
        "rows": rows,
    }


# -- the lesson plan --------------------------------------------------------------------------


def _plan_facts(request: BookRequest, lesson: Lesson) -> list[list[str]]:
    w, info = words(request.language), lesson.info
    topic = f"{w['lesson_number'].format(n=info.number)} " if info.number else ""
    context = base(request)
    whom = context["class_name"] or context["audience"]
    minutes = sum(step.minutes for step in lesson.steps)
    return [
        [w["plan_topic"], f"{topic}{info.title}", w["class"], whom],
        [
            w["plan_type"],
            w["comma"].join(info.slots),
            w["plan_periods"],
            _periods(lesson, minutes, w),
        ],
        [w["teacher"], "", w["day"], ""],
        [w["aim_teacher"], info.aim, w["skills"], titles(request, "skill", info.skills)],
    ]


def _periods(lesson: Lesson, minutes: int, w: Mapping[str, str]) -> str:
    return f"{len(periods(lesson.steps))} ({w['minutes'].format(n=minutes)})"


def _bring(lesson: Lesson, w: Mapping[str, str]) -> list[str]:
    info = lesson.info
    things = [f"{one.item}{w['free'].format(free=one.free)}" for one in info.materials]
    asked = [f"{one.ask}{w['ask_whom'].format(whom=one.whom)}" for one in info.local_facts]
    return [*things, *info.preparation, *asked]


def _process(request: BookRequest, lesson: Lesson) -> dict[str, Any]:
    w = words(request.language)
    goals = {one.id: f"{n}" for n, one in enumerate(lesson.info.objectives, 1)}
    rows = [
        [
            f"**{step.title}**\n\n{w[f'phase_{step.phase}']} {begins}–{ends}",
            _said(step, TEACHER, w),
            _said(step, PUPILS, w) or w[f"shape_{step.shape}"],
            _intent(step, goals, request),
        ]
        for step, begins, ends in clock(lesson.steps, request.start)
    ]
    return {
        "kind": "table",
        "heading": w["plan_process"],
        "head": [w["step"], w["plan_teacher"], w["plan_pupils"], w["plan_intent"]],
        "widths": [15, 42, 30, 13],
        "rows": rows,
    }


def _said(step: Step, kinds: tuple[str, ...], w: Mapping[str, str]) -> str:
    return "\n\n".join(
        f"**{w[f'block_{block.kind}']}**{w['colon']}\n\n{block.text}"
        if block.text.lstrip().startswith(("-", "1.", "|"))
        else f"**{w[f'block_{block.kind}']}**{w['colon']}{block.text}"
        for block in step.of_kind(*kinds)
    )


def _intent(step: Step, goals: Mapping[str, str], request: BookRequest) -> str:
    w = words(request.language)
    served = w["comma"].join(goals[one] for one in step.serves if one in goals)
    kind = title(request, "kind", step.kind)
    return "\n\n".join(one for one in (kind, f"{w['serves']} {served}" if served else "") if one)


def _board(lesson: Lesson) -> str:
    return "\n\n".join("  \n".join(text.splitlines()) for text in texts(lesson, "board"))
