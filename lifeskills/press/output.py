"""A plan to the bytes of a file: HTML, PDF or ``.docx``, and what to tell the person who prints."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from lifeskills.core.book import BookPlan
from lifeskills.core.errors import PrintError
from lifeskills.core.text import Sentence
from lifeskills.press.html import render_html
from lifeskills.press.proofs import proof

FORMATS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".docx": "docx"}
"""What a file's ending asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The bytes, what they are (``pdf``, ``html``, ``docx``), and remarks."""

    data: bytes
    format: str
    remarks: tuple[Sentence, ...] = ()


def make(
    plan: BookPlan, templates: Path, *, language: str, day: dt.date, format_: str = "pdf"
) -> Output:
    """Lay the plan out. Where the PDF libraries are missing it becomes HTML, with a remark.

    Raises PrintError for a template or a sheet that cannot be used.
    """
    if format_ == "docx":
        from lifeskills.press.docx import make_docx

        if "sheet" not in plan.context:
            raise PrintError("This book's plan has no sheet.", subject=plan.template)
        return Output(data=make_docx(plan.context["sheet"], day=day), format="docx")
    html = render_html(plan, templates, language=language, day=day)
    remarks = proof(html)
    if format_ == "html":
        return Output(data=html.encode(), format="html", remarks=remarks)
    from lifeskills.press.pdf import PdfMissing, make_pdf

    try:
        pdf = make_pdf(html, folders=(templates,), pages=plan.pages)
    except PdfMissing as missing:
        says = (missing.says, *((missing.mend,) if missing.mend else ()))
        return Output(data=html.encode(), format="html", remarks=(*says, *remarks))
    return Output(data=pdf.data, format="pdf", remarks=(*remarks, *pdf.remarks))


def save(path: Path, data: bytes) -> None:
    """Write the file, making its folder. Raises PrintError with what to do."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise PrintError(
            Sentence("The file cannot be written: {reason}", reason=error.strerror or str(error)),
            subject=str(path),
            mend="Close it where it is open, or name another file with -o.",
        ) from error
