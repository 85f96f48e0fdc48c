"""Templates: sandboxed, escaped, and never silent about a name that is not there."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from lifeskills.core.book import BookPlan
from lifeskills.core.errors import PrintError
from lifeskills.core.text import Text
from lifeskills.press.html import render_html

DAY = dt.date(2026, 11, 23)


def rendered(folder: Path, template: str, **context: Any) -> str:
    (folder / "page.html.j2").write_text(template, encoding="utf-8")
    plan = BookPlan(template="page.html.j2", title="标题", context=context)
    return render_html(plan, folder, language="zh", day=DAY)


def test_names_are_escaped(tmp_path: Path) -> None:
    html = rendered(tmp_path, "<p>{{ name }}</p>", name="<b>[red]Li[/]</b>")
    assert html == "<p>&lt;b&gt;[red]Li[/]&lt;/b&gt;</p>"


def test_an_unknown_name_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        rendered(tmp_path, "<p>\n{{ nothing }}\n</p>")
    assert caught.value.subject == "page.html.j2:2"


def test_a_broken_template_is_an_error_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(PrintError) as caught:
        rendered(tmp_path, "<p>\n{% if %}")
    assert caught.value.subject == "page.html.j2:2"


@pytest.mark.parametrize(
    "attack", ["{{ ''.__class__.__mro__ }}", "{{ words.append(1) }}", '{% include "../x" %}']
)
def test_the_sandbox_holds(tmp_path: Path, attack: str) -> None:
    (tmp_path.parent / "x").write_text("secret", encoding="utf-8")
    with pytest.raises(PrintError):
        rendered(tmp_path, attack, words=[])


def test_filters_say_texts_and_days(tmp_path: Path) -> None:
    html = rendered(
        tmp_path,
        "{{ words_|words }} {{ day|date }} {{ html_language }}",
        words_=Text(zh="约定", en="Agreement"),
    )
    assert html == "约定 2026年11月23日 zh-Hans"
