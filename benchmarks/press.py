"""The handbook as we print it against WeasyPrint on the same HTML; prints ratios.

.venv/bin/python benchmarks/press.py

Ours is tagged, its fonts are cut, and it starts from packs; WeasyPrint alone gets the finished HTML
and the same fonts uncut. Both run in turn in every round.
"""

from __future__ import annotations

import logging
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from lifeskills.classroom.printing import print_book
from lifeskills.classroom.school import School
from lifeskills.core.bookorder import BookOrder
from lifeskills.press.fonts import SANS, SERIF, cut_font
from lifeskills.press.pdf import make_pdf

ROUNDS = 5
OPTIONS = {"audience": "g7-9", "place": "guizhou", "lang": "zh"}


def timed(work: Callable[[], object]) -> float:
    """Seconds of CPU that the work took in this process."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Print the handbook in every way, in turn, and the medians of the rounds' ratios."""
    import weasyprint
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    logging.getLogger("weasyprint").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        html_file, pdf_file = Path(folder, "book.html"), Path(folder, "book.pdf")

        def order(output: Path) -> None:
            book = BookOrder.from_options("student-handbook", output=output, options=OPTIONS)
            print_book(School(None, language="zh"), book)

        order(html_file)
        html = html_file.read_text(encoding="utf-8")
        faces = "".join(
            f'@font-face {{ font-family: "{name}"; src: url("{path.as_uri()}") }}'
            for name, path in ((SERIF, serif_path()), (SANS, sans_path()))
        )
        plain_html = html.replace("<style>", f"<style>{faces}", 1)

        def plain() -> bytes:
            data: bytes = weasyprint.HTML(string=plain_html).write_pdf()
            return data

        def ours() -> None:
            cut_font.cache_clear()
            order(pdf_file)

        ways: dict[str, Callable[[], object]] = {
            "WeasyPrint alone": plain,
            "our pages, HTML to PDF": lambda: make_pdf(html),
            "from packs to PDF, fonts cut anew": ours,
        }
        times = {name: [timed(way)] for name, way in ways.items()}
        for _ in range(ROUNDS):
            for name, way in ways.items():
                times[name].append(timed(way))
        size, alone = pdf_file.stat().st_size, len(plain())
    base = times["WeasyPrint alone"][1:]
    for name, found in times.items():
        ratio = statistics.median(a / b for a, b in zip(found[1:], base, strict=True))
        print(f"{name}: {statistics.median(found[1:]):.2f} CPU s, ratio {ratio:.2f}")
    print(f"size: ours {size // 1024} KB, WeasyPrint alone {alone // 1024} KB")


if __name__ == "__main__":
    main()
