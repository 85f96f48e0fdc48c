"""PDF: tagged, the same bytes twice, cut fonts, and nothing fetched from anywhere else."""

from __future__ import annotations

import builtins
from pathlib import Path
from typing import Any

import pytest

from lifeskills.press.fonts import SANS, SERIF, cut_fonts
from lifeskills.press.pdf import PdfMissing, make_pdf, may_fetch

PAGE = """<!DOCTYPE html><html lang="zh-Hans"><head><title>约定</title>
<style>html {{ font-family: "{family}"; font-size: calc(12pt * var(--scale, 1)) }}{css}</style>
</head><body><h1>我们的约定</h1>{body}</body></html>"""


def page(body: str = "<p>想停就停。</p>", *, css: str = "") -> str:
    return PAGE.format(family=SERIF, css=css, body=body)


def test_is_tagged_titled_and_small() -> None:
    pdf = make_pdf(page())
    assert pdf.pages == 1
    assert pdf.remarks == ()
    assert b"/StructTreeRoot" in pdf.data or b"/ObjStm" in pdf.data
    assert len(pdf.data) < 100_000


def test_no_font_is_embedded_whole() -> None:
    pdf = make_pdf(page())
    assert not [line for line in pdf.log if "subset" in line]


def test_the_same_page_gives_the_same_bytes() -> None:
    assert make_pdf(page()).data == make_pdf(page()).data


def test_a_character_that_no_font_has_is_named() -> None:
    (remark,) = make_pdf(page("<p>𠮷</p>")).remarks
    assert "𠮷" in str(remark)


def test_a_rare_character_is_there() -> None:
    assert make_pdf(page("<p>李㛃</p>")).remarks == ()


def test_type_shrinks_until_the_page_holds_it() -> None:
    body = "<p>一二三四五六七八九十</p>" * 30
    css = "@page { size: A5; margin: 10mm } p { margin: 0 0 .2em }"
    assert make_pdf(page(body, css=css)).pages == 2
    assert make_pdf(page(body, css=css), pages=1).pages == 1


def test_what_cannot_fit_is_said() -> None:
    body = "<p style='break-before: page'>一</p>" * 3
    assert "should fill 1" in str(make_pdf(page(body), pages=1).remarks[0])


def test_other_addresses_are_refused(tmp_path: Path) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    for folder in (inside, outside):
        folder.mkdir()
        (folder / "x.css").write_text("p { color: red }", encoding="utf-8")
    roots = [inside.resolve()]
    assert may_fetch((inside / "x.css").as_uri(), roots)
    for url in (
        (outside / "x.css").as_uri(),
        f"{inside.as_uri()}/../out/x.css",
        f"{inside.as_uri()}/%2e%2e/out/x.css",
        "http://127.0.0.1/x.css",
        "file://server/share/x.css",
        "data:text/css,p{}",
    ):
        assert not may_fetch(url, roots), url


def test_a_page_that_asks_for_more_is_laid_out_without_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret.css"
    secret.write_text("p { display: none }", encoding="utf-8")
    link = f'<link rel="stylesheet" href="{secret.as_uri()}"><p>还在。</p>'
    pdf = make_pdf(page(link))
    assert any("refused" in line for line in pdf.log)


def test_only_families_that_are_named_are_cut(tmp_path: Path) -> None:
    cut = cut_fonts(f'"{SANS}" 约定', tmp_path)
    assert SANS in cut.css
    assert SERIF not in cut.css
    (file,) = tmp_path.iterdir()
    assert file.stat().st_size < 60_000


def test_missing_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    importing = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name == "weasyprint":
            raise OSError("cannot load library 'libgobject-2.0-0'")
        return importing(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PdfMissing) as caught:
        make_pdf(page())
    assert "libpango" in str(caught.value.mend)
