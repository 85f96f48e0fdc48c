"""Chinese fonts for PDF, cut to the characters of a book.

Cutting comes first because some systems embed a font whole when they cannot cut it themselves;
and a cut font needs no set-up: it is named by ``@font-face`` with its file.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

SERIF, SANS = "Lifeskills Serif", "Lifeskills Sans"
FAMILIES = (SERIF, SANS)
"""What templates call the two fonts that we bring; behind them they name the system's."""
_ALWAYS = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("•…“”‘’—·　、。，：；？！（）")
_UNSHOWN = frozenset("\n\t\u00a0\u00ad\u200b\u2002\u2003\u2060\ufeff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Cut fonts in a folder: the style sheet that names them, and what they do not have."""

    css: str
    missing: str


def cut_fonts(text: str, folder: Path) -> Cut:
    """Cut our fonts to the characters of ``text``, into ``folder``.

    Only families that the text names are cut. Raises ImportError where fontTools or the font
    package is missing; the page then takes the system's fonts.
    """
    from pylopdf_fonts_zh_cn import sans_path, serif_path

    sources: dict[str, Callable[[], Path]] = {SERIF: serif_path, SANS: sans_path}
    wanted = frozenset(text) | _ALWAYS
    rules: list[str] = []
    missing = set(wanted) - _UNSHOWN if any(family in text for family in FAMILIES) else set()
    for family in FAMILIES:
        if family not in text:
            continue
        data, known = cut_font(sources[family](), wanted)
        file = folder / f"{family.replace(' ', '-').lower()}.otf"
        file.write_bytes(data)
        missing &= wanted - known
        rules.append(f'@font-face {{ font-family: "{family}"; src: url("{file.as_uri()}"); }}')
    return Cut(css="\n".join(rules), missing="".join(sorted(missing)))


@lru_cache(maxsize=8)
def cut_font(source: Path, wanted: frozenset[str]) -> tuple[bytes, frozenset[str]]:
    """A font's bytes with only these characters, and those of them that it has."""
    import io

    from fontTools import subset
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)
    options = subset.Options(
        hinting=False, desubroutinize=False, notdef_outline=True, recalc_timestamp=False
    )
    # Chinese fonts draw “ ” ’ a full square wide; English pages ask for the narrow ones.
    options.layout_features = [*options.layout_features, "pwid"]
    with TTFont(source, lazy=True) as font:
        known = frozenset(map(chr, font.getBestCmap())) & wanted
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(sign) for sign in known])
        cutter.subset(font)
        out = io.BytesIO()
        font.save(out)
    return out.getvalue(), known
