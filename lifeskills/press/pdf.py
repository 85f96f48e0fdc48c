"""HTML to one tagged PDF: the only module that imports WeasyPrint, and only when it prints.

Nothing is fetched but files of the folders that were named: no network, no other file.
"""

from __future__ import annotations

import hashlib
import logging
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

from lifeskills.core.errors import PrintError
from lifeskills.core.text import Sentence
from lifeskills.press.fonts import Cut, cut_fonts

SCALES = (1.0, 0.95, 0.9, 0.86, 0.82, 0.78, 0.74, 0.68)
"""By how much the type is made smaller until a plan fits its pages, largest first."""
_LOG = logging.getLogger("weasyprint")


class PdfMissing(PrintError):
    """The libraries that make PDFs are not on this machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """A finished PDF: its bytes, its number of pages, and what to tell the person who prints."""

    data: bytes
    pages: int
    remarks: tuple[Sentence, ...] = ()
    log: tuple[str, ...] = ()
    """What WeasyPrint had to say: warnings for whoever writes templates."""


def make_pdf(html: str, *, folders: Sequence[Path] = (), pages: int = 0) -> Pdf:
    """One tagged PDF; the same bytes for the same HTML.

    ``folders`` are those whose files the page may use. With ``pages`` the type is made smaller
    until it fits. Raises PdfMissing where WeasyPrint or its libraries are not installed.
    """
    weasyprint = _weasyprint()
    with tempfile.TemporaryDirectory(prefix="lifeskills-fonts-") as temporary, _Listening() as log:
        cut = _cut(html, Path(temporary))
        allowed = (*folders, Path(temporary))
        document = _laid_out(weasyprint, html, cut, allowed, pages)
        data: bytes = document.write_pdf(
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
            pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        )
    filled = len(document.pages)
    return Pdf(data=data, pages=filled, remarks=_remarks(cut, filled, pages), log=tuple(log.lines))


def _weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise PdfMissing(
            Sentence("PDF: the printing libraries are missing; books come out as HTML."),
            mend=Sentence(
                "Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0. "
                "Windows: the GTK3 runtime. macOS: brew install pango."
            ),
        ) from error
    return weasyprint


def _cut(html: str, folder: Path) -> Cut:
    try:
        return cut_fonts(html, folder)
    except ImportError:
        return Cut(css="", missing="")


def _laid_out(weasyprint: Any, html: str, cut: Cut, allowed: Sequence[Path], pages: int) -> Any:
    """The document at the largest scale that fits, or at the smallest if none does."""
    from weasyprint.text.fonts import FontConfiguration

    fetcher = _fetcher(allowed)
    source = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url=None)

    def at(scale: float) -> Any:
        fonts = FontConfiguration()
        css = f"{cut.css}\n:root {{ --scale: {scale}; }}"
        sheet = weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetcher)
        return source.render(font_config=fonts, stylesheets=[sheet])

    document = at(SCALES[0])
    if not pages or len(document.pages) <= pages:
        return document
    # Halving takes three more layouts at most; the smallest is laid out only when it is needed.
    low, high, best = 1, len(SCALES) - 1, None
    while low <= high:
        middle = (low + high) // 2
        document = at(SCALES[middle])
        if len(document.pages) <= pages:
            best, high = document, middle - 1
        else:
            low = middle + 1
    return best or document


def _fetcher(allowed: Sequence[Path]) -> Any:
    from weasyprint.urls import URLFetcher

    roots = [folder.resolve() for folder in allowed]

    class OnlyThese(URLFetcher):  # type: ignore[misc]
        """Opens files of the allowed folders and nothing else."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """The file. Raises ValueError for every other address."""
            if not may_fetch(url, roots):
                raise ValueError(f"refused: {url}")
            return super().fetch(url, headers)

    return OnlyThese(allowed_protocols={"file"}, allow_redirects=False)


def may_fetch(url: str, roots: Sequence[Path]) -> bool:
    """True for a file that really lies under one of these (resolved) folders."""
    parts = urlsplit(url)
    if parts.scheme != "file" or parts.netloc not in ("", "localhost"):
        return False
    path = Path(url2pathname(parts.path)).resolve()
    return any(path.is_relative_to(root) for root in roots)


class _Listening(logging.Handler):
    """Keeps what WeasyPrint logs while a page is made, instead of printing it."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the line."""
        self.lines.append(record.getMessage())

    def __enter__(self) -> _Listening:
        self._before = (list(_LOG.handlers), _LOG.propagate)
        _LOG.handlers, _LOG.propagate = [self], False
        return self

    def __exit__(self, *_: object) -> None:
        _LOG.handlers, _LOG.propagate = self._before


def _remarks(cut: Cut, filled: int, pages: int) -> tuple[Sentence, ...]:
    remarks = []
    if not cut.css:
        remarks.append(
            Sentence("Our fonts are missing, the system's were taken: look at the Chinese words.")
        )
    if cut.missing:
        remarks.append(
            Sentence(
                "No font here has these characters, write them in by hand: {signs}",
                signs=" ".join(cut.missing),
            )
        )
    if pages and filled > pages:
        remarks.append(
            Sentence("It fills {filled} pages and should fill {pages}.", filled=filled, pages=pages)
        )
    return tuple(remarks)
