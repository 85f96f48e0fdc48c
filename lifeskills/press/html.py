"""A book's plan to one HTML page: sandboxed Jinja2, everything escaped, no name left undefined."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from lifeskills.core.book import BookPlan
from lifeskills.core.citations import day_words
from lifeskills.core.errors import PrintError
from lifeskills.core.text import Sentence, Text
from lifeskills.press.prose import block_html, clean, flat_html, line_html

HTML_LANGUAGES: Mapping[str, str] = {"zh": "zh-Hans"}


def render_html(plan: BookPlan, templates: Path, *, language: str, day: dt.date) -> str:
    """The plan's template filled in.

    A template sees the plan's context and ``title page language html_language day``.

    Filters: ``md`` (blocks), ``lines`` (blocks, a line stays a line), ``line`` (one run of words),
    ``flat`` (lists as one run), ``words`` (a Text), ``date`` (a day). Raises PrintError with file
    and line for a template that is wrong or names something that is not there.
    """
    environment = _environment(templates, language)
    known: dict[str, Any] = {
        **plan.context,
        "title": plan.title,
        "page": plan.page,
        "day": day,
        "language": language,
        "html_language": HTML_LANGUAGES.get(language, language),
    }
    try:
        return clean(environment.get_template(plan.template).render(known))
    except jinja2.TemplateSyntaxError as error:
        raise _wrong(f"{error.name}:{error.lineno}", error) from error
    except (jinja2.TemplateError, TypeError, ValueError, LookupError, AttributeError) as error:
        raise _wrong(_where(error, plan.template), error) from error


def _environment(templates: Path, language: str) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def words(value: Text | str) -> str:
        return value.get(language) if isinstance(value, Text) else value

    def date(value: dt.date) -> str:
        return day_words(value, language)

    def lines(value: str) -> Markup:
        return block_html(value, lines=True)

    environment.filters.update(
        md=block_html, lines=lines, line=line_html, flat=flat_html, words=words, date=date
    )
    return environment


def _where(error: Exception, template: str) -> str:
    """The innermost template line that the error came through."""
    trace, found = error.__traceback__, template
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".j2", ".css")):
            found = f"{Path(file).name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def _wrong(subject: str, error: Exception) -> PrintError:
    reason = f"{type(error).__name__}: {error}"
    return PrintError(
        Sentence("The template cannot be filled in: {reason}", reason=reason),
        subject=subject,
        mend="Mend the template, or the plan that fills it.",
    )
