"""Whole lesson files and guides into pages; the front matter alone is in ``fronts``."""

from __future__ import annotations

from dataclasses import replace

from lifeskills.core.errors import ContentError
from lifeskills.core.lesson import Page, Step
from lifeskills.packs.frame import Frame, read_frame
from lifeskills.packs.fronts import Leaf, front_matter, page_of
from lifeskills.packs.steps import StepReader
from lifeskills.packs.toml_lines import key_lines
from lifeskills.packs.vocabulary import GUIDE, LESSON, OVERLAY, TRANSLATION, Grammar


def read_page(
    raw: bytes, leaf: Leaf, *, guide: bool = False
) -> tuple[Page | None, list[ContentError]]:
    """A whole page, and everything that is wrong with its frame and front matter."""
    frame = read_frame(raw, leaf.file)
    info, adapts, found = front_matter(frame.front, frame.front_line, leaf, guide=guide)
    steps, step_errors = _steps(frame, leaf, _grammar(leaf, adapts=bool(adapts), guide=guide))
    errors = sorted([*frame.errors, *found, *step_errors], key=lambda one: one.line)
    if info is None:
        return None, errors
    page = page_of(leaf, info, adapts)
    return replace(page, steps=steps, lines=key_lines(frame.front, frame.front_line)), errors


def _grammar(leaf: Leaf, *, adapts: bool, guide: bool) -> Grammar:
    if guide:
        return GUIDE
    if not leaf.master:
        return TRANSLATION
    return OVERLAY if adapts else LESSON


def _steps(
    frame: Frame, leaf: Leaf, grammar: Grammar
) -> tuple[tuple[Step, ...], list[ContentError]]:
    reader = StepReader(grammar, pack=leaf.pack, path=leaf.path, file=leaf.file)
    return reader.read(frame.steps), reader.errors
